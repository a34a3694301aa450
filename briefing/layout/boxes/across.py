"""Boxes in columns of one width, down the first, then the next, all about equally long."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from briefing.layout.box import Box, Stack
from briefing.layout.pen import Pen

_EXACT = 1.0
# What a page that has but a heading on it is left with, at least.
_MUCH = 0.8


@dataclass(frozen=True)
class Columns(ABC):
    """The manners of boxes in `across` columns, `gutter` points apart; to be extended by how a
    column is filled."""

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
        low, high = self._between(share)
        while high - low > _EXACT:
            middle = (low + high) / 2
            if self._filled(share, middle)[1]:
                low = middle
            else:
                high = middle
        return high

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        """Column by column."""
        share = self._share(width)
        for column in self._filled(share, self.measure(width))[0]:
            Stack(tuple(column)).draw(pen, x, top, share)
            x += share + self.gutter

    @abstractmethod
    def _between(self, share: float) -> tuple[float, float]:
        """Heights between which the least is looked for."""

    @abstractmethod
    def _filled(self, share: float, height: float) -> tuple[list[list[Box]], tuple[Box, ...]]:
        """The boxes of each column of that height, and those for which there is no room."""


@dataclass(frozen=True)
class Balanced(Columns):
    """Text: a box is parted where it can be, and one that is kept with the next never ends a
    column."""

    def _between(self, share: float) -> tuple[float, float]:
        whole = Stack(self.boxes).measure(share)
        return whole / self.across, whole

    def split(self, width: float, height: float) -> tuple[Balanced, Balanced] | None:
        """As much as all columns of that height hold, and the rest."""
        if self.measure(width) <= height:
            return None
        columns, rest = self._filled(self._share(width), height)
        if not all(columns) or not rest:
            return None
        held = tuple(box for column in columns for box in column)
        return replace(self, boxes=held, after=0.0), replace(self, boxes=rest, before=0.0)

    def _filled(self, share: float, height: float) -> tuple[list[list[Box]], tuple[Box, ...]]:
        columns = list[list[Box]]()
        rest = list(self.boxes)
        for _ in range(self.across):
            held, rest = _column(rest, share, height)
            columns.append(held)
        return columns, tuple(rest)


@dataclass(frozen=True)
class Snaking(Columns):
    """Grids: a box is parted only where a page that has but a heading on it has no room for it; a
    page is `page` points high."""

    page: float = field(kw_only=True)

    def _between(self, share: float) -> tuple[float, float]:
        heights = [box.measure(share) + box.after for box in self.boxes]
        return max(heights, default=0.0), sum(heights)

    def split(self, width: float, height: float) -> tuple[Snaking, Snaking] | None:
        """As many boxes as full columns of that height hold, and the rest."""
        share = self._share(width)
        if self.measure(width) <= height:
            return None
        columns, rest = self._filled(share, height)
        first = tuple(box for column in columns for box in column)
        if not first and height >= _MUCH * self.page:
            parts = self.boxes[0].split(share, height)
            first, rest = (parts[:1], (parts[1], *rest[1:])) if parts else ((), rest)
        if not first:
            return None
        return replace(self, boxes=first, after=0.0), replace(self, boxes=rest, before=0.0)

    def _filled(self, share: float, height: float) -> tuple[list[list[Box]], tuple[Box, ...]]:
        columns: list[list[Box]] = [[] for _ in range(self.across)]
        number, used = 0, 0.0
        for index, box in enumerate(self.boxes):
            own = box.measure(share)
            white = columns[number][-1].after if columns[number] else 0.0
            if columns[number] and used + white + own > height + _EXACT / 2:
                number, used, white = number + 1, 0.0, 0.0
            if number == self.across or own > height + _EXACT / 2:
                return columns, self.boxes[index:]
            columns[number].append(box)
            used += white + own
        return columns, ()


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
