"""The list of what is in the briefing, with page numbers that are links."""

from dataclasses import dataclass, field, replace

from briefing.layout.box import Box, Rule, Solid, Stack
from briefing.layout.links import DATA, REGISTER, Rows, behind, registered
from briefing.layout.parts.data import QUALITY, certified
from briefing.layout.pen import Pen
from briefing.layout.text.paragraph import Paragraph
from briefing.layout.text.setting import Setting
from briefing.layout.theme import Look
from briefing.model import Anchor, Document, Inline, Place, Words
from briefing.pdf import Element


@dataclass(frozen=True)
class Entry(Solid):
    """A row: number, title, page number; the whole row is one link, with a line under it."""

    number: str = field(kw_only=True)
    title: Paragraph = field(kw_only=True)
    target: str = field(kw_only=True)
    words: str = field(kw_only=True)
    look: Look = field(kw_only=True)

    def _text_width(self, width: float) -> float:
        return width - self.look.style.contents.slot - self.look.style.contents.page

    def measure(self, width: float) -> float:
        """The title's lines, the white around them and the line."""
        pad, line = self.look.style.contents.pad, self.look.style.contents.line
        return 2 * pad + self.title.measure(self._text_width(width)) + line

    def natural(self) -> float:
        """Its width in a line, with room for a page of two digits."""
        text, space = self.look.style.text.contents, self.look.style.contents.pad
        number = self.look.width(self.number, text.number) + space if self.number else 0.0
        return number + self.title.natural() + space + self.look.width("00", text.page)

    def draw_inline(self, pen: Pen, x: float, top: float) -> None:
        """Number, title and page, one after the other."""
        text, space = self.look.style.text.contents, self.look.style.contents.pad
        page = str(pen.anchors.get(self.target, pen.page))
        element, left = self.title.element, x
        assert element is not None
        with pen.canvas.tag(element):
            if self.number:
                pen.text(x, top, self.number + " ", text.number)
                x += self.look.width(self.number, text.number) + space
            wide = self.title.natural()
            self.title.draw(pen, x, top, wide + 1)
            x += wide + space
            pen.text(x, top, page + " ", text.page)
            x += self.look.width(page, text.page)
        area = (left, pen.up(top + text.title.leading), x, pen.up(top))
        pen.canvas.link([area], Anchor(self.target), element, self.words)

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        """The row; its page is known by now."""
        pad, line = self.look.style.contents.pad, self.look.style.contents.line
        height = self.measure(width)
        page = str(pen.anchors.get(self.target, pen.page))
        setting = self.look.style.text.contents.page
        element = self.title.element
        assert element is not None
        with pen.canvas.tag(element):
            if self.number:
                number = self.look.style.text.contents.number
                pen.text(x, top + pad, self.number + " ", number)
            slot = self.look.style.contents.slot
            self.title.draw(pen, x + slot, top + pad, self._text_width(width))
            pen.text(x + width - self.look.width(page, setting), top + pad, page + " ", setting)
        area = (x, pen.up(top + height), x + width, pen.up(top))
        pen.canvas.link([area], Anchor(self.target), element, self.words)
        pen.line(x, top + height - line, width, line, self.look.style.colours.line)


@dataclass(frozen=True)
class ContentsLine(Solid):
    """Entries one after the other under a rule, in as many lines as they take."""

    entries: tuple[Entry, ...] = field(kw_only=True)
    look: Look = field(kw_only=True)

    def _leading(self) -> float:
        return self.look.style.text.contents.title.leading

    def _lines(self, width: float) -> list[list[tuple[Entry, float]]]:
        """The entries of each line with the places where they begin."""
        lines: list[list[tuple[Entry, float]]] = []
        x = width
        for entry in self.entries:
            wide = entry.natural()
            if not lines or x + wide > width:
                lines.append([])
                x = 0.0
            lines[-1].append((entry, x))
            x += wide + self.look.style.contents.apart
        return lines

    def measure(self, width: float) -> float:
        """The rule, the white below it, the lines."""
        contents = self.look.style.contents
        return contents.rule + contents.pad + len(self._lines(width)) * self._leading()

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        """The rule, then entry by entry."""
        contents = self.look.style.contents
        pen.line(x, top, width, contents.rule, self.look.style.colours.ink)
        y = top + contents.rule + contents.pad
        for line in self._lines(width):
            for entry, left in line:
                entry.draw_inline(pen, x + left, y)
            y += self._leading()


def contents(
    setting: Setting, document: Document, parent: Element, place: Place, *, inline: bool
) -> Box:
    """Head and rows as a block for a column, or all in a line."""
    look = setting.look
    toc = parent.child("TOC")
    if inline:
        entries = _entries(setting, document, toc, place, inline=True)
        return ContentsLine(entries=tuple(entries), look=look, before=look.style.contents.before)
    caption = toc.child("Caption")
    head = setting.plain(
        document.furniture.contents, setting.text.contents.head, caption, place, keep=True
    )
    rows = _entries(setting, document, toc, place, inline=False)
    rule = Rule(weight=look.style.contents.rule, colour=look.style.colours.ink, keep=True)
    return Stack((rule, head, *rows), before=look.style.contents.before)


def _entries(
    setting: Setting, document: Document, toc: Element, place: Place, *, inline: bool
) -> list[Entry]:
    look = setting.look
    rows: list[Entry] = []
    if not inline and document.opening is not None and document.opening.title:
        rows.append(_entry(setting, "", document.opening.title, document.opening.anchor, toc))
    rows.extend(_entry(setting, c.number, c.title, c.anchor, toc) for c in document.chapters)
    rows.append(_closing(setting, document.annex.title, ANNEX, toc, place))
    if behind(document, look):
        rows.append(_closing(setting, document.furniture.data, DATA, toc, place))
    register = registered(document, look)
    if register is not None:
        rows.append(_closing(setting, register.title, REGISTER, toc, place))
    quality = certified(document, look)
    if quality is not None:
        rows.append(_closing(setting, quality.title, QUALITY, toc, place))
    return rows


# The anchor of the annex; no section or exhibit can have this name.
ANNEX = ":annex"


def _entry(
    setting: Setting, number: str, title: tuple[Inline, ...], anchor: str, toc: Element
) -> Entry:
    # The space keeps title and page number apart when the text is extracted.
    spaced = (*title, Words(" ", Place("")))
    made = replace(setting, rows=Rows()).paragraph(
        spaced, setting.text.contents.title, None, hyphenated=False
    )
    words = " ".join(part for part in (number, text(title)) if part)
    return _row(setting.look, number, made, words, anchor, toc)


def _closing(setting: Setting, title: str, target: str, toc: Element, place: Place) -> Entry:
    """An annex."""
    made = setting.plain(title + " ", setting.text.contents.title, None, place)
    return _row(setting.look, "", made, title, target, toc)


def _row(look: Look, number: str, title: Paragraph, words: str, target: str, toc: Element) -> Entry:
    link = toc.child("TOCI").child("Reference").child("Link")
    return Entry(
        number=number,
        title=replace(title, element=link),
        target=target,
        words=words,
        look=look,
    )


def text(inlines: tuple[Inline, ...]) -> str:
    """Inlines as one plain string."""
    return "".join(getattr(inline, "text", " ") for inline in inlines)
