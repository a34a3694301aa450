"""Numbers as cells and stated facts write them."""

import re
from decimal import Decimal
from functools import lru_cache

_MOST_DIGITS = 34
_MOST_EXPONENT = 30
_MINUS = "\N{MINUS SIGN}"
# What needs no second look: few enough ASCII digits with at most a point.
_PLAIN = re.compile(r"-?[0-9]{1,17}(?:\.[0-9]{0,16})?")
_SPACES = " \t\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}"


def number(text: str, decimal: str = ".", thousands: str = "") -> Decimal:
    """An optional ASCII or U+2212 sign, ASCII digits, a decimal sign, an exponent, outer spaces.

    `thousands` separates groups of three digits of the whole part; a space stands for the
    no-break spaces too. The result is exact. Raises ValueError, in words for an author.
    """
    written = text.strip(_SPACES)
    if decimal == "." and not thousands and _PLAIN.fullmatch(written):
        return Decimal(written)
    match = _pattern(decimal, thousands).fullmatch(written)
    if match is None:
        raise ValueError(f"“{written[:40]}” is no number")
    sign = "-" if match["sign"] in ("-", _MINUS) else ""
    whole = re.sub(r"[^0-9]", "", match["whole"])
    digits = whole + (match["part"] or "")
    if len(digits.lstrip("0")) > _MOST_DIGITS:
        raise ValueError(f"“{written[:40]}…” has more than {_MOST_DIGITS} digits")
    exponent = match["exponent"] or "0"
    if len(exponent) > 9 or abs(int(exponent)) > _MOST_EXPONENT or len(digits) > 99:
        raise ValueError(f"“{written[:40]}” is out of range")
    return Decimal(f"{sign}{whole}.{match['part'] or ''}e{exponent}")


@lru_cache(maxsize=64)
def _pattern(decimal: str, thousands: str) -> re.Pattern[str]:
    whole = "[0-9]+"
    if thousands:
        between = f"[{_SPACES}]" if thousands in _SPACES else re.escape(thousands)
        whole = f"[0-9]{{1,3}}(?:{between}[0-9]{{3}})+|[0-9]+"
    return re.compile(
        rf"(?P<sign>[+\-{_MINUS}]?)(?P<whole>{whole})"
        rf"(?:{re.escape(decimal)}(?P<part>[0-9]*))?(?:[eE](?P<exponent>[+-]?[0-9]+))?"
    )


def resolution(value: Decimal) -> Decimal:
    """The worth of the last digit as written: 0.1 of 1610.9, 100 of 15e2."""
    exponent = value.as_tuple().exponent
    return _worth(exponent if isinstance(exponent, int) else 0)


@lru_cache(maxsize=256)
def _worth(exponent: int) -> Decimal:
    return Decimal((0, (1,), exponent))
