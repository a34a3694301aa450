"""What stays warm between two looks: faces, with their words shaped, and drawings of charts."""

from collections import deque

from briefing.model import Chart
from briefing.model.style import Style
from briefing.pdf import Faces, load_faces
from briefing.pdf.drawing import Drawing
from briefing.run.drawing import anew

_Asked = tuple[Chart, float, str, Style]

# Drawings of charts that are kept, the newest: each in its own height, and as it filled a page.
_CHARTS = 512
# Sets of faces that stay loaded.
_FACES = 4


class Warm:
    """Loads faces and draws charts, unless it has them."""

    def __init__(self) -> None:
        self._faces: deque[tuple[Style, Faces]] = deque(maxlen=_FACES)
        self._drawn: deque[tuple[_Asked, Drawing]] = deque(maxlen=_CHARTS)

    def faces(self, style: Style) -> Faces:
        """The faces of a style: those of another, where it has the same."""
        for known, faces in self._faces:
            if known.faces == style.faces and known.fallback == style.fallback:
                return faces
        faces = load_faces(style.faces, style.fallback)
        self._faces.append((style, faces))
        return faces

    def chart(
        self, chart: Chart, width: float, style: Style, faces: Faces, language: str
    ) -> Drawing:
        """The chart's drawing: the one made before, where what is asked for is the same."""
        asked = chart, width, language, style
        for known, drawing in self._drawn:
            if known == asked:
                return drawing
        drawing = anew(chart, width, style, faces, language)
        self._drawn.append((asked, drawing))
        return drawing
