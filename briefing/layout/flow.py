"""Where each box goes: pages of a main column with a column at its side, nothing drawn yet."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from briefing.layout.fitted import fitted
from briefing.layout.look import Look
from briefing.layout.places import Column, Cursor, Item, Placement


@dataclass
class Flow:
    """Fills pages. Lengths in points from the page's upper edge."""

    look: Look
    placed: list[Placement] = field(default_factory=list)
    crowded: list[Item] = field(default_factory=list)

    def __post_init__(self) -> None:
        measure = self.look.measure
        self._left = measure("page.left")
        self._limit = measure("page.bottom")
        self._widths = {
            Column.MAIN: measure("column.main"),
            Column.SIDE: measure("column.side"),
            Column.FULL: measure("page.width") - measure("page.left") - measure("page.right"),
        }
        first = measure("page.first")
        self._at = Cursor(1, first, first)
        self._waiting: list[Item] = []

    def width(self, column: Column) -> float:
        """A column's width."""
        return self._widths[column]

    @property
    def pages(self) -> int:
        """How many pages are filled so far."""
        return max((placement.page for placement in self.placed), default=1)

    def section(self, items: Sequence[Item]) -> None:
        """Sets a section, on the page begun where it fits there or much of the page is free."""
        if not self._at.empty and not self._begins_here(items):
            self._turn()
        self.run(items)

    def _begins_here(self, items: Sequence[Item]) -> bool:
        free = self._limit - max(self._at.main, self._at.side)
        if free < self.look.measure("h2.room"):
            return False
        if free >= self.look.measure("h2.flow"):
            return True
        trial = replace(self)
        trial.placed = []
        trial.crowded = []
        trial._at = self._at
        trial.run(items)
        return trial._at.page == self._at.page

    def run(self, items: Iterable[Item]) -> None:
        """Sets items one after the other; what belongs to the side is never left for later."""
        queue = deque(items)
        while queue:
            if queue[0].column is Column.SIDE:
                self._waiting.append(queue.popleft())
                continue
            chain = _chain(queue)
            if self._attempt(chain, queue):
                continue
            if not self._at.empty:
                if not self._filled(chain, queue):
                    queue.extendleft(reversed(chain))
                    self._turn()
                continue
            self._force(chain, queue)
        self._flush()

    def _attempt(self, chain: list[Item], queue: deque[Item]) -> bool:
        """Sets the chain on this page if it fits, the rest of its last box before the queue."""
        before = self._state()
        heads = chain[-1].column is Column.FULL
        for index, item in enumerate(chain):
            if item.column is Column.SIDE:
                self._waiting.append(item)
                continue
            top = self._top(item, queue, heads=heads)
            width = self.width(item.column)
            if top + item.box.measure(width) <= self._limit + 1e-6:
                self._put(item, top)
                continue
            parts = item.box.split(width, self._limit - top) if index == len(chain) - 1 else None
            if parts is None:
                self._restore(before)
                return False
            self._put(replace(item, box=parts[0]), top)
            queue.appendleft(replace(item, box=parts[1], floats=False))
            self._turn()
        return True

    def _top(self, item: Item, queue: deque[Item], *, heads: bool = False) -> float:
        """Where the item begins on this page; sets what waits for the side beside it.

        What waits is not set beside `heads` of something of full width, nor above that where it
        would then have no room.
        """
        if item.column is Column.MAIN:
            top = self._at.below(item.box.before)
            if not heads:
                self._place_waiting(top)
            return top
        if self._at.empty:
            return self._at.main
        before = self._state()
        self._place_waiting(self._at.main)
        self._shed(queue)
        top = self._clear(item.box.before)
        if top + item.box.measure(self.width(Column.FULL)) > self._limit + 1e-6:
            self._restore(before)
            top = self._clear(item.box.before)
        return top

    def _clear(self, before: float) -> float:
        """Below both columns."""
        at = self._at
        side = at.side if at.side_empty else at.side + at.side_after + before
        return max(at.below(before), side)

    def _state(self) -> tuple[Cursor, list[Placement], list[Item]]:
        return self._at, list(self.placed), list(self._waiting)

    def _restore(self, state: tuple[Cursor, list[Placement], list[Item]]) -> None:
        self._at, self.placed, self._waiting = state

    def _put(self, item: Item, top: float) -> None:
        box, column = item.box, item.column
        width = self.width(column)
        bottom = top + box.measure(width)
        right = self.look.measure("page.width") - self.look.measure("page.right")
        x = right - width if column is Column.SIDE else self._left
        self.placed.append(Placement(item, self._at.page, x, top, width))
        at = self._at
        if column is not Column.SIDE:
            at = replace(at, main=bottom, main_after=box.after, main_empty=False, headed=box.keep)
        if column is not Column.MAIN:
            at = replace(at, side=bottom, side_after=box.after, side_empty=column is Column.FULL)
        self._at = at

    def _place_waiting(self, anchor: float) -> None:
        """Sets what waits beside `anchor`, higher where it would not fit; keeps what can't."""
        while self._waiting:
            box = self._waiting[0].box
            highest = self._at.beside(box.before)
            lowest = self._limit - self._waiting_height()
            if lowest < highest:
                lowest = self._limit - box.measure(self.width(Column.SIDE))
            if highest > lowest + 1e-6:
                return
            self._put(self._waiting.pop(0), max(highest, min(anchor, lowest)))

    def _waiting_height(self) -> float:
        """The height of all that waits, set together."""
        boxes = [item.box for item in self._waiting]
        white = sum(above.after + below.before for above, below in pairwise(boxes))
        return sum(box.measure(self.width(Column.SIDE)) for box in boxes) + white

    def _shed(self, queue: deque[Item]) -> None:
        """Takes back the last of the side where it hangs far below the main column, if text
        follows that it can stand beside."""
        if self._at.side - self._at.main <= self.look.measure("side.excess"):
            return
        if not any(item.column is Column.MAIN for item in queue):
            return
        sides: list[Placement] = []
        for placement in reversed(self.placed):
            if placement.page != self._at.page or placement.item.column is Column.FULL:
                break
            if placement.item.column is Column.SIDE:
                sides.append(placement)
        if len(sides) < 2:
            return
        last, previous = sides[:2]
        self.placed.remove(last)
        self._waiting.insert(0, last.item)
        bottom = previous.top + previous.item.box.measure(previous.width)
        self._at = replace(self._at, side=bottom, side_after=previous.item.box.after)

    def _filled(self, chain: list[Item], queue: deque[Item]) -> bool:
        """Sets following text before an exhibit that has no room here; the exhibit goes first
        on the next page."""
        if not (len(chain) == 1 and chain[0].floats):
            return False
        if self._limit - self._at.main < self.look.measure("break.room"):
            return False
        while queue and queue[0].column is Column.SIDE:
            self._waiting.append(queue.popleft())
        following = _chain(queue)
        rest: deque[Item] = deque()
        page = self._at.page
        if not _is_text(following) or not self._attempt(following, rest):
            queue.extendleft(reversed(following))
            return False
        queue.extendleft(reversed(rest))
        turned = self._at.page != page
        queue.appendleft(replace(chain[0], floats=False) if turned else chain[0])
        return True

    def _force(self, chain: list[Item], queue: deque[Item]) -> None:
        """On an empty page: the last box of the chain is made to fit below the others, or, where
        they leave little room, the first box is set alone."""
        *heads, last = chain
        rest: deque[Item] = deque()
        before = self._state()
        if heads and self._attempt(heads, rest) and not rest:
            room = self._limit - self._top(last, queue)
            if room >= (self._limit - self.look.measure("page.top")) / 2:
                self._fit(last)
                return
        self._restore(before)
        first, *others = chain
        queue.extendleft(reversed(others))
        alone: deque[Item] = deque()
        if self._attempt([first], alone):
            queue.extendleft(reversed(alone))
        else:
            self._fit(first)

    def _fit(self, item: Item) -> None:
        """Sets a box that is higher than the room on this page, made smaller."""
        top = self._top(item, deque())
        box = fitted(item.box, self.width(item.column), self._limit - top)
        self.crowded.append(item)
        self._put(replace(item, box=box), top)

    def _flush(self) -> None:
        """Sets what still waits for the side beside the last text, on new pages if it must be."""
        last = self.placed[-1] if self.placed else None
        beside = last is not None and last.item.column is Column.MAIN
        same = last is not None and last.page == self._at.page
        anchor = last.top if last is not None and beside and same else self._at.main
        while self._waiting:
            self._place_waiting(anchor)
            if not self._waiting:
                return
            anchor = self._at.main
            if self._at.empty:
                self._waiting[0:1] = self._parted(self._waiting[0])
            else:
                self._turn()

    def _parted(self, item: Item) -> list[Item]:
        """Something for the side that is higher than a page, in two parts or made to fit."""
        width, room = self.width(Column.SIDE), self._limit - self._at.side
        parts = item.box.split(width, room)
        if parts is not None:
            return [replace(item, box=part) for part in parts]
        self.crowded.append(item)
        return [replace(item, box=fitted(item.box, width, room))]

    def _turn(self) -> None:
        """Begins the next page."""
        top = self.look.measure("page.top")
        self._at = Cursor(self._at.page + 1, top, top)


def _chain(queue: deque[Item]) -> list[Item]:
    """Takes the next items that must stand together.

    What is to stand beside them begins with the first; where they end in something of full width,
    it is left for what follows.
    """
    chain: list[Item] = []
    beside: list[Item] = []
    while queue:
        item = queue.popleft()
        (beside if item.column is Column.SIDE else chain).append(item)
        if item.column is not Column.SIDE and not item.box.keep:
            break
    if not chain or chain[-1].column is Column.FULL:
        queue.extendleft(reversed(beside))
        return chain
    first = next(index for index, item in enumerate(chain) if item.column is Column.MAIN)
    return [*chain[:first], *beside, *chain[first:]]


def _is_text(chain: list[Item]) -> bool:
    """Whether a chain is a paragraph, perhaps under a heading, with what is beside it."""
    apart = any(item.floats or item.column is Column.FULL for item in chain)
    return bool(chain) and not apart and not chain[-1].box.keep
