"""Formulas (mathtext) as text: each sign set in the face that matplotlib chose for it."""

from typing import Any

from matplotlib.mathtext import MathTextParser

from briefing.pdf.drawing import written
from briefing.pdf.fonts import Face, load_face
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
