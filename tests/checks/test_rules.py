from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest
from msgspec.structs import replace

from briefing import checks, narrative
from briefing.checks.rule import LOOKED, Material
from briefing.model.block import Manuscript, Paragraph, Placed
from briefing.model.document import Annex, Chapter, Document, Furniture
from briefing.model.exhibit import Chart, Exhibit, Line, Point
from briefing.model.exhibit_spec import ExhibitSpec
from briefing.model.fact import Fact, Facts
from briefing.model.finding import Finding, Severity
from briefing.model.inline import Number, Words
from briefing.model.period import Period
from briefing.model.series import Family, Kind, Series
from briefing.model.spec import SeriesSpec, Spec
from briefing.model.table import Source
from briefing.model.table_spec import TableSpec, ValueSpec
from briefing.model.text import Phrase, Place
from briefing.model.unit import Unit

MANIFEST = Place("briefing.yaml")
MILLION = Unit.parse("USD million")
NSO = Source(
    "nso",
    {"en": Phrase("Trade", MANIFEST)},
    {"en": Phrase("NSO", MANIFEST)},
    Place("briefing.yaml", 9, 3),
    retrieved=date(2026, 4, 15),
    basis={"en": Phrase("current prices", MANIFEST)},
)
AT = Place("trade.md", 5, 7)
Examine = Callable[..., tuple[Finding, ...]]


def fact(year: int = 2025, *sources: str, unit: Unit = MILLION) -> Fact:
    return Fact("exports", Decimal(61), unit, Period.year(year), Kind.FLOW, sources=sources)


def ranking(year: int, subtitle: str, *sources: str) -> Placed:
    stock = replace(fact(year, "nso"), kind=Kind.STOCK)
    point = Point(Decimal(61), "61", stock, None, "China")
    chart = Chart("ranking", (Line("exports", "Exports", (point,)),), "US$ million")
    exhibit = Exhibit("suppliers", "ranking", chart, subtitle, "It says.", (), sources)
    return Placed(exhibit, (Words("China leads", AT),), "Figure 1", "suppliers", "", AT)


def document(*blocks: Paragraph | Placed) -> Document:
    chapter = Chapter("trade", "1", (Words("Trade", AT),), "trade", blocks, AT)
    annex = Annex("", "", (), "", (), "", ())
    furniture = Furniture("", "", "", "", "", "", "", "", "")
    return Document("en", (), "", "", (), None, (chapter,), annex, furniture)


def printed(found: Fact) -> Document:
    return document(Paragraph((Number("US$61 million", found, AT),), AT))


@pytest.fixture
def examine() -> Examine:
    """Examines a document, or a section's Markdown, with some sources and exhibits."""

    def run(
        *documents: Document,
        markdown: str = "# Trade\n",
        source: Source = NSO,
        period: str = "2025",
        subtitle: str = "",
    ) -> tuple[Finding, ...]:
        spec = _spec(source, subtitle)
        exports = Series("CHN", MILLION, Kind.FLOW, ())
        family = Family("exports_to", {"CHN": exports})
        facts = Facts(
            Period.parse(period), None, spec.parameters, {}, {}, {"exports_to": family}, {}, {}
        )
        section, findings = narrative.read("trade.md", "trade", markdown)
        assert findings == ()
        assert section is not None
        title, _ = narrative.phrase(spec.title["en"])
        manuscript = Manuscript("en", title, (section,))
        return checks.examine(spec, facts, (manuscript,), documents).findings

    return run


def _spec(source: Source, subtitle: str) -> Spec:
    shown = {"en": Phrase(subtitle, Place("briefing.yaml", 20, 5))} if subtitle else None
    trade = ExhibitSpec("trade", MANIFEST, "bars", (), subtitle=shown)
    exports = SeriesSpec("exports", MANIFEST, label={"en": Phrase("Exports", MANIFEST)})
    return Spec(
        name="p",
        file="briefing.yaml",
        title={"en": Phrase("Mongolia and {{ partner.name }}", MANIFEST)},
        parameters={"partner": "RUS"},
        period=Period.year(2025),
        released=None,
        languages=("en",),
        style="ministry",
        sources={source.name: source},
        tables={},
        series={"exports": exports},
        facts={},
        exhibits={"trade": trade},
        sections=(),
        names={},
        edition="2025",
    )


def test_every_rule_documents_itself() -> None:
    assert list(checks.RULES) == [f"B{n}" for n in (*range(101, 120), *range(122, 126))]
    assert set(checks.RULES) | {"B120", "B121"} == set(checks.CODES)
    assert all(rule.code.hint for rule in checks.RULES.values())
    for code in checks.CODES.values():
        assert code.title
        assert code.what
        assert code.why
        assert code.example


def test_b101_finds_typed_figures_wherever_they_stand(examine: Examine) -> None:
    findings = examine(
        markdown=(
            "# Trade of 61 million\n\nSee *some* {{ exports }} and 62 million.\n\n"
            "## Head 63%\n\n- item 64 km\n\n| a | 65% |\n|---|---|\n| 2014 | 66.5 |\n\n"
            "![Exports of 67%](exhibit:trade)\n\n![Alt 68%](a.png)\n\n::: aside\n69%\n:::\n\n"
            "[7 million](https://x.org/8)\n"
        ),
        subtitle="Share in {{ period }} of 90%",
    )
    assert {f.code for f in findings} == {"B101"}
    assert [(f.place.file, f.place.line, f.place.column, f.message[1:3]) for f in findings] == [
        ("trade.md", 1, 12, "61"),
        ("trade.md", 3, 30, "62"),
        ("trade.md", 5, 9, "63"),
        ("trade.md", 7, 8, "64"),
        ("trade.md", 9, 7, "65"),
        ("trade.md", 11, 10, "66"),
        ("trade.md", 13, 14, "67"),
        ("trade.md", 15, 7, "68"),
        ("trade.md", 18, 1, "69"),
        ("trade.md", 21, 2, "7”"),
        ("briefing.yaml", 20, 30, "90"),
    ]
    assert all(f.severity is Severity.ERROR for f in findings)


def test_b101_leaves_quotations_code_and_dates(examine: Examine) -> None:
    assert not examine(
        markdown=(
            "# Trade since 2005\n\n> Trade will reach 10 billion.\n\n`x = 5` and “*about* 5\n"
            "million”, on 5\nNovember 1921\n\n```\n17\n```\n\n<https://x.org/17>\n"
        )
    )


def test_b111_a_ranking_of_an_old_year_that_no_word_names(examine: Examine) -> None:
    silent = document(ranking(2012, "Stock, US$ million", "nso"))
    (finding,) = examine(silent)
    assert (finding.code, finding.severity, finding.place) == ("B111", Severity.WARNING, AT)
    assert not examine(document(ranking(2012, "Stock at the end of 2012", "nso")))
    assert not examine(document(ranking(2025, "Stock, US$ million", "nso")))


def test_b111_a_year_is_not_stale_in_the_middle_of_the_next(examine: Examine) -> None:
    last_year = document(ranking(2024, "Stock, US$ million", "nso"))
    assert not examine(last_year, period="2025-Q3")
    assert [f.code for f in examine(last_year, period="2025-Q4")] == ["B111"]


def test_b112_a_figure_without_a_source(examine: Examine) -> None:
    (finding,) = examine(printed(fact()))
    assert (finding.code, finding.place) == ("B112", AT)
    assert not examine(printed(fact(2025, "nso")))
    own = replace(fact(), name="period", value=Period.year(2025))
    assert not examine(printed(own))
    assert [f.code for f in examine(document(ranking(2025, "", *())))] == ["B112"]


def test_b112_a_source_without_a_date(examine: Examine) -> None:
    (finding,) = examine(source=replace(NSO, retrieved=None))
    assert (finding.code, finding.place) == ("B112", NSO.place)


def test_b119_money_without_its_basis(examine: Examine) -> None:
    bare = replace(NSO, basis=None)
    money = (printed(fact(2025, "nso")), printed(fact(2024, "nso")))
    (finding,) = examine(*money, source=bare)
    assert (finding.code, finding.severity, finding.place) == (
        "B119",
        Severity.WARNING,
        NSO.place,
    )
    assert not examine(printed(fact(2025, "nso", unit=Unit.parse("km"))), source=bare)
    assert not examine(*money)


def test_b119_leaves_the_source_of_a_column_of_rates() -> None:
    bare, rate = replace(NSO, basis=None), Unit.parse("EUR per USD")
    for unit, found in ((rate, 0), (MILLION, 1)):
        column = ValueSpec("rate", "rate", MANIFEST, unit=unit, source="nso")
        file = Phrase("trade.csv", MANIFEST)
        table = TableSpec("trade", MANIFEST, file, "year", source="comtrade", values=(column,))
        spec = replace(_spec(bare, ""), tables={"trade": table})
        facts = Facts(spec.period, None, spec.parameters, {}, {}, {}, {}, {})
        documents = (printed(fact(2025, "nso")),)
        findings = checks.examine(spec, facts, (), documents).findings
        assert [f.code for f in findings].count("B119") == found


def test_figures_and_exhibits_that_were_looked_at_are_counted() -> None:
    said = Paragraph(tuple(Number("US$61 million", fact(year), AT) for year in (2023, 2024)), AT)
    spec = _spec(NSO, "")
    facts = Facts(spec.period, None, spec.parameters, {}, {}, {}, {}, {})
    whole, less = document(ranking(2025, "", "nso"), said), document(said)
    material = Material(spec, facts, (), (less, whole, less), ())
    assert (LOOKED["figures"](material), LOOKED["exhibits"](material)) == (3, 1)
