"""Text of figures in the page's faces: how much room it takes, and setting it."""

import struct
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from typing import Any

from matplotlib.backend_bases import RendererBase
from matplotlib.font_manager import FontProperties
from matplotlib.mathtext import MathTextParser

from briefing.model.memory import remembers
from briefing.pdf.drawing import written
from briefing.pdf.fonts import Face, Faces, load_face
from briefing.pdf.shaping import TOKENS
from briefing.pdf.vector.pixels import DPI
from briefing.pdf.vector.recorder import Recorder


def set_formula(page: Recorder, parsed: Any, at: tuple[float, float], colour: str) -> bool:
    """Set a parsed formula from `at` on; False where a face of it can't be embedded, and then
    nothing is set.

    `parsed` is what matplotlib.mathtext.MathTextParser("path") makes of it at 72 dots an inch.
    """
    signs: list[tuple[Face, float, str, int, float, float]] = []
    for font, size, code, glyph, x, y in parsed.glyphs:
        face = load_face(font.fname, font.postscript_name)
        if face is None:
            return False
        signs.append((face, size, chr(code), glyph, at[0] + x, at[1] + y))
    for face, size, text, glyph, x, y in signs:
        # Spaces of a formula are its layout.
        if glyph and not text.isspace():
            page.sign(x, y, face.sign(glyph, text), size, colour)
    for x, y, width, height in parsed.rects:
        page.fill(colour)
        page.operators(f"{written(at[0] + x, at[1] + y, width, height)} re f")
    return True


def parsed(text: str, prop: Any) -> Any:
    """A formula laid out at 72 dots an inch: width, height, depth, glyphs and rects."""
    return _PARSER.parse(text, 72, prop)


_PARSER: Any = MathTextParser("path")


_TYPO_ASCENDER = 68


@cache
def line(face: Face) -> tuple[float, float, float]:
    """How far a line goes up and down from the baseline, and the gap to the next, in ems
    (OpenType, OS/2: sTypoAscender and the two after it)."""
    up, down, gap = struct.unpack_from(">3h", face.hb.reference_table("OS/2").data, _TYPO_ASCENDER)
    return up / face.hb.upem, -down / face.hb.upem, gap / face.hb.upem


@remembers(1024)
def ink(face: Face, text: str) -> tuple[float, float]:
    """How far the painted parts of a text go up and down from the baseline, in ems."""
    tops, feet = [0.0], [0.0]
    pieces = (piece for token in TOKENS.findall(text) for piece in face.word(token).pieces)
    for piece in pieces:
        for glyph in piece.glyphs:
            top, height = piece.face.extent(glyph.id)
            if height:
                tops.append(top + glyph.dy)
                feet.append(height - top - glyph.dy)
    return max(tops) / 1000, max(feet) / 1000


@contextmanager
def turned(page: Recorder, x: float, y: float, angle: float) -> Iterator[tuple[float, float]]:
    """Within, a line that starts at the given place goes up by `angle` degrees from `x`, `y`."""
    if not angle:
        yield x, y
        return
    page.save()
    page.turn(x, y, angle)
    yield 0.0, 0.0
    page.restore()


class PointRenderer(RendererBase):
    """What matplotlib asks before it draws, for a figure of 72 dots an inch: a dot is a point.

    Text is measured in the page's own faces: a font family of the figure is a face's name; a family
    that names no face is set in the first face.
    """

    dpi = 72.0

    def __init__(self, faces: Faces, width: float, height: float) -> None:
        super().__init__()
        self._faces = faces
        self._size = (width, height)

    def flipy(self) -> bool:
        """Up is positive."""
        return False

    def get_canvas_width_height(self) -> tuple[float, float]:
        """In points."""
        return self._size

    def points_to_pixels(self, points: Any) -> Any:
        """A dot is a point."""
        return points

    def get_image_magnification(self) -> float:
        """Pixels of a resampled image to a point."""
        return DPI / 72

    def option_scale_image(self) -> bool:
        """Images may come with a transform, not resampled."""
        return True

    def option_image_nocomposite(self) -> bool:
        """Each image stays an image of its own."""
        return True

    def get_text_width_height_descent(
        self, s: str, prop: FontProperties, ismath: Any
    ) -> tuple[float, float, float]:
        """In points, from the shaper that sets the page."""
        if ismath == "TeX":
            width, height, descent = super().get_text_width_height_descent(s, prop, ismath)
            return width, height, descent
        if ismath:
            formula = parsed(s, prop)
            return formula.width, formula.height, formula.depth
        face, size = self._face(prop), prop.get_size_in_points()
        up, down = ink(face, s)
        return face.width(s, size), (up + down) * size, down * size

    def _get_font_height_metrics(self, prop: FontProperties) -> tuple[float, float, float]:
        """Ascent, descent and gap of a line; asked by matplotlib 3.11 in place of a font file."""
        size = prop.get_size_in_points()
        up, down, gap = line(self._face(prop))
        return up * size, down * size, gap * size

    def _face(self, prop: FontProperties) -> Face:
        faces = self._faces
        named = next((family for family in prop.get_family() if family in faces), None)
        return faces[named if named is not None else next(iter(faces))]
