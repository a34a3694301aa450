"""Nice values for axes: steps of 1, 2 and 5; whole years."""

from collections.abc import Iterator
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from msgspec import Struct

_ZERO = Decimal(0)
_HUNDRED = Decimal(100)
_QUARTERS = tuple(Decimal(value) for value in (0, 25, 50, 75, 100))


class Scale(Struct, frozen=True):
    """What an axis spans and the values at which it has a line, in the chart's unit."""

    low: Decimal
    high: Decimal
    ticks: tuple[Decimal, ...]

    @property
    def decimals(self) -> int:
        """How many decimals the labels need."""
        exponents = [int(tick.normalize().as_tuple().exponent) for tick in self.ticks]
        return max([0, *(-exponent for exponent in exponents)])


def scale(
    low: Decimal,
    high: Decimal,
    lines: tuple[int, int],
    snap: Decimal,
    zero: bool = True,
    mirror: Decimal = Decimal(2),
    percent: bool = False,
    whole: bool = False,
) -> Scale:
    """An axis for values from `low` to `high` with so many lines (fewest, most).

    An end moves out to the next tick when that makes it no more than `snap` times as far;
    else it stands a little beyond the data. With `zero` the axis starts at zero. Where one side of
    zero is at least 1/`mirror` of the other, both are equally long. A percentage that comes near
    100 is drawn against the whole, in quarters. `whole` values have no line between two of them.
    """
    if zero:
        low, high = min(low, _ZERO), max(high, _ZERO)
    if low == high:
        low, high = (
            (low, low + 1) if not low else sorted((low * Decimal("0.9"), low * Decimal("1.1")))
        )
    if percent and low >= 0 and 75 <= high <= 100:
        return Scale(_ZERO, _HUNDRED, _QUARTERS)
    if low < 0 < high and max(high, -low) <= mirror * min(high, -low):
        low, high = min(low, -high), max(high, -low)
    return next(_fitting(low, high, lines, snap, whole))


def _fitting(
    low: Decimal, high: Decimal, lines: tuple[int, int], snap: Decimal, whole: bool
) -> Iterator[Scale]:
    """Scales from the finest step that fits on."""
    fewest, most = lines
    rough: list[Scale] = []
    for step in (s for s in _steps(high - low) if s >= 1 or not whole):
        made = _with_step(low, high, step, snap)
        if fewest <= len(made.ticks) <= most:
            yield made
        rough.append(made)
    yield min(rough, key=lambda made: (abs(len(made.ticks) - fewest), len(made.ticks)))


def _steps(span: Decimal) -> Iterator[Decimal]:
    """1, 2 and 5 times powers of ten, from a fiftieth of the span up to the span."""
    exponent = span.adjusted() - 2
    for power in range(exponent, exponent + 4):
        for digit in (1, 2, 5):
            step = Decimal(digit).scaleb(power)
            if span / 50 <= step <= span:
                yield step


def _with_step(low: Decimal, high: Decimal, step: Decimal, snap: Decimal) -> Scale:
    up, down = _end(high, step, snap), -_end(-low, step, snap)
    first = (down / step).to_integral_value(ROUND_CEILING)
    last = (up / step).to_integral_value(ROUND_FLOOR)
    ticks = tuple((first + n) * step for n in range(int(last - first) + 1))
    return Scale(down, up, ticks)


def _end(value: Decimal, step: Decimal, snap: Decimal) -> Decimal:
    """Where the upper end of an axis stands for a largest value; zero and negatives snap inward."""
    tick = (value / step).to_integral_value(ROUND_CEILING) * step
    if value <= 0 or tick <= value * snap:
        return tick
    return value * (1 + (snap - 1) / 2)


def years(first: int, last: int, room: float, full: float, between: float) -> tuple[int, ...]:
    """The years to be labelled: first, last and round ones between.

    `room` is the distance of two years; `full` and `between` are what a label at an end and one
    between want, half a gap on each side included, in points. Labels that would come too near to
    an end are left out; of several steps the finest that leaves some is taken.
    """
    if last <= first:
        return (first,)
    for step, start in _rounds(first, last):
        kept = [
            year
            for year in range(start, last, step)
            if first < year and min(year - first, last - year) * room >= (full + between) / 2
        ]
        if kept and (len(kept) == 1 or step * room >= between):
            return (first, *kept, last)
    return (first, last)


def _rounds(first: int, last: int) -> Iterator[tuple[int, int]]:
    """Steps and where they start: each year of a short span, else fives, tens and so on."""
    span = last - first
    if span <= 8:
        yield 1, first
    if span <= 4:
        return
    if span <= 40:
        yield 5, first // 5 * 5
    for step in (10, 20, 50, 100, 200, 500, 1000):
        yield step, first // step * step
        yield step, first // step * step + step // 2


def year_text(year: int, ends: tuple[int, int], full: bool) -> str:
    """`2005` at an end of the axis, `’10` between."""
    return f"{year:04}" if full or year in ends else f"’{year % 100:02}"
