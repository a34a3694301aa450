from collections.abc import Callable

from briefing.exhibits import build
from briefing.model.exhibit import Exhibit, Grid
from briefing.model.fact import Facts
from briefing.model.period import Period
from briefing.model.series import Status
from briefing.model.spec import Spec
from briefing.model.unit import Unit
from tests.exhibits.words import notes

Maker = Callable[..., Spec]
YEARS = (Period.year(2020), Period.parse("2022..2025"))


def made(spec: Spec, facts: Facts) -> Exhibit:
    exhibits, findings = build(spec, facts, ["it"], "en")
    assert findings == ()
    return exhibits["it"]


def printed(exhibit: Exhibit) -> list[list[str]]:
    assert isinstance(exhibit.content, Grid)
    return [[row.head, *(cell.text for cell in row.cells)] for row in exhibit.content.rows]


def test_periods_by_series(spec: Maker, facts: Facts) -> None:
    show = ["imports", "exports", "turnover", "balance", "export_share"]
    exhibit = made(spec("grid", show, periods=YEARS, unit=Unit.parse("USD million")), facts)
    assert isinstance(exhibit.content, Grid)
    assert [column.head for column in exhibit.content.columns] == [
        "Year",
        "Imports from Russia",
        "Exports to Russia",
        "Trade turnover",
        "Goods balance",
        "Russia’s share of exports, %",
    ]
    assert printed(exhibit) == [
        ["2020", "1,400.0", "57.3", "1,457.2", "−1,342.7", "[x]"],
        ["2022", "2,611.5", "93.4", "2,704.8", "−2,518.1", "[x]"],
        ["2023", "2,386.3", "[x]", "[x]", "[x]", "0.7"],
        ["2024", "2,824.8", "100.7", "2,925.5", "−2,724.1", "0.6"],
        ["2025", "2,785.5", "60.7", "2,846.1", "−2,724.8", "[x]"],
    ]
    assert exhibit.subtitle == "US$\u00a0million unless stated, 2020–2025; 2025 provisional"
    assert notes(exhibit) == (
        "Totals may not sum due to rounding.",
        "[p] provisional.",
        "[x] not available.",
    )


def test_the_newest_provisional_row_is_strong_and_marked(spec: Maker, facts: Facts) -> None:
    exhibit = made(spec("grid", ["imports"], periods=YEARS), facts)
    assert isinstance(exhibit.content, Grid)
    rows = exhibit.content.rows
    assert [row.strong for row in rows] == [False, False, False, False, True]
    assert [row.spaced for row in rows] == [False, True, False, False, False]
    assert rows[-1].cells[0].status is Status.PROVISIONAL
    assert rows[-1].cells[0].fact is not None
    assert rows[-1].cells[0].fact.period == Period.year(2025)


def test_rounding_is_noted_only_where_it_shows(spec: Maker, facts: Facts) -> None:
    years = (Period.year(2021),)
    exhibit = made(spec("grid", ["imports", "exports", "turnover"], periods=years), facts)
    assert printed(exhibit) == [["2021", "1,955.2", "112.8", "2,068.0"]]
    assert notes(exhibit) == ()


def test_a_family_has_a_row_a_member_and_its_totals_last(spec: Maker, facts: Facts) -> None:
    exhibit = made(spec("grid", "imports_from", top=1), facts)
    assert printed(exhibit) == [
        ["China", "4,655.6"],
        ["Russia", "2,785.5"],
        ["World", "11,000.0"],
    ]
    assert isinstance(exhibit.content, Grid)
    assert [row.strong for row in exhibit.content.rows] == [False, True, False]
    assert exhibit.content.columns[0].head == "Country or territory"
    assert notes(exhibit)[0] == "6 are listed; the largest and Russia are shown."


def test_no_cell_has_a_digit_that_its_source_lacks(spec: Maker, facts: Facts) -> None:
    exhibit = made(spec("grid", ["imports"], periods=YEARS, unit=Unit.parse("USD billion")), facts)
    assert printed(exhibit)[0] == ["2020", "1.40"]


def test_a_later_period_than_the_edition_has_no_row(spec: Maker, facts: Facts) -> None:
    exhibit = made(spec("grid", ["imports"], period=2022, periods=YEARS), facts)
    assert [row[0] for row in printed(exhibit)] == ["2020", "2022"]


def test_a_unit_in_which_every_value_is_low_is_told(spec: Maker, facts: Facts) -> None:
    asked = spec("grid", ["exports"], periods=YEARS, unit=Unit.parse("USD trillion"))
    exhibits, (finding,) = build(asked, facts, ["it"], "en")
    assert not exhibits
    assert (finding.code, finding.message) == (
        "B353",
        "exhibit it: every value is less than half the last digit in USD trillion",
    )
    asked = spec("grid", ["imports", "balance"], periods=YEARS, unit=Unit.parse("USD billion"))
    assert build(asked, facts, ["it"], "en")[1] == ()
