"""Rounding: once, last, half-up, on decimals; the unit is chosen after it (NUMBERS.md §1)."""

from decimal import ROUND_HALF_UP, Context, Decimal
from fractions import Fraction
from itertools import pairwise

from msgspec import Struct

from briefing.model import Dimension, Quotient, Unit

# Powers of ten that prose counts in, smallest first.
_SCALES = {
    Dimension.MONEY: (6, 9, 12),
    Dimension.COUNT: (0, 6, 9, 12),
    Dimension.MEASURE: (0, 6, 9, 12),
}
# A percentage of more has no decimals.
MOST_PERCENT = Decimal(1000)
# Significant digits of what has no unit, and of a rate of exchange that is derived.
_DIGITS = {Dimension.RATIO: 3, Dimension.EXCHANGE: 5, Dimension.PER: 3}
# A last digit that was converted counts as the power of ten that it is nearest to.
_NEAREST = Decimal(10).sqrt()


class Precision(Struct, frozen=True):
    """How exactly an author wants a value: in a unit, to significant digits or decimals, or
    unrounded."""

    unit: Unit | None = None
    digits: int | None = None
    decimals: int | None = None
    exact: bool = False


AS_USUAL = Precision()


class Amount(Struct, frozen=True):
    """A value as printed: rounded, in the unit that prints it, with that many decimals.

    `below` says that the true value is nearer to zero than `value`, the least that prints; `bound`
    is `<` or `>` where the source states no more than a bound. `is_nothing` says that it is zero or
    rounds to it.
    """

    value: Decimal
    decimals: int
    unit: Unit
    below: bool = False
    bound: str = ""
    is_nothing: bool = False


def half_up(value: Decimal, exponent: int) -> Decimal:
    """The value rounded to a multiple of 10**exponent, halves away from zero; never `-0`."""
    if isinstance(value, Quotient):
        return _exactly_half_up(value, exponent)
    digits = max(28, value.adjusted() - exponent + 3)
    context = Context(prec=digits, rounding=ROUND_HALF_UP)
    rounded = value.quantize(Decimal(1).scaleb(exponent), context=context)
    return rounded if rounded else abs(rounded)


def _exactly_half_up(value: Quotient, exponent: int) -> Decimal:
    steps = int(abs(value.exact) / Fraction(10) ** exponent + Fraction(1, 2))
    sign = int(value < 0 and steps > 0)
    return Decimal((sign, tuple(map(int, str(steps))), exponent))


def measure(
    value: Decimal, unit: Unit, resolution: Decimal | None, precision: Precision = AS_USUAL
) -> Amount:
    """A value in `unit` as prose prints it.

    `resolution` is the worth of the source's last digit, in `unit`; no smaller digit is printed.
    """
    if precision.exact:
        return _unrounded(value, unit, resolution, precision.unit or unit)
    scales = _scales(unit, precision)
    for exponent, larger in pairwise(scales):
        shown = _rounded(value, unit, resolution, precision, exponent)
        if abs(shown.value) < Decimal(1).scaleb(larger - exponent):
            return shown
    return _rounded(value, unit, resolution, precision, scales[-1])


def crossed(earlier: Amount, later: Amount) -> bool:
    """Whether one prints as less than the least and the other doesn't: to call “less than 0.1%”
    unchanged from “0.1%” would contradict what is printed, however small the difference."""
    return earlier.below != later.below


def told_apart(earlier: Decimal, later: Decimal) -> bool:
    """Whether two values that both are too small to print differ in their first two digits: a share
    that falls from 0.0987 to 0.0796 per cent fell."""
    first, second = (half_up(v, v.adjusted() - 1) if v else Decimal(0) for v in (earlier, later))
    return first != second


def least(resolution: Decimal | None, unit: Unit, shown: Unit) -> int | None:
    """The exponent of the last digit that the source has, in the unit shown; None: no limit."""
    if not resolution:
        return None
    return (resolution * _NEAREST).adjusted() + unit.exponent - shown.exponent


def _scales(unit: Unit, precision: Precision) -> tuple[int, ...]:
    if precision.unit is not None:
        return (precision.unit.exponent,)
    scales = _SCALES.get(unit.dimension, (0,))
    return (0, *scales) if precision.digits and scales[0] else scales


def _rounded(
    value: Decimal, unit: Unit, resolution: Decimal | None, precision: Precision, exponent: int
) -> Amount:
    to = (precision.unit or unit).scaled(exponent)
    shown = unit.convert(value, to)
    limit = least(resolution, unit, to)
    digits = precision.digits or _DIGITS.get(unit.dimension)
    last = -_decimals(to) if digits is None else _significant(shown, digits)
    if unit.dimension is Dimension.PERCENT and abs(shown) > MOST_PERCENT:
        last = max(last, 0)
    if precision.decimals is not None:
        last = -precision.decimals
    if limit is not None:
        asked = precision.digits or precision.decimals is not None
        stated = unit.dimension is Dimension.EXCHANGE and not asked
        last = limit if stated else max(last, limit)
    if shown and abs(shown) < Decimal(1).scaleb(last):
        least_printed = Decimal(1).scaleb(last)
        nothing = half_up(shown, last) == 0
        return Amount(
            least_printed.copy_sign(shown), max(0, -last), to, below=True, is_nothing=nothing
        )
    rounded = half_up(shown, last)
    decimals = max(0, -last)
    if digits is None and limit is None and unit.dimension is Dimension.MEASURE:
        decimals = min(decimals, _written_decimals(rounded))
    return Amount(half_up(rounded, -decimals), decimals if shown else 0, to, is_nothing=not rounded)


def _decimals(unit: Unit) -> int:
    if unit.dimension is Dimension.MONEY:
        return 1 if unit.exponent >= 9 else 0
    if unit.dimension is Dimension.COUNT:
        return 1 if unit.exponent else 0
    return 0 if unit.dimension in (Dimension.DAYS, Dimension.RANK) else 1


def _significant(value: Decimal, digits: int) -> int:
    """The exponent of the last of so many significant digits, after rounding to them."""
    if not value:
        return 0
    last = value.adjusted() - digits + 1
    return last + half_up(value, last).adjusted() - value.adjusted()


def _written_decimals(value: Decimal) -> int:
    exponent = value.normalize().as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def _unrounded(value: Decimal, unit: Unit, resolution: Decimal | None, to: Unit) -> Amount:
    shown = unit.convert(value, to)
    limit = least(resolution, unit, to)
    decimals = _written_decimals(shown) if limit is None else max(0, -limit)
    rounded = half_up(shown, -decimals)
    return Amount(rounded, decimals, to, is_nothing=not rounded)
