"""Where each box goes: pages of a main column with a column at its side, nothing drawn yet."""

from collections import deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from briefing.layout.box import Column
from briefing.layout.fitted import fitted
from briefing.layout.flow.chains import chain_of, is_text
from briefing.layout.flow.filling import Filling
from briefing.layout.flow.places import Item, Placement


@dataclass
class Flow(Filling):
    """Fills pages with items, one after the other."""

    def section(self, items: Sequence[Item]) -> None:
        """Sets a section, on the page begun where it fits there or much of the page is free."""
        if not self._at.empty and not self._begins_here(items):
            self._turn()
        self.run(items)

    def _begins_here(self, items: Sequence[Item]) -> bool:
        free = self._limit - max(self._at.main, self._at.side)
        if free < self.look.style.h2.room:
            return False
        if free >= self.look.style.h2.flow:
            return True
        trial = replace(self)
        trial.placed = []
        trial.crowded = []
        trial._bottoms = {}
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
            chain = chain_of(queue)
            if self._attempt(chain, queue):
                continue
            if not self._at.empty or self._at.foot.notes:
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
            if self._fits(item, top):
                self._put(item, top)
                continue
            parts = self._split(item, top) if index == len(chain) - 1 else None
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
        if not self._fits(item, top):
            self._restore(before)
            top = self._clear(item.box.before)
        return top

    def _shed(self, queue: deque[Item]) -> None:
        """Takes back the last of the side where it hangs far below the main column, if text
        follows that it can stand beside."""
        if self._at.side - self._at.main <= self.look.style.side.excess:
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
        if self._limit - self._at.main < self.look.style.breaks.room:
            return False
        while queue and queue[0].column is Column.SIDE:
            self._waiting.append(queue.popleft())
        following = chain_of(queue)
        rest: deque[Item] = deque()
        page = self._at.page
        if not is_text(following) or not self._attempt(following, rest):
            queue.extendleft(reversed(following))
            return False
        queue.extendleft(reversed(rest))
        turned = self._at.page != page
        queue.appendleft(replace(chain[0], floats=False) if turned else chain[0])
        return True

    def _force(self, chain: list[Item], queue: deque[Item]) -> None:
        """On an empty page: the last box of the chain is made to fit below the others, or, where
        they leave little room, as many boxes are set as fit, at least the first."""
        *heads, last = chain
        rest: deque[Item] = deque()
        before = self._state()
        if heads and self._attempt(heads, rest) and not rest:
            room = self._limit - self._top(last, queue)
            if room >= (self._limit - self.look.style.page.top) / 2:
                self._fit(last, queue)
                return
        self._restore(before)
        left, parted = deque(chain), deque[Item]()
        while left and not parted and self._attempt([left[0]], parted):
            left.popleft()
        none_fits = len(left) == len(chain)
        queue.extendleft(reversed([*parted, *left]))
        if none_fits:
            self._fit(queue.popleft(), queue)

    def _fit(self, item: Item, queue: deque[Item]) -> None:
        """Sets a box that is higher than the room on this page, made smaller; one that only its
        notes leave no room is set, and the notes go on on the next page."""
        top = self._top(item, deque())
        width, room = self.width(item.column), self._limit - top
        parts = item.box.split(width, room)
        if item.box.measure(width) <= room + 1e-6:
            self._put(item, top)
        elif parts is not None:
            self._put(replace(item, box=parts[0]), top)
            queue.appendleft(replace(item, box=parts[1]))
            self._turn()
        else:
            self.crowded.append(item)
            self._put(replace(item, box=fitted(item.box, width, room)), top)

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
        width, room = self.width(Column.SIDE), self._bottom - self._at.side
        parts = item.box.split(width, room)
        if parts is not None:
            return [replace(item, box=part) for part in parts]
        self.crowded.append(item)
        return [replace(item, box=fitted(item.box, width, room))]
