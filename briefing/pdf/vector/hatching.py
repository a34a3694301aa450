"""Hatches: a pattern in tiles, clipped to a path."""

from collections import Counter
from collections.abc import Sequence
from functools import cache
from math import gcd

import numpy as np
from matplotlib.backend_bases import GraphicsContextBase
from matplotlib.colors import to_rgb
from matplotlib.path import Path
from matplotlib.transforms import Affine2D, Bbox

from briefing.pdf.colour import operands
from briefing.pdf.drawing import written
from briefing.pdf.vector.paths import operators
from briefing.pdf.vector.recorder import Recorder

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
