from collections.abc import Callable

import pytest
from msgspec.structs import replace

from briefing.exhibits import build
from briefing.model.exhibit import Chart, Exhibit, Point
from briefing.model.fact import Facts
from briefing.model.period import Period
from briefing.model.series import Kind, Status
from briefing.model.spec import Spec
from tests.exhibits.words import notes, says

Maker = Callable[..., Spec]


def made(spec: Spec, facts: Facts) -> Exhibit:
    exhibits, findings = build(spec, facts, ["it"], "en")
    assert findings == ()
    return exhibits["it"]


def chart(exhibit: Exhibit) -> Chart:
    assert isinstance(exhibit.content, Chart)
    return exhibit.content


def texts(points: tuple[Point, ...]) -> list[str]:
    return [point.text for point in points]


def test_bars_share_periods_and_a_unit(spec: Maker, facts: Facts) -> None:
    exhibit = made(spec("bars", ["imports", "exports"]), facts)
    imports, exports = chart(exhibit).lines
    assert chart(exhibit).unit == "US$\u00a0million"
    assert [line.label for line in (imports, exports)] == [
        "Imports from Russia",
        "Exports to Russia",
    ]
    assert texts(imports.points) == ["1,400", "1,955", "2,611", "2,386", "2,825", "2,785"]
    assert texts(exports.points) == ["57.3", "112.8", "93.4", "[x]", "100.7", "60.7"]
    assert [str(point.at) for point in exports.points] == [str(y) for y in range(2020, 2026)]
    assert str(exports.points[-1].value) == "60.6518"


def test_a_gap_stays_and_says_that_it_is_missing(spec: Maker, facts: Facts) -> None:
    gap = chart(made(spec("line", "exports"), facts)).lines[0].points[3]
    assert (gap.value, gap.status, gap.fact.period) == (None, Status.MISSING, Period.year(2023))


def test_a_gap_is_noted_for_a_reader_who_might_take_it_for_zero(spec: Maker, facts: Facts) -> None:
    assert notes(made(spec("bars", "exports"), facts))[0] == "2023: not available."


def test_each_point_carries_its_fact(spec: Maker, facts: Facts) -> None:
    point = chart(made(spec("bars", "exports"), facts)).lines[0].points[-1]
    assert (point.fact.name, str(point.fact.value)) == ("exports", "60651.8")
    assert [cell.file for cell in point.fact.cells] == ["trade.csv"]


def test_subtitle_notes_and_sources(spec: Maker, facts: Facts) -> None:
    exhibit = made(spec("bars", ["imports", "exports"]), facts)
    assert exhibit.subtitle == (
        "Imports from Russia, Exports to Russia, US$\u00a0million, 2020–2025; 2025 provisional"
    )
    assert notes(exhibit) == ("Exports to Russia, 2023: not available.", "[p] provisional.")
    assert exhibit.sources == ("nso",)
    assert made(spec("bars", "turnover"), facts).subtitle == (
        "Trade turnover, Mongolia, US$\u00a0million, 2020–2025; 2025 provisional"
    )


def test_the_alternative_text_says_the_course(spec: Maker, facts: Facts) -> None:
    said = says(made(spec("bars", "exports"), facts)).replace("\u00a0", " ")
    assert said == (
        "Bar chart. Exports to Russia, without a clear direction: US$57.3 million in 2020, "
        "US$60.7 million in 2025; highest US$112.8 million in 2021. 2023: not available."
    )


def test_a_part_year_is_hollow_and_named(spec: Maker, facts: Facts) -> None:
    exhibit = made(spec("bars", "inflow"), facts)
    last = chart(exhibit).lines[0].points[-1]
    assert (last.hollow, last.label, str(last.at)) == (True, "Jan–Sept", "2025-01..2025-09")
    assert notes(exhibit) == ("2025: January–September.",)
    assert not chart(exhibit).lines[0].points[0].hollow


@pytest.mark.parametrize(
    ("keys", "years"),
    [
        ({"start": Period.year(2024)}, [2024, 2025]),
        ({"end": Period.year(2021)}, [2020, 2021]),
        ({"periods": (Period.parse("2021..2022"), Period.year(2025))}, [2021, 2022, 2025]),
    ],
)
def test_periods_as_the_manifest_chooses(
    spec: Maker, facts: Facts, keys: dict[str, object], years: list[int]
) -> None:
    points = chart(made(spec("bars", "imports", **keys), facts)).lines[0].points
    assert [point.at.end.year for point in points if point.at] == years


def test_nothing_after_the_edition(spec: Maker, facts: Facts) -> None:
    points = chart(made(spec("bars", "imports", period=2022), facts)).lines[0].points
    assert points[-1].at == Period.year(2022)


def test_a_family_shows_its_largest_and_the_subject(spec: Maker, facts: Facts) -> None:
    lines = chart(made(spec("line", "stock_from", top=2), facts)).lines
    assert [line.label for line in lines] == ["China", "Netherlands", "Russia"]
    assert [line.points[0].highlighted for line in lines] == [False, False, True]
    assert lines[2].name == "stock_from[RUS]"


def test_flows_added_up_say_that_they_are_no_stock(spec: Maker, facts: Facts) -> None:
    cumulated = replace(facts.series["imports"], kind=Kind.CUMULATIVE_FLOW)
    known = replace(facts, series={**facts.series, "imports": cumulated})
    note = "Flows added up over the period; not a stock."
    assert note in notes(made(spec("bars", "imports"), known))
    assert note not in notes(made(spec("bars", "imports"), facts))
