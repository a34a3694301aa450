"""Rounding: a printed value stands for the unrounded one within half of its last digit."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.language.amount import Precision, half_up, least, measure
from briefing.model.unit import PERCENT, Unit

MILLION = Unit.parse("USD million")
UNITS = [MILLION, Unit.parse("USD thousand"), PERCENT, Unit.parse("km"), Unit.parse("persons")]
values = st.decimals(min_value=-(10**12), max_value=10**12, places=6)


@given(values, st.sampled_from(UNITS), st.sampled_from([None, 1, 2, 3, 5]))
def test_a_printed_value_lies_within_its_rounding(
    value: Decimal, unit: Unit, digits: int | None
) -> None:
    amount = measure(value, unit, None, Precision(digits=digits))
    true = unit.convert(value, amount.unit)
    if amount.below:
        assert abs(true) < abs(amount.value)
        return
    last = -amount.decimals
    if digits is not None and value:
        last = max(last, amount.value.adjusted() - digits + 1)
    assert abs(amount.value - true) <= Decimal(1).scaleb(last) / 2


@given(values)
def test_money_is_below_a_thousand_of_its_unit(value: Decimal) -> None:
    amount = measure(value, MILLION, None)
    assert abs(amount.value) < 1000 or amount.unit.exponent == 12
    assert amount.decimals == (1 if amount.unit.exponent >= 9 and value else 0)


@given(values, st.integers(min_value=-3, max_value=9))
def test_no_digit_is_finer_than_the_source(value: Decimal, exponent: int) -> None:
    resolution = Decimal(1).scaleb(exponent)
    amount = measure(value, MILLION, resolution)
    limit = least(resolution, MILLION, amount.unit)
    assert limit is not None
    assert -amount.decimals >= min(limit, 0)


@given(values, st.integers(min_value=-6, max_value=6))
def test_rounding_is_idempotent_and_keeps_the_sign(value: Decimal, exponent: int) -> None:
    rounded = half_up(value, exponent)
    assert half_up(rounded, exponent) == rounded
    assert rounded == 0 or (rounded > 0) == (value > 0)
    assert not (rounded == 0 and rounded.is_signed())


@pytest.mark.parametrize(
    ("value", "exponent", "rounded"),
    [
        ("0.5", 0, "1"),
        ("-0.5", 0, "-1"),
        ("0.4999999999999999999999999999999999", 0, "0"),
        ("2.675", -2, "2.68"),
        ("1250", 2, "1300"),
        ("123456789012345678901234567890.5", 0, "123456789012345678901234567891"),
    ],
)
def test_halves_go_away_from_zero(value: str, exponent: int, rounded: str) -> None:
    assert half_up(Decimal(value), exponent) == Decimal(rounded)
