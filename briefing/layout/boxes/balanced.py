"""Text in columns of one width, as a newspaper has it: down the first, then the next."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from briefing.layout.box import Box, Stack
from briefing.layout.pen import Pen

_EXACT = 1.0


@dataclass(frozen=True)
class Balanced:
    """Boxes in columns of one width, `gutter` points apart, all about equally long; a box is parted
    where it can be, and one that is kept with the next never ends a column."""

    boxes: tuple[Box, ...]
    gutter: float
    across: int = 2
    before: float = 0.0
    after: float = 0.0
    keep: bool = False

    @property
    def anchors(self) -> tuple[str, ...]:
        """Those of all its boxes."""
        return tuple(anchor for box in self.boxes for anchor in box.anchors)

    def _share(self, width: float) -> float:
        return (width - (self.across - 1) * self.gutter) / self.across

    def measure(self, width: float) -> float:
        """The least height, to a point, at which the columns hold all boxes."""
        share = self._share(width)
        whole = Stack(self.boxes).measure(share)
        low, high = whole / self.across, whole
        while high - low > _EXACT:
            middle = (low + high) / 2
            if self._filled(share, middle)[1]:
                low = middle
            else:
                high = middle
        return high

    def split(self, width: float, height: float) -> tuple[Balanced, Balanced] | None:
        """As much as all columns of that height hold, and the rest."""
        if self.measure(width) <= height:
            return None
        columns, rest = self._filled(self._share(width), height)
        if not all(columns) or not rest:
            return None
        held = tuple(box for column in columns for box in column)
        return replace(self, boxes=held, after=0.0), replace(self, boxes=tuple(rest), before=0.0)

    def _filled(self, share: float, height: float) -> tuple[list[list[Box]], list[Box]]:
        """The boxes of each column of that height, and those for which there is no room."""
        columns, rest = [], list(self.boxes)
        for _ in range(self.across):
            held, rest = _column(rest, share, height)
            columns.append(held)
        return columns, rest

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        """Column by column."""
        share = self._share(width)
        for column in self._filled(share, self.measure(width))[0]:
            Stack(tuple(column)).draw(pen, x, top, share)
            x += share + self.gutter


def _column(boxes: Sequence[Box], share: float, height: float) -> tuple[list[Box], list[Box]]:
    """What a column of that height holds, and the rest."""
    held: list[Box] = []
    used = 0.0
    for index, box in enumerate(boxes):
        white = held[-1].after + box.before if held else 0.0
        high = box.measure(share)
        if used + white + high > height + _EXACT / 2:
            parts = box.split(share, height - used - white)
            rest = list(boxes[index:])
            if parts is not None:
                return [*held, parts[0]], [parts[1], *rest[1:]]
            while held and held[-1].keep:
                rest.insert(0, held.pop())
            return held, rest
        held.append(box)
        used += white + high
    return held, []
