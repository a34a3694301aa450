"""Where each box goes on a page: a main column with a column at its side, nothing drawn yet."""

from dataclasses import dataclass, replace

from briefing.layout.box import Column, fitted
from briefing.layout.boxes.framed import Framed
from briefing.layout.flow.beside import hole_above, lowered, narrowed
from briefing.layout.flow.chains import chain_of, is_loose, is_text, next_exhibit, turned
from briefing.layout.flow.filling import Filling
from briefing.layout.flow.fills import AS_IT_COMES, WHITE, End, Fill, Start
from briefing.layout.flow.flow import Flow
from briefing.layout.flow.places import Item
from briefing.layout.flow.queue import Queue


def page_ends(flow: Flow, start: Start, fill: Fill = AS_IT_COMES, until: int = -1) -> list[End]:
    """The places where a page that begins so may end, the last where nothing more fits, or after
    `until` steps, with charts and sections as `fill` says."""
    return _Steps(Filling(flow, start, fill)).ends(Queue(start.head), until)


@dataclass
class _Steps:
    """Sets items on a page, one after the other.

    What waits for the side is `fresh` while its block is set: then it may be parted; as many things
    as wait for a block that isn't set yet are `beside` it. An exhibit is `bound` to the page where
    what is to stand beside it stands beside text that was set before it.
    """

    page: Filling
    _parted: bool = False
    _fresh: bool = False
    _beside: int = 0
    _bound: bool = False

    def ends(self, queue: Queue, until: int) -> list[End]:
        """After each step that may be the page's last, and after all of them."""
        page, found, steps = self.page, list[End](), 0
        side_first = False
        while not page.full and steps != until:
            over = queue.head is None and not page.waiting
            if not (page.at.empty or side_first or over or self._bound):
                found.append(self._end(queue, steps))
            side_first = bool(queue.first and queue.first.column is Column.SIDE)
            self._step(queue)
            steps += 1
        done = queue.head is None and not page.waiting
        return [*found, self._end(queue, steps, done=done)]

    def _end(self, queue: Queue, steps: int, *, done: bool = False) -> End:
        page = self.page
        rest = None
        if not done:
            foot = page.flow.feet.next(page.at.foot)
            rest = Start(page.at.page + 1, queue.head, tuple(page.waiting), foot, page.section)
        placed, crowded = tuple(page.placed), tuple(page.crowded)
        return End(
            page.at,
            placed,
            crowded,
            steps,
            page.limit + page.fill.foot,
            self._parted,
            rest,
        )

    def _step(self, queue: Queue) -> None:
        """Sets the next items that stand together, or finds that the page is full."""
        page = self.page
        if not queue:
            self._go_on(queue)
            return
        if queue.first and queue.first.column is Column.SIDE:
            page.waiting.append(queue.popleft())
            self._fresh = True
            self._beside += 1
            return
        if page.fill.turn:
            turned(queue, page.fill.turn)
        head = queue.head
        chain = chain_of(queue)
        if self._early(chain, queue) or self._deferred(chain, queue):
            return
        if self._attempt(chain, queue):
            self._fresh, self._beside, self._bound = False, 0, False
            return
        if not page.at.empty or page.at.foot.notes:
            # What is to stand beside it goes with it.
            at = len(page.waiting) - self._beside
            beside = page.waiting[at:]
            del page.waiting[at:]
            if not self._filled(chain, queue):
                queue.head = head
                page.full = True
            queue.extendleft(reversed(beside))
            self._beside = 0
            return
        self._force(chain, queue)

    def _go_on(self, queue: Queue) -> None:
        """At a section's end: sets what still waits, then begins the next where it has room."""
        page = self.page
        if page.waiting:
            page.flush()
        elif queue.head is None or not (page.at.empty or self._has_room()):
            page.full = True
        else:
            number = queue.begin()
            assert number is not None
            page.section = number

    def _has_room(self) -> bool:
        """Whether the next section may begin on this page."""
        page = self.page
        if self._stands_alone():
            return False
        free = page.limit - max(page.at.main, page.at.side)
        return free >= page.flow.look.style.h2.room * page.fill.room

    def _stands_alone(self) -> bool:
        """Whether the page is the first, which no section shares where the style says so and it is
        full."""
        page = self.page
        first = page.flow.look.style.page.alone and page.at.page == 1 and page.section == 0
        return first and page.limit - page.at.main <= WHITE

    def _attempt(self, chain: list[Item], queue: Queue) -> bool:
        """Sets the chain on this page if it fits, the rest of its last box before the queue."""
        page = self.page
        before = page.state()
        chain = narrowed(page, chain, bound=self._bound)
        heads = chain[-1].column is not Column.MAIN
        for index, natural in enumerate(chain):
            if natural.column is Column.SIDE:
                page.waiting.append(natural)
                self._fresh = True
                continue
            item = page.flow.stretch(self._over(natural, queue), page.fill.factor)
            top = self._top(item, queue, heads=heads)
            if page.fits(item, top):
                page.put(item, top)
                continue
            parts = page.split(item, top) if index == len(chain) - 1 else None
            if parts is None:
                page.restore(before)
                return False
            page.put(replace(item, box=parts[0]), top)
            rest = replace(item, box=parts[1], floats=False, order=0, goes_on=True)
            queue.appendleft(rest)
            page.full = self._parted = True
        return True

    def _top(self, item: Item, queue: Queue, *, heads: bool = False) -> float:
        """Where the item begins on this page; sets what waits for the side beside it.

        What waits is not set beside `heads` of something without a side.
        """
        page = self.page
        if item.column is Column.MAIN:
            top = page.at.below(page.above(item))
            if not heads:
                page.place_waiting(top, parts=self._fresh)
            return top
        return lowered(page, item, queue)

    def _over(self, item: Item, queue: Queue) -> Item:
        """An exhibit of the text over both columns, where nothing is to stand at its side and the
        style's text is wide there."""
        page = self.page
        column, at = page.flow.look.style.column, page.at
        shown = item.order and item.column is Column.MAIN and isinstance(item.box, Framed)
        if not shown or column.single or column.wide <= column.main or page.waiting:
            return item
        clear = at.side_empty or at.side <= at.main
        beside = bool(queue) and all(one.column is Column.SIDE for one in queue)
        return replace(item, column=Column.FULL) if clear and not beside else item

    def _deferred(self, chain: list[Item], queue: Queue) -> bool:
        """Sets following text before an exhibit over both columns that would leave a hole in the
        text, beside what hangs lower; not where the hole is no smaller then."""
        page, exhibit = self.page, chain[-1]
        if page.at.empty or not exhibit.floats or exhibit.column is not Column.FULL:
            return False
        hole = hole_above(page, exhibit, queue)
        if hole is None or hole <= page.flow.look.style.side.excess:
            return False
        before, head, fresh, bound = page.state(), queue.head, self._fresh, self._bound
        self._bound = bound or bool(page.waiting)
        if self._filled(chain, queue):
            left = None if page.full else hole_above(page, exhibit, queue)
            if left is not None and left < hole:
                self._beside = 0
                return True
        page.restore(before)
        queue.head, self._fresh, self._bound = head, fresh, bound
        return False

    def _early(self, chain: list[Item], queue: Queue) -> bool:
        """Sets the next exhibit before the text that it follows, where there is no room after."""
        page = self.page
        if not page.fill.early or page.waiting or page.at.headed or not is_text(chain):
            return False
        found = next_exhibit(chain, queue)
        if found is None:
            return False
        before, exhibit = found
        item = page.flow.stretch(self._over(exhibit, Queue()), page.fill.factor)
        text = sum(page.flow.height(one.box, one.column) + one.box.after for one in before)
        top = page.at.below(page.above(item))
        if page.fits(item, top + text) or not page.fits(item, top):
            return False
        for _ in range(len(before) - len(chain) + 1):
            queue.popleft()
        queue.extendleft(reversed(before))
        return self._attempt([exhibit], queue)

    def _filled(self, chain: list[Item], queue: Queue) -> bool:
        """Sets following text before an exhibit that has no room here, under its heading if it has
        one; the exhibit goes first on the next page."""
        page = self.page
        *heads, exhibit = chain
        if not exhibit.floats or page.limit - page.at.main < page.flow.look.style.breaks.room:
            return False
        beside: list[Item] = []
        while queue.first and queue.first.column is Column.SIDE and not queue.first.order:
            beside.append(queue.popleft())
        following, rest, before = chain_of(queue), Queue(), page.state()
        page.waiting += beside
        self._fresh = False
        loose = not exhibit.order and len(following) == 1 and is_loose(following[0])
        if not (loose or is_text(following)) or not self._attempt([*heads, *following], rest):
            page.restore(before)
            queue.extendleft(reversed([*beside, *following]))
            return False
        queue.extendleft(reversed(list(rest)))
        queue.appendleft(replace(exhibit, floats=False) if page.full else exhibit)
        return True

    def _force(self, chain: list[Item], queue: Queue) -> None:
        """On an empty page: the last box of the chain is made to fit below the others, or, where
        they leave little room, as many boxes are set as fit, at least the first."""
        page = self.page
        *heads, last = chain
        rest = Queue()
        before = page.state()
        if heads and self._attempt(heads, rest) and not rest:
            room = page.limit - self._top(last, queue)
            if room >= (page.limit - page.flow.look.style.page.top) / 2:
                self._fit(last, queue)
                return
        page.restore(before)
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
        page = self.page
        top = self._top(item, Queue())
        width, room = page.flow.width(item.column), page.limit - top
        parts = item.box.split(width, room)
        if item.box.measure(width) <= room + 1e-6:
            page.put(item, top)
        elif parts is not None:
            page.put(replace(item, box=parts[0]), top)
            queue.appendleft(replace(item, box=parts[1], order=0, goes_on=True))
            page.full = self._parted = True
        else:
            page.crowded.append(item)
            page.put(replace(item, box=fitted(item.box, width, room)), top)
