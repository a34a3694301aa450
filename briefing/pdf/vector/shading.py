"""Triangles with a colour at each corner, as flat triangles small enough not to be seen."""

import numpy as np
from numpy.typing import NDArray

from briefing.pdf.canvas import TaggedCanvas
from briefing.pdf.vector.paths import written
from briefing.pdf.vector.state import State

Array = NDArray[np.float64]

_STEP = 1 / 24
_SMALL = 0.5
_DEEPEST = 5
SEAM = 0.3


def draw_triangles(canvas: TaggedCanvas, state: State, points: Array, colours: Array) -> None:
    """Fill triangles (N, 3, 2) in points with colours (N, 3, 4); opaque ones overlap a hair."""
    state.width(SEAM)
    for triangle, colour in zip(*flat(points, colours), strict=True):
        opacity = float(colour[3])
        state.opacity(opacity, opacity)
        state.fill(colour[:3])
        state.line(colour[:3])
        a, b, c = triangle
        paint = "B" if opacity == 1 else "f"
        canvas.addLiteral(f"{written(*a)} m {written(*b)} l {written(*c)} l h {paint}")


def flat(points: Array, colours: Array) -> tuple[Array, Array]:
    """Points (N, 3, 2) and colours (N, 3, 4) as (M, 3, 2) and one colour each (M, 4).

    A triangle is quartered until its colours differ by less than a 24th, or it is smaller than
    half a square point, or five times.
    """
    for _ in range(_DEEPEST):
        coarse = _coarse(points, colours)
        if not coarse.any():
            break
        points = np.concatenate([points[~coarse], _quarters(points[coarse])])
        colours = np.concatenate([colours[~coarse], _quarters(colours[coarse])])
    return points, colours.mean(axis=1)


def _coarse(points: Array, colours: Array) -> NDArray[np.bool_]:
    spread = (colours.max(axis=1) - colours.min(axis=1)).max(axis=1)
    first, second = points[:, 1] - points[:, 0], points[:, 2] - points[:, 0]
    area = np.abs(first[:, 0] * second[:, 1] - first[:, 1] * second[:, 0]) / 2
    coarse: NDArray[np.bool_] = (spread > _STEP) & (area > _SMALL)
    return coarse


def _quarters(corners: Array) -> Array:
    a, b, c = corners[:, 0], corners[:, 1], corners[:, 2]
    ab, bc, ca = (a + b) / 2, (b + c) / 2, (c + a) / 2
    parts = ((a, ab, ca), (ab, b, bc), (ca, bc, c), (ab, bc, ca))
    return np.concatenate([np.stack(part, axis=1) for part in parts])
