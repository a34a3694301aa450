"""What changed since an earlier edition, as the first page tells it: how many figures, and where
they are told one by one."""

from dataclasses import dataclass, field, replace

from briefing.layout.box import Box, Rule, Solid, Stack
from briefing.layout.pen import Pen
from briefing.layout.text.paragraph import Paragraph
from briefing.layout.text.setting import Setting
from briefing.model import Changed, Place
from briefing.pdf import Element

# How much of the width the words have.
_WORDS = 0.75


@dataclass(frozen=True)
class Count(Solid):
    """What happened at the left, to how many figures at the right."""

    label: Paragraph = field(kw_only=True)
    value: Paragraph = field(kw_only=True)
    pad: float = field(kw_only=True)

    def measure(self, width: float) -> float:
        """The words' lines and the white around them."""
        return 2 * self.pad + self.label.measure(width * _WORDS)

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        """Words, then number."""
        words = width * _WORDS
        self.label.draw(pen, x, top + self.pad, words)
        self.value.draw(pen, x + words, top + self.pad, width - words)


def changed(setting: Setting, content: Changed, parent: Element, place: Place) -> Box:
    """The counts as a table, under their title, over the way to the figures themselves."""
    style, text = setting.look.style, setting.text
    rule = Rule(weight=style.side.rule, colour=style.colours.ink, keep=True)
    title = setting.plain(content.title, text.side.head, parent.child("P"), place, keep=True)
    head = Stack((title,), before=text.side.head.before, after=title.after, keep=True)
    body = parent.child("Table").child("TBody")
    boxes: list[Box] = [rule, head]
    for words, number in content.counts:
        row = body.child("TR")
        said, counted = row.child("TH", scope="Row").child("P"), row.child("TD").child("P")
        label = setting.plain(f"{words} ", text.ages.label, said, place)
        made = setting.paragraph((number,), text.ages.last, counted, hyphenated=False)
        value = replace(made, align="right")
        boxes.append(Count(label=label, value=value, pad=style.ages.pad))
    if content.leads:
        element = parent.child("P")
        way = setting.paragraph(content.leads, text.exhibit.note, element, page=content.page)
        boxes.append(way)
    return Stack(tuple(boxes))
