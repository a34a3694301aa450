"""What lies between two figures (NUMBERS.md §2): growth, its average, contribution, gap.

Each formula stands here once. All are exact but the roots of averages, which have 34 digits.
"""

from decimal import Context, Decimal, localcontext
from fractions import Fraction

from msgspec import Struct

from briefing.model import DIGITS, EXACT, divide, fraction, rational

# The root is taken with more digits than it keeps, so that an exact one comes out exact.
_ROOT = Context(prec=50)
_HUNDRED = Decimal(100)
# What grew by more is told by its two values (NUMBERS.md §1).
MOST_PERCENT = Decimal(1000)


class Undefined(Struct, frozen=True):
    """A result that doesn't exist, and why."""

    reason: str


def change(earlier: Decimal, later: Decimal) -> Decimal:
    """Later less earlier, in their unit."""
    with localcontext(EXACT):
        return later - earlier


def growth(earlier: Decimal, later: Decimal) -> Decimal | Undefined:
    """100·(later/earlier − 1), percent; undefined unless the earlier value is above zero, and
    when the sign changes."""
    undefined = _ungrowing(earlier, later)
    if undefined is not None:
        return undefined
    with localcontext(EXACT):
        return divide(_HUNDRED * (later - earlier), earlier)


def average(earlier: Decimal, later: Decimal, years: int) -> Decimal | Undefined:
    """CAGR: 100·((later/earlier)^(1/years) − 1), percent; undefined unless earlier > 0 ≤ later.

    Of years that are no power it has 34 digits.
    """
    if earlier <= 0:
        return Undefined("the first value is not above zero")
    if later < 0:
        return Undefined("the last value is below zero")
    if later == 0:
        return -_HUNDRED
    ratio = fraction(later) / fraction(earlier)
    grown = _ROOT.divide(Decimal(ratio.numerator), Decimal(ratio.denominator))
    root = DIGITS.plus(_ROOT.exp(_ROOT.divide(_ROOT.ln(grown), years)))
    exact = Fraction(root).limit_denominator(ratio.denominator)
    if exact**years == ratio:
        return rational(100 * (exact - 1))
    return DIGITS.multiply(_HUNDRED, DIGITS.subtract(root, Decimal(1)))


def gap(exported: Decimal, imported: Decimal) -> Decimal | Undefined:
    """100·(imported − exported)/mean of the two, percent; undefined where the mean is zero.

    The importer's figure of a flow less the exporter's (NUMBERS.md §2), both in one unit.
    """
    with localcontext(EXACT):
        total = exported + imported
        if not total:
            return Undefined("the mean of the two is zero")
        return divide(2 * _HUNDRED * (imported - exported), total)


def contribution(
    earlier: Decimal, later: Decimal, total_earlier: Decimal, total_later: Decimal
) -> Decimal | Undefined:
    """100·(v_t − v_{t−1})/V_{t−1}, percentage points; undefined where the total's growth is.

    The contributions of the parts of a total sum to its growth.
    """
    undefined = _ungrowing(total_earlier, total_later)
    if undefined is not None:
        return undefined
    with localcontext(EXACT):
        return divide(_HUNDRED * (later - earlier), total_earlier)


def _ungrowing(earlier: Decimal, later: Decimal) -> Undefined | None:
    if earlier == 0:
        return Undefined("the earlier value is zero")
    if later < 0 < earlier or earlier < 0 < later:
        return Undefined("the sign changes")
    if earlier < 0:
        return Undefined("the earlier value is below zero")
    return None
