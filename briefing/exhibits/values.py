"""Facts of observations, the unit that a whole exhibit has, and values as it prints them."""

from collections.abc import Iterable
from decimal import Decimal

from briefing import language
from briefing.exhibits.frame import Frame, Problem, Unshowable
from briefing.exhibits.selection import Shown
from briefing.language.amount import least
from briefing.model.fact import Fact
from briefing.model.period import Period
from briefing.model.series import Observation, Status
from briefing.model.unit import Dimension, Unit

# Money counts in millions between these sizes, in thousands below and in billions above.
_LEAST_IN_MILLIONS = Decimal(1).scaleb(6)
_MOST_IN_MILLIONS = Decimal(1).scaleb(11)


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
                Problem(
                    "B353",
                    f"exhibit {frame.asked.name}: “{value.name}” is in {value.unit}, "
                    f"“{first.name}” in {wanted}",
                    "a chart has one unit: show series of different units in charts of their own",
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
    return unit.scaled(6 if largest < _MOST_IN_MILLIONS else 9)


def printed(frame: Frame, value: Fact, unit: Unit, decimals: int) -> str:
    """A value in the exhibit's unit, with no digit that its source lacks; a rank says if joint."""
    if value.unit.dimension is Dimension.RANK and isinstance(value.value, Decimal):
        return frame.speech.rank(int(value.value), value.tied)
    decimals = held_decimals(value, unit, decimals)
    return language.cell(size(value, unit), value.status, unit, decimals, frame.language)


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
