"""The paper of a chart, in points: what is drawn goes to the ink, or is only measured."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple, Protocol

from briefing.model.style import ChartMeasures, Role, Style, TextStyle

# So far below the sheet's upper end stands what is placed by rule, in points.
BELOW_HEAD = 2.0

Points = Sequence[tuple[float, float]]


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


class Inks(Protocol):
    """Draws shapes and texts in colours `#RRGGBB`; lengths in points of the sheet."""

    def line(
        self, points: Points, width: float, colour: str, order: float, dash: tuple[float, ...]
    ) -> None:
        """A line through points."""
        ...

    def rectangle(self, rect: Rect, fill: str, stroke: str, width: float, order: float) -> None:
        """A filled box; one without a `stroke` has no outline."""
        ...

    def shapes(
        self, outlines: Sequence[Points], fill: str, stroke: str, width: float, order: float
    ) -> None:
        """Shapes as one."""
        ...

    def dot(self, x: float, y: float, size: float, fill: str, stroke: str, width: float) -> None:
        """A round mark of that diameter."""
        ...

    def text(self, text: str, kind: TextStyle, x: float, y: float) -> None:
        """A text from its left end on its baseline."""
        ...


class Paper:
    """A sheet `width` points wide in a style's colours; `height` is set before anything is drawn.
    Without ink nothing is drawn, and only the height comes out."""

    def __init__(self, width: float, style: Style, ink: Inks | None = None) -> None:
        self.width = width
        self.height = 0.0
        self._ink = ink
        self._style = style

    @property
    def box(self) -> Rect:
        """The whole sheet."""
        return Rect(0, 0, self.width, self.height)

    @property
    def frame(self) -> Rect:
        """Where texts may stand: not so near to the upper end as to touch what heads the chart."""
        return Rect(0, 0, self.width, self.height - BELOW_HEAD)

    @property
    def narrow(self) -> bool:
        """Whether it is set as for the side column."""
        return self.width < self._style.chart.narrow

    @property
    def measures(self) -> ChartMeasures:
        """The style's measures for a chart that is so wide."""
        return self._style.narrow if self.narrow else self._style.chart

    def colour(self, role: Role) -> str:
        """The colour of a role, `#RRGGBB`."""
        return self._style.colours.chart.of(role)

    def line(
        self,
        points: Points,
        width: float,
        role: Role,
        order: float = 3,
        dash: tuple[float, ...] = (),
    ) -> None:
        """A line through points of the sheet."""
        if self._ink is not None:
            self._ink.line(points, width, self.colour(role), order, dash)

    def rectangle(self, rect: Rect, role: Role, order: float = 2, hollow: float = 0) -> None:
        """A filled box; a `hollow` one is paper within an outline so thick, inside the box."""
        if self._ink is None:
            return
        fill = self.colour("paper" if hollow else role)
        stroke = self.colour(role) if hollow else ""
        self._ink.rectangle(rect.grown(-hollow / 2), fill, stroke, hollow, order)

    def shade(self, role: Role, share: float) -> str:
        """A role's colour, so much of it on paper."""
        ink, paper = _parts(self.colour(role)), _parts(self.colour("paper"))
        mixed = (round(p + (i - p) * share) for i, p in zip(ink, paper, strict=True))
        return "#" + "".join(f"{part:02x}" for part in mixed)

    def area(self, points: Points, role: Role, order: float = 2) -> None:
        """A filled shape through points of the sheet."""
        self.shapes([points], self.colour(role), order=order)

    def shapes(
        self,
        outlines: Sequence[Points],
        fill: str,
        stroke: str = "",
        width: float = 0.0,
        order: float = 2,
    ) -> None:
        """Shapes as one: filled with a colour (`none`: lines only), with lines of that width."""
        if self._ink is not None and any(outlines):
            self._ink.shapes(outlines, fill, stroke, width, order)

    def dot(self, x: float, y: float, size: float, role: Role, hollow: bool = False) -> None:
        """A round mark of that diameter; a `hollow` one is a ring."""
        if self._ink is not None:
            fill = self.colour("paper" if hollow else role)
            line = self.measures.hollow if hollow else 0
            self._ink.dot(x, y, size, fill, self.colour(role), line)

    def _text(self, text: str, kind: TextStyle, x: float, y: float) -> None:
        if self._ink is not None:
            self._ink.text(text, kind, x, y)


def _parts(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)
