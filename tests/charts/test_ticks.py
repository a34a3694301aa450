from decimal import Decimal
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from briefing.charts.ticks import scale, year_text, years

LINES = (3, 5)
SNAP = Decimal("1.18")
VALUES = st.decimals(
    min_value=-(10**9), max_value=10**9, allow_nan=False, allow_infinity=False, places=3
)


def ticks(low: str, high: str, **options: object) -> list[str]:
    made = scale(Decimal(low), Decimal(high), LINES, SNAP, **options)  # type: ignore[arg-type]
    return [f"{tick.normalize():f}" for tick in made.ticks]


def test_real_ranges_get_the_ticks_that_a_person_would_choose() -> None:
    assert ticks("418", "2824.8") == ["0", "1000", "2000", "3000"]
    assert ticks("27.2", "112.8") == ["0", "50", "100"]
    assert ticks("-2724.8", "-390.7") == ["-3000", "-2000", "-1000", "0"]
    assert ticks("-4171", "4477") == ["-4000", "-2000", "0", "2000", "4000"]
    assert ticks("0.6", "3.62") == ["0", "1", "2", "3", "4"]
    assert ticks("0.5", "92.7", percent=True) == ["0", "25", "50", "75", "100"]


def test_a_small_other_side_does_not_make_the_axis_symmetric() -> None:
    made = scale(Decimal(-50), Decimal(4477), LINES, SNAP)
    assert made.low > -1000


@given(VALUES, VALUES)
def test_ticks_are_nice_and_hold_the_data(one: Decimal, other: Decimal) -> None:
    low, high = sorted((one, other))
    made = scale(low, high, LINES, SNAP)
    assert made.low <= low
    assert high <= made.high
    assert 0 in made.ticks
    assert 2 <= len(made.ticks) <= 6
    steps = {b - a for a, b in pairwise(made.ticks)}
    assert len(steps) == 1
    assert steps.pop().normalize().as_tuple().digits in ((1,), (2,), (5,))


@given(VALUES, VALUES)
def test_without_zero_the_axis_still_holds_the_data(one: Decimal, other: Decimal) -> None:
    low, high = sorted((one, other))
    made = scale(low, high, LINES, SNAP, zero=False, mirror=Decimal(0))
    assert made.low <= low
    assert high <= made.high
    assert len(made.ticks) >= 2


def test_decimals_are_those_that_the_ticks_need() -> None:
    assert scale(Decimal(0), Decimal("0.4"), LINES, SNAP).decimals == 1
    assert scale(Decimal(0), Decimal(4000), LINES, SNAP).decimals == 0


def test_years_are_whole_round_and_apart() -> None:
    assert years(2005, 2025, 13, 30, 24) == (2005, 2010, 2015, 2020, 2025)
    assert years(2009, 2025, 17, 30, 24) == (2009, 2015, 2020, 2025)
    assert years(2005, 2025, 5.2, 35, 29) == (2005, 2015, 2025)
    assert years(2020, 2025, 30, 30, 24) == (2020, 2021, 2022, 2023, 2024, 2025)
    assert years(2025, 2025, 30, 30, 24) == (2025,)


@given(st.integers(1, 9000), st.integers(0, 900), st.floats(0.1, 80))
def test_labelled_years_never_come_too_near(first: int, span: int, room: float) -> None:
    full, between = 30.0, 24.0
    found = years(first, first + span, room, full, between)
    assert (found[0], found[-1]) == (first, first + span)
    assert list(found) == sorted(set(found))
    if len(found) > 2:
        assert (found[1] - found[0]) * room >= (full + between) / 2
        assert (found[-1] - found[-2]) * room >= (full + between) / 2
    for a, b in pairwise(found[1:-1]):
        assert (b - a) * room >= between


def test_ends_are_written_in_full() -> None:
    ends = (2005, 2025)
    assert [year_text(y, ends, full=False) for y in (2005, 2010, 2025)] == ["2005", "’10", "2025"]
    assert year_text(2010, ends, full=True) == "2010"
