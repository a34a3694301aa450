"""Hatches: a pattern in tiles of an inch, clipped to a path."""

from collections.abc import Sequence
from typing import Any

from matplotlib.backend_bases import GraphicsContextBase
from matplotlib.transforms import Affine2D, Bbox

from briefing.pdf.canvas import TaggedCanvas
from briefing.pdf.vector.forms import form, stamp
from briefing.pdf.vector.paths import operators, written

_TILE = 72.0


def hatch(
    canvas: TaggedCanvas, gc: GraphicsContextBase, code: str, extents: Bbox, height: float
) -> None:
    """Draw the context's pattern inside the path of the operators `code`.

    Tiles begin at the top left corner of the figure, `height` points above its foot; only those
    that meet `extents` are drawn.
    """
    pattern = operators(gc.get_hatch_path(), Affine2D().scale(_TILE))
    if not pattern:
        return
    name = form(canvas, f"{pattern}\nB", (0, 0, _TILE, _TILE))
    columns = _tiles(extents.x0, extents.x1)
    rows = _tiles(extents.y0 - height, extents.y1 - height)
    canvas.saveState()
    canvas.addLiteral(f"{code}\nW n")
    colour = _components(gc.get_hatch_color())
    canvas.addLiteral(f"{colour} RG {colour} rg {written(gc.get_hatch_linewidth())} w")
    canvas.addLiteral("[] 0 d 0 J 0 j")
    stamp(canvas, name, [(c * _TILE, height + r * _TILE) for c in columns for r in rows])
    canvas.restoreState()


def _tiles(low: float, high: float) -> Sequence[int]:
    return range(int(low // _TILE), int(high // _TILE) + 1)


def _components(colour: Any) -> str:
    return written(*(float(value) for value in tuple(colour)[:3]))
