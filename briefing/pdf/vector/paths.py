"""Matplotlib paths as PDF path operators, often drawn ones as forms, and hatchings."""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from math import gcd, isfinite
from typing import Any

import numpy as np
from matplotlib.backend_bases import GraphicsContextBase
from matplotlib.colors import to_rgb
from matplotlib.path import Path
from matplotlib.transforms import Affine2D, Bbox, Transform

from briefing.pdf.colour import operands
from briefing.pdf.drawing import DECIMALS, Box, written
from briefing.pdf.vector.recorder import Recorder

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


_INCH = 72.0
# With six rows an inch, of which every second one is shifted, a pattern repeats three times.
_PERIOD = _INCH / 3
# Half of the widest stroke, as a part of an inch.
_ROOM = 0.03
# A tile is no smaller than this part of it.
_MOST = 4


def hatch(page: Recorder, gc: GraphicsContextBase, code: str, extents: Bbox, height: float) -> None:
    """Draw the context's pattern inside the path of the operators `code`.

    Tiles begin at the top left corner of the figure, `height` points above its foot; only those
    that meet `extents` are drawn.
    """
    signs = gc.get_hatch() or ""
    side, pattern = tile(signs), _pattern(signs)
    if not pattern:
        return
    columns = _tiles(extents.x0, extents.x1, side)
    rows = _tiles(extents.y0 - height, extents.y1 - height, side)
    page.save()
    page.operators(f"{code}\nW n")
    colour = operands(to_rgb(gc.get_hatch_color()))
    page.operators(f"{colour} RG {colour} rg {written(gc.get_hatch_linewidth())} w")
    page.operators("[] 0 d 0 J 0 j")
    at = [(c * side, height + r * side) for c in columns for r in rows]
    page.stamps(f"{pattern}\nB", (0, 0, side, side), at)
    page.restore()


@cache
def _pattern(signs: str) -> str:
    """The operators of a tile of the pattern."""
    path = Path.hatch(signs)
    return operators(_within(path, tile(signs)), Affine2D().scale(_INCH)) if path else ""


def tile(pattern: str) -> float:
    """The side in points after which a pattern repeats: shorter where each sign comes often."""
    return _PERIOD / gcd(_MOST, *Counter(pattern).values())


def _within(path: Path, side: float) -> Path:
    """The parts of a pattern of an inch that show in a tile at its lower left corner."""
    vertices, codes = np.asarray(path.vertices, dtype=float), np.asarray(path.codes)
    starts = np.flatnonzero(codes == Path.MOVETO)
    most = side / _INCH + _ROOM
    kept = []
    for first, last in zip(starts, [*starts[1:], len(path)], strict=True):
        points = vertices[first:last]
        if (points.max(0) >= -_ROOM).all() and (points.min(0) <= most).all():
            kept.append(Path(points, codes[first:last]))
    return Path.make_compound_path(*kept)


def _tiles(low: float, high: float, side: float) -> Sequence[int]:
    return range(int(low // side), int(high // side) + 1)
