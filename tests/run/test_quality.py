"""The statement on quality and the register, on a built project."""

import hashlib
import importlib.util
import json
from pathlib import Path

import briefing
from briefing import checks
from briefing.run.examine import examine
from briefing.workspace import Workspace, assets
from tests.pdf.structure import structure_text

SAMPLES = Path(__file__).parents[1] / "projects"
PROJECT = SAMPLES / "two-sections" / "project"


def made(folder: Path, tmp_path: Path) -> tuple[str, dict]:
    (built,) = briefing.build(str(folder), str(tmp_path)).built
    data = Path(built.path).read_bytes()
    record = json.loads(Path(built.path).with_name("record.json").read_bytes())
    return structure_text(data), record


def test_the_digest_is_that_of_the_files_and_stands_in_two_halves(tmp_path: Path) -> None:
    text, record = made(PROJECT, tmp_path)
    files = [path for path in PROJECT.rglob("*") if path.is_file()]
    own = {str(path.relative_to(PROJECT)) for path in files}
    # Of the product the style, and the fonts that this names.
    files.append(Path(assets.styles()) / "ministry.yaml")
    looks = [i["path"] for i in record["inputs"] if i["path"] not in own]
    fonts = [path for path in looks if path.startswith("fonts/")]
    assert (len(fonts) > 3, len(looks)) == (True, len(fonts) + 1)
    for path in fonts:
        _, package, name = path.split("/", 2)
        found = importlib.util.find_spec(package.replace("-", "_"))
        assert found is not None
        (folder,) = found.submodule_search_locations or ()
        files.append(next(p for p in Path(folder).rglob("*") if p.name == Path(name).name))
    sums = sorted(hashlib.sha256(path.read_bytes()).hexdigest() for path in files)
    digest = hashlib.sha256("".join(f"{one}\n" for one in sums).encode()).hexdigest()
    assert record["digest"] == digest
    assert f"SHA-256 of their digests {digest[:32]} {digest[32:]}" in " ".join(text.split())
    assert f"Inputs {len(files)} files" in " ".join(text.split())


def test_each_check_says_what_came_of_it(tmp_path: Path) -> None:
    text, record = made(PROJECT, tmp_path)
    lines = [line.split("\t") for line in text.splitlines() if line.startswith("B1")]
    results = {line[0][:4]: line[1] for line in lines}
    assert len(results) == len(checks.RULES)
    said = {code for code, result in results.items() if not result.startswith("not run: ")}
    assert said == set(record["checks"]["ran"])
    idle = {code for code, result in results.items() if result.startswith("not run: ")}
    assert idle == set(record["checks"]["not_run"])


def test_a_waived_finding_is_no_pass_and_gives_its_reason(tmp_path: Path) -> None:
    folder = tmp_path / "project"
    (folder / "sections" / "en").mkdir(parents=True)
    (folder / "sections" / "en" / "text.md").write_text("# Text\n\nIt was 7 of them.\n")
    (folder / "briefing.yaml").write_text(
        "briefing: 1\ntitle: A text\nperiod: 2025\nreleased: 2026-11-24\nlanguages: [en]\n"
        "annex: full\n"
        "sections: [text]\nchecks:\n  allow: [{rule: B101, at: text, because: It is a song}]\n"
    )
    text, record = made(folder, tmp_path / "out")
    assert "B101 Figures of the text are bound to data\t1 waived\n" in text
    assert "B101 waived at sections/en/text.md:3: It is a song." in text
    (waived,) = record["checks"]["waived"]
    assert (waived["code"], waived["because"]) == ("B101", {"en": "It is a song"})


def test_every_figure_of_the_text_has_one_row_and_the_record_its_number() -> None:
    examined = examine(Workspace(str(PROJECT)), briefing.Choices())
    (document,) = examined.documents
    register = document.register
    assert register is not None
    heads = [row.head for row in register.grid.rows]
    assert heads == [f"F{n}" for n in range(1, len(heads) + 1)]
    assert len(set(register.numbers)) == len(heads)
    rows = {
        row.head: [cell.text.replace("\N{NO-BREAK SPACE}", " ") for cell in row.cells]
        for row in register.grid.rows
    }
    assert rows[register.numbers["turnover", "2014", "USD thousand"]] == [
        "Trade turnover, 2014",
        "US$1.6 billion",
        "1,610,925.55 US$ thousand [p]",
        "S1: Exports to Russia + Imports from Russia",
    ]
    assert rows[register.numbers["growth(turnover)", "2014", "percent"]] == [
        "Growth of Trade turnover on the year before, 2014",
        "decreased by 0.8% or US$13 million",
        "−0.78216217 % [p]",
        "S1: trade.csv: 11, 21, 10, 20",
    ]


def test_a_file_of_several_columns_names_that_of_each_figure(tmp_path: Path) -> None:
    folder = tmp_path / "project"
    (folder / "sections" / "en").mkdir(parents=True)
    (folder / "sections" / "en" / "text.md").write_text(
        "# Text\n\nGoods {{ goods }} and services {{ services }}; debt {{ debt }}.\n"
    )
    (folder / "paid.csv").write_text("year,g,s\n2025,12,34\n")
    (folder / "debt.csv").write_text("year,d\n2025,56\n")
    (folder / "briefing.yaml").write_text(
        "briefing: 1\ntitle: A text\nperiod: 2025\nreleased: 2026-11-24\nlanguages: [en]\n"
        "annex: full\n"
        "sources:\n  bank: {title: Payments, publisher: A bank, retrieved: 2026-05-01, "
        "basis: current prices}\n"
        "tables:\n"
        "  paid: {file: paid.csv, source: bank, period: year, unit: USD million, kind: flow, "
        "values: {goods: {column: g}, services: {column: s}}}\n"
        "  owed: {file: debt.csv, source: bank, period: year, value: d, unit: USD million, "
        "kind: stock}\n"
        "series:\n  debt: {table: owed}\nsections: [text]\n"
    )
    text, _ = made(folder, tmp_path / "out")
    assert "File and line say where a value was read. Columns: debt.csv d." in text
    assert "\tS1: paid.csv g: 2\n" in text
    assert "\tS1: paid.csv s: 2\n" in text
    assert "\tS1: debt.csv: 2\n" in text
