"""`datapackage.json` of an edition's files, and projects that read one."""

import csv
import io
import json
from hashlib import sha256
from pathlib import Path

import pytest
from jsonschema import Draft7Validator

import briefing
from briefing.editions import package
from briefing.model.spec import Choices
from briefing.pdf.reading.attached import attachments
from briefing.project import read
from briefing.run.examine import check, know
from briefing.workspace import Workspace

SAMPLE = Path(__file__).parents[2] / "data" / "mongolia-russia"
# Of the standard itself: see the README there.
SCHEMA = Draft7Validator(
    json.loads((Path(__file__).parent / "datapackage/datapackage-2.0.json").read_text("utf-8"))
)
_HEAD = (
    "briefing: 1\ntitle: {en: T}\nperiod: 2026\nreleased: 2026-11-29\nlanguages: [en]\n"
    "style: ministry\nsections: [a]\n"
)


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    out = tmp_path_factory.mktemp("out")
    (built,) = briefing.build(str(SAMPLE), str(out), Choices(languages=("en",))).built
    return dict(attachments(Path(built.path).read_bytes()))


def test_each_table_is_described(files: dict[str, bytes]) -> None:
    whole = json.loads(package(files) or b"")
    assert whole["$schema"] == "https://datapackage.org/profiles/2.0/datapackage.json"
    assert {r["path"] for r in whole["resources"]} == {n for n in files if n.endswith(".csv")}
    for resource in whole["resources"]:
        data = files[resource["path"]]
        assert resource["hash"] == f"sha256:{sha256(data).hexdigest()}"
        assert resource["bytes"] == len(data)
        head = next(csv.reader(io.StringIO(data.decode("utf-8-sig"))))
        assert [field["name"] for field in resource["schema"]["fields"]] == head
        assert resource["name"] == resource["name"].lower()
    flows = next(r for r in whole["resources"] if r["name"] == "flows")
    value = next(f for f in flows["schema"]["fields"] if f["name"] == "value")
    assert value["type"] == "number"
    assert flows["sources"]
    assert all(source["title"] for source in flows["sources"])


def test_the_package_is_one_by_the_schema_of_the_standard(files: dict[str, bytes]) -> None:
    whole = json.loads(package(files) or b"")
    SCHEMA.validate(whole)
    for wrong in (
        whole | {"resources": []},
        whole | {"sources": [{"path": "/etc/passwd"}]},
        whole | {"resources": [{**whole["resources"][0], "licenses": [{"title": "Open"}]}]},
        whole | {"resources": [{**whole["resources"][0], "bytes": "many"}]},
    ):
        assert not SCHEMA.is_valid(wrong)


def test_what_is_no_edition_has_no_package() -> None:
    assert package({"a.csv": b"x\n1\n"}) is None
    assert package({"record.json": b"{}", "a.csv": b"x\n1\n"}) is None


def project(folder: Path, tables: str, **files: bytes) -> str:
    folder.mkdir(exist_ok=True)
    (folder / "briefing.yaml").write_text(_HEAD + tables)
    (folder / "sections/en").mkdir(parents=True)
    (folder / "sections/en/a.md").write_text("# A\n\nText.\n")
    for name, data in files.items():
        (folder / name.replace("_", ".")).write_bytes(data)
    return str(folder)


def codes(folder: str) -> list[str]:
    found = check(folder, Choices()).findings
    return [finding.code for finding in found if finding.code not in ("B120", "B119")]


def test_a_project_reads_the_package_of_an_edition(tmp_path: Path, files: dict[str, bytes]) -> None:
    tables = "tables:\n  figures: {from: datapackage.json, resource: flows, kind: flow}\n"
    tables += "sources: {figures_package: {retrieved: 2026-03-02}}\n"
    tables += "series:\n  made: {table: figures, where: {name: turnover}}\n"
    folder = project(
        tmp_path / "p", tables, flows_csv=files["flows.csv"], datapackage_json=package(files) or b""
    )
    assert codes(folder) == []
    workspace = Workspace(folder)
    spec, _ = read(workspace, Choices())
    assert spec is not None
    known, _ = know(workspace, spec)
    rows = list(csv.DictReader(io.StringIO(files["flows.csv"].decode("utf-8-sig"))))
    expected = {r["period"]: r["value"] for r in rows if r["name"] == "turnover"}
    series = known.series["made"]
    assert {str(o.period): str(o.value) for o in series.observations} == expected
    assert series.observations[0].cells[0].column == "value"


_FOREIGN = {
    "created": "2026-03-01T00:00:00Z",
    "contributors": [{"title": "The Office", "roles": ["publisher"]}],
    "resources": [
        {
            "name": "gdp",
            "path": "gdp.csv",
            "dialect": {"delimiter": ";"},
            "sources": [{"title": "National accounts", "path": "https://example.org/gdp"}],
            "schema": {
                "fields": [
                    {"name": "jahr", "type": "year"},
                    {"name": "wert", "type": "number", "decimalChar": ",", "unit": "EUR million"},
                ],
                "missingValues": ["", "-"],
            },
        }
    ],
}
_GDP = b"jahr;wert\n2013;1,5\n2014;-\n"
_TABLES = "tables:\n  gdp: {from: datapackage.json, kind: flow}\n"


def test_a_package_of_others_says_what_the_manifest_would(tmp_path: Path) -> None:
    data = json.dumps(_FOREIGN).encode()
    folder = project(tmp_path / "p", _TABLES, gdp_csv=_GDP, datapackage_json=data)
    assert codes(folder) == ["B112"]  # a package can't say when it was retrieved
    spec, _ = read(Workspace(folder), Choices())
    assert spec is not None
    table, source = spec.tables["gdp"], spec.sources["gdp_package"]
    assert (table.period, table.value, table.decimal, str(table.unit)) == (
        "jahr", "wert", ",", "EUR million",
    )  # fmt: skip
    assert (source.publisher["en"].text, source.published) == ("The Office", "2026-03-01")


@pytest.mark.parametrize(
    ("change", "word"),
    [
        (lambda p: {"resources": 3}, "no Data Package"),
        (lambda p: p | {"resources": [*p["resources"], {"name": "b", "path": "b.csv"}]}, "2 res"),
        (lambda p: p | {"resources": [p["resources"][0] | {"hash": "sha256:00"}]}, "SHA-256"),
    ],
)
def test_a_package_that_does_not_fit_is_a_finding(tmp_path, change, word) -> None:
    data = json.dumps(change(_FOREIGN)).encode()
    folder = project(tmp_path / "p", _TABLES, gdp_csv=_GDP, datapackage_json=data)
    found = [f for f in check(folder, Choices()).findings if f.code == "B025"]
    assert word in found[0].message
    assert found[0].place.line == 9


def test_a_package_that_is_not_there_is_a_finding(tmp_path: Path) -> None:
    folder = project(tmp_path / "p", _TABLES, gdp_csv=_GDP)
    assert "B050" in codes(folder)


def test_a_package_may_not_lead_out_of_the_project(tmp_path: Path) -> None:
    resource = _FOREIGN["resources"][0] | {"path": "../secret.csv"}
    (tmp_path / "secret.csv").write_bytes(_GDP)
    data = json.dumps(_FOREIGN | {"resources": [resource]}).encode()
    folder = project(tmp_path / "p", _TABLES, datapackage_json=data)
    assert "B051" in codes(folder)
