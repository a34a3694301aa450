"""Who signed the document and when: a line of text, and over it the field of the signature."""

from dataclasses import dataclass, field

from briefing.layout.box import Solid
from briefing.layout.pen import Pen
from briefing.layout.text.paragraph import Paragraph
from briefing.layout.text.setting import Setting
from briefing.model import Place, Signature
from briefing.pdf import Element, TaggedCanvas


@dataclass(frozen=True)
class Signed(Solid):
    """The line; a click on it shows the signature."""

    line: Paragraph = field(kw_only=True)
    form: Element = field(kw_only=True)
    label: str = field(kw_only=True)

    def measure(self, width: float) -> float:
        """The line's height."""
        return self.line.measure(width)

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        """The text, then the field."""
        self.line.draw(pen, x, top, width)
        bottom = pen.up(top + self.line.measure(width))
        pen.canvas.signature((x, bottom, x + width, pen.up(top)), self.form, self.label)


def signed(setting: Setting, signature: Signature, parent: Element, place: Place) -> Signed:
    """The line of a visible signature."""
    block = parent.child("Div")
    line = setting.plain(signature.text, setting.text.metadata.value, block.child("P"), place)
    return Signed(
        before=setting.look.style.metadata.pad,
        line=line,
        form=block.child("Form"),
        label=signature.label,
    )


def unseen(canvas: TaggedCanvas, signature: Signature) -> None:
    """The field of an invisible signature, on the page that is open."""
    canvas.signature((0, 0, 0, 0), canvas.tree.root.child("Form"), signature.label)
