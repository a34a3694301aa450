"""Headings: the opening line of a section, and those of running text."""

from dataclasses import dataclass, field

from briefing.layout.box import Solid
from briefing.layout.pen import Pen
from briefing.layout.text.paragraph import Paragraph
from briefing.layout.text.setting import Setting
from briefing.layout.theme import Look
from briefing.model import Heading, Inline, Place, Words
from briefing.pdf import Element

EN_SPACE = "\u2002"
# Headings of running text are set in as many kinds as the style has, tagged as deep as PDF goes.
_DEEPEST_KIND = 3
_DEEPEST_ROLE = 6


@dataclass(frozen=True)
class SectionHead(Solid):
    """A rule over the whole width, the number in a slot of its own, the title beside it."""

    number: str = field(kw_only=True)
    title: Paragraph = field(kw_only=True)
    look: Look = field(kw_only=True)

    def _slot(self) -> float:
        return self.look.style.h2.slot if self.number else 0.0

    def measure(self, width: float) -> float:
        """Rule, white, the title's lines."""
        head = self.look.style.h2.rule + self.look.style.text.h2.before
        return head + self.title.measure(width - self._slot())

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        """Rule, number and title; the number belongs to the heading."""
        pen.anchor(self.anchors, self.title.element, top)
        pen.line(x, top, width, self.look.style.h2.rule, self.look.style.colours.accent)
        y = top + self.look.style.h2.rule + self.look.style.text.h2.before
        with pen.tag(self.title.element):
            if self.number:
                pen.text(x, y, self.number + " ", self.look.style.text.h2_number)
            self.title.draw(pen, x + self._slot(), y, width - self._slot())


def section_head(
    setting: Setting, number: str, title: tuple[Inline, ...], anchor: str, parent: Element
) -> SectionHead:
    """The head of a numbered section, or of the annex, as an H2."""
    look = setting.look
    made = setting.paragraph(title, setting.text.h2, parent.child("H2"), balanced=True)
    setting.check(number, look.style.text.h2_number.face, Place(""))
    return SectionHead(
        before=look.style.h2.before,
        after=look.style.text.h2.after,
        keep=True,
        anchors=(anchor,),
        number=number,
        title=made,
        look=look,
    )


def side_heading(setting: Setting, block: Heading, parent: Element, level: int) -> Paragraph:
    """A heading in the side column; it opens a group there and none of the document's parts."""
    return setting.paragraph(
        block.inlines,
        setting.text.side.head,
        parent.child(f"H{min(level, _DEEPEST_ROLE)}"),
        keep=True,
        balanced=True,
        anchors=(block.anchor,) if block.anchor else (),
    )


def heading(setting: Setting, block: Heading, parent: Element) -> Paragraph:
    """A heading of running text: level 2 of the narrative is H3, below the section's own."""
    role = f"H{min(block.level + 1, _DEEPEST_ROLE)}"
    text = setting.text
    kind = (text.h2, text.h3, text.h4)[min(block.level, _DEEPEST_KIND) - 1]
    inlines = block.inlines
    if block.number:
        inlines = (Words(block.number + EN_SPACE, block.place), *inlines)
    return setting.paragraph(
        inlines,
        kind,
        parent.child(role),
        keep=True,
        balanced=True,
        anchors=(block.anchor,) if block.anchor else (),
    )
