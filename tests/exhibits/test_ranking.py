from collections.abc import Callable
from decimal import Decimal

from msgspec.structs import replace

from briefing.exhibits import build
from briefing.model.exhibit import Chart, Exhibit
from briefing.model.fact import Facts
from briefing.model.period import Period
from briefing.model.series import Status
from briefing.model.spec import Spec
from tests.exhibits.words import notes, says

Maker = Callable[..., Spec]


def made(spec: Spec, facts: Facts) -> Exhibit:
    exhibits, findings = build(spec, facts, ["it"], "en")
    assert findings == ()
    return exhibits["it"]


def bars(exhibit: Exhibit, line: int = 0) -> list[tuple[str, str, bool]]:
    assert isinstance(exhibit.content, Chart)
    return [(p.label, p.text, p.highlighted) for p in exhibit.content.lines[line].points]


def test_the_largest_first_without_totals_the_subject_highlighted(
    spec: Maker, facts: Facts
) -> None:
    exhibit = made(spec("ranking", "imports_from", top=3), facts)
    assert bars(exhibit) == [
        ("China", "4,656", False),
        ("Russia", "2,785", True),
        ("Japan", "1,095", False),
    ]
    assert exhibit.subtitle == "Mongolia, US$\u00a0million, 2025, provisional"
    assert notes(exhibit) == ("6 are listed; the 3 largest are shown.",)
    # The subtitle tells it of all: no bar is marked by itself, but in the data behind the figure.
    assert {p.status for p in exhibit.content.lines[0].points} == {Status.FINAL}
    assert {row.cells[0].status for row in exhibit.data[0].rows} == {Status.PROVISIONAL}
    assert says(exhibit).replace("\u00a0", " ") == (
        "Ranking by bars. 2025: China US$4,656 million, Russia US$2,785 million, "
        "Japan US$1,095 million. Russia is second largest of 6 listed."
    )


def test_a_stale_family_names_its_latest_period(spec: Maker, facts: Facts) -> None:
    exhibit = made(spec("ranking", "stock_from", top=4), facts)
    assert exhibit.subtitle == "Mongolia, US$\u00a0million, end of 2012; the latest available"
    assert notes(exhibit) == ("4 are listed.",)
    asked = made(spec("ranking", "stock_from", top=4, periods=(Period.year(2012),)), facts)
    assert asked.subtitle == "Mongolia, US$\u00a0million, end of 2012"


def test_the_subject_shows_even_below_the_top(spec: Maker, facts: Facts) -> None:
    exhibit = made(spec("ranking", "stock_from", top=2), facts)
    assert bars(exhibit)[-1] == ("Russia, 4th", "296", True)
    assert notes(exhibit) == ("4 are listed; the 2 largest and Russia are shown.",)
    assert isinstance(exhibit.content, Chart)
    # Its place is a figure that can be traced.
    *shown, placed = exhibit.content.lines[0].points
    assert [point.rank for point in shown] == [None, None]
    assert placed.rank is not None
    assert (placed.rank.text, placed.rank.fact.value) == ("4th", 4)
    assert str(placed.rank.fact.derivation) == "rank(stock_from, RUS)"


def test_several_families_are_panels_with_their_periods(spec: Maker, facts: Facts) -> None:
    exhibit = made(spec("ranking", ["imports_from", "stock_from"], top=2), facts)
    assert isinstance(exhibit.content, Chart)
    assert [line.label for line in exhibit.content.lines] == ["2025", "2012"]
    assert len(bars(exhibit, 0)) == 2
    assert "the latest available" not in exhibit.subtitle


def test_a_value_too_small_to_print_is_explained(spec: Maker, facts: Facts) -> None:
    family = facts.families["imports_from"]
    small = replace(family.members["DEU"].observations[0], value=Decimal("0.04"))
    german = replace(family.members["DEU"], observations=(small,))
    known = replace(family, members={**family.members, "DEU": german})
    exhibit = made(
        spec("ranking", "imports_from"), replace(facts, families={"imports_from": known})
    )
    assert bars(exhibit)[-1][1] == "[low]"
    assert notes(exhibit)[-1].startswith("[low] more than zero")
