"""The paper of a chart: a figure in points, and the shapes that are drawn on it."""

from collections.abc import Sequence

from matplotlib import rcParams, rcParamsDefault
from matplotlib.colors import to_hex, to_rgb
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import PathPatch, Rectangle
from matplotlib.path import Path
from matplotlib.transforms import IdentityTransform

from briefing.charts.rect import Rect
from briefing.model.style import Style
from briefing.model.style.charts import ChartMeasures
from briefing.model.style.colours import Role

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
