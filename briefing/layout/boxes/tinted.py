"""A tinted box with a bar at its left: lines to take."""

from dataclasses import dataclass, replace

from briefing.layout.box import Box, Stack
from briefing.layout.pen import Pen
from briefing.layout.theme import Look


@dataclass(frozen=True)
class Tinted:
    """Boxes under one another on a tint; split where they can be, each part on its own."""

    inner: Stack
    look: Look
    before: float
    after: float
    keep: bool = False

    @property
    def anchors(self) -> tuple[str, ...]:
        """Those of what stands in it."""
        return self.inner.anchors

    def _width(self, width: float) -> float:
        return width - self.look.style.changes.left - self.look.style.changes.right

    @property
    def _edges(self) -> float:
        return self.look.style.changes.top + self.look.style.changes.bottom

    def measure(self, width: float) -> float:
        """What stands in it, and the white around that."""
        return self._edges + self.inner.measure(self._width(width))

    def split(self, width: float, height: float) -> tuple[Box, Box] | None:
        """Where what stands in it can be."""
        parts = self.inner.split(self._width(width), height - self._edges)
        if parts is None:
            return None
        return replace(self, inner=parts[0], after=0.0), replace(self, inner=parts[1], before=0.0)

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        """The tint and its bar as decoration, then the text."""
        style, height = self.look.style, self.measure(width)
        with pen.canvas.artifact():
            pen.fill(x, top, width, height, style.colours.tint)
            pen.fill(x, top, style.changes.bar, height, style.colours.accent)
        left = x + style.changes.left
        self.inner.draw(pen, left, top + style.changes.top, self._width(width))
