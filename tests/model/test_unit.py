from contextlib import suppress
from decimal import Context, Decimal, localcontext

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.model.unit import PERCENT, Dimension, Unit

_SCALES = st.sampled_from(["USD", "USD thousand", "USD million", "USD billion", "USD trillion"])
_VALUES = st.decimals(allow_nan=False, allow_infinity=False, places=6)


@pytest.mark.parametrize(
    ("written", "dimension", "code", "exponent"),
    [
        ("USD million", Dimension.MONEY, "USD", 6),
        ("thousand USD", Dimension.MONEY, "USD", 3),
        ("EUR", Dimension.MONEY, "EUR", 0),
        ("EUR per USD", Dimension.EXCHANGE, "EUR per USD", 0),
        ("thousand tonne", Dimension.MEASURE, "tonne", 3),
        ("km", Dimension.MEASURE, "km", 0),
        ("persons", Dimension.COUNT, "persons", 0),
        ("percent", Dimension.PERCENT, "", 0),
        ("date", Dimension.DATE, "", 0),
        ("days", Dimension.DAYS, "", 0),
    ],
)
def test_units_as_written(written: str, dimension: Dimension, code: str, exponent: int) -> None:
    assert Unit.parse(written) == Unit(dimension, code, exponent)


@pytest.mark.parametrize(
    "written",
    [
        *("", "million", "USD EUR", "USD million billion", "percent million", "12", "US$"),
        *("EUR per EUR", "EUR per USD million", "per USD"),
    ],
)
def test_what_is_no_unit(written: str) -> None:
    with pytest.raises(ValueError, match="is no unit"):
        Unit.parse(written)


@given(st.text(max_size=40))
def test_parsing_any_text_gives_a_unit_or_a_value_error(text: str) -> None:
    with suppress(ValueError):
        Unit.parse(text)


@given(_VALUES, _SCALES, _SCALES)
def test_conversion_is_exact_in_any_context(value: Decimal, here: str, there: str) -> None:
    one, other = Unit.parse(here), Unit.parse(there)
    with localcontext(Context(prec=3)):
        back = other.convert(one.convert(value, other), one)
    assert back.as_tuple() == value.as_tuple()


def test_only_the_scale_converts() -> None:
    usd = Unit.parse("USD million")
    assert usd.convert(Decimal("1610.9"), Unit.parse("USD thousand")) == Decimal(1_610_900)
    assert usd.convert(Decimal("999.6"), Unit.parse("USD billion")) == Decimal("0.9996")
    for other in (Unit.parse("EUR million"), Unit.parse("persons"), PERCENT):
        assert not usd.converts_to(other)
        with pytest.raises(ValueError, match="USD million is no"):
            usd.convert(Decimal(1), other)


def test_a_unit_is_written_as_it_is_read() -> None:
    for written in ("USD million", "EUR", "EUR per USD", "tonne thousand", "persons", "percent"):
        assert str(Unit.parse(written)) == written
