"""Matplotlib paths as PDF path operators."""

import re
from typing import Any

import matplotlib
from matplotlib import _path
from matplotlib.path import Path
from matplotlib.transforms import Transform

DECIMALS = 2
_OPERATORS = [b"m", b"l", b"", b"c", b"h"]
_TESTED = {(3, 10), (3, 11)}
_VERSION = re.match(r"(\d+)\.(\d+)", matplotlib.__version__)
_KNOWN = _VERSION is not None and (int(_VERSION[1]), int(_VERSION[2])) in _TESTED
_CODES = {Path.MOVETO: "m", Path.LINETO: "l", Path.CURVE4: "c", Path.CLOSEPOLY: "h"}

Box = tuple[float, float, float, float]


def written(*values: float) -> str:
    """Numbers as a content stream holds them, to a hundredth of a point."""
    return " ".join(_number(value) for value in values)


def _number(value: float) -> str:
    text = f"{value:.{DECIMALS}f}".rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text


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
    if _KNOWN:
        data: bytes = _path.convert_to_string(  # type: ignore[attr-defined]
            path, transform, clip, simplify, sketch, DECIMALS, _OPERATORS, True
        )
        return data.decode("ascii").strip()
    return _cleaned(path, transform, clip, simplify, sketch)


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
