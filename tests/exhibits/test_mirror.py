"""Mirror tables; the gaps are worked out by hand beside them."""

from collections.abc import Callable
from decimal import Decimal

from msgspec.structs import replace

from briefing.exhibits import build
from briefing.model.exhibit import Exhibit, Grid
from briefing.model.fact import Facts
from briefing.model.period import Period
from briefing.model.series import Kind, Observation, Series
from briefing.model.spec import Spec
from briefing.model.unit import PERCENT, Unit
from tests.exhibits.words import notes

Maker = Callable[..., Spec]
MILLION = Unit.parse("USD million")
SHOW = ["exports", "bought", "imports", "sold"]


def reported(name: str, values: dict[int, str]) -> Series:
    known = (
        Observation(Period.year(y), Decimal(v), sources=("cow",), resolution=Decimal(1))
        for y, v in values.items()
    )
    return Series(name, MILLION, Kind.FLOW, tuple(known))


def both(facts: Facts) -> Facts:
    bought = reported("bought", {2019: "70", 2020: "48", 2021: "120"})
    sold = reported("sold", {2020: "1500", 2025: "2800"})
    return replace(facts, series={**facts.series, "bought": bought, "sold": sold})


def made(spec: Spec, facts: Facts) -> Exhibit:
    exhibits, findings = build(spec, both(facts), ["it"], "en")
    assert findings == ()
    return exhibits["it"]


def grid(exhibit: Exhibit) -> Grid:
    assert isinstance(exhibit.content, Grid)
    return exhibit.content


def test_the_importers_figure_less_the_exporters_by_the_mean(spec: Maker, facts: Facts) -> None:
    exhibit = made(spec("mirror", SHOW, unit=MILLION), facts)
    heads = ["Year", "Mongolia", "Russia", "Gap", "Gap, %", "Source"]
    assert [column.head for column in grid(exhibit).columns] == heads
    assert [[row.head, *(c.text for c in row.cells[:4])] for row in grid(exhibit).rows] == [
        ["Exports to Russia"],
        # 48 − 57.2748 = −9.2748, by 52.6374: −17.62 %; whole millions are all that the gap has.
        ["2020", "57.3", "48", "−9", "−17.6"],
        # 120 − 112.7839 = 7.2161, by 116.39195: 6.20 %.
        ["2021", "112.8", "120", "7", "6.2"],
        ["Imports from Russia"],
        # Own imports less what the partner sold: 1399.9623 − 1500 = −100.0377, by 1449.98: −6.90 %.
        ["2020", "1,400.0", "1,500", "−100", "−6.9"],
        # 2785.48896 − 2800 = −14.51, by 2792.74: −0.52 %.
        ["2025", "2,785.5", "2,800", "−15", "−0.5"],
    ]


def test_a_gap_is_a_fact_with_both_sides_cells_and_sources(spec: Maker, facts: Facts) -> None:
    row = grid(made(spec("mirror", SHOW), facts)).rows[1]
    gap = row.cells[3].fact
    assert gap is not None
    assert gap.name == "mirror_gap(exports, bought)"
    assert (gap.unit, gap.sources) == (PERCENT, ("nso", "cow"))
    assert gap.cells
    assert row.cells[4].cites == ("nso", "cow")


def test_reasons_stand_below(spec: Maker, facts: Facts) -> None:
    (reasons, *_) = notes(made(spec("mirror", SHOW), facts))
    words = "valuation origin destination timing re-exports thresholds confidentiality rates"
    assert all(word in reasons for word in words.split())


def test_one_flow_alone(spec: Maker, facts: Facts) -> None:
    assert [r.head for r in grid(made(spec("mirror", SHOW[:2]), facts)).rows] == [
        "Exports to Russia",
        "2020",
        "2021",
    ]


def test_what_is_no_pair_or_of_two_currencies_is_found(spec: Maker, facts: Facts) -> None:
    _, (odd,) = build(spec("mirror", SHOW[:3]), both(facts), ["it"], "en")
    assert (odd.code, "two series for each flow" in odd.message) == ("B352", True)
    euros = replace(reported("bought", {2020: "4"}), unit=Unit.parse("EUR million"))
    mixed = replace(facts, series={**facts.series, "bought": euros})
    _, (other,) = build(spec("mirror", SHOW[:2]), mixed, ["it"], "en")
    assert other.code == "B353"
    _, (none,) = build(
        spec("mirror", SHOW[:2]),
        replace(facts, series={**facts.series, "bought": reported("bought", {1990: "4"})}),
        ["it"],
        "en",
    )
    assert none.code == "B354"
