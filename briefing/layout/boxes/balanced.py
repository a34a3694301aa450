"""Text that goes down one column after the other, all about equally long."""

from __future__ import annotations

from dataclasses import dataclass, replace

from briefing.layout.box import Box, Stack
from briefing.layout.pen import Pen

_EXACT = 1.0


@dataclass(frozen=True)
class Balanced:
    """A stack in `across` columns of one width, `gutter` points apart; it parts where its boxes
    do."""

    stack: Stack
    across: int
    gutter: float
    before: float = 0.0
    after: float = 0.0
    keep: bool = False

    @property
    def anchors(self) -> tuple[str, ...]:
        """Those of the stack."""
        return self.stack.anchors

    def _share(self, width: float) -> float:
        return (width - (self.across - 1) * self.gutter) / self.across

    def measure(self, width: float) -> float:
        """The least height, to a point, at which the columns hold all of the stack."""
        share = self._share(width)
        whole = self.stack.measure(share)
        low, high = whole / self.across, whole
        while high - low > _EXACT:
            middle = (low + high) / 2
            if self._filled(share, middle)[1] is None:
                high = middle
            else:
                low = middle
        return high

    def _filled(self, share: float, height: float) -> tuple[list[Stack], Stack | None]:
        """What each column of that height has, and what has no room."""
        columns: list[Stack] = []
        rest: Stack | None = self.stack
        while rest is not None and len(columns) < self.across:
            if rest.measure(share) <= height + _EXACT / 2:
                return [*columns, rest], None
            parts = rest.split(share, height)
            if parts is None:
                return columns, rest
            columns.append(parts[0])
            rest = parts[1]
        return columns, rest

    def split(self, width: float, height: float) -> tuple[Box, Box] | None:
        """As much as full columns of that height hold, and the rest."""
        columns, rest = self._filled(self._share(width), height)
        if rest is None or not columns:
            return None
        boxes = tuple(box for column in columns for box in column.boxes)
        first = replace(self, stack=replace(self.stack, boxes=boxes), after=0.0)
        return first, replace(self, stack=rest, before=0.0)

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        """Column by column."""
        share = self._share(width)
        for column in self._filled(share, self.measure(width))[0]:
            column.draw(pen, x, top, share)
            x += share + self.gutter
