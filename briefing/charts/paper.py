"""The paper of a chart: a figure in points, and the shapes that are drawn on it."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from matplotlib import rcParams, rcParamsDefault
from matplotlib.colors import to_hex, to_rgb
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import PathPatch, Rectangle
from matplotlib.path import Path
from matplotlib.transforms import IdentityTransform

from briefing.model.style import Style
from briefing.model.style.charts import ChartMeasures
from briefing.model.style.colours import Role


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


# A matplotlibrc of the user's, or of the folder, would set text by TeX and lines in other widths.
rcParams.update({key: value for key, value in rcParamsDefault.items() if key != "backend"})


class Paper:
    """A figure `width` points wide in a style's colours; `height` is set before anything is
    drawn."""

    def __init__(self, width: float, style: Style) -> None:
        self.width = width
        self.height = 0.0
        self.figure = Figure(dpi=72, frameon=False)
        self._style = style

    @property
    def box(self) -> Rect:
        """The whole sheet."""
        return Rect(0, 0, self.width, self.height)

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
        points: Sequence[tuple[float, float]],
        width: float,
        role: Role,
        order: float = 3,
        dash: tuple[float, ...] = (),
    ) -> None:
        """A line through points of the sheet."""
        xs, ys = zip(*points, strict=True)
        line = Line2D(
            xs,
            ys,
            linewidth=width,
            color=self.colour(role),
            zorder=order,
            transform=IdentityTransform(),
            solid_capstyle="butt",
            linestyle=(0, tuple(value / width for value in dash)) if dash else "-",
        )
        self.figure.add_artist(line)

    def rectangle(self, rect: Rect, role: Role, order: float = 2, hollow: float = 0) -> None:
        """A filled box; a `hollow` one is paper within an outline so thick, inside the box."""
        inner = rect.grown(-hollow / 2)
        patch = Rectangle(
            (inner.left, inner.bottom),
            inner.width,
            max(inner.height, 0),
            facecolor=self.colour("paper") if hollow else self.colour(role),
            edgecolor=self.colour(role) if hollow else "none",
            linewidth=hollow,
            joinstyle="miter",
            zorder=order,
            transform=IdentityTransform(),
        )
        self.figure.add_artist(patch)

    def shade(self, role: Role, share: float) -> str:
        """A role's colour, so much of it on paper."""
        ink, paper = to_rgb(self.colour(role)), to_rgb(self.colour("paper"))
        red, green, blue = (p + (i - p) * share for i, p in zip(ink, paper, strict=True))
        return to_hex((red, green, blue))

    def area(self, points: Sequence[tuple[float, float]], role: Role, order: float = 2) -> None:
        """A filled shape through points of the sheet."""
        self.shapes([points], self.colour(role), order=order)

    def shapes(
        self,
        outlines: Sequence[Sequence[tuple[float, float]]],
        fill: str,
        stroke: str = "",
        width: float = 0.0,
        order: float = 2,
    ) -> None:
        """Shapes as one: filled with a colour (`none`: lines only), with lines of that width."""
        corners = [point for outline in outlines for point in outline]
        if not corners:
            return
        codes = [
            Path.LINETO if number else Path.MOVETO
            for outline in outlines
            for number in range(len(outline))
        ]
        patch = PathPatch(
            Path(corners, codes),
            facecolor=fill,
            edgecolor=stroke or "none",
            linewidth=width,
            zorder=order,
            transform=IdentityTransform(),
        )
        self.figure.add_artist(patch)

    def dot(self, x: float, y: float, size: float, role: Role, hollow: bool = False) -> None:
        """A round mark of that diameter; a `hollow` one is a ring."""
        line = Line2D(
            [x],
            [y],
            linestyle="none",
            marker="o",
            markersize=size,
            markerfacecolor=self.colour("paper" if hollow else role),
            markeredgecolor=self.colour(role),
            markeredgewidth=self.measures.hollow if hollow else 0,
            zorder=3,
            transform=IdentityTransform(),
        )
        self.figure.add_artist(line)
