"""What all pages of a document share while they are filled, in whatever ways that is tried."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from briefing.layout.box import Box, Column
from briefing.layout.boxes.footnotes import Feet
from briefing.layout.flow.elastic import Elastic
from briefing.layout.theme import Look

Parts = tuple[Box, Box] | None


@dataclass
class Flow:
    """The look, the `notes` of footnotes by number, for the feet of the pages that call them, and
    how high each box is; `stretch` makes charts higher or lower. Lengths in points."""

    look: Look
    notes: Mapping[int, Box] = field(default_factory=dict)
    stretch: Elastic = field(default_factory=Elastic)
    _heights: dict[tuple[int, float], tuple[Box, float]] = field(default_factory=dict)
    _parts: dict[tuple[int, float, float], tuple[Box, Parts]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        style = self.look.style
        self.feet = Feet(self.look, self.notes)
        self._widths = {
            Column.MAIN: style.column.main,
            Column.SIDE: style.column.side,
            Column.WIDE: style.column.wide,
            Column.FULL: style.width,
        }

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

    def parted(self, box: Box, width: float, room: float) -> Parts:
        """A box's parts; each is parted once at a height, however many pages are tried."""
        known = self._parts.get((id(box), width, room))
        if known is None or known[0] is not box:
            known = box, box.split(width, room)
            self._parts[id(box), width, room] = known
        return known[1]
