"""The sample project's editions: one a year, each without a finding and true to its year."""

import csv
import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import cache

import pytest
from msgspec import Struct

from briefing.model.document import Document
from briefing.model.fact import Fact
from briefing.model.spec import Choices
from briefing.model.text import Place
from briefing.run.examine import examine
from briefing.workspace import Workspace
from tests.data.sample import PROJECT, investment, own, reported, traded
from tests.data.test_mongolia_russia import SECTIONS, products

EDITIONS = range(2014, 2026)


@cache
def edition(year: int) -> Document:
    examined = examine(Workspace(str(PROJECT)), Choices(period=str(year)))
    assert not examined.findings, [str(f.place) + f.message for f in examined.findings]
    document, *_ = examined.documents
    return document


def texts(value: object) -> Iterator[str]:
    """Every string that a document prints or reads out; places and provenance are left out."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for part in value.values():
            yield from texts(part)
    elif isinstance(value, (tuple, list)):
        for part in value:
            yield from texts(part)
    elif isinstance(value, Struct) and not isinstance(value, (Place, Fact)):
        for field in value.__struct_fields__:
            yield from texts(getattr(value, field))


def sold(label: str) -> dict[int, Decimal]:
    """Exports of a section by year."""
    return {int(year): value for (section, year), value in products().items() if section == label}


@pytest.mark.parametrize("year", EDITIONS)
def test_an_edition_speaks_of_nothing_after_its_year(year: int) -> None:
    document = edition(year)
    body = " ".join(texts((document.title, document.opening, document.chapters)))
    assert len(body) > 10_000
    # As the days of retrieval in the annex, the day on which somebody last saw that words hold.
    body = re.sub(r"\b21\sJan 2026\b", "", body)
    later = {int(found) for found in re.findall(r"\b20\d\d\b", body)} - set(range(year + 1))
    assert not later


@pytest.mark.parametrize("year", EDITIONS)
def test_later_events_are_in_the_editions_that_know_them(year: int) -> None:
    body = " ".join(texts(edition(year).chapters))
    assert ("Comprehensive Strategic Partnership" in body) == (year >= 2019)
    assert ("the flow was reversed" in body) == (year >= 2016)
    assert ("Khurelsukh" in body) == (year >= 2024)
    assert ("No total of exports has been published" in body) == (year >= 2025)
    assert "75th anniversary" in body


def test_claims_without_a_number_hold_in_every_edition() -> None:
    exports, imports = traded("RUS", "export"), traded("RUS", "import")
    china, total = traded("CHN", "export"), traded("WLD", "export")
    minerals = sold("Mineral products")
    shares = {year: exports[year] / total[year] for year in total}
    assert max(shares, key=lambda year: shares[year]) == 2009
    for year in EDITIONS:
        assert exports[year] < imports[year] / 10
    for year in set(EDITIONS) & set(total):
        assert china[year] > total[year] / 2
        assert minerals[year] > total[year] / 2
        assert shares[year] < Decimal("0.05")


def test_precious_stones_and_textiles_follow_minerals_in_every_edition() -> None:
    sections = {code: sold(label) for code, label in SECTIONS.items()}
    for year in range(EDITIONS[0], 2025):
        order = sorted(sections, key=lambda section: -sections[section][year])
        assert order[0] == "HS05"
        assert set(order[1:3]) == {"HS11", "HS14"}


def test_net_inflow_was_highest_in_2011_and_turned_round_in_may_and_june_2016() -> None:
    months = {month: -value for month, value in investment().items()}
    years: dict[str, Decimal] = {}
    for month, inflow in months.items():
        years[month[:4]] = years.get(month[:4], Decimal(0)) + inflow
    assert max(years, key=lambda year: years[year]) == "2011"
    assert [year for year, inflow in years.items() if inflow < 0] == ["2016"]
    assert months["2016-05"] + months["2016-06"] < years["2016"]


def test_most_of_the_russian_stock_was_built_up_after_2010() -> None:
    with (PROJECT / "fdi.csv").open(encoding="utf-8", newline="") as file:
        stock = {r["year"]: r["stock"] for r in csv.DictReader(file) if r["investor"] == "RUS"}
    assert Decimal(stock["2010"]) < Decimal(stock["2012"]) / 2


def test_the_two_sides_disagree_most_on_the_smaller_flow() -> None:
    gaps: dict[str, list[Decimal]] = {}
    for flow, mirrored in (("export", "import"), ("import", "export")):
        ours = {year: value / 1000 for year, value in traded("RUS", flow).items()}
        rows = [(r["year"], r["value"]) for r in own("mirror.csv") if r["flow"] == mirrored]
        rows += reported().items() if mirrored == "export" else []
        other = {int(year): Decimal(value) for year, value in rows}
        gaps[flow] = [
            abs(value - ours[year]) / ((value + ours[year]) / 2)
            for year, value in other.items()
            if year <= EDITIONS[0]
        ]
    assert max(gaps["export"]) > max(gaps["import"])
