"""Where each box goes on a page: a main column with a column at its side, nothing drawn yet."""

from dataclasses import dataclass, field, replace

from briefing.layout.box import Column, fitted
from briefing.layout.boxes.framed import Framed
from briefing.layout.flow.chains import chain_of, is_loose, is_text, next_exhibit, turned
from briefing.layout.flow.elastic import Elastic
from briefing.layout.flow.filling import Filling
from briefing.layout.flow.fills import AS_IT_COMES, WHITE, End, Fill, Start
from briefing.layout.flow.places import Cursor, Item, Placement
from briefing.layout.flow.queue import Queue


@dataclass
class Flow(Filling):
    """Fills a page with items, one after the other; `stretch` makes charts higher or lower.

    What waits for the side is `fresh` while its block is set: then it may be parted; as many things
    as wait for a block that isn't set yet are `beside` it.
    """

    stretch: Elastic = field(default_factory=Elastic)
    _parted: bool = False
    _fresh: bool = False
    _beside: int = 0

    def ends(self, start: Start, fill: Fill = AS_IT_COMES, until: int = -1) -> list[End]:
        """The places where a page that begins so may end, the last where nothing more fits, or
        after `until` steps, with charts and sections as `fill` says."""
        top = self.look.style.page.first if start.page == 1 else self.look.style.page.top
        self.at = Cursor(start.page, top, top, foot=start.foot)
        self.bottom = self.look.style.page.bottom - fill.foot
        self.placed.clear()
        self.crowded.clear()
        self.waiting[:] = start.waiting
        self.section, self.fill = start.section, fill
        self.full = self._parted = self._fresh = False
        self._beside = 0
        queue, found, steps = Queue(start.head), list[End](), 0
        side_first = False
        while not self.full and steps != until:
            over = queue.head is None and not self.waiting
            if not (self.at.empty or side_first or over):
                found.append(self._end(queue, steps))
            side_first = bool(queue.first and queue.first.column is Column.SIDE)
            self._step(queue)
            steps += 1
        done = queue.head is None and not self.waiting
        return [*found, self._end(queue, steps, done=done)]

    def _end(self, queue: Queue, steps: int, *, done: bool = False) -> End:
        rest = None
        if not done:
            foot = self.feet.next(self.at.foot)
            rest = Start(self.at.page + 1, queue.head, tuple(self.waiting), foot, self.section)
        placed, crowded = tuple(self.placed), tuple(self.crowded)
        return End(self.at, placed, crowded, steps, self.limit + self.fill.foot, self._parted, rest)

    def _step(self, queue: Queue) -> None:
        """Sets the next items that stand together, or finds that the page is full."""
        if not queue:
            self._go_on(queue)
            return
        if queue.first and queue.first.column is Column.SIDE:
            self.waiting.append(queue.popleft())
            self._fresh = True
            self._beside += 1
            return
        if self.fill.turn:
            turned(queue, self.fill.turn)
        chain = chain_of(queue)
        if self._early(chain, queue):
            return
        if self._attempt(chain, queue):
            self._fresh, self._beside = False, 0
            return
        if not self.at.empty or self.at.foot.notes:
            if not self._filled(chain, queue):
                # What is to stand beside it goes with it.
                at = len(self.waiting) - self._beside
                queue.extendleft(reversed([*self.waiting[at:], *chain]))
                del self.waiting[at:]
                self.full = True
            self._beside = 0
            return
        self._force(chain, queue)

    def _go_on(self, queue: Queue) -> None:
        """At a section's end: sets what still waits, then begins the next where it has room."""
        if self.waiting:
            self._flush()
        elif queue.head is None or not (self.at.empty or self._has_room()):
            self.full = True
        else:
            number = queue.begin()
            assert number is not None
            self.section = number

    def _has_room(self) -> bool:
        """Whether the next section may begin on this page."""
        if self._stands_alone():
            return False
        free = self.limit - max(self.at.main, self.at.side)
        return free >= self.look.style.h2.room * self.fill.room

    def _stands_alone(self) -> bool:
        """Whether the page is the first, which no section shares where the style says so and it is
        full."""
        first = self.look.style.page.alone and self.at.page == 1 and self.section == 0
        return first and self.limit - self.at.main <= WHITE

    def _attempt(self, chain: list[Item], queue: Queue) -> bool:
        """Sets the chain on this page if it fits, the rest of its last box before the queue."""
        before = self._state()
        heads = chain[-1].column is not Column.MAIN
        for index, natural in enumerate(chain):
            if natural.column is Column.SIDE:
                self.waiting.append(natural)
                self._fresh = True
                continue
            item = self.stretch(self._over(natural, queue), self.fill.factor)
            top = self._top(item, queue, heads=heads)
            if self._fits(item, top):
                self._put(item, top)
                continue
            parts = self._split(item, top) if index == len(chain) - 1 else None
            if parts is None:
                self._restore(before)
                return False
            self._put(replace(item, box=parts[0]), top)
            queue.appendleft(replace(item, box=parts[1], floats=False, order=0))
            self.full = self._parted = True
        return True

    def _top(self, item: Item, queue: Queue, *, heads: bool = False) -> float:
        """Where the item begins on this page; sets what waits for the side beside it.

        What waits is not set beside `heads` of something without a side, nor above that where it
        would then have no room.
        """
        if item.column is Column.MAIN:
            top = self.at.below(self._before(item))
            if not heads:
                self._place_waiting(top, parts=self._fresh)
            return top
        if self.at.empty:
            return self.at.main
        before = self._state()
        self._place_waiting(self.at.main, parts=False)
        self._shed(queue)
        top = self._clear(self._before(item))
        if not self._fits(item, top):
            self._restore(before)
            top = self._clear(self._before(item))
        return top

    def _over(self, item: Item, queue: Queue) -> Item:
        """An exhibit of the text over both columns, where nothing is to stand at its side and the
        style's text is wide there."""
        column, at = self.look.style.column, self.at
        shown = item.order and item.column is Column.MAIN and isinstance(item.box, Framed)
        if not shown or column.single or column.wide <= column.main or self.waiting:
            return item
        clear = at.side_empty or at.side <= at.main
        beside = bool(queue) and all(one.column is Column.SIDE for one in queue)
        return replace(item, column=Column.FULL) if clear and not beside else item

    def _early(self, chain: list[Item], queue: Queue) -> bool:
        """Sets the next exhibit before the text that it follows, where there is no room after."""
        if not self.fill.early or self.waiting or self.at.headed or not is_text(chain):
            return False
        found = next_exhibit(chain, queue)
        if found is None:
            return False
        before, exhibit = found
        item = self.stretch(self._over(exhibit, Queue()), self.fill.factor)
        text = sum(self.height(one.box, one.column) + one.box.after for one in before)
        top = self.at.below(self._before(item))
        if self._fits(item, top + text) or not self._fits(item, top):
            return False
        for _ in range(len(before) - len(chain) + 1):
            queue.popleft()
        queue.extendleft(reversed(before))
        return self._attempt([exhibit], queue)

    def _shed(self, queue: Queue) -> None:
        """Takes back the last of the side where it hangs far below the main column, if text
        follows that it can stand beside."""
        if self.at.side - self.at.main <= self.look.style.side.excess:
            return
        if not any(item.column is Column.MAIN for item in queue):
            return
        sides: list[Placement] = []
        for placement in reversed(self.placed):
            if placement.item.column in (Column.FULL, Column.WIDE):
                break
            if placement.item.column is Column.SIDE:
                sides.append(placement)
        if len(sides) < 2:
            return
        last, previous = sides[:2]
        self.placed.remove(last)
        self.waiting.insert(0, last.item)
        bottom = previous.top + self.height(previous.item.box, Column.SIDE)
        self.at = replace(self.at, side=bottom, side_after=previous.item.box.after)

    def _filled(self, chain: list[Item], queue: Queue) -> bool:
        """Sets following text before an exhibit that has no room here, under its heading if it has
        one; the exhibit goes first on the next page."""
        *heads, exhibit = chain
        if not exhibit.floats or self.limit - self.at.main < self.look.style.breaks.room:
            return False
        beside: list[Item] = []
        while queue.first and queue.first.column is Column.SIDE and not queue.first.order:
            beside.append(queue.popleft())
        following, rest, before = chain_of(queue), Queue(), self._state()
        self.waiting += beside
        self._fresh = False
        loose = not exhibit.order and len(following) == 1 and is_loose(following[0])
        if not (loose or is_text(following)) or not self._attempt([*heads, *following], rest):
            self._restore(before)
            queue.extendleft(reversed([*beside, *following]))
            return False
        queue.extendleft(reversed(list(rest)))
        queue.appendleft(replace(exhibit, floats=False) if self.full else exhibit)
        return True

    def _force(self, chain: list[Item], queue: Queue) -> None:
        """On an empty page: the last box of the chain is made to fit below the others, or, where
        they leave little room, as many boxes are set as fit, at least the first."""
        *heads, last = chain
        rest = Queue()
        before = self._state()
        if heads and self._attempt(heads, rest) and not rest:
            room = self.limit - self._top(last, queue)
            if room >= (self.limit - self.look.style.page.top) / 2:
                self._fit(last, queue)
                return
        self._restore(before)
        left, parted = list(chain), Queue()
        while left and not parted and self._attempt([left[0]], parted):
            left.pop(0)
        none_fits = len(left) == len(chain)
        queue.extendleft(reversed([*parted, *left]))
        if none_fits:
            self._fit(queue.popleft(), queue)

    def _fit(self, item: Item, queue: Queue) -> None:
        """Sets a box that is higher than the room on this page, made smaller; one that only its
        notes leave no room is set, and the notes go on on the next page."""
        top = self._top(item, Queue())
        width, room = self.width(item.column), self.limit - top
        parts = item.box.split(width, room)
        if item.box.measure(width) <= room + 1e-6:
            self._put(item, top)
        elif parts is not None:
            self._put(replace(item, box=parts[0]), top)
            queue.appendleft(replace(item, box=parts[1], order=0))
            self.full = self._parted = True
        else:
            self.crowded.append(item)
            self._put(replace(item, box=fitted(item.box, width, room)), top)

    def _flush(self) -> None:
        """Sets what still waits for the side beside the last text, on the next page if it must
        be."""
        last = self.placed[-1] if self.placed else None
        beside = last is not None and last.item.column is Column.MAIN
        anchor = last.top if last is not None and beside else self.at.main
        self._place_waiting(anchor, parts=False)
        while self.waiting and self.at.empty:
            self.waiting[0:1] = self._in_parts(self.waiting[0])
            self._place_waiting(self.at.main, parts=False)
        self.full = bool(self.waiting)

    def _in_parts(self, item: Item) -> list[Item]:
        """Something for the side that is higher than a page, in two parts or made to fit."""
        width, room = self.width(Column.SIDE), self.bottom - self.at.side
        parts = item.box.split(width, room)
        if parts is not None:
            return [replace(item, box=part) for part in parts]
        self.crowded.append(item)
        return [replace(item, box=fitted(item.box, width, room))]
