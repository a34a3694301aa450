"""Figures of notes, of sentences that the product makes and of what is said of pictures are numbers
of facts: `trace` finds them, the register and the record have them with their places."""

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from briefing.cli.app import cli
from briefing.model import Chart, Document, Number, Placed, every_block
from briefing.model.record import Record, decode
from briefing.model.spec import Choices
from briefing.narrative.plain import plain
from briefing.run.build import build
from briefing.run.examine import examine
from briefing.workspace import Workspace
from tests.pdf.sample import png

MANIFEST = """\
briefing: 1
title: {en: Said, ru: Сказано}
parameters: {reporter: MNG, partner: RUS}
period: 2025
released: 2026-11-24
languages: [en, ru]
annex: full
sources:
  nso: {title: {en: Trade, ru: Торговля}, publisher: {en: Office, ru: Управление},
    retrieved: 2026-11-01}
tables:
  trade: {file: trade.csv, source: nso, period: year, value: value, unit: USD thousand, kind: flow}
series:
  exports_to: {table: trade, where: {flow: export}, by: partner,
    label: {en: Exports, ru: Экспорт}}
  exports: {is: "exports_to[$partner]", label: {en: Exports to Russia, ru: Экспорт в Россию}}
exhibits:
  course: {kind: line, show: [exports]}
  order: {kind: ranking, show: exports_to, top: 2}
  parts: {kind: share, show: exports_to}
sections: [trade]
"""
TEXT = {
    "en": """\
# Trade

![How they went](exhibit:course)

![Whose is the most](exhibit:order)

![Of all](exhibit:parts)

![A hall where goods of {{ exports_to[DEU] }} wait](hall.png)
""",
    "ru": """\
# Торговля

![Ход](exhibit:course)

![Порядок](exhibit:order)

![Части](exhibit:parts)

![Зал с грузом: {{ exports_to[DEU] }}](hall.png)
""",
}
ROWS = (
    ("RUS", 2022, "70123"),
    ("RUS", 2023, "99456"),
    ("RUS", 2024, "40789"),
    ("RUS", 2025, "61607"),
    ("DEU", 2025, "812345"),
    ("JPN", 2025, "755555"),
    ("FRA", 2025, "123456"),
)


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("said")
    lines = [f"{code},{year},export,{value}" for code, year, value in ROWS]
    (folder / "trade.csv").write_text("\n".join(["partner,year,flow,value", *lines, ""]), "utf-8")
    (folder / "briefing.yaml").write_text(MANIFEST, "utf-8")
    (folder / "hall.png").write_bytes(png("RGB", (90, 90, 90)))
    for language, text in TEXT.items():
        (folder / "sections" / language).mkdir(parents=True)
        (folder / "sections" / language / "trade.md").write_text(text, "utf-8")
    outcome = build(str(folder), str(folder / "out"), Choices())
    assert outcome.built, [f.message for f in outcome.findings]
    return folder


def record(project: Path) -> Record:
    return decode((project / "out" / project.name / "2025" / "record.json").read_bytes())


def documents(project: Path) -> tuple[Document, ...]:
    return tuple(examine(Workspace(str(project)), Choices()).documents)


def traced(project: Path, wanted: str) -> list[dict[str, object]]:
    pdf = next((project / "out").rglob("*.en.pdf"))
    result = CliRunner().invoke(cli, ["trace", str(pdf), wanted, "--json"], standalone_mode=False)
    assert not result.exception, result.exception
    facts: list[dict[str, object]] = json.loads(result.stdout)["facts"]
    return facts


def test_every_figure_said_of_a_chart_is_a_number_with_cells(project: Path) -> None:
    """No digit that isn't a period or a number of bars stands outside of a number."""
    for document in documents(project):
        charts = [p for p in document.exhibits if isinstance(p.exhibit.content, Chart)]
        assert len(charts) == 3
        for placed in charts:
            numbers = [i for i in placed.exhibit.says if isinstance(i, Number)]
            assert numbers
            assert all(n.fact.cells and n.fact.sources for n in numbers)
            rest = "".join(
                "#" if isinstance(i, Number) else plain((i,)) for i in placed.exhibit.says
            )
            assert re.sub(r"20\d\d", "", rest).isascii() or document.language == "ru"
            assert not re.search(r"\d", re.sub(r"20\d\d", "", rest)), rest


def test_trace_finds_a_figure_of_an_alternative_text(project: Path) -> None:
    """The highest value of a line, which no label prints."""
    (fact,) = traced(project, "US$99.5 million")
    assert (fact["name"], fact["period"]) == ("exports", "2023")
    assert fact["cells"] == [{"file": "trade.csv", "row": 3, "column": "value"}]
    places = fact["printed"]
    assert isinstance(places, dict)
    assert {"text": "US$99.5\xa0million", "page": 1, "alt": True} in places["en"]


def test_trace_finds_a_figure_of_a_note(project: Path) -> None:
    """Of how many listed the two largest are shown: made of a cell of each."""
    facts = [f for f in traced(project, "4") if f["name"] == "listed(exports_to)"]
    (fact,) = facts
    cells = fact["cells"]
    assert isinstance(cells, list)
    assert sorted(cell["row"] for cell in cells) == [5, 6, 7, 8]
    assert fact["is"] == "listed(exports_to)"
    assert fact["label"] == "Number listed in Exports"
    places = fact["printed"]
    assert isinstance(places, dict)
    assert all("alt" not in place for place in places["en"])


def test_trace_finds_a_rank_that_a_sentence_of_the_product_tells(project: Path) -> None:
    (fact,) = traced(project, "rank(exports_to, RUS)")
    assert (fact["value"], fact["of"]) == ("4", 4)
    places = fact["printed"]
    assert isinstance(places, dict)
    assert [place["text"].replace("\xa0", " ") for place in places["en"]] == [
        # In the bar's label, in the sentence about the chart.
        "4th",
        "fourth largest of 4 listed",
    ]


def test_trace_finds_a_figure_of_what_the_author_says_of_a_picture(project: Path) -> None:
    (fact,) = traced(project, "US$812 million")
    places = fact["printed"]
    assert isinstance(places, dict)
    assert any(place.get("alt") for place in places["en"])


def test_trace_says_where_it_stands(project: Path) -> None:
    pdf = next((project / "out").rglob("*.en.pdf"))
    result = CliRunner().invoke(cli, ["trace", str(pdf), "exports 2023"], standalone_mode=False)
    assert "“US$99.5 million”, page 1, in an alternative text" in " ".join(result.stdout.split())


def test_the_register_has_a_row_for_each_and_says_of_what_it_is_said(project: Path) -> None:
    english, russian = documents(project)
    for document, form in ((english, "alternative text of"), (russian, "описание:")):
        assert document.register is not None
        rows = {
            fact.key: row
            for fact, row in zip(document.register.facts, document.register.grid.rows, strict=True)
        }
        said = [
            n.fact.key
            for block in every_block(document.blocks)
            if isinstance(block, Placed)
            for text in (block.exhibit.says, *block.exhibit.notes)
            for n in text
            if isinstance(n, Number)
        ]
        assert len(said) > 10
        assert set(said) <= rows.keys()
        assert form in rows[("exports", "2023", "USD thousand")].cells[1].text
        assert form not in rows[("listed(exports_to)", "2025", "ratio")].cells[1].text


def test_the_record_lists_the_place_of_each(project: Path) -> None:
    """Each number of each language is in the record with the page of its exhibit or picture."""
    known = record(project)
    for document in documents(project):
        for placed in document.exhibits:
            for text in (placed.exhibit.says, *placed.exhibit.notes):
                for number in (n for n in text if isinstance(n, Number)):
                    (entry,) = [e for e in known.facts if e.key[:2] == number.fact.key[:2]]
                    texts = {s.text for s in entry.printed[document.language]}
                    assert number.text in texts
                    assert document.language in entry.rows
