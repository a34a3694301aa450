"""Matplotlib paths as PDF path operators."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from math import isfinite
from typing import Any

from matplotlib.path import Path
from matplotlib.transforms import Affine2D, Transform

from briefing.pdf.drawing import DECIMALS, Box, written

_OPERATORS = [b"m", b"l", b"", b"c", b"h"]
_N = r"(-?[\d.]+)"
_UPRIGHT = re.compile(rf"{_N} {_N} m\n{_N} \2 l\n\3 {_N} l\n\1 \4 l\nh")
_CODES = {Path.MOVETO: "m", Path.LINETO: "l", Path.CURVE4: "c", Path.CLOSEPOLY: "h"}
# A path with each kind of segment, and what matplotlib's private writer makes of it.
_TRIAL = Path(
    [(0, 0), (1, 0), (1, 1), (0, 1), (0, 2), (3, 0), (3, 3), (0, 0)], [1, 2, 3, 3, 4, 4, 4, 79]
)
_TRIED = b"0 0 m\n2 0 l\n2 1.33 1.33 2 0 2 c\n0 4 6 0 6 6 c\nh\n"


def operators(
    path: Path,
    transform: Transform,
    clip: Box | None = None,
    simplify: bool = False,
    sketch: tuple[float, float, float] | None = None,
) -> str:
    """The operators that construct a path, in points, without the one that paints it.

    `clip` drops what lies outside of a box of an unfilled path. Not finite points break the path.
    """
    write = _private()
    if write is None:
        return _boxed(_cleaned(path, transform, clip, simplify, sketch))
    data = write(path, transform, clip, simplify, sketch, DECIMALS, _OPERATORS, True)
    # What is a hair below zero in one Python may be a hair above it in another.
    return _boxed(data.decode("ascii").strip().replace("-0 ", "0 "))


@cache
def _private() -> Callable[..., bytes] | None:
    """Matplotlib's own writer of paths, which is fast but private; None where it is missing or
    doesn't do what it did."""
    try:
        write: Callable[..., bytes] = import_module("matplotlib._path").convert_to_string
        made = write(_TRIAL, Affine2D().scale(2), None, False, None, DECIMALS, _OPERATORS, True)
    except (ImportError, AttributeError, TypeError, ValueError):
        return None
    return write if made == _TRIED else None


def _boxed(code: str) -> str:
    """The operators with `re` for an upright rectangle, which is shorter."""
    box = _UPRIGHT.fullmatch(code)
    if box is None:
        return code
    left, bottom, right, top = (float(value) for value in box.groups())
    return f"{box[1]} {box[2]} {written(right - left, top - bottom)} re"


def _cleaned(
    path: Path,
    transform: Transform,
    clip: Box | None,
    simplify: bool,
    sketch: tuple[float, float, float] | None,
) -> str:
    """The same by the public way, for a matplotlib whose private one may differ."""
    clean: Any = path.cleaned(
        transform=transform,
        remove_nans=True,
        clip=clip,
        simplify=simplify,
        curves=True,
        sketch=sketch,
    )
    parts: list[str] = []
    last = (0.0, 0.0)
    for points, code in clean.iter_segments(simplify=False, curves=True):
        if code == Path.CURVE3:
            points = _cubic(last, points)
            code = Path.CURVE4
        if code == Path.CLOSEPOLY:
            parts.append("h")
            continue
        parts.append(f"{written(*points)} {_CODES[code]}")
        last = (float(points[-2]), float(points[-1]))
    return "\n".join(parts)


def _cubic(start: tuple[float, float], points: Any) -> tuple[float, ...]:
    """A quadratic curve's control points as those of the same cubic one."""
    cx, cy, x, y = (float(value) for value in points)
    first = (start[0] + 2 / 3 * (cx - start[0]), start[1] + 2 / 3 * (cy - start[1]))
    second = (x + 2 / 3 * (cx - x), y + 2 / 3 * (cy - y))
    return (*first, *second, x, y)


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
