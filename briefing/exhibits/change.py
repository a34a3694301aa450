"""What changed since a year earlier, as a tile says it."""

from decimal import Decimal

from msgspec import Struct, structs

from briefing import language, model
from briefing.exhibits.amounts import fact, held_decimals, size, tile_decimals
from briefing.exhibits.frame import Frame
from briefing.exhibits.selection import Shown
from briefing.figures import MOST_PERCENT, Undefined, growth, is_difference
from briefing.figures import change as shift
from briefing.language.amount import Amount, crossed, half_up, measure, told_apart
from briefing.language.told import Movement, written


class Change(Struct, frozen=True):
    """The sentence and the facts in it; both empty when there is nothing to compare with.

    `spoken` is what a sentence tells where no unit stands beside it.
    """

    text: str = ""
    spoken: Movement | None = None
    facts: tuple[model.Fact, ...] = ()


def change(frame: Frame, figure: Shown, value: model.Fact, unit: model.Unit) -> Change:
    """“Down 2.7% on 2024”; a share in points; below zero the earlier value itself.

    A sentence that has no percentage, or one that would mislead, gives the earlier value.
    """
    if value.period is None or not isinstance(value.value, Decimal):
        return Change()
    earlier_period = value.period.year_earlier()
    earlier = fact(figure, earlier_period, figure.series.at(earlier_period))
    if not isinstance(earlier.value, Decimal) or value.unit.dimension is model.Dimension.RANK:
        return Change()
    if value.unit.dimension in (model.Dimension.PERCENT, model.Dimension.POINTS):
        points = _between(value, earlier, shift(earlier.value, value.value), model.POINTS, "change")
        sizes = [measure(v, value.unit, value.resolution) for v in (earlier.value, value.value)]
        moved = crossed(*sizes) or (sizes[0].below and told_apart(earlier.value, value.value))
        return _moved(frame, points, earlier_period, moved=moved)
    if _is_deficit(frame, figure, earlier.value, value.value):
        return _deficit(frame, value, earlier)
    rate = growth(earlier.value, value.value)
    if isinstance(rate, Undefined) or rate > MOST_PERCENT:
        gap = shift(earlier.value, value.value)
        difference = _between(value, earlier, gap, value.unit, "change")
        if measure(abs(gap), value.unit, value.resolution).is_nothing:
            level = Movement(earlier_period)
            return Change(_text(frame, level), level, (difference,))
        text = _text(frame, Movement(earlier_period, earlier=_bare(earlier, unit)))
        amount = language.tell(earlier, frame.language, dated=False).value
        then = amount if isinstance(amount, Amount) else None
        spoken = Movement(earlier_period, earlier=then, fact=earlier)
        return Change(text, spoken, (earlier,))
    moved = _bare(earlier, unit) != _bare(value, unit)
    grown = _between(value, earlier, rate, model.PERCENT, "growth")
    return _moved(frame, grown, earlier_period, moved=moved)


def _is_deficit(frame: Frame, figure: Shown, earlier: Decimal, later: Decimal) -> bool:
    derivation = figure.series.derivation
    return max(earlier, later) < 0 and is_difference(derivation, frame.facts.expressions)


def _deficit(frame: Frame, value: model.Fact, earlier: model.Fact) -> Change:
    """A deficit is wider or narrower by an amount, or much as it was."""
    assert isinstance(value.value, Decimal)
    assert isinstance(earlier.value, Decimal)
    assert earlier.period is not None
    gap = _between(value, earlier, shift(earlier.value, value.value), value.unit, "change")
    assert isinstance(gap.value, Decimal)
    amount = measure(abs(gap.value), value.unit, value.resolution)
    if amount.below or amount.is_nothing:
        moved = Movement(earlier.period, deficit=True)
    else:
        moved = Movement(earlier.period, gap.value < 0, amount, fact=gap, deficit=True)
    return Change(_text(frame, moved), moved, (gap,))


def _bare(earlier: model.Fact, unit: model.Unit) -> Amount:
    """The earlier value as a tile prints it, in a unit that stands beside it."""
    sized = size(earlier, unit)
    assert sized is not None
    decimals = held_decimals(earlier, unit, tile_decimals(sized))
    return Amount(half_up(sized, -decimals), decimals, model.RATIO)


def _moved(
    frame: Frame, difference: model.Fact, before: model.Period, moved: bool = False
) -> Change:
    """`moved` says that it changed, even where the difference rounds to nothing."""
    assert isinstance(difference.value, Decimal)
    amount = measure(abs(difference.value), difference.unit, difference.resolution)
    rise = None if amount.is_nothing and not moved else difference.value > 0
    movement = Movement(before, rise, amount, fact=difference)
    return Change(_text(frame, movement), movement, (difference,))


def _text(frame: Frame, movement: Movement) -> str:
    return written(frame.captions.changed(movement))


def _between(
    value: model.Fact, earlier: model.Fact, size_of: Decimal, unit: model.Unit, by: str
) -> model.Fact:
    """The fact that a comparison makes of two."""
    derivation = model.call(by, model.reference(value.name))
    return structs.replace(
        value,
        name=str(derivation),
        value=size_of,
        unit=unit,
        kind=None,
        status=model.together(value.status, earlier.status),
        sources=tuple(dict.fromkeys((*value.sources, *earlier.sources))),
        derivation=derivation,
        cells=tuple(dict.fromkeys((*value.cells, *earlier.cells))),
        resolution=None,
        label=None,
    )
