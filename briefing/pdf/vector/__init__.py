"""Matplotlib figures as vectors of a tagged page, in the page's own faces."""

from matplotlib.backend_bases import FigureCanvasBase
from matplotlib.figure import Figure

from briefing.pdf.drawing import Drawing, Labelled
from briefing.pdf.fonts import Faces
from briefing.pdf.vector.recorder import Recorder
from briefing.pdf.vector.renderer import VectorRenderer


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


def drawing(
    figure: Figure, width: float, height: float, faces: Faces, printed: tuple[Labelled, ...] = ()
) -> Drawing:
    """What a figure of that size in points paints, in faces of the page; `printed` are the facts
    that its labels print."""
    recorder = Recorder(faces)
    renderer = VectorRenderer(recorder, width, height)
    _Sheet(figure, renderer)
    figure.set_dpi(72)
    figure.set_size_inches(width / 72, height / 72)
    figure.draw(renderer)
    renderer.finish()
    return Drawing(width, height, tuple(recorder.operations), printed)


__all__ = ["drawing"]
