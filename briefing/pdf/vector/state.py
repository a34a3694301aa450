"""The graphics state of a content stream: only what changes is written."""

from collections.abc import Sequence
from typing import Any, cast

from matplotlib.backend_bases import GraphicsContextBase
from matplotlib.colors import to_rgb

from briefing.pdf.colour import operands
from briefing.pdf.drawing import Box, written
from briefing.pdf.vector.paths import operators
from briefing.pdf.vector.recorder import Recorder

_CAPS = {"butt": 0, "round": 1, "projecting": 2}
_JOINS = {"miter": 0, "round": 1, "bevel": 2}

Colour = Sequence[float]


def alphas(gc: GraphicsContextBase, face: Colour | None) -> tuple[float, float]:
    """Opacity of stroke and fill, 0 to 1; a forced one stands for both."""
    stroke = gc.get_rgb()
    forced = gc.get_alpha() if gc.get_forced_alpha() else None
    if forced is not None:
        return float(forced), float(forced)
    opacity = float(stroke[3]) if len(stroke) > 3 else 1.0
    fill = float(face[3]) if face is not None and len(face) > 3 else 1.0
    return opacity, fill


class State:
    """What the stream's graphics state is, so that it need not be set again.

    A clip is a saved state of its own: leaving it brings back what was set before.
    """

    def __init__(self, page: Recorder) -> None:
        self._page = page
        self._set: dict[str, str] = {}
        self._outer: dict[str, str] = {}
        self._clip: str | None = None

    def _put(self, key: str, operator: str) -> None:
        if self._set.get(key) != operator:
            self._set[key] = operator
            self._page.operators(operator)

    def forget_fill(self) -> None:
        """Someone else has set the colour of fills."""
        self._set.pop("fill", None)

    def clip(self, gc: GraphicsContextBase) -> None:
        """Clip as the context says; stays as long as the next context says the same."""
        clip = _clip(gc)
        if clip == self._clip:
            return
        self.release()
        if clip is not None:
            self._page.save()
            self._outer = dict(self._set)
            self._page.operators(clip)
            self._clip = clip

    def release(self) -> None:
        """Leave the clip."""
        if self._clip is not None:
            self._page.restore()
            self._set = self._outer
            self._clip = None

    def stroke(self, gc: GraphicsContextBase) -> None:
        """Colour, width, cap, join and dashes of strokes."""
        self.line(gc.get_rgb())
        self.width(gc.get_linewidth())
        self._put("cap", f"{_CAPS[gc.get_capstyle()]} J")
        self._put("join", f"{_JOINS[gc.get_joinstyle()]} j")
        offset, dashes = cast(tuple[float, Sequence[float] | None], gc.get_dashes())
        pattern = written(*dashes) if dashes is not None else ""
        self._put("dash", f"[{pattern}] {written(offset if pattern else 0)} d")

    def width(self, width: float) -> None:
        """Width of strokes in points."""
        self._put("width", f"{written(width)} w")

    def fill(self, colour: Colour) -> None:
        """Colour of fills; components 0 to 1."""
        self._put("fill", f"{_fine(colour)} rg")

    def line(self, colour: Colour) -> None:
        """Colour of strokes; components 0 to 1."""
        self._put("stroke", f"{_fine(colour)} RG")

    def opacity(self, stroke: float, fill: float) -> None:
        """Opacity of strokes and fills; an opaque picture never names it."""
        if self._set.get("alpha", "1 1") == (text := written(stroke, fill)):
            return
        self._set["alpha"] = text
        self._page.opacity(stroke, fill)


def _fine(colour: Any) -> str:
    return operands(to_rgb(tuple(colour)))


def _clip(gc: GraphicsContextBase) -> str | None:
    parts = []
    rectangle = gc.get_clip_rectangle()
    if rectangle is not None:
        box: Box = rectangle.bounds
        parts.append(f"{written(*box)} re W n")
    path: Any
    path, transform = gc.get_clip_path()
    if path is not None and transform is not None:
        parts.append(f"{operators(path, transform)} W n")
    return "\n".join(parts) or None
