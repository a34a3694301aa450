"""Charts that are lower or higher than they would be, so that a page is full."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from briefing.layout.box import Box, Column
from briefing.layout.boxes.facing import Facing
from briefing.layout.boxes.framed import ChartBox, Framed
from briefing.layout.flow.places import Item, Placement

LOWEST, HIGHEST = 0.85, 1.15
# Charts grow by such steps: a page that changes a little has charts as high as before.
_STEPS = 40


def is_elastic(box: Box) -> bool:
    """Whether it is a chart's, or holds one that can be higher."""
    if isinstance(box, Facing):
        return any(is_elastic(held) for held in (*box.boxes, *box.beside))
    return isinstance(box, Framed) and isinstance(box.body, ChartBox)


def stretched(box: Box, factor: float) -> Box:
    """The box, its charts by that factor as high as they would be."""
    if isinstance(box, Facing):
        boxes, beside = (
            tuple(stretched(held, factor) for held in part) for part in (box.boxes, box.beside)
        )
        same = boxes == box.boxes and beside == box.beside
        return box if same else replace(box, boxes=boxes, beside=beside)
    if isinstance(box, Framed) and isinstance(box.body, ChartBox) and box.body.factor != factor:
        return replace(box, body=replace(box.body, factor=factor))
    return box


@dataclass
class Elastic:
    """Makes charts of the text higher or lower; each that is made is kept."""

    _made: dict[tuple[int, float], tuple[Box, Box]] = field(default_factory=dict)

    def __call__(self, item: Item, factor: float) -> Item:
        """The item, its charts so much higher."""
        box = item.box
        if not is_elastic(box):
            return item
        known = self._made.get((id(box), factor))
        if known is None or known[0] is not box:
            known = box, stretched(box, factor)
            self._made[id(box), factor] = known
        return item if known[1] is box else replace(item, box=known[1])


def charts(placed: Iterable[Placement]) -> list[tuple[Box, float]]:
    """What has charts in the text on a page, each with its width."""
    held = (p for p in placed if p.item.column is not Column.SIDE)
    return [(p.item.box, p.width) for p in held if is_elastic(p.item.box)]


def gain(shown: Iterable[tuple[Box, float]], factor: float) -> float:
    """By how much these are higher with a factor than they are, in points."""
    return sum(stretched(box, factor).measure(width) - box.measure(width) for box, width in shown)


def highest(shown: list[tuple[Box, float]], factor: float, room: float) -> float:
    """The greatest factor, from this one on, with which charts grow by no more than the room."""
    steps = range(round(factor * _STEPS) + 1, round(HIGHEST * _STEPS) + 1)
    for step in reversed(steps):
        if gain(shown, step / _STEPS) <= room + 1e-6:
            return step / _STEPS
    return factor


def lower(factor: float) -> float:
    """The factor a step below."""
    return (round(factor * _STEPS) - 1) / _STEPS
