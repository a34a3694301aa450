"""Matplotlib figures as vectors of a tagged page, in the page's own faces."""

from dataclasses import dataclass

from matplotlib.backend_bases import FigureCanvasBase
from matplotlib.figure import Figure

from briefing.pdf.canvas import TaggedCanvas
from briefing.pdf.vector.renderer import VectorRenderer


@dataclass(frozen=True, slots=True)
class Drawing:
    """A figure and its size in points."""

    width: float
    height: float
    figure: Figure


def paint(drawing: Drawing, canvas: TaggedCanvas, x: float, y: float) -> None:
    """Draw a figure with its bottom left corner at `x`, `y` points, inside the open element."""
    figure = drawing.figure
    FigureCanvasBase(figure)
    figure.set_dpi(72)
    figure.set_size_inches(drawing.width / 72, drawing.height / 72)
    renderer = VectorRenderer(canvas, drawing.width, drawing.height)
    canvas.saveState()
    canvas.translate(x, y)
    figure.draw(renderer)
    renderer.finish()
    canvas.restoreState()


__all__ = ["Drawing", "paint"]
