"""Content that is drawn often, stored once: markers and hatch tiles as form XObjects."""

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from math import isfinite

from matplotlib.path import Path
from matplotlib.transforms import Affine2D, Transform

from briefing.pdf.canvas import TaggedCanvas
from briefing.pdf.vector.paths import Box, operators, written
from briefing.pdf.writer import stream


def form(canvas: TaggedCanvas, code: str, box: Box) -> str:
    """The name of the form that holds the operators `code` inside `box` (left, bottom, right, top).

    The name comes from the content, so equal content is stored once. The form sets no colour or
    width: it takes those in force where it is drawn. It has no fonts and no images.
    """
    bounds = written(*box)
    name = "vector." + sha256(f"{bounds}\n{code}".encode()).hexdigest()[:12]
    if not canvas.hasForm(name):
        entries: dict[str, object] = {
            "Type": "/XObject",
            "Subtype": "/Form",
            "BBox": f"[{bounds}]",
            "Resources": "<<>>",
        }
        canvas._doc.addForm(name, stream(code.encode("ascii"), entries))
    return name


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


def stamp(canvas: TaggedCanvas, name: str, at: Sequence[tuple[float, float]]) -> None:
    """Draw a form at each of the points."""
    called = canvas._doc.getXObjectName(name)
    canvas._formsinuse.append(name)
    parts = ["q"]
    last = (0.0, 0.0)
    for x, y in at:
        # Steps are summed by the viewer: they are written from where it really stands.
        step = (round(x - last[0], 2), round(y - last[1], 2))
        parts.append(f"1 0 0 1 {written(*step)} cm /{called} Do")
        last = (last[0] + step[0], last[1] + step[1])
    canvas.addLiteral("\n".join([*parts, "Q"]))
