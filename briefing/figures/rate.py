"""Rates of change (NUMBERS.md §2): growth, average growth, contribution to growth.

All of it runs in one decimal context of 34 digits (IEEE 754 decimal128), whatever the
surroundings have set.
"""

from decimal import ROUND_HALF_EVEN, Context, Decimal, DivisionByZero, InvalidOperation, Overflow

from msgspec import Struct

ARITHMETIC = Context(
    prec=34, rounding=ROUND_HALF_EVEN, traps=[DivisionByZero, InvalidOperation, Overflow]
)
# The root is taken with more digits than it keeps, so that an exact one comes out exact.
_ROOT = Context(prec=50)
_HUNDRED = Decimal(100)


class Undefined(Struct, frozen=True):
    """A result that doesn't exist, and why."""

    reason: str


def growth(earlier: Decimal, later: Decimal) -> Decimal | Undefined:
    """100·(later/earlier − 1), percent; undefined from zero, and when the sign changes."""
    undefined = _ungrowing(earlier, later)
    if undefined is not None:
        return undefined
    ratio = ARITHMETIC.divide(later, earlier)
    return ARITHMETIC.multiply(_HUNDRED, ARITHMETIC.subtract(ratio, Decimal(1)))


def average(earlier: Decimal, later: Decimal, years: int) -> Decimal | Undefined:
    """CAGR: 100·((later/earlier)^(1/years) − 1), percent; undefined unless earlier > 0 ≤ later."""
    if earlier <= 0:
        return Undefined("the first value is not above zero")
    if later < 0:
        return Undefined("the last value is below zero")
    if later == 0:
        return -_HUNDRED
    power = _ROOT.divide(_ROOT.ln(_ROOT.divide(later, earlier)), years)
    root = ARITHMETIC.plus(_ROOT.exp(power))
    return ARITHMETIC.multiply(_HUNDRED, ARITHMETIC.subtract(root, Decimal(1)))


def mirror_gap(exported: Decimal, imported: Decimal) -> Decimal | Undefined:
    """100·(imported − exported)/mean of the two, percent; undefined where the mean is zero.

    The importer's figure of a flow less the exporter's (NUMBERS.md §2), both in one unit.
    """
    total = ARITHMETIC.add(exported, imported)
    if not total:
        return Undefined("the mean of the two is zero")
    difference = ARITHMETIC.subtract(imported, exported)
    return ARITHMETIC.divide(ARITHMETIC.multiply(2 * _HUNDRED, difference), total)


def contribution(
    earlier: Decimal, later: Decimal, total_earlier: Decimal, total_later: Decimal
) -> Decimal | Undefined:
    """100·(v_t − v_{t−1})/V_{t−1}, percentage points; undefined where the total's growth is.

    The contributions of the parts of a total sum to its growth.
    """
    undefined = _ungrowing(total_earlier, total_later)
    if undefined is not None:
        return undefined
    difference = ARITHMETIC.subtract(later, earlier)
    return ARITHMETIC.divide(ARITHMETIC.multiply(_HUNDRED, difference), total_earlier)


def _ungrowing(earlier: Decimal, later: Decimal) -> Undefined | None:
    if earlier == 0:
        return Undefined("the earlier value is zero")
    if (earlier < 0 < later) or (later < 0 < earlier):
        return Undefined("the sign changes")
    return None
