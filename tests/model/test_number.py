from contextlib import suppress
from decimal import Context, Decimal, localcontext

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.model.number import number, resolution

_VALUES = st.decimals(allow_nan=False, allow_infinity=False, places=4, min_value=-(10**12),
                      max_value=10**12)  # fmt: skip


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("1610.9", "1610.9"),
        (" -12.353 ", "-12.353"),
        ("+5", "5"),
        ("\N{MINUS SIGN}41.885", "-41.885"),
        ("1.5e3", "1500"),
        ("25.0", "25.0"),
        ("007", "7"),
        ("5.", "5"),
    ],
)
def test_numbers_as_cells_write_them(written: str, value: str) -> None:
    assert number(written) == Decimal(value)


@pytest.mark.parametrize(
    "written",
    ["", " ", "NaN", "Infinity", "inf", "1_000", "1,000", "1 000", "0x1F", "٣", "１２", "1e", "e5",
     "--1", "1.2.3", ".5", "..", "n.a.", "-", "5%", "1e999999999", "1e31", "9" * 35],
)  # fmt: skip
def test_what_is_no_number(written: str) -> None:
    with pytest.raises(ValueError, match=r"“"):
        number(written)


def test_declared_separators() -> None:
    assert number("1.234.567,8", ",", ".") == Decimal("1234567.8")
    assert number("1 234\N{NO-BREAK SPACE}567", ".", " ") == Decimal(1234567)
    assert number("1234.5", ".", ",") == Decimal("1234.5")
    for wrong in ("1,23", "12,34,567", ",123", "1234,567"):
        with pytest.raises(ValueError, match="is no number"):
            number(wrong, ".", ",")


@given(_VALUES)
def test_a_number_is_read_exactly_in_any_context(value: Decimal) -> None:
    with localcontext(Context(prec=2)):
        assert number(f"{value:f}").as_tuple() == value.as_tuple()


@given(st.text(max_size=60))
def test_parsing_any_text_gives_a_finite_number_or_a_value_error(text: str) -> None:
    with suppress(ValueError):
        assert number(text).is_finite()


def test_the_worth_of_the_last_digit() -> None:
    assert resolution(Decimal("1610.9")) == Decimal("0.1")
    assert resolution(Decimal("25.0")) == Decimal("0.1")
    assert resolution(Decimal(297)) == 1
    assert resolution(number("15e2")) == 100
