"""Pages while they are filled: what stands on them, and where the next box may begin."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from itertools import pairwise

from briefing.layout.box import Box, Column
from briefing.layout.boxes.footnotes import Feet, Foot
from briefing.layout.flow.places import Cursor, Item, Placement
from briefing.layout.theme import Look

# No document is longer, and no mistake of the layout's makes an endless one.
MOST_PAGES = 5000


class TooManyPagesError(Exception):
    """The document does not end on MOST_PAGES pages."""


@dataclass
class Filling:
    """Boxes placed so far; `notes` are those of footnotes by number, for the foot of the page that
    calls them. Lengths in points from the page's upper edge."""

    look: Look
    notes: Mapping[str, Box] = field(default_factory=dict)
    placed: list[Placement] = field(default_factory=list)
    crowded: list[Item] = field(default_factory=list)
    _bottoms: dict[int, Foot] = field(default_factory=dict)

    def __post_init__(self) -> None:
        style = self.look.style
        self._left = style.page.left
        self._bottom = style.page.bottom
        self._feet = Feet(self.look, self.notes)
        self._widths = {
            Column.MAIN: style.column.main,
            Column.SIDE: style.column.side,
            Column.FULL: style.width,
        }
        first = style.page.first
        self._at = Cursor(1, first, first)
        self._waiting: list[Item] = []

    def width(self, column: Column) -> float:
        """A column's width."""
        return self._widths[column]

    @property
    def pages(self) -> int:
        """How many pages are filled so far."""
        return max((placement.page for placement in (*self.placed, *self.feet())), default=1)

    @property
    def _limit(self) -> float:
        """Down to where the main column is free."""
        return self._bottom - self._feet.height(self._at.foot)

    def _fits(self, item: Item, top: float) -> bool:
        """Whether the item has room here, and the notes that it calls at the foot."""
        lower = top + item.box.measure(self.width(item.column))
        return lower <= self._limit + 1e-6 and self._foot(item, lower) is not None

    def _foot(self, item: Item, lower: float) -> Foot | None:
        """The page's foot with the notes that the item calls, where it ends at `lower`."""
        return self._feet.within(self._at.foot, item.box, self._bottom - lower)

    def _split(self, item: Item, top: float) -> tuple[Box, Box] | None:
        """A part that has room here with its notes, and the rest."""
        width = self.width(item.column)
        room = self._limit - top
        while (parts := item.box.split(width, room)) is not None:
            height = parts[0].measure(width)
            if self._foot(replace(item, box=parts[0]), top + height) is not None:
                return parts
            room = min(room, height) - 1.0
        return None

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
        right = self.look.style.page.width - self.look.style.page.right
        x = right - width if column is Column.SIDE else self._left
        self.placed.append(Placement(item, self._at.page, x, top, width))
        at = self._at
        space = self._bottom - (at.main if column is Column.SIDE else bottom)
        foot = self._feet.within(at.foot, box, space) or self._feet.forced(at.foot, box, space)
        at = replace(at, foot=foot)
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
            lowest = self._bottom - self._waiting_height()
            if lowest < highest:
                lowest = self._bottom - box.measure(self.width(Column.SIDE))
            if highest > lowest + 1e-6:
                return
            if not self._at.empty and self._foot(self._waiting[0], self._at.main) is None:
                return
            self._put(self._waiting.pop(0), max(highest, min(anchor, lowest)))

    def _waiting_height(self) -> float:
        """The height of all that waits, set together."""
        boxes = [item.box for item in self._waiting]
        white = sum(above.after + below.before for above, below in pairwise(boxes))
        return sum(box.measure(self.width(Column.SIDE)) for box in boxes) + white

    def _turn(self) -> None:
        """Begins the next page. Raises TooManyPagesError."""
        if self._at.page >= MOST_PAGES:
            raise TooManyPagesError
        top = self.look.style.page.top
        self._bottoms[self._at.page] = self._at.foot
        self._at = Cursor(self._at.page + 1, top, top, foot=self._feet.next(self._at.foot))

    def finish(self) -> None:
        """Sets the rest of the last notes, on new pages if it must be."""
        while self._at.foot.over:
            self._turn()
        self._bottoms[self._at.page] = self._at.foot

    def feet(self) -> list[Placement]:
        """The notes at the foot of each page that has any."""
        found = []
        width = self.width(Column.MAIN)
        for page, foot in sorted(self._bottoms.items()):
            if foot.notes:
                box = self._feet.box(foot)
                top = self._bottom - box.measure(width)
                found.append(Placement(Item(box), page, self._left, top, width))
        return found
