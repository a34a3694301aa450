"""The annex: sources at the left, methods at the right, symbols under what is shorter."""

from dataclasses import dataclass, field, replace

from briefing.layout.box import Abreast, Box, Column, Solid, Stack
from briefing.layout.flow.places import Item
from briefing.layout.parts.contents import ANNEX
from briefing.layout.parts.headings import section_head
from briefing.layout.pen import Pen
from briefing.layout.text.paragraph import Label, Paragraph
from briefing.layout.text.setting import Setting
from briefing.layout.theme import Look
from briefing.model import Annex, CitedSource, Link, Place, Words
from briefing.pdf import Element


@dataclass(frozen=True)
class Symbols(Solid):
    """Marks and what they stand for, in columns."""

    marks: tuple[Paragraph, ...] = field(kw_only=True)
    look: Look = field(kw_only=True)

    def _rows(self) -> list[tuple[Paragraph, ...]]:
        across = self.look.style.symbol.across
        high = -(-len(self.marks) // across)
        columns = [self.marks[i : i + high] for i in range(0, len(self.marks), max(high, 1))]
        return [tuple(c[i] for c in columns if i < len(c)) for i in range(high)]

    def _share(self, width: float) -> float:
        return width / self.look.style.symbol.across

    def _height(self, row: tuple[Paragraph, ...], width: float) -> float:
        return max(mark.measure(self._share(width)) + mark.after for mark in row)

    def measure(self, width: float) -> float:
        """The rows."""
        return sum(self._height(row, width) for row in self._rows())

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        """Row by row."""
        share = self._share(width)
        for row in self._rows():
            for index, mark in enumerate(row):
                mark.draw(pen, x + index * share, top, share)
            top += self._height(row, width)


def annex(setting: Setting, content: Annex, parent: Element, place: Place) -> list[Item]:
    """The annex's items: its head, then two columns."""
    title = (Words(content.title, place),)
    head = section_head(setting, "", title, ANNEX, parent)
    left = Stack((*_sources(setting, content, parent, place),))
    right = Stack((*_methods(setting, content, parent, place),))
    marks = Stack((*_marks(setting, content, parent, place),))
    gutter = setting.look.style.column.gutter
    half = (setting.look.style.width - gutter) / 2
    # The marks end the shorter column.
    if left.measure(half) < right.measure(half):
        left = Stack((*left.boxes, *marks.boxes))
    else:
        right = Stack((*right.boxes, *marks.boxes))
    columns = Abreast(left, right, gutter)
    return [
        Item(head, Column.FULL),
        Item(columns, Column.FULL, what="the list of sources", place=place),
    ]


def _head(setting: Setting, text: str, parent: Element, place: Place) -> Paragraph:
    made = setting.plain(text, setting.text.annex.head, parent.child("H3"), place, keep=True)
    return replace(made, before=setting.look.style.text.annex.head.before)


def _sources(setting: Setting, content: Annex, parent: Element, place: Place) -> list[Box]:
    if not content.sources:
        return []
    boxes: list[Box] = [_head(setting, content.sources_title, parent, place)]
    listing = parent.child("L", numbering="Decimal")
    boxes += [_source(setting, source, listing, place) for source in content.sources]
    return boxes


def _source(setting: Setting, source: CitedSource, listing: Element, place: Place) -> Paragraph:
    look = setting.look
    item = listing.child("LI")
    slot = look.style.source_slot
    label = Label(source.code, look.style.text.source.code, item.child("Lbl"), slot)
    return setting.paragraph(
        _linked(source, place),
        setting.text.source.text,
        item.child("LBody"),
        indent=slot,
        label=label,
        hyphenated=False,
    )


def _linked(source: CitedSource, place: Place) -> tuple[Words, ...]:
    """The source's text, in which its address, or all of it, leads there."""
    if not source.url:
        return (Words(source.text, place),)
    link = Link(source.url, 0, place)
    bare = source.url.removeprefix("https://").removeprefix("http://")
    shown = bare.removeprefix("www.").rstrip("/")
    for address in (source.url, shown, shown.partition("/")[0]):
        before, found, after = source.text.partition(address)
        if found:
            parts = (Words(before, place), Words(found, place, link=link), Words(after, place))
            return tuple(part for part in parts if part.text)
    return (Words(source.text, place, link=link),)


def _methods(setting: Setting, content: Annex, parent: Element, place: Place) -> list[Box]:
    boxes: list[Box] = []
    derived = content.methods if setting.look.style.methods_printed else ()
    if content.bases or derived:
        boxes.append(_head(setting, content.methods_title, parent, place))
    for text in (*content.bases, *derived):
        element = parent.child("P")
        boxes.append(setting.plain(text, setting.text.annex.text, element, place, hyphenated=True))
    return boxes


def _marks(setting: Setting, content: Annex, parent: Element, place: Place) -> list[Box]:
    if not content.symbols:
        return []
    head = _head(setting, content.symbols_title, parent, place)
    return [head, _symbols(setting, content, parent, place)]


def _symbols(setting: Setting, content: Annex, parent: Element, place: Place) -> Symbols:
    look = setting.look
    listing = parent.child("L", numbering="Description")
    slot = look.style.symbol.slot
    made = []
    for mark, meaning in content.symbols:
        item = listing.child("LI")
        label = Label(mark, look.style.text.symbol.mark, item.child("Lbl"), slot)
        made.append(
            setting.paragraph(
                (Words(meaning, place),),
                setting.text.symbol.text,
                item.child("LBody"),
                indent=slot,
                label=label,
                hyphenated=False,
            )
        )
    return Symbols(marks=tuple(made), look=look)
