"""In place of a page: notes what a renderer paints."""

from collections.abc import Callable, Sequence

from briefing.pdf import drawing
from briefing.pdf.canvas import TaggedCanvas
from briefing.pdf.fonts import Face, Faces, Word


class Recorder:
    """What a page does, noted in `operations`: in plain numbers, whatever numpy made of them."""

    def __init__(self, faces: Faces) -> None:
        self.faces = faces
        self.operations: list[drawing.Storable | drawing.Direct] = []
        self._names = {id(face): name for name, face in faces.items()}

    def operators(self, code: str) -> None:
        """Operators as they stand."""
        self.operations.append(drawing.Operators(code))

    def save(self) -> None:
        """Keep the graphics state."""
        self.operations.append(drawing.Save())

    def restore(self) -> None:
        """Take back the graphics state kept last."""
        self.operations.append(drawing.Restore())

    def turn(self, x: float, y: float, angle: float) -> None:
        """Move the origin, and turn what follows by degrees."""
        self.operations += (drawing.Shift(float(x), float(y)), drawing.Turn(float(angle)))

    def opacity(self, stroke: float, fill: float) -> None:
        """How opaque strokes and fills are."""
        self.operations.append(drawing.Opacity(float(stroke), float(fill)))

    def stamps(self, code: str, box: drawing.Box, at: Sequence[tuple[float, float]]) -> None:
        """Operators inside a box, drawn at each of the points."""
        left, bottom, right, top = map(float, box)
        self.operations.append(drawing.Stamps(code, (left, bottom, right, top), tuple(at)))

    def text(
        self, x: float, baseline: float, text: str, face: Face, size: float, colour: str
    ) -> None:
        """A line of text."""
        name = self._names[id(face)]
        line = drawing.Lettering(float(x), float(baseline), text, name, float(size), colour)
        self.operations.append(line)

    def sign(self, x: float, baseline: float, word: Word, size: float, colour: str) -> None:
        """A sign of a formula, in a face that the style may not have."""
        self.direct(lambda canvas: canvas.word(x, baseline, word, size, colour))

    def fill(self, colour: str) -> None:
        """Colour of fills, `#RRGGBB`."""
        self.direct(lambda canvas: canvas.fill(colour))

    def direct(self, paint: Callable[[TaggedCanvas], None]) -> None:
        """What needs the page itself."""
        self.operations.append(drawing.Direct(paint))
