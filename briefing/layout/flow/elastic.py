"""Charts that are lower or higher than they would be, so that a page is full."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from briefing.layout.box import Box, Column
from briefing.layout.boxes.framed import ChartBox, Framed
from briefing.layout.flow.places import Item, Placement

LOWEST, HIGHEST = 0.85, 1.15
# Charts grow by such steps: a page that changes a little has charts as high as before.
_STEPS = 40


def chart_in(box: Box) -> ChartBox | None:
    """The chart of an exhibit."""
    return box.body if isinstance(box, Framed) and isinstance(box.body, ChartBox) else None


@dataclass
class Elastic:
    """Makes charts of the text higher or lower; each that is made is kept."""

    _made: dict[tuple[int, float], tuple[Box, Box]] = field(default_factory=dict)

    def __call__(self, item: Item, factor: float) -> Item:
        """The item, its chart so much higher."""
        framed, chart = item.box, chart_in(item.box)
        if chart is None or chart.factor == factor:
            return item
        assert isinstance(framed, Framed)
        known = self._made.get((id(framed), factor))
        if known is None or known[0] is not framed:
            known = framed, replace(framed, body=replace(chart, factor=factor))
            self._made[id(framed), factor] = known
        return replace(item, box=known[1])


def charts(placed: Iterable[Placement]) -> list[tuple[ChartBox, float]]:
    """The charts of the text on a page, each with its width."""
    held = ((chart_in(p.item.box), p) for p in placed if p.item.column is not Column.SIDE)
    return [(chart, p.width) for chart, p in held if chart is not None]


def gain(shown: Iterable[tuple[ChartBox, float]], factor: float) -> float:
    """By how much charts are higher with a factor than they are, in points."""
    return sum(
        replace(chart, factor=factor).measure(width) - chart.measure(width)
        for chart, width in shown
    )


def highest(shown: list[tuple[ChartBox, float]], factor: float, room: float) -> float:
    """The greatest factor, from this one on, with which charts grow by no more than the room."""
    steps = range(round(factor * _STEPS) + 1, round(HIGHEST * _STEPS) + 1)
    for step in reversed(steps):
        if gain(shown, step / _STEPS) <= room + 1e-6:
            return step / _STEPS
    return factor


def lower(factor: float) -> float:
    """The factor a step below."""
    return (round(factor * _STEPS) - 1) / _STEPS
