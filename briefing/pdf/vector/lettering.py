"""Text of figures in the page's faces: how much room it takes, and setting it."""

import struct
from functools import cache
from typing import Any

from matplotlib.backend_bases import RendererBase
from matplotlib.font_manager import FontProperties

from briefing.pdf.canvas import TaggedCanvas
from briefing.pdf.fonts import Face, Faces
from briefing.pdf.vector.pixels import DPI

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


class PointRenderer(RendererBase):
    """What matplotlib asks before it draws, for a figure of 72 dots an inch: a dot is a point.

    Text is measured in the page's own faces: a font family of the figure is a face's name; a family
    that names no face is set in the first face.
    """

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
        if ismath:
            width, height, descent = super().get_text_width_height_descent(s, prop, ismath)
            return width, height, descent
        face, size = self._face(prop), prop.get_size_in_points()
        up, down = reach(face)
        return face.width(s, size), (up + down) * size, down * size

    def _get_font_height_metrics(self, prop: FontProperties) -> tuple[float, float, float]:
        """Ascent, descent and gap of a line; asked by matplotlib 3.11 in place of a font file."""
        size = prop.get_size_in_points()
        up, down = reach(self._face(prop))
        return up * size, down * size, 0.0

    def _face(self, prop: FontProperties) -> Face:
        faces = self._faces
        named = next((family for family in prop.get_family() if family in faces), None)
        return faces[named if named is not None else next(iter(faces))]
