"""Matplotlib's drawing calls as what a tagged page paints."""

from collections.abc import Sequence
from typing import Any

import numpy as np
from matplotlib.backend_bases import GraphicsContextBase
from matplotlib.collections import QuadMesh
from matplotlib.colors import to_hex, to_rgba
from matplotlib.font_manager import FontProperties
from matplotlib.path import Path
from matplotlib.transforms import Bbox, Transform

from briefing.pdf.drawing import Box
from briefing.pdf.vector.lettering import PointRenderer, parsed, set_formula, turned
from briefing.pdf.vector.paths import hatch, operators, padded, shape
from briefing.pdf.vector.pixels import draw_pixels
from briefing.pdf.vector.recorder import Recorder
from briefing.pdf.vector.shading import draw_triangles
from briefing.pdf.vector.state import Colour, State, alphas

_OFTEN = 3
# Neighbouring fills show a hair of paper between them.
_SEAM = 0.3
_PAINT = {(True, True): "B", (True, False): "f", (False, True): "S", (False, False): "n"}


class VectorRenderer(PointRenderer):
    """Notes what a figure draws on a page."""

    def __init__(self, page: Recorder, width: float, height: float) -> None:
        super().__init__(page.faces, width, height)
        self._page = page
        self._state = State(page)

    def finish(self) -> None:
        """Leave the stream's graphics state as it was."""
        self._state.release()

    # ---- paths

    def draw_path(
        self,
        gc: GraphicsContextBase,
        path: Path,
        transform: Transform,
        rgbFace: Any = None,  # noqa: N803
    ) -> None:
        """Fill, hatch and stroke a path."""
        filled, stroked = _filled(rgbFace), _stroked(gc)
        hatched = bool(gc.get_hatch())
        if not (filled or stroked or hatched):
            return
        closed = filled or hatched
        code = operators(
            path,
            transform,
            None if closed else self._clip_box(gc.get_linewidth()),
            bool(path.should_simplify) and not closed,
            gc.get_sketch_params(),
        )
        if not code:
            return
        self._prepare(gc, rgbFace)
        if filled or stroked:
            self._page.operators(f"{code}\n{_PAINT[filled, stroked]}")
        if hatched:
            width, height = self._size
            sheet = Bbox.from_bounds(0, 0, width, height)
            inside = Bbox.intersection(path.get_extents(transform), sheet)
            if inside is not None:
                # As Agg does: what is drawn is as opaque as the pattern's own colour.
                opacity = to_rgba(gc.get_hatch_color())[3]
                self._state.opacity(opacity, opacity)
                hatch(self._page, gc, code, inside, height)

    def draw_markers(
        self,
        gc: GraphicsContextBase,
        marker_path: Path,
        marker_trans: Transform,
        path: Path,
        trans: Transform,
        rgbFace: Any = None,  # noqa: N803
    ) -> None:
        """Draw one path at each vertex of another."""
        at = [
            (float(vertices[-2]), float(vertices[-1]))
            for vertices, _ in path.iter_segments(trans, simplify=False)
            if len(vertices) and np.isfinite(vertices[-2:]).all()
        ]
        at = [point for point in at if self._near(*point)]
        operator = _PAINT[_filled(rgbFace), _stroked(gc)]
        code = operators(marker_path, marker_trans)
        if not at or not code or operator == "n":
            return
        self._prepare(gc, rgbFace)
        box = padded(marker_path, marker_trans, gc.get_linewidth())
        self._page.stamps(f"{code}\n{operator}", box, at)

    def draw_path_collection(
        self,
        gc: GraphicsContextBase,
        master_transform: Transform,
        paths: Sequence[Path],
        all_transforms: Any,
        offsets: Any,
        offset_trans: Transform,
        facecolors: Any,
        edgecolors: Any,
        linewidths: Any,
        *rest: Any,
        **more: Any,
    ) -> None:
        """Draw many paths; one that comes back often is stored once."""
        uses = self._iter_collection_uses_per_path(  # type: ignore[attr-defined]
            paths, all_transforms, offsets, facecolors, edgecolors
        )
        moved = (offsets, offset_trans, facecolors, edgecolors, linewidths, *rest)
        if uses < _OFTEN or gc.get_hatch() or gc.get_sketch_params():
            super().draw_path_collection(
                gc, master_transform, paths, all_transforms, *moved, **more
            )
            return
        raw = self._iter_collection_raw_paths(master_transform, paths, all_transforms)  # type: ignore[attr-defined]
        widest = max((float(width) for width in linewidths), default=0.0)
        shapes = [shape(path, transform, widest) for path, transform in raw]
        more.setdefault("hatchcolors", [])
        for x, y, made, item, face in self._iter_collection(gc, shapes, *moved, **more):  # type: ignore[attr-defined]
            operator = _PAINT[_filled(face), _stroked(item)]
            at = (float(x) + made.left, float(y) + made.bottom)
            if operator == "n" or not made.code or not self._near(*at):
                continue
            self._prepare(item, face)
            self._page.stamps(f"{made.code}\n{operator}", made.box, [at])

    def draw_quad_mesh(
        self,
        gc: GraphicsContextBase,
        master_transform: Transform,
        meshWidth: int,  # noqa: ARG002, N803
        meshHeight: int,  # noqa: ARG002, N803
        coordinates: Any,
        offsets: Any,
        offsetTrans: Transform,  # noqa: N803
        facecolors: Any,
        antialiased: bool,
        edgecolors: Any,
    ) -> None:
        """Draw quadrilaterals; opaque ones without edges get a hairline that hides the seams."""
        faces = np.asarray(facecolors).reshape(-1, 4)
        bare = edgecolors is None or not len(edgecolors)
        seams = bare and bool((faces[:, 3] == 1).all())
        paths = QuadMesh._convert_mesh_to_paths(coordinates)  # type: ignore[attr-defined]
        edges = faces if bare else edgecolors
        width = _SEAM if seams else 0.0 if bare else gc.get_linewidth()
        at: tuple[Any, ...] = (
            offsets,
            offsetTrans,
            faces,
            edges,
            [width],
            [],
            [antialiased],
            [None],
            "screen",
        )
        self.draw_path_collection(gc, master_transform, paths, [], *at)

    def draw_gouraud_triangles(
        self,
        gc: GraphicsContextBase,
        triangles_array: Any,
        colors_array: Any,
        transform: Transform,
    ) -> None:
        """Draw triangles with a colour at each corner, all as opaque as they are on average."""
        corners = np.asarray(triangles_array, dtype=float)
        if not corners.size:
            return
        placed = transform.transform(corners.reshape(-1, 2)).reshape(-1, 3, 2)
        colours = np.asarray(colors_array, dtype=float)
        opacity = float(colours[..., 3].mean())
        self._state.clip(gc)
        self._state.opacity(opacity, opacity)
        self._page.direct(lambda canvas: draw_triangles(canvas, placed, colours))

    # ---- images and text

    def draw_image(
        self,
        gc: GraphicsContextBase,
        x: float,
        y: float,
        im: Any,
        transform: Transform | None = None,
    ) -> None:
        """Draw an image (rows, columns, RGBA) whose first row is at the bottom."""
        if not im.size:
            return
        self._state.clip(gc)
        opacity = 1.0 if transform is None else alphas(gc, None)[0]
        self._state.opacity(opacity, opacity)
        self._page.direct(lambda canvas: draw_pixels(canvas, im, float(x), float(y), transform))

    def draw_text(
        self,
        gc: GraphicsContextBase,
        x: float,
        y: float,
        s: str,
        prop: FontProperties,
        angle: float,
        ismath: Any = False,
        mtext: Any = None,
    ) -> None:
        """Set text on its baseline; formulas by TeX are drawn as outlines."""
        if not s.strip():
            return
        self._state.clip(gc)
        opacity = alphas(gc, None)[0]
        self._state.opacity(opacity, opacity)
        colour = to_hex(gc.get_rgb())
        with turned(self._page, float(x), float(y), angle) as (left, baseline):
            if not ismath:
                size = prop.get_size_in_points()
                self._page.text(left, baseline, s, self._face(prop), size, colour)
            outlined = ismath == "TeX" or (
                ismath and not set_formula(self._page, parsed(s, prop), (left, baseline), colour)
            )
        self._state.forget_fill()
        if outlined:
            super().draw_text(gc, x, y, s, prop, angle, ismath, mtext)

    # ---- ours

    def _prepare(self, gc: GraphicsContextBase, face: Colour | None) -> None:
        self._state.clip(gc)
        self._state.opacity(*alphas(gc, face))
        if face is not None and _filled(face):
            self._state.fill(face)
        if _stroked(gc):
            self._state.stroke(gc)

    def _clip_box(self, margin: float) -> Box:
        width, height = self._size
        return (-margin, -margin, width + margin, height + margin)

    def _near(self, x: float, y: float) -> bool:
        """Whether a marker there can show: not farther outside than the figure is large."""
        width, height = self._size
        return -width <= x <= 2 * width and -height <= y <= 2 * height


def _filled(face: Colour | None) -> bool:
    return face is not None and (len(face) < 4 or face[3] > 0)


def _stroked(gc: GraphicsContextBase) -> bool:
    colour = gc.get_rgb()
    return gc.get_linewidth() > 0 and (len(colour) < 4 or colour[3] > 0)
