"""Pictures of the project: PNG and JPEG, never larger than they are."""

from dataclasses import dataclass, field, replace

from briefing.layout.box import Box, Solid, Stack
from briefing.layout.pen import Pen
from briefing.layout.text.setting import Setting
from briefing.layout.theme import Look
from briefing.model import Image
from briefing.pdf import Element

_POINTS_AN_INCH = 72.0


@dataclass(frozen=True)
class Picture(Solid):
    """A picture at its size for the style's resolution, smaller where the column is narrower."""

    image: Image = field(kw_only=True)
    figure: Element = field(kw_only=True)
    look: Look = field(kw_only=True)

    def size(self, width: float) -> tuple[float, float]:
        """Width and height in points."""
        scale = _POINTS_AN_INCH / self.look.style.image.dpi
        highest = self.look.style.image.highest
        wide, high = max(1, self.image.width) * scale, max(1, self.image.height) * scale
        factor = min(1.0, width * self.image.share / 100 / wide, highest / high)
        return wide * factor, high * factor

    def measure(self, width: float) -> float:
        """Its height."""
        return self.size(width)[1]

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        """The picture, flush left."""
        wide, high = self.size(width)
        bottom = pen.up(top + high)
        with pen.canvas.tag(self.figure):
            pen.canvas.image(self.image.data, x, bottom, wide, high)
        pen.say(self.image.words)
        self.figure.enclose((x, bottom, x + wide, bottom + high))


def picture(setting: Setting, block: Image, parent: Element) -> Box:
    """A picture as a Figure with the author’s words for it, over its caption."""
    after = setting.look.style.image.after
    figure = parent.child("Figure", alt=block.alt, placement="Block")
    made = Picture(after=after, image=block, figure=figure, look=setting.look)
    if not block.caption:
        return made
    kind = setting.text.exhibit.note
    caption = setting.paragraph(block.caption, kind, figure.child("Caption"), after=after)
    return Stack((replace(made, after=0.0, keep=True), caption), after=after)
