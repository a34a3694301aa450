"""What is to be placed, where it was placed, and how far a page is filled."""

from dataclasses import dataclass, field

from briefing.layout.box import Box, Column
from briefing.layout.boxes.footnotes import Foot
from briefing.model import Place


@dataclass(frozen=True, slots=True)
class Item:
    """A box and its column; `floats` says that text may be set before it to fill a page.

    `order` is the place of an exhibit among all, from 1; what `goes_on` is the rest of something
    that began on the page before; what is `joined` belongs to the heading above it. `what` and
    `place` name it in a finding. `narrow` is the box of wide text as it is set where something
    stands beside it after all.
    """

    box: Box
    column: Column = Column.MAIN
    floats: bool = False
    what: str = ""
    place: Place | None = None
    order: int = 0
    goes_on: bool = False
    joined: bool = False
    narrow: Box | None = None


@dataclass(frozen=True, slots=True)
class Placement:
    """An item's box in its place: page from 1, left and upper edge, width; in points. `section` is
    the number of that which it belongs to, from 0."""

    item: Item
    page: int
    x: float
    top: float
    width: float
    section: int = 0


@dataclass(frozen=True, slots=True)
class Cursor:
    """How far a page is filled: the lower edge of each column and the white wanted below it, and
    the notes at its foot."""

    page: int
    main: float
    side: float
    main_after: float = 0.0
    side_after: float = 0.0
    main_empty: bool = True
    side_empty: bool = True
    headed: bool = False
    foot: Foot = field(default_factory=Foot)

    @property
    def empty(self) -> bool:
        """Whether nothing stands on the page."""
        return self.main_empty and self.side_empty

    def below(self, before: float) -> float:
        """Where a box that wants that white above it begins in the main column.

        Below a heading the larger white counts, else both.
        """
        if self.main_empty:
            return self.main
        both = max(self.main_after, before) if self.headed else self.main_after + before
        return self.main + both

    def beside(self, before: float) -> float:
        """The highest place for a box in the side column."""
        return self.side + self.side_after + (0.0 if self.side_empty else before)
