"""The files inside an edition's PDFs, as `briefing.build` puts them there."""

import csv
import io
import json
from decimal import Decimal
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

import briefing
from briefing.model.spec import Choices
from briefing.pdf.reading import attached

CASES = Path(__file__).parents[1] / "projects"
SAMPLE = Path(__file__).parents[2] / "data" / "mongolia-russia"


@pytest.fixture(scope="module")
def edition(tmp_path_factory: pytest.TempPathFactory) -> Path:
    choices = Choices(languages=("en",))
    (built,) = briefing.build(str(SAMPLE), str(tmp_path_factory.mktemp("out")), choices).built
    return Path(built.path)


def rows(files: dict[str, bytes], name: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(files[name].decode("utf-8-sig"))))


def test_the_record_inside_is_that_of_the_edition_but_for_its_words(edition: Path) -> None:
    inside = json.loads(attached.attachments(edition.read_bytes())["record.json"])
    beside = json.loads(edition.with_name("record.json").read_bytes())
    passages, prose = inside.pop("passages"), beside.pop("prose")
    assert inside == beside
    assert [p["section"] for p in passages] == [p["section"] for p in prose]
    assert [len(p["words"]) for p in passages] == [1 + len(p["paragraphs"]) for p in prose]


def test_each_exhibit_has_its_data(edition: Path) -> None:
    data = edition.read_bytes()
    files = attached.attachments(data)
    with pikepdf.open(BytesIO(data)) as pdf:
        elements = [o for o in pdf.objects if isinstance(o, pikepdf.Dictionary) and "/S" in o]
        bound = {str(f.UF): str(e.S) for e in elements if "/AF" in e for f in e.AF}
        kinds = {str(f.UF): str(f.EF.F.Subtype) for f in pdf.Root.AF}
        charts = [e for e in elements if e.S == "/Figure" and "Map:" not in str(e.Alt)]
        assert charts
        assert all("/AF" in e for e in charts)
    assert set(bound) == set(files) - {"record.json"}
    assert bound["partners.csv"] == "/Figure"
    assert bound["flows.csv"] == "/Table"
    assert bound["headline.csv"] == "/Div"
    assert bound["history.csv"] == "/L"
    assert kinds["flows.csv"] == "/text/csv"
    assert kinds["record.json"] == "/application/json"


def test_a_reader_can_compute_from_the_values(edition: Path) -> None:
    files = dict(attached.attachments(edition.read_bytes()))
    flows = {(row["name"], row["period"]): row for row in rows(files, "flows.csv")}
    newest = {
        name: Decimal(row["value"])
        for (name, period), row in flows.items()
        if period == "2025" and row["value"]
    }
    assert newest["exports"] == Decimal("60651.8")
    assert newest["turnover"] == newest["exports"] + newest["imports"]
    turnover = flows["turnover", "2025"]
    assert turnover["is"] == "exports + imports"
    assert (turnover["unit"], turnover["status"]) == ("USD thousand", "p")
    assert turnover["source"] == "National Statistics Office of Mongolia [S1]"
    partners = rows(files, "partners.csv")
    assert partners[0]["name"] == "imports_from[CHN]"
    assert partners[0]["label"] == "China"


def test_what_is_missing_stays_missing(edition: Path) -> None:
    files = dict(attached.attachments(edition.read_bytes()))
    gap = next(row for row in rows(files, "stock_chart.csv") if row["period"] == "2003")
    assert (gap["value"], gap["status"]) == ("", "x")


def test_events_have_their_dates(edition: Path) -> None:
    first = rows(dict(attached.attachments(edition.read_bytes())), "history.csv")[0]
    assert first["period"] == "1921-11-05"
    assert first["title"] == "Agreement on establishing friendly relations"


def test_each_language_has_its_own_record(tmp_path: Path) -> None:
    project = CASES / "two-sections" / "project"
    for built in briefing.build(str(project), str(tmp_path)).built:
        record = json.loads(attached.attachments(Path(built.path).read_bytes())["record.json"])
        assert {language for f in record["facts"] for language in f["printed"]} == {built.language}
