"""Triangles with a colour at each corner, as shadings of the file (ISO 32000-1, 8.7.4.5.5)."""

from hashlib import sha256

import numpy as np
from numpy.typing import NDArray

from briefing.pdf.canvas import TaggedCanvas
from briefing.pdf.writer import stream

Array = NDArray[np.float64]

_STEPS = 2**32 - 1
_CORNER = np.dtype([("flag", "u1"), ("at", ">u4", (2,)), ("colour", "u1", (3,))])


def draw_triangles(canvas: TaggedCanvas, points: Array, colours: Array) -> None:
    """Paint triangles (N, 3, 2) in points with colours (N, 3, 3 or more) from 0 to 1."""
    low = np.floor(points.min(axis=(0, 1)))
    high = np.ceil(points.max(axis=(0, 1))) + 1
    corners = np.zeros(points.shape[:2], dtype=_CORNER)
    corners["at"] = ((points - low) / (high - low) * _STEPS).astype("u4")
    corners["colour"] = np.rint(np.clip(colours[..., :3], 0, 1) * 255).astype("u1")
    data = corners.tobytes()
    span = f"{low[0]:g} {high[0]:g} {low[1]:g} {high[1]:g}"
    entries: dict[str, object] = {
        "ShadingType": 4,
        "ColorSpace": "/DeviceRGB",
        "BitsPerCoordinate": 32,
        "BitsPerComponent": 8,
        "BitsPerFlag": 8,
        "Decode": f"[{span} 0 1 0 1 0 1]",
    }
    name = "shading." + sha256(span.encode() + data).hexdigest()[:12]
    canvas._shadingUsed[name] = canvas._doc.Reference(stream(data, entries), name)
    canvas.addLiteral(f"/{name} sh")
