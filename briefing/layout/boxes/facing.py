"""Text down one column and on down the next, below what stands beside it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from briefing.layout.box import Abreast, Box, Stack
from briefing.layout.pen import Pen

_EXACT = 1.0


class _Filled(NamedTuple):
    """What stands in each column, and what has no room: of the text and of what is beside it."""

    left: list[Box]
    right: list[Box]
    rest: list[Box]
    waiting: list[Box]


@dataclass(frozen=True)
class Facing:
    """Boxes down the left of two columns of one width, `gutter` points apart, and on down the
    right, which begins with what stands `beside` them; both about equally long.

    A box is parted where it can be; one that is kept with the next never ends a column.
    """

    boxes: tuple[Box, ...]
    beside: tuple[Box, ...]
    gutter: float
    before: float = 0.0
    after: float = 0.0
    keep: bool = False
    _known: dict[float, float] = field(default_factory=dict, init=False, compare=False, repr=False)

    @property
    def anchors(self) -> tuple[str, ...]:
        """Those of all its boxes."""
        return tuple(anchor for box in (*self.boxes, *self.beside) for anchor in box.anchors)

    def _share(self, width: float) -> float:
        return (width - self.gutter) / 2

    def measure(self, width: float) -> float:
        """The least height, to a point, at which both columns hold all boxes."""
        if width not in self._known:
            self._known[width] = self._least(self._share(width))
        return self._known[width]

    def _least(self, share: float) -> float:
        text, beside = Stack(self.boxes).measure(share), Stack(self.beside).measure(share)
        low, high = max(beside, (text + beside) / 2), max(text, beside)
        if self._holds(share, low):
            return low
        while high - low > _EXACT:
            middle = (low + high) / 2
            if self._holds(share, middle):
                high = middle
            else:
                low = middle
        return high

    def _holds(self, share: float, height: float) -> bool:
        filled = self._filled(share, height)
        return not filled.rest and not filled.waiting

    def _filled(self, share: float, height: float) -> _Filled:
        left, rest = _column(self.boxes, share, height)
        right, waiting = _column(self.beside, share, height)
        if waiting:
            return _Filled(left, right, rest, waiting)
        below = right[-1].after + (rest[0].before if rest else 0.0) if right else 0.0
        more, rest = _column(rest, share, height - Stack(tuple(right)).measure(share) - below)
        return _Filled(left, [*right, *more], rest, [])

    def split(self, width: float, height: float) -> tuple[Box, Box] | None:
        """As much as both columns of that height hold, and the rest; never with one of them
        empty."""
        if self.measure(width) <= height:
            return None
        left, right, rest, waiting = self._filled(self._share(width), height)
        if not left or not right:
            return None
        first = Abreast(Stack(tuple(left)), Stack(tuple(right)), self.gutter, before=self.before)
        return first, replace(self, boxes=tuple(rest), beside=tuple(waiting), before=0.0)

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        """Left, then right."""
        share = self._share(width)
        filled = self._filled(share, self.measure(width))
        Stack(tuple(filled.left)).draw(pen, x, top, share)
        Stack(tuple(filled.right)).draw(pen, x + share + self.gutter, top, share)


def _column(boxes: Sequence[Box], share: float, height: float) -> tuple[list[Box], list[Box]]:
    """What a column of that height holds, and the rest."""
    whole = Stack(tuple(boxes))
    if whole.measure(share) <= height + _EXACT / 2:
        return list(boxes), []
    parts = whole.split(share, height)
    return (list(parts[0].boxes), list(parts[1].boxes)) if parts is not None else ([], list(boxes))
