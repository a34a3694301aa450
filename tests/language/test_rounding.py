"""Rounding happens once, last, half-up (NUMBERS.md §1): what is printed, by exact fractions."""

import re
from decimal import Decimal
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from briefing.figures.between import Undefined, growth
from briefing.language import cell, write
from briefing.model.fact import Comparison, Fact, Reading
from briefing.model.period import Period
from briefing.model.series import Kind, Status
from briefing.model.text import Filter, Place
from briefing.model.unit import PERCENT, POINTS, Unit

_MILLION = Unit.parse("USD million")
_SCALES = {"thousand": -3, "million": 0, "billion": 3, "trillion": 6}
_PRINTED = re.compile(r"(?P<sign>−?)US\$(?P<digits>[0-9,.]+)(?: (?P<scale>[a-z]+))?")
_CHANGED = re.compile(r"of (?P<percent>[0-9,.]+)%")

# Values with many digits, and values close to where a rounding turns over.
_values = st.one_of(
    st.decimals(-(10**8), 10**8, places=7),
    st.builds(
        lambda whole, below: Decimal(whole) / 20 - Decimal(below).scaleb(-9),
        st.integers(-(10**6), 10**6),
        st.integers(-2, 2),
    ),
)


def _half_up(value: Fraction, decimals: int) -> Fraction:
    """One rounding of an exact value, halves away from zero."""
    scaled = abs(value) * 10**decimals
    whole = (2 * scaled.numerator + scaled.denominator) // (2 * scaled.denominator)
    return Fraction(whole if value >= 0 else -whole, 10**decimals)


def _fact(value: Decimal, unit: Unit = _MILLION) -> Fact:
    return Fact("x", value, unit, Period.year(2025), Kind.FLOW)


def _written(reading: Reading, name: str = "") -> str:
    filters = (Filter(name, (), Place("trade.md")),) if name else ()
    return write(reading, filters, "en").replace("\u00a0", " ")


@given(_values)
def test_prose_prints_one_rounding_of_the_unrounded_value(value: Decimal) -> None:
    text = _written(Reading(_fact(value)))
    if text.startswith("less than"):
        assert 0 < abs(value) < 1
        return
    match = _PRINTED.fullmatch(text)
    assert match is not None
    digits = match["digits"].replace(",", "")
    decimals = len(digits.partition(".")[2])
    scale = _SCALES[match["scale"] or "million"]
    printed = Fraction(digits) * (-1 if match["sign"] else 1)
    exact = Fraction(value) / Fraction(10) ** scale
    assert printed == _half_up(exact, decimals)
    assert abs(printed - exact) <= Fraction(1, 2 * 10**decimals)


@given(_values, st.integers(0, 3))
def test_a_grid_prints_one_rounding_of_the_unrounded_value(value: Decimal, decimals: int) -> None:
    text = cell(value, Status.FINAL, _MILLION, decimals, "en")
    rounded = _half_up(Fraction(value), decimals)
    if value == 0:
        assert text == "0"
    elif rounded == 0 and value > 0:
        assert text == "[low]"
    elif rounded == 0:
        digits = text.replace("−", "-")
        assert text[0] == "−"
        assert Fraction(digits) == _half_up(Fraction(value), len(digits.partition(".")[2])) != 0
    else:
        assert Fraction(text.replace(",", "").replace("−", "-")) == rounded


@given(_values.filter(lambda v: v > 1), _values.filter(lambda v: v > 1))
def test_a_growth_is_of_the_unrounded_values(earlier: Decimal, later: Decimal) -> None:
    rate = growth(earlier, later)
    assert not isinstance(rate, Undefined)
    compared = Comparison(
        _fact(earlier), _fact(later - earlier), Fact("g", rate, PERCENT, Period.year(2025))
    )
    text = _written(Reading(_fact(later), compared), "change")
    exact = abs(100 * (Fraction(later) / Fraction(earlier) - 1))
    match = _CHANGED.search(text)
    if exact > 1000:
        assert text.startswith("an increase from ")
    elif match is None:
        assert text == "unchanged" or "of less than 0.1%" in text
        assert exact < Fraction(1, 10)
        if text == "unchanged":
            assert _half_up(exact, 1) == 0
    else:
        assert Fraction(match["percent"].replace(",", "")) == _half_up(exact, 1)


@given(st.decimals(0, 100, places=6), st.decimals(0, 100, places=6))
def test_points_are_of_the_unrounded_shares(earlier: Decimal, later: Decimal) -> None:
    gap = _fact(later - earlier, POINTS)
    text = _written(
        Reading(_fact(later, PERCENT), Comparison(_fact(earlier, PERCENT), gap, None)), "points"
    )
    exact = abs(Fraction(later) - Fraction(earlier))
    if text == "unchanged":
        assert _half_up(exact, 1) == 0
    elif "less than" in text:
        floors = [_written(Reading(_fact(v, PERCENT)), "").count("less") for v in (earlier, later)]
        assert exact < Fraction(1, 10)
        assert exact >= Fraction(1, 20) or floors[0] != floors[1] or floors == [1, 1]
    else:
        assert text.startswith("up" if later > earlier else "down")
        assert Fraction(text.split()[1]) == _half_up(exact, 1)
