"""A page while it is filled: what stands on it, and where the next box may begin."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import NamedTuple

from briefing.layout.box import Box, Column, Whole
from briefing.layout.boxes.footnotes import Feet, Foot
from briefing.layout.boxes.framed import Framed
from briefing.layout.flow.fills import AS_IT_COMES, Fill
from briefing.layout.flow.places import Cursor, Item, Placement
from briefing.layout.theme import Look


class Held(NamedTuple):
    """All that changes while a page is filled."""

    at: Cursor
    placed: tuple[Placement, ...]
    waiting: tuple[Item, ...]
    full: bool


@dataclass
class Filling:
    """Boxes placed on one page so far; `notes` are those of footnotes by number, for the foot of
    the page that calls them, `fill` how it is filled. Lengths in points from the page's upper
    edge."""

    look: Look
    notes: Mapping[int, Box] = field(default_factory=dict)
    placed: list[Placement] = field(default_factory=list)
    crowded: list[Item] = field(default_factory=list)
    waiting: list[Item] = field(default_factory=list)
    section: int = 0
    full: bool = False
    fill: Fill = AS_IT_COMES
    _heights: dict[tuple[int, float], tuple[Box, float]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        style = self.look.style
        self.bottom = style.page.bottom
        self.feet = Feet(self.look, self.notes)
        self._widths = {
            Column.MAIN: style.column.main,
            Column.SIDE: style.column.side,
            Column.WIDE: style.column.wide,
            Column.FULL: style.width,
        }
        self.at = Cursor(1, style.page.first, style.page.first)

    def width(self, column: Column) -> float:
        """A column's width."""
        return self._widths[column]

    def height(self, box: Box, column: Column) -> float:
        """A box's height in a column; each is measured once, however many pages are tried."""
        width = self._widths[column]
        known = self._heights.get((id(box), width))
        if known is None or known[0] is not box:
            known = box, box.measure(width)
            self._heights[id(box), width] = known
        return known[1]

    @property
    def limit(self) -> float:
        """Down to where the main column is free."""
        return self.bottom - self.feet.height(self.at.foot)

    def _fits(self, item: Item, top: float) -> bool:
        """Whether the item has room here, and the notes that it calls at the foot."""
        lower = top + self.height(item.box, item.column)
        return lower <= self.limit + 1e-6 and self._foot(item, lower) is not None

    def _foot(self, item: Item, lower: float) -> Foot | None:
        """The page's foot with the notes that the item calls, where it ends at `lower`."""
        return self.feet.within(self.at.foot, item.box, self.bottom - lower)

    def _split(self, item: Item, top: float) -> tuple[Box, Box] | None:
        """A part that has room here with its notes, and the rest."""
        width = self.width(item.column)
        room = self.limit - top
        box = item.box
        if self.fill.parts and isinstance(box, Framed | Whole):
            box = box.loose()
        while (parts := box.split(width, room)) is not None:
            height = parts[0].measure(width)
            if self._foot(replace(item, box=parts[0]), top + height) is not None:
                return parts
            room = min(room, height) - 1.0
        return None

    def _before(self, item: Item) -> float:
        """The white wanted above an item."""
        free = spreads(item) and not self.at.headed
        return max(0.0, item.box.before + self.fill.spread) if free else item.box.before

    def _clear(self, before: float) -> float:
        """Below both columns."""
        at = self.at
        side = at.side if at.side_empty else at.side + at.side_after + before
        return max(at.below(before), side)

    def _state(self) -> Held:
        return Held(self.at, tuple(self.placed), tuple(self.waiting), self.full)

    def _restore(self, held: Held) -> None:
        self.at, self.full = held.at, held.full
        self.placed[:] = held.placed
        self.waiting[:] = held.waiting

    def _put(self, item: Item, top: float) -> None:
        box, column = item.box, item.column
        width = self.width(column)
        bottom = top + self.height(box, column)
        page = self.look.style.page
        x = page.width - page.right - width if column is Column.SIDE else page.left
        self.placed.append(Placement(item, self.at.page, x, top, width, self.section))
        at = self.at
        space = self.bottom - (at.main if column is Column.SIDE else bottom)
        foot = self.feet.within(at.foot, box, space) or self.feet.forced(at.foot, box, space)
        at = replace(at, foot=foot)
        if column is not Column.SIDE:
            at = replace(at, main=bottom, main_after=box.after, main_empty=False, headed=box.keep)
        if column is not Column.MAIN:
            beside = column is Column.SIDE
            at = replace(at, side=bottom, side_after=box.after, side_empty=not beside)
        self.at = at

    def _place_waiting(self, anchor: float, *, parts: bool) -> None:
        """Sets what waits beside `anchor`, higher where it would not fit; parts what can't, or
        keeps it."""
        while self.waiting:
            box = self.waiting[0].box
            highest = self.at.beside(box.before)
            lowest = self.bottom - self._waiting_height()
            if lowest < highest:
                lowest = self.bottom - self.height(box, Column.SIDE)
            if highest > lowest + 1e-6:
                if parts:
                    self._part_waiting(highest)
                return
            if not self.at.empty and self._foot(self.waiting[0], self.at.main) is None:
                return
            self._put(self.waiting.pop(0), max(highest, min(anchor, lowest)))

    def _part_waiting(self, top: float) -> None:
        """Sets as much of what waits as there is room for; its rest waits."""
        item = self.waiting[0]
        parts = item.box.split(self.width(Column.SIDE), self.bottom - top)
        if parts is None or (not self.at.empty and self._foot(item, self.at.main) is None):
            return
        self._put(replace(item, box=parts[0]), top)
        self.waiting[0] = replace(item, box=parts[1], goes_on=True)

    def _waiting_height(self) -> float:
        """The height of all that waits, set together."""
        boxes = [item.box for item in self.waiting]
        white = sum(above.after + below.before for above, below in pairwise(boxes))
        return sum(self.height(box, Column.SIDE) for box in boxes) + white


def gaps(placed: Sequence[Placement]) -> int:
    """Above how many of the things on a page white may be added."""
    held = [one.item for one in placed if one.item.column is not Column.SIDE]
    return sum(spreads(item) and not above.box.keep for above, item in pairwise(held))


def spreads(item: Item) -> bool:
    """Whether white may be added above an item: headings, exhibits, what is as wide as the page or
    stands whole."""
    if item.column is Column.SIDE or item.joined:
        return False
    whole = isinstance(item.box, Framed | Whole)
    return bool(whole or item.order or item.floats or item.box.keep or item.column is Column.FULL)
