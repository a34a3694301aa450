"""SVG as vectors: svglib reads the shapes, ReportLab's own renderer paints them on our canvas."""

from dataclasses import dataclass
from functools import lru_cache
from importlib.util import find_spec
from io import BytesIO
from logging import getLogger
from math import isfinite
from typing import Any

from reportlab.graphics import renderPDF
from reportlab.graphics.shapes import Drawing, Group, Image, String
from reportlab.lib.colors import Color
from reportlab.pdfgen.canvas import Canvas

from briefing.pdf.svg import UnusableSVGError, guard

_COLOURS = ("fillColor", "strokeColor")
_LACKING = "pip install 'country-briefing[svg]', or take a PNG"
# What reading may raise on attributes that are no lengths, colours or paths.
_FAULTS = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    RecursionError,
    TypeError,
    ValueError,
)


@dataclass(frozen=True, slots=True)
class Vector:
    """Shapes in points, from their bottom left corner."""

    drawing: Any
    width: float
    height: float


@lru_cache(maxsize=8)
def read(data: bytes) -> Vector:
    """The shapes of an SVG, colours as RGB. Raises UnusableSVGError."""
    guard(data)
    if find_spec("svglib") is None:
        raise UnusableSVGError("is an SVG, which svglib reads: it isn't installed", 1, _LACKING)
    from svglib.svglib import svg2rlg

    # What it doesn't know it says to the log; what matters was refused above.
    getLogger("svglib").setLevel("CRITICAL")
    try:
        drawing = svg2rlg(BytesIO(data))
        if drawing is None or not _sized(drawing):
            raise UnusableSVGError("has no size", 1, "give it a width and height, or a viewBox")
        if not _in_rgb(drawing):
            raise UnusableSVGError("draws nothing", 1)
        # What can't be painted is known here, before a page is begun.
        _Painter().draw(drawing, Canvas(BytesIO()), 0, 0, showBoundary=False)
    except UnusableSVGError:
        raise
    except _FAULTS as fault:
        raise UnusableSVGError(f"can't be drawn: {fault}", 1) from None
    return Vector(drawing, drawing.width, drawing.height)


def paint(canvas: Any, vector: Vector, x: float, y: float, width: float, height: float) -> None:
    """Paints the shapes into that box, cut at its edges; the graphics state is as before."""
    canvas.saveState()
    canvas.translate(x, y)
    canvas.scale(width / vector.width, height / vector.height)
    frame = canvas.beginPath()
    frame.rect(0, 0, vector.width, vector.height)
    canvas.clipPath(frame, stroke=0, fill=0)
    _Painter().draw(vector.drawing, canvas, 0, 0, showBoundary=False)
    canvas.restoreState()


class _Painter(renderPDF._PDFRenderer):
    """ReportLab's renderer, which sets the font of texts that there are none of."""

    def applyStateChanges(self, delta: dict[str, Any], newState: object) -> None:  # noqa: N802, N803
        """The operators that set what changes."""
        known = {key: value for key, value in delta.items() if not key.startswith("font")}
        super().applyStateChanges(known, newState)


def _sized(drawing: Drawing) -> bool:
    return all(isfinite(side) and 0.1 <= side <= 1e6 for side in (drawing.width, drawing.height))


def _in_rgb(shape: Any) -> int:
    """How many shapes there are; each gets its colours as RGB, the space of the file's profile."""
    if isinstance(shape, Drawing | Group):
        return sum(_in_rgb(inner) for inner in shape.contents)
    if isinstance(shape, Image | String):
        raise UnusableSVGError("has text or a picture inside", 1)
    for name in _COLOURS:
        colour = getattr(shape, name, None)
        if colour is not None and type(colour) is not Color:
            setattr(shape, name, Color(colour.red, colour.green, colour.blue, colour.alpha))
    return 1
