"""Matplotlib figures as vectors of a tagged page, in the page's own faces."""

from dataclasses import dataclass

from matplotlib.backend_bases import FigureCanvasBase
from matplotlib.figure import Figure

from briefing.model.fact import Fact
from briefing.pdf.canvas import TaggedCanvas
from briefing.pdf.vector.renderer import VectorRenderer


@dataclass(frozen=True, slots=True)
class Labelled:
    """A fact that a figure prints: as which text, and in which box (left, bottom, right, top; in
    points from the figure's bottom left corner)."""

    fact: Fact
    text: str
    box: tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Drawing:
    """A figure, its size in points, and the facts that its labels print."""

    width: float
    height: float
    figure: Figure
    printed: tuple[Labelled, ...] = ()


class _Sheet(FigureCanvasBase):
    """What a figure is on; layout engines measure with the renderer that draws. It is being saved:
    artists of an animation, which a window paints by themselves, are drawn too."""

    def __init__(self, figure: Figure, renderer: VectorRenderer) -> None:
        super().__init__(figure)
        self._renderer = renderer

    def is_saving(self) -> bool:
        """Asked by axes before they leave out what is animated."""
        return True

    def get_renderer(self) -> VectorRenderer:
        """Asked by matplotlib before it draws."""
        return self._renderer


def paint(drawing: Drawing, canvas: TaggedCanvas, x: float, y: float) -> None:
    """Draw a figure with its bottom left corner at `x`, `y` points, inside the open element."""
    figure = drawing.figure
    renderer = VectorRenderer(canvas, drawing.width, drawing.height)
    _Sheet(figure, renderer)
    figure.set_dpi(72)
    figure.set_size_inches(drawing.width / 72, drawing.height / 72)
    canvas.saveState()
    canvas.translate(x, y)
    figure.draw(renderer)
    renderer.finish()
    canvas.restoreState()


__all__ = ["Drawing", "paint"]
