"""Paths that are drawn often, at the origin and with their boxes."""

from dataclasses import dataclass
from math import isfinite

from matplotlib.path import Path
from matplotlib.transforms import Affine2D, Transform

from briefing.pdf.drawing import Box
from briefing.pdf.vector.paths import operators


def padded(path: Path, transform: Transform, width: float) -> Box:
    """A path's box with room for its stroke, mitres included."""
    box, room = path.get_extents(transform), 1 + 5 * width
    return (box.x0 - room, box.y0 - room, box.x1 + room, box.y1 + room)


@dataclass(frozen=True, slots=True)
class Shape:
    """A path's operators and box as they are with its lower left corner at the origin, and where
    that corner is."""

    code: str
    box: Box
    left: float
    bottom: float


def shape(path: Path, transform: Transform, width: float) -> Shape:
    """The path moved to the origin, with room in its box for a stroke of that width.

    Where it stands may be far from the sheet until it is moved by an offset.
    """
    corner = path.get_extents(transform).p0
    left, bottom = (float(value) if isfinite(value) else 0.0 for value in corner)
    moved = transform + Affine2D().translate(-left, -bottom)
    return Shape(operators(path, moved), padded(path, moved, width), left, bottom)
