"""Facts of observations, the unit that a whole exhibit has, and values as it prints them."""

from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal
from itertools import pairwise

from briefing import language
from briefing.exhibits.frame import Frame, Unshowable
from briefing.exhibits.selection import Shown
from briefing.figures import MOST_PERCENT, is_growth
from briefing.language.amount import half_up, least
from briefing.model import Dimension, Fact, Observation, Period, Refusal, Status, Unit

# Money counts in millions between these sizes, in thousands below, in billions above and then in
# trillions.
_LEAST_IN_MILLIONS = Decimal(1).scaleb(6)
_MOST_IN_MILLIONS = Decimal(1).scaleb(11)
_MOST_IN_BILLIONS = Decimal(1).scaleb(14)
_WHOLE = (Dimension.COUNT, Dimension.DAYS, Dimension.RANK)
# So many decimals more, at most, tell neighbours apart whose spread is so many of the last digit.
_MOST_MORE, _NEAR = 2, 100
# Of values so many times another, those from three digits on have no decimals.
_FAR_APART, _LARGE = 1000, 100


def fact(shown: Shown, period: Period, observation: Observation | None) -> Fact:
    """The fact that an observation is; without one, that the value is missing."""
    series = shown.series
    found = observation or Observation(period, None, Status.MISSING)
    return Fact(
        name=shown.name,
        value=found.value,
        unit=series.unit,
        period=found.period,
        kind=series.kind,
        status=found.status,
        reason=found.reason,
        sources=found.sources,
        derivation=series.derivation,
        cells=found.cells,
        resolution=found.resolution,
        of=found.of,
        tied=found.tied,
        label=series.label,
    )


def size(value: Fact, unit: Unit) -> Decimal | None:
    """A fact's value in the unit of its exhibit, unrounded."""
    if not isinstance(value.value, Decimal):
        return None
    return value.unit.convert(value.value, unit)


def number(value: Fact) -> Decimal:
    """The value of a fact that is known to have a number, in its own unit."""
    assert isinstance(value.value, Decimal)
    return value.value


def common_unit(frame: Frame, values: Iterable[Fact]) -> Unit:
    """The one unit of a chart: as asked, else by magnitude. Raises Unshowable when they differ."""
    facts = tuple(values)
    first = facts[0]
    wanted = frame.asked.unit or first.unit
    for value in facts:
        if not value.unit.converts_to(wanted):
            raise Unshowable(
                Refusal(
                    f"exhibit {frame.asked.name}: “{value.name}” is in {value.unit}, "
                    f"“{first.name}” in {wanted}",
                    "a chart has one unit: show series of different units in charts of their own",
                    "B353",
                )
            )
    return frame.asked.unit or fitting(first.unit, facts)


def fitting(unit: Unit, values: Iterable[Fact]) -> Unit:
    """The unit at the scale in which the largest of the values reads well."""
    if unit.dimension is not Dimension.MONEY:
        return unit
    plain = unit.scaled(0)
    sizes = (size(value, plain) for value in values if value.unit.converts_to(plain))
    largest = max((abs(s) for s in sizes if s is not None), default=_LEAST_IN_MILLIONS)
    if largest < _LEAST_IN_MILLIONS:
        return unit.scaled(3)
    if largest < _MOST_IN_MILLIONS:
        return unit.scaled(6)
    return unit.scaled(9 if largest < _MOST_IN_BILLIONS else 12)


def printed(frame: Frame, value: Fact, unit: Unit, decimals: int) -> str:
    """A value in the exhibit's unit, with no digit that its source lacks; a rank says if joint."""
    if value.unit.dimension is Dimension.RANK and isinstance(value.value, Decimal):
        return frame.speech.rank(int(value.value), value.tied)
    return to_decimals(frame, value, unit, held_decimals(value, unit, decimals))


def to_decimals(frame: Frame, value: Fact, unit: Unit, decimals: int) -> str:
    """A value in the exhibit's unit to just so many decimals."""
    if value.unit.dimension is Dimension.RANK:
        return printed(frame, value, unit, decimals)
    # What grew by more is told as so many times what it was.
    if value.value is not None and is_growth(value.derivation) and number(value) > MOST_PERCENT:
        return f"×{frame.speech.number(half_up(number(value) / 100 + 1, 0), 0)}"
    return language.cell(size(value, unit), value.status, unit, decimals, frame.language)


def aligned(
    frame: Frame, values: Sequence[Fact], unit: Unit, usual: Callable[[Fact], int]
) -> list[int]:
    """How many decimals each of the values has that stand below, or next to, each other.

    It is what the manifest asks for, else the usual, at most what the most exact value of the same
    sources has: a file often loses trailing zeros. A value that is said to be one of whole hundreds
    stays one. Where neighbours that differ would print alike, though all values are near each
    other, so many more as tell them apart and as the source has.
    """
    asked = frame.asked.decimals
    if asked is not None:
        return _decimals(values, unit, lambda _: asked, 0)
    more = 0
    while more < _MOST_MORE and _alike(values, unit, _decimals(values, unit, usual, more)):
        more += 1
    return _decimals(values, unit, usual, more)


def by_size(values: Sequence[Fact], unit: Unit, decimals: Sequence[int]) -> list[int]:
    """So many decimals, but none of what is large where other values are a thousandth of it, unless
    two neighbours that differ would print alike: 98,000 · 124 · 0.4."""
    sizes = [size(value, unit) for value in values]
    known = [abs(one) for one in sizes if one]
    if not known or max(known) < _FAR_APART * min(known):
        return list(decimals)
    fewer = [
        0 if one is not None and abs(one) >= _LARGE else found
        for one, found in zip(sizes, decimals, strict=True)
    ]
    return list(decimals) if _alike_at(sizes, fewer) else fewer


def _alike_at(sizes: Sequence[Decimal | None], decimals: Sequence[int]) -> bool:
    """Whether two neighbours that differ print alike."""
    known = [(one, d) for one, d in zip(sizes, decimals, strict=True) if one is not None]
    return any(a != b and half_up(a, -d) == half_up(b, -e) for (a, d), (b, e) in pairwise(known))


def _decimals(
    values: Sequence[Fact], unit: Unit, wanted: Callable[[Fact], int], more: int
) -> list[int]:
    held: dict[tuple[str, ...], int] = {}
    for value in values:
        if isinstance(value.value, Decimal):
            asked = wanted(value) + (0 if unit.dimension in _WHOLE else more)
            own = held_decimals(value, unit, asked)
            held[value.sources] = max(held.get(value.sources, 0), own)
    return [
        held_decimals(value, unit, held[value.sources])
        if value.resolution is not None and value.resolution > 1
        else held.get(value.sources, 0)
        for value in values
    ]


def _alike(values: Sequence[Fact], unit: Unit, decimals: Sequence[int]) -> bool:
    """Whether two neighbours of near values print alike, although they differ."""
    sizes = [size(value, unit) for value in values]
    known = [one for one in sizes if one is not None]
    if not known or max(known) - min(known) >= _NEAR * Decimal(1).scaleb(-max(decimals)):
        return False
    return _alike_at(sizes, decimals)


def held_decimals(value: Fact, unit: Unit, decimals: int) -> int:
    """So many decimals, but none that the source lacks."""
    limit = least(value.resolution, value.unit, unit)
    return decimals if limit is None else min(decimals, max(0, -limit))


def own_decimals(values: Iterable[Fact]) -> int:
    """The decimals that a rate of exchange has at its source; four where it is derived."""
    last = [least(value.resolution, value.unit, value.unit) for value in values]
    return max((4 if exponent is None else max(0, -exponent) for exponent in last), default=4)


def tile_decimals(value: Decimal) -> int:
    """Decimals that leave at most four significant digits: 2,846 · 296 · 60.7 · 0.64."""
    if abs(value) >= 100:
        return 0
    return 1 if abs(value) >= 1 else 2


def sources(values: Iterable[Fact]) -> tuple[str, ...]:
    """The sources of facts, in order of first use."""
    return tuple(dict.fromkeys(name for value in values for name in value.sources))
