"""A box that is higher than a page, made smaller: the last resort, never without a finding."""

from dataclasses import dataclass

from briefing.layout.box import Box, Solid
from briefing.layout.pen import Pen


@dataclass(frozen=True)
class Scaled(Solid):
    """A box drawn at a fraction of its size, flush left."""

    box: Box | None = None
    scale: float = 1.0

    def measure(self, width: float) -> float:
        """The box's height at the full width, scaled."""
        assert self.box is not None
        return self.box.measure(width) * self.scale

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        """The box, scaled about its top left corner."""
        assert self.box is not None
        canvas = pen.canvas
        canvas.saveState()
        canvas.translate(x, pen.up(top))
        canvas.scale(self.scale, self.scale)
        canvas.translate(-x, -pen.up(top))
        self.box.draw(pen, x, top, width)
        canvas.restoreState()


def fitted(box: Box, width: float, height: float) -> Box:
    """The box, no higher than `height` points."""
    return Scaled(
        before=box.before,
        after=box.after,
        keep=False,
        anchors=box.anchors,
        box=box,
        scale=min(1.0, height / box.measure(width)),
    )
