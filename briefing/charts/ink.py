"""The ink of charts: shapes and texts as artists of a matplotlib figure."""

from collections.abc import Sequence

from matplotlib import rcParams, rcParamsDefault
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import PathPatch, Rectangle
from matplotlib.path import Path
from matplotlib.text import Text
from matplotlib.transforms import IdentityTransform

from briefing.charts.paper import Points, Rect
from briefing.model.style import TextStyle

# A matplotlibrc of the user's, or of the folder, would set text by TeX and lines in other widths.
rcParams.update({key: value for key, value in rcParamsDefault.items() if key != "backend"})


class Ink:
    """Draws on a figure whose unit is the point."""

    def __init__(self) -> None:
        self.figure = Figure(dpi=72, frameon=False)

    def line(
        self, points: Points, width: float, colour: str, order: float, dash: tuple[float, ...]
    ) -> None:
        """A line through points."""
        xs, ys = zip(*points, strict=True)
        line = Line2D(
            xs,
            ys,
            linewidth=width,
            color=colour,
            zorder=order,
            transform=IdentityTransform(),
            solid_capstyle="butt",
            linestyle=(0, tuple(value / width for value in dash)) if dash else "-",
        )
        self.figure.add_artist(line)

    def rectangle(self, rect: Rect, fill: str, stroke: str, width: float, order: float) -> None:
        """A filled box; one without a `stroke` has no outline."""
        patch = Rectangle(
            (rect.left, rect.bottom),
            rect.width,
            max(rect.height, 0),
            facecolor=fill,
            edgecolor=stroke or "none",
            linewidth=width,
            joinstyle="miter",
            zorder=order,
            transform=IdentityTransform(),
        )
        self.figure.add_artist(patch)

    def shapes(
        self, outlines: Sequence[Points], fill: str, stroke: str, width: float, order: float
    ) -> None:
        """Shapes as one."""
        corners = [point for outline in outlines for point in outline]
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

    def dot(self, x: float, y: float, size: float, fill: str, stroke: str, width: float) -> None:
        """A round mark of that diameter."""
        line = Line2D(
            [x],
            [y],
            linestyle="none",
            marker="o",
            markersize=size,
            markerfacecolor=fill,
            markeredgecolor=stroke,
            markeredgewidth=width,
            zorder=3,
            transform=IdentityTransform(),
        )
        self.figure.add_artist(line)

    def text(self, text: str, kind: TextStyle, x: float, y: float) -> None:
        """A text from its left end on its baseline."""
        self.figure.text(
            x,
            y,
            text,
            transform=IdentityTransform(),
            fontfamily=kind.face,
            fontsize=kind.size,
            color=kind.colour,
            ha="left",
            va="baseline",
            parse_math=False,
            zorder=5,
        )

    def arrange(self) -> None:
        """Puts each text before those of its line that stand at its right.

        Readers that don't sort what they extract run texts together where one steps back.
        """
        arranged: list[Text] = []
        for text in self.figure.texts:
            at = len(arranged)
            while at and _follows(arranged[at - 1], text):
                at -= 1
            arranged.insert(at, text)
        self.figure.texts[:] = arranged


def _follows(one: Text, other: Text) -> bool:
    """Whether a text stands on the line of the other, at its right."""
    (left, base), (other_left, other_base) = one.get_position(), other.get_position()
    return abs(base - other_base) < float(other.get_fontsize()) * 0.8 and left > other_left
