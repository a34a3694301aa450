"""A small briefing in values: what the stages before would hand over."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest

from briefing import narrative
from briefing.figures.parse import parse
from briefing.model.block import Manuscript
from briefing.model.document import Document
from briefing.model.exhibit import Cell, Column, Exhibit, Grid, GridRow, Tiles
from briefing.model.exhibit_spec import ExhibitSpec
from briefing.model.fact import Fact, Facts, Reading
from briefing.model.finding import Finding
from briefing.model.inline import Words
from briefing.model.period import Period
from briefing.model.series import Family, Kind, Observation, Series, Status
from briefing.model.spec import SeriesSpec, Spec
from briefing.model.table import Source
from briefing.model.text import Phrase, Place, Text
from briefing.model.unit import DATE, Unit

MANIFEST = Place("briefing.yaml")
MILLION = Unit.parse("USD million")
YEAR = Period.year(2025)


def text(words: str) -> Text:
    return {"en": Phrase(words, MANIFEST)}


def fact(name: str, value: str, *sources: str) -> Fact:
    return Fact(name, Decimal(value), MILLION, YEAR, Kind.FLOW, sources=sources)


FACTS = {
    "exports": fact("exports", "60.7", "nso"),
    "imports": fact("imports", "2785", "nso"),
    "turnover": fact("turnover", "2845.7", "nso"),
    "pledge": fact("pledge", "297", "mfa"),
    "period": Fact("period", YEAR, DATE, YEAR),
}


def source(name: str, publisher: str, basis: str = "") -> Source:
    return Source(
        name,
        text(f"{publisher} data"),
        text(publisher),
        MANIFEST,
        url=Phrase("https://www.data.mn/tables/1", MANIFEST),
        retrieved=date(2026, 4, 15),
        licence=text("open data"),
        basis=text(basis) if basis else None,
    )


@pytest.fixture
def spec() -> Spec:
    exhibits = ("headline", "flows", "trade", "chart")
    return Spec(
        name="mongolia-russia",
        file="briefing.yaml",
        title=text("Mongolia and {{ partner.name }}"),
        parameters={"reporter": "MNG", "partner": "USA"},
        period=YEAR,
        released=date(2026, 11, 24),
        languages=("en",),
        style="ministry",
        sources={
            "unused": source("unused", "Nobody"),
            "nso": source("nso", "National Statistics Office", "current prices"),
            "mfa": source("mfa", "Ministry of Foreign Affairs"),
        },
        tables={},
        series={
            "exports": SeriesSpec("exports", MANIFEST, label=text("Exports")),
            "imports": SeriesSpec("imports", MANIFEST, label=text("Imports")),
            "turnover": SeriesSpec(
                "turnover",
                MANIFEST,
                expression=Phrase("exports + imports", MANIFEST),
                label=text("Trade turnover"),
            ),
        },
        facts={},
        exhibits={
            name: ExhibitSpec(name, MANIFEST, "grid", (Phrase("exports", MANIFEST),))
            for name in exhibits
        },
        sections=(),
        names={},
        edition="2025",
        marking=text("OFFICIAL"),
        contact="desk@example.org",
        publication=text("Bilateral Briefing"),
    )


@pytest.fixture
def facts() -> Facts:
    known = Observation(YEAR, Decimal("60.7"))
    later = Observation(Period.year(2026), Decimal(1))
    exports = Series("exports", MILLION, Kind.FLOW, (known, later))
    return Facts(
        period=YEAR,
        released=date(2026, 11, 24),
        parameters={"reporter": "MNG", "partner": "USA"},
        sources={},
        series={"exports": exports},
        families={"exports_to": Family("exports_to", {}, frozenset({"WLD"}))},
        stated={},
        events={},
        expressions={"turnover": parse("exports + imports")},
    )


LOW = (Words("Exports were low.", Place("trade.md")),)


def grid(name: str, *sources: str) -> Exhibit:
    cell = Cell("60.7", Status.PROVISIONAL, FACTS["exports"])
    rows = (GridRow("2025", (cell,)), GridRow("2024", (Cell("[x]", Status.MISSING),)))
    content = Grid((Column("Year", False), Column("Exports", True)), rows)
    return Exhibit(name, "grid", content, "US$ million, 2025", LOW, (), sources)


EXHIBITS = {
    "headline": Exhibit("headline", "tiles", Tiles(()), "", (), (), ("nso",)),
    "flows": grid("flows", "mfa", "nso"),
    "trade": grid("trade", "nso"),
    "chart": Exhibit("chart", "grid", Tiles(()), "", (), (), ("nso",)),
}

Composed = tuple[Document | None, tuple[Finding, ...]]


@pytest.fixture
def composed(spec: Spec, facts: Facts) -> Callable[..., Composed]:
    """Composes sections given as name=Markdown."""

    def run(**files: str) -> Composed:
        sections = []
        for name, written in files.items():
            section, findings = narrative.read(f"{name}.md", name, written)
            assert findings == ()
            assert section is not None
            sections.append(section)
        title, _ = narrative.phrase(spec.title["en"])
        manuscript = Manuscript("en", title, tuple(sections))
        readings = {
            reference: Reading(FACTS[reference.name])
            for reference in narrative.references(manuscript)
            if reference.name in FACTS
        }
        shown = {
            p.exhibit: EXHIBITS[p.exhibit]
            for p in narrative.placements(manuscript)
            if p.exhibit in EXHIBITS
        }
        return narrative.compose(spec, facts, manuscript, readings, shown, {})

    return run
