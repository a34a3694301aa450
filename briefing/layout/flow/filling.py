"""A page while it is filled: what stands on it, and where the next box may begin."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from briefing.layout.box import Box, Column, Whole, fitted
from briefing.layout.boxes.footnotes import Foot
from briefing.layout.boxes.framed import Framed
from briefing.layout.flow.fills import Fill, Start
from briefing.layout.flow.flow import Flow
from briefing.layout.flow.places import Cursor, Item, Placement


class Held(NamedTuple):
    """All that changes while a page is filled."""

    at: Cursor
    placed: tuple[Placement, ...]
    waiting: tuple[Item, ...]
    full: bool


class Filling:
    """A page that begins so, filled so: the boxes placed so far, what is `crowded`, what waits for
    the side, whether it is `full`. Lengths in points from the page's upper edge."""

    def __init__(self, flow: Flow, start: Start, fill: Fill) -> None:
        page = flow.look.style.page
        top = page.first if start.page == 1 else page.top
        self.flow, self.fill = flow, fill
        self.at = Cursor(start.page, top, top, foot=start.foot)
        self.bottom = page.bottom - fill.foot
        self.section, self.full = start.section, False
        self.placed: list[Placement] = []
        self.crowded: list[Item] = []
        self.waiting = list(start.waiting)

    @property
    def limit(self) -> float:
        """Down to where the main column is free."""
        return self.bottom - self.flow.feet.height(self.at.foot)

    def fits(self, item: Item, top: float) -> bool:
        """Whether the item has room here, and the notes that it calls at the foot."""
        lower = top + self.flow.height(item.box, item.column)
        return lower <= self.limit + 1e-6 and self._foot(item, lower) is not None

    def _foot(self, item: Item, lower: float) -> Foot | None:
        """The page's foot with the notes that the item calls, where it ends at `lower`."""
        return self.flow.feet.within(self.at.foot, item.box, self.bottom - lower)

    def split(self, item: Item, top: float) -> tuple[Box, Box] | None:
        """A part that has room here with its notes, and the rest."""
        width = self.flow.width(item.column)
        room = self.limit - top
        box = item.box
        if self.fill.parts and isinstance(box, Framed | Whole):
            box = box.loose()
        while (parts := self.flow.parted(box, width, room)) is not None:
            height = parts[0].measure(width)
            if self._foot(replace(item, box=parts[0]), top + height) is not None:
                return parts
            room = min(room, height) - 1.0
        return None

    def above(self, item: Item) -> float:
        """The white wanted above an item."""
        free = spreads(item) and not self.at.headed
        return max(0.0, item.box.before + self.fill.spread) if free else item.box.before

    def clear(self, before: float) -> float:
        """Below both columns."""
        at = self.at
        side = at.side if at.side_empty else at.side + at.side_after + before
        return max(at.below(before), side)

    def state(self) -> Held:
        """What it holds now, to come back to."""
        return Held(self.at, tuple(self.placed), tuple(self.waiting), self.full)

    def restore(self, held: Held) -> None:
        """Takes the page back to what it held."""
        self.at, self.full = held.at, held.full
        self.placed[:] = held.placed
        self.waiting[:] = held.waiting

    def put(self, item: Item, top: float) -> None:
        """Places an item, with the notes that it calls at the foot."""
        box, column = item.box, item.column
        width = self.flow.width(column)
        bottom = top + self.flow.height(box, column)
        page = self.flow.look.style.page
        x = page.width - page.right - width if column is Column.SIDE else page.left
        self.placed.append(Placement(item, self.at.page, x, top, width, self.section))
        at = self.at
        space = self.bottom - (at.main if column is Column.SIDE else bottom)
        foot = self.flow.feet.within(at.foot, box, space) or self.flow.feet.forced(
            at.foot, box, space
        )
        text, beside = column is not Column.SIDE, column is not Column.MAIN
        self.at = Cursor(
            at.page,
            bottom if text else at.main,
            bottom if beside else at.side,
            box.after if text else at.main_after,
            box.after if beside else at.side_after,
            main_empty=at.main_empty and not text,
            side_empty=text if beside else at.side_empty,
            headed=box.keep if text else at.headed,
            foot=foot,
        )

    def place_waiting(self, anchor: float, *, parts: bool) -> None:
        """Sets what waits beside `anchor`, higher where it would not fit; parts what can't, or
        keeps it."""
        while self.waiting:
            box = self.waiting[0].box
            highest = self.at.beside(box.before)
            lowest = self.bottom - self._waiting_height()
            if lowest < highest:
                lowest = self.bottom - self.flow.height(box, Column.SIDE)
            if highest > lowest + 1e-6:
                if parts:
                    self._part_waiting(highest)
                return
            if not self.at.empty and self._foot(self.waiting[0], self.at.main) is None:
                return
            self.put(self.waiting.pop(0), max(highest, min(anchor, lowest)))

    def _part_waiting(self, top: float) -> None:
        """Sets as much of what waits as there is room for; its rest waits."""
        item = self.waiting[0]
        parts = item.box.split(self.flow.width(Column.SIDE), self.bottom - top)
        if parts is None or (not self.at.empty and self._foot(item, self.at.main) is None):
            return
        self.put(replace(item, box=parts[0]), top)
        self.waiting[0] = replace(item, box=parts[1], goes_on=True)

    def has_room_beside(self) -> bool:
        """Whether all that waits has room below the side column."""
        top = self.at.beside(self.waiting[0].box.before)
        return top + self._waiting_height() <= self.bottom

    def _waiting_height(self) -> float:
        """The height of all that waits, set together."""
        boxes = [item.box for item in self.waiting]
        white = sum(above.after + below.before for above, below in pairwise(boxes))
        return sum(self.flow.height(box, Column.SIDE) for box in boxes) + white

    def flush(self) -> None:
        """Sets what still waits for the side beside the last text, on the next page if it must
        be."""
        last = self.placed[-1] if self.placed else None
        beside = last is not None and last.item.column is Column.MAIN
        anchor = last.top if last is not None and beside else self.at.main
        self.place_waiting(anchor, parts=False)
        while self.waiting and self.at.empty:
            self.waiting[0:1] = self._in_parts(self.waiting[0])
            self.place_waiting(self.at.main, parts=False)
        self.full = bool(self.waiting)

    def _in_parts(self, item: Item) -> list[Item]:
        """Something for the side that is higher than a page, in two parts or made to fit."""
        width, room = self.flow.width(Column.SIDE), self.bottom - self.at.side
        parts = item.box.split(width, room)
        if parts is not None:
            return [replace(item, box=part) for part in parts]
        self.crowded.append(item)
        return [replace(item, box=fitted(item.box, width, room))]


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
