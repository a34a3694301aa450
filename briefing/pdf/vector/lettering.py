"""Text of figures in the page's faces: how much room it takes, and setting it."""

import struct
from functools import cache

from briefing.pdf.canvas import TaggedCanvas
from briefing.pdf.fonts import Face

_TYPO_ASCENDER = 68


@cache
def reach(face: Face) -> tuple[float, float]:
    """How far letters go up and down from the baseline, in ems (OpenType, OS/2: sTypoAscender)."""
    up, down = struct.unpack_from(">2h", face.hb.reference_table("OS/2").data, _TYPO_ASCENDER)
    return up / face.hb.upem, -down / face.hb.upem


def set_turned(
    canvas: TaggedCanvas,
    text: str,
    face: Face,
    size: float,
    colour: str,
    place: tuple[float, float, float],
) -> None:
    """Set a line from `place`: x and baseline in points, and degrees to the left."""
    x, y, angle = place
    if not angle:
        canvas.text(x, y, text, face, size, colour)
        return
    canvas.saveState()
    canvas.translate(x, y)
    canvas.rotate(angle)
    canvas.text(0, 0, text, face, size, colour)
    canvas.restoreState()
