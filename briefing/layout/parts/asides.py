"""Matter for the side column: groups, each under a rule of its own."""

from __future__ import annotations

from msgspec.structs import replace

from briefing.layout.box import Box, Stack
from briefing.layout.boxes.footnotes import footnote
from briefing.layout.boxes.framed import Exhibits
from briefing.layout.boxes.grid import typed
from briefing.layout.boxes.picture import picture
from briefing.layout.ruled import Rule
from briefing.layout.text.paragraph import Label
from briefing.layout.text.setting import Setting
from briefing.layout.theme import Look
from briefing.model.block import (
    Block,
    Code,
    Container,
    Footnote,
    Heading,
    Image,
    Listing,
    MarkdownTable,
    Paragraph,
    Placed,
    Quote,
)
from briefing.model.inline import Mark, Number, Words
from briefing.pdf import Element


def aside(
    setting: Setting, block: Container, parent: Element, exhibits: Exhibits
) -> tuple[Box, ...]:
    """An aside's groups as boxes: one begins at a heading, at a large figure, at an exhibit."""
    maker = _Aside(setting, parent.child("Div"), exhibits)
    for child in block.blocks:
        maker.add(child)
    maker.close()
    return tuple(maker.found)


def is_figure(block: Block) -> bool:
    """Whether a paragraph is set as a large figure: nothing but one number, or all of it strong."""
    if not isinstance(block, Paragraph):
        return False
    if len(block.inlines) == 1 and isinstance(block.inlines[0], Number):
        return True
    held = [i for i in block.inlines if isinstance(i, Words | Number)]
    return len(held) == len(block.inlines) and all(Mark.STRONG in i.marks for i in held)


class _Aside:
    """Collects one aside's groups."""

    def __init__(self, setting: Setting, parent: Element, exhibits: Exhibits) -> None:
        self.found: list[Box] = []
        self._setting = setting
        self._parent = parent
        self._exhibits = exhibits
        self._open: list[Box] = []
        self._indent = 0.0

    @property
    def _look(self) -> Look:
        return self._setting.look

    def add(self, block: Block) -> None:
        if isinstance(block, Placed):
            self.close()
            self.found.append(self._exhibits.box(block, self._parent, aside=True))
            return
        if isinstance(block, Heading) or is_figure(block):
            self.close()
        if isinstance(block, Heading):
            head = self._setting.paragraph(
                block.inlines,
                self._setting.text.side.head,
                self._parent.child("P"),
                keep=True,
                balanced=True,
                anchors=(block.anchor,) if block.anchor else (),
            )
            self._open.append(head)
        elif is_figure(block) and isinstance(block, Paragraph):
            plain = tuple(_unmarked(inline) for inline in block.inlines)
            figure = self._setting.paragraph(
                plain,
                self._setting.text.side.figure,
                self._parent.child("P"),
                keep=True,
                balanced=True,
            )
            self._open.append(figure)
        else:
            self._open.extend(self._body(block, self._parent))

    def _body(self, block: Block, parent: Element) -> list[Box]:
        if isinstance(block, Paragraph):
            return [
                self._setting.paragraph(
                    block.inlines,
                    self._setting.text.side.body,
                    parent.child("P"),
                    indent=self._indent,
                )
            ]
        if isinstance(block, Listing):
            return self._listing(block, parent)
        if isinstance(block, Footnote):
            footnote(self._setting, block, parent)
            return []
        if isinstance(block, Quote):
            element = parent.child("BlockQuote")
            return [box for child in block.blocks for box in self._body(child, element)]
        if isinstance(block, Container):
            return [box for child in block.blocks for box in self._body(child, parent)]
        if isinstance(block, MarkdownTable):
            return [typed(self._setting, block, parent)]
        if isinstance(block, Image):
            return [picture(self._setting, block, parent)]
        if isinstance(block, Heading):
            return [
                self._setting.paragraph(
                    block.inlines, self._setting.text.side.head, parent.child("P")
                )
            ]
        if isinstance(block, Placed):
            return [self._exhibits.box(block, parent, aside=True)]
        if isinstance(block, Code):
            words = (Words(block.text, block.place),)
            return [
                self._setting.paragraph(
                    words, self._setting.text.code, parent.child("P"), hyphenated=False
                )
            ]
        return [Rule(weight=self._look.style.side.line, colour=self._look.style.colours.rule)]

    def _listing(self, block: Listing, parent: Element) -> list[Box]:
        listing = parent.child("L", numbering="Disc" if block.start is None else "Decimal")
        outer = self._indent
        step = self._look.style.lists.indent
        self._indent = min(outer + step, self._look.style.column.side / 2)
        found: list[Box] = []
        setting = self._look.style.text.side.body
        for number, blocks in enumerate(block.items):
            item = listing.child("LI")
            text = "•" if block.start is None else f"{block.start + number}."
            label = Label(text, setting, item.child("Lbl"), step)
            body = item.child("LBody")
            first, *rest = blocks or (None,)
            inlines = first.inlines if isinstance(first, Paragraph) else ()
            found.append(
                self._setting.paragraph(
                    inlines,
                    self._setting.text.side.body,
                    body.child("P"),
                    indent=self._indent,
                    label=label,
                )
            )
            others = rest if isinstance(first, Paragraph) else list(blocks)
            found.extend(box for child in others for box in self._body(child, body))
        self._indent = outer
        return found

    def close(self) -> None:
        if not self._open:
            return
        weight = self._look.style.side.rule
        first = self._open[0]
        # Plain text stands as far under the rule as a head would.
        head = self._look.style.text.side.head.before
        gap = max(first.before, head) - first.before
        rule = Rule(after=gap, weight=weight, colour=self._look.style.colours.ink, keep=True)
        boxes = (rule, *self._open)
        self.found.append(
            Stack(boxes, before=self._look.style.side.before, after=self._open[-1].after)
        )
        self._open = []


def _unmarked(inline: object) -> Words | Number:
    """The inline without the mark that makes its paragraph a large figure."""
    assert isinstance(inline, Words | Number)
    return replace(inline, marks=frozenset())
