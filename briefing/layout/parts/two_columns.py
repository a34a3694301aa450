"""The first page of a style with two columns of one width: both equally long, and the page full."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from typing import NamedTuple

from briefing.layout.box import Abreast, Box, Column, Stack, Whole
from briefing.layout.boxes.facing import Facing
from briefing.layout.boxes.framed import Framed
from briefing.layout.boxes.locator import lower
from briefing.layout.flow.elastic import is_elastic, stretched
from briefing.layout.flow.fills import WHITE
from briefing.layout.flow.places import Item
from briefing.layout.parts.contents import contents
from briefing.layout.parts.front import Front, Maker
from briefing.pdf import Tree

# How high the map and the lead exhibit's chart may be, of their usual heights, the best first.
_MAPS = (1.0, 1.15, 0.85, 0.7, 0.6)
_CHARTS = (1.0, 1.1, 1.2, 0.9, 0.85)
# What a first page costs, in points: a step away from the best heights, a thing in the other
# column than its own, by the point how unequal the columns are; that it isn't full, and that it is
# more than full, or filled with what doesn't fill it.
_STEP, _MOVED, _UNEQUAL, _FREE, _OVER = 4.0, 2.0, 0.5, 1_000.0, 10_000.0
# White at the page's foot that is left as it is.
_LITTLE = 30.0


class _Part(NamedTuple):
    """Something of the first page, whether it is the text's, at the left, and what it costs that it
    is such as it is."""

    box: Box
    text: bool = False
    cost: float = 0.0


class _Shape(NamedTuple):
    """What stands in either column, and what that costs."""

    left: tuple[Box, ...]
    right: tuple[Box, ...]
    cost: float


def two_columns(maker: Maker, front: Front, head: Item) -> list[Item]:
    """Tiles over the whole width, the key points at the left; lead exhibit, map, ages, contents and
    what the author put there stand where they make both columns equally long.

    A page with exhibits of the author's is his: sections go on below them, and neither map nor
    contents fill it.
    """
    above = [head, *([Item(front.tiles, Column.FULL)] if front.tiles is not None else [])]
    page = _Page(maker, front, above)
    found = min(page.shapes(), key=lambda shape: shape.cost)
    held = {id(box) for box in (*found.left, *found.right)}
    if not any(id(part.box) in held for part in page.maps):
        front.unmapped()
    after = [item for item in front.after if id(item.box) not in held]
    if not found.right:
        return [*above, *(Item(box, Column.FULL) for box in found.left), *after]
    left, right = (page.listed(boxes) for boxes in (found.left, found.right))
    style = maker.setting.look.style
    made: Box = Whole(Abreast(left, right, style.column.gutter), after=style.opening.gap)
    if made.measure(style.width) > page.room:
        made = Facing(left.boxes, right.boxes, style.column.gutter, after=style.opening.gap)
    return [*above, Item(made, Column.FULL), *after]


@dataclass
class _Page:
    """The ways to set the first page below what stands `above`."""

    maker: Maker
    front: Front
    above: Sequence[Item]

    def __post_init__(self) -> None:
        style, front = self.maker.setting.look.style, self.front
        self.width = style.column.main
        used = sum(item.box.measure(style.width) + item.box.after for item in self.above)
        self.room = style.page.bottom - style.page.first - used
        self.maps: list[_Part] = []
        if front.locator is not None:
            made = ((step, lower(front.locator, share)) for step, share in enumerate(_MAPS))
            self.maps = [_Part(self._apart(box), cost=step * _STEP) for step, box in made]
        self.trial = self._contents(on_trial=True)

    def shapes(self) -> Iterator[_Shape]:
        """Each way to set it."""
        front = self.front
        own = [_Part(box) for box in front.own]
        text = [item.box for item in front.after if item.column is Column.MAIN]
        if all(isinstance(box, Framed) for box in text):
            own += [_Part(box, text=True) for box in text]
        alone = not (front.own or front.after)
        maps = [None, *self.maps] if alone else [None]
        lists = [None, _Part(self.trial)] if alone and self.trial is not None else [None]
        changed, ages = (
            _Part(self._apart(box)) if box is not None else None
            for box in (front.changed, front.ages)
        )
        for lead, shown, listed in product(self._leads(), maps, lists):
            parts = [lead, *own, changed, shown, ages, listed]
            held = [part for part in parts if part is not None]
            yield from self._set(held, filled=bool(shown or listed), alone=alone)

    def _leads(self) -> list[_Part | None]:
        """The lead exhibit, its chart in each height."""
        lead = self.front.lead
        if lead is None or not is_elastic(lead):
            return [_Part(lead) if lead is not None else None]
        made = ((step, stretched(lead, share)) for step, share in enumerate(_CHARTS))
        return [_Part(box, cost=step * _STEP) for step, box in made]

    def _set(self, parts: list[_Part], *, filled: bool, alone: bool) -> Iterator[_Shape]:
        """Each way to put these in columns; a page that is to stand alone is full, perhaps filled
        with map and contents, any other as short as may be."""
        spent = sum(part.cost for part in parts)
        points = list(self.front.points)
        for moved in product((False, True), repeat=len(parts)):
            pairs = list(zip(parts, moved, strict=True))
            left = [*points, *(part.box for part, away in pairs if part.text is not away)]
            right = [part.box for part, away in pairs if part.text is away]
            one, other = self._high(left), self._high(right)
            white = self.room - max(one, other)
            cost = spent + sum(moved) * _MOVED + abs(one - other) * _UNEQUAL
            if white < 0 or (filled and white > WHITE):
                cost += _OVER
            elif alone and white <= WHITE:
                cost += max(0.0, white - _LITTLE)
            else:
                cost += _FREE - white
            yield _Shape(tuple(left), tuple(right), cost)

    def _high(self, boxes: Sequence[Box]) -> float:
        return Stack(tuple(boxes)).measure(self.width)

    def listed(self, boxes: Sequence[Box]) -> Stack:
        """A column, its contents with their tags."""
        made = (self._contents() if box is self.trial else box for box in boxes)
        return Stack(tuple(box for box in made if box is not None))

    def _contents(self, *, on_trial: bool = False) -> Box | None:
        """The contents, where the style has them; on trial outside the document's tags."""
        maker = self.maker
        if not maker.setting.look.style.contents.printed:
            return None
        setting = maker.setting.trial() if on_trial else maker.setting
        parent = Tree().root if on_trial else maker.parent
        made = contents(setting, maker.document, parent, maker.place, inline=False)
        return self._apart(made)

    def _apart(self, box: Box) -> Box:
        """Something with white above it."""
        return Stack((box,), before=self.maker.setting.look.style.opening.gap)
