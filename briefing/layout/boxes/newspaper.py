"""Text in two columns of one width, as a newspaper has it: down the left, then the right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from briefing.layout.box import Box, Stack
from briefing.layout.pen import Pen

_EXACT = 1.0


@dataclass(frozen=True)
class Newspaper:
    """Boxes in two columns, `gutter` points apart, about equally long; a box is parted where it
    can be, and one that is kept with the next never ends a column."""

    boxes: tuple[Box, ...]
    gutter: float
    before: float = 0.0
    after: float = 0.0
    keep: bool = False

    @property
    def anchors(self) -> tuple[str, ...]:
        """Those of all its boxes."""
        return tuple(anchor for box in self.boxes for anchor in box.anchors)

    def _share(self, width: float) -> float:
        return (width - self.gutter) / 2

    def measure(self, width: float) -> float:
        """The least height, to a point, at which both columns hold all boxes."""
        share = self._share(width)
        whole = Stack(self.boxes).measure(share)
        low, high = whole / 2, whole
        while high - low > _EXACT:
            middle = (low + high) / 2
            if self._filled(share, middle)[2]:
                low = middle
            else:
                high = middle
        return high

    def split(self, width: float, height: float) -> tuple[Newspaper, Newspaper] | None:
        """As much as both columns of that height hold, and the rest."""
        if self.measure(width) <= height:
            return None
        left, right, rest = self._filled(self._share(width), height)
        if not left or not right or not rest:
            return None
        first = replace(self, boxes=(*left, *right), after=0.0)
        return first, replace(self, boxes=tuple(rest), before=0.0)

    def _filled(self, share: float, height: float) -> tuple[list[Box], list[Box], list[Box]]:
        """The boxes of each column of that height, and those for which there is no room."""
        left, rest = _column(self.boxes, share, height)
        right, rest = _column(rest, share, height)
        return left, right, rest

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        """Left, then right."""
        share = self._share(width)
        left, right, _ = self._filled(share, self.measure(width))
        Stack(tuple(left)).draw(pen, x, top, share)
        Stack(tuple(right)).draw(pen, x + share + self.gutter, top, share)


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
