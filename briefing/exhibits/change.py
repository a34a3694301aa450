"""What changed since a year earlier, as a tile says it."""

from decimal import Decimal

from msgspec import Struct
from msgspec.structs import replace

from briefing.exhibits import alt_text
from briefing.exhibits.frame import Frame
from briefing.exhibits.selection import Shown
from briefing.exhibits.values import fact, printed, size, tile_decimals
from briefing.figures.rate import Undefined, growth
from briefing.language.amount import crossed, measure
from briefing.model.fact import Fact
from briefing.model.series import worst
from briefing.model.unit import PERCENT, POINTS, Dimension, Unit


class Change(Struct, frozen=True):
    """The sentence and the facts in it; both empty when there is nothing to compare with.

    `spoken` is the sentence where no unit stands beside it.
    """

    text: str = ""
    spoken: str = ""
    facts: tuple[Fact, ...] = ()


def change(frame: Frame, figure: Shown, value: Fact, unit: Unit) -> Change:
    """“Down 2.7% on 2024”; a share in points; below zero the earlier value itself.

    A sentence that has no percentage, or one that would mislead, gives the earlier value.
    """
    if value.period is None or not isinstance(value.value, Decimal):
        return Change()
    earlier_period = value.period.year_earlier()
    earlier = fact(figure, earlier_period, figure.series.at(earlier_period))
    if not isinstance(earlier.value, Decimal) or value.unit.dimension is Dimension.RANK:
        return Change()
    before = frame.speech.period(earlier_period)
    if value.unit.dimension in (Dimension.PERCENT, Dimension.POINTS):
        points = _between(value, earlier, value.value - earlier.value, POINTS, "change")
        sizes = (measure(v, value.unit, value.resolution) for v in (earlier.value, value.value))
        return _moved(frame, points, before, moved=crossed(*sizes))
    rate = growth(earlier.value, value.value)
    if isinstance(rate, Undefined) or earlier.value < 0:
        gap = value.value - earlier.value
        difference = _between(value, earlier, gap, value.unit, "change")
        if measure(abs(gap), value.unit, value.resolution).is_nothing:
            text = frame.captions.changed(None, "", before)
            return Change(text, text, (difference,))
        sized = size(earlier, unit)
        decimals = 0 if sized is None else tile_decimals(sized)
        text = frame.captions.after(printed(frame, earlier, unit, decimals), before)
        spoken = frame.captions.after(alt_text.value(frame, earlier, dated=False), before)
        return Change(text, spoken, (earlier,))
    return _moved(frame, _between(value, earlier, rate, PERCENT, "growth"), before)


def _moved(frame: Frame, difference: Fact, before: str, moved: bool = False) -> Change:
    """`moved` says that it changed, even where the difference rounds to nothing."""
    assert isinstance(difference.value, Decimal)
    amount = measure(abs(difference.value), difference.unit, difference.resolution)
    rise = None if amount.is_nothing and not moved else difference.value > 0
    text = frame.captions.changed(rise, frame.speech.amount(amount), before)
    return Change(text, text, (difference,))


def _between(value: Fact, earlier: Fact, size_of: Decimal, unit: Unit, by: str) -> Fact:
    """The fact that a comparison makes of two."""
    return replace(
        value,
        name=f"{by}({value.name})",
        value=size_of,
        unit=unit,
        kind=None,
        status=worst(value.status, earlier.status),
        sources=tuple(dict.fromkeys((*value.sources, *earlier.sources))),
        derivation=f"{by}({value.name})",
        cells=tuple(dict.fromkeys((*value.cells, *earlier.cells))),
        resolution=None,
        label=None,
    )
