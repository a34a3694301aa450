"""Rectangles in points, and the search for a free place among them."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple


class Rect(NamedTuple):
    """Left, bottom, right and top in points; y grows upwards."""

    left: float
    bottom: float
    right: float
    top: float

    @property
    def width(self) -> float:
        """From left to right."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """From bottom to top."""
        return self.top - self.bottom

    def moved(self, x: float, y: float) -> "Rect":
        """The same rectangle elsewhere."""
        return Rect(self.left + x, self.bottom + y, self.right + x, self.top + y)

    def grown(self, by: float) -> "Rect":
        """With a margin on all sides."""
        return Rect(self.left - by, self.bottom - by, self.right + by, self.top + by)

    def meets(self, other: "Rect") -> bool:
        """Whether both share some area."""
        return (
            self.left < other.right
            and other.left < self.right
            and self.bottom < other.top
            and other.bottom < self.top
        )

    def holds(self, other: "Rect", slack: float = 0.01) -> bool:
        """Whether the other lies inside."""
        return (
            self.left - slack <= other.left
            and self.bottom - slack <= other.bottom
            and other.right <= self.right + slack
            and other.top <= self.top + slack
        )


def free(rect: Rect, taken: Iterable[Rect], gap: float = 0.0) -> bool:
    """Whether nothing taken comes nearer than `gap`."""
    wide = rect.grown(gap)
    return not any(wide.meets(other) for other in taken)


def span_top(rects: Sequence[Rect], left: float, right: float, floor: float) -> float:
    """The highest top of those between two x, at least `floor`."""
    tops = [rect.top for rect in rects if rect.left < right and left < rect.right]
    return max([floor, *tops])


def span_bottom(rects: Sequence[Rect], left: float, right: float, ceiling: float) -> float:
    """The lowest bottom of those between two x, at most `ceiling`."""
    bottoms = [rect.bottom for rect in rects if rect.left < right and left < rect.right]
    return min([ceiling, *bottoms])


def segment(x0: float, y0: float, x1: float, y1: float, thick: float) -> list[Rect]:
    """A line as small rectangles that cover it."""
    steps = max(1, int(max(abs(x1 - x0), abs(y1 - y0)) / 3))
    half = thick / 2
    boxes = []
    for n in range(steps):
        a, b = n / steps, (n + 1) / steps
        xs = sorted((x0 + (x1 - x0) * a, x0 + (x1 - x0) * b))
        ys = sorted((y0 + (y1 - y0) * a, y0 + (y1 - y0) * b))
        boxes.append(Rect(xs[0] - half, ys[0] - half, xs[1] + half, ys[1] + half))
    return boxes
