"""The annex: sources, methods and symbols in two columns, then what is printed in short."""

from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from briefing.language import headed
from briefing.layout.box import Box, Column, Stack
from briefing.layout.boxes.across import Balanced
from briefing.layout.flow.places import Item
from briefing.layout.parts.brief import brief, in_lines
from briefing.layout.parts.contents import ANNEX
from briefing.layout.parts.headings import section_head
from briefing.layout.text.paragraph import Label, Paragraph
from briefing.layout.text.setting import Setting
from briefing.model import Annex, CitedSource, Document, Place, Words
from briefing.pdf import Element, Tree

# What is tried of the size of type, so that a short annex makes no more than a page, and so that
# more or less stands on a last page.
_SIZES = (1.0, 0.96, 0.92, 0.9, 0.875)
_OTHERS = (1.0, 1.03, 1.06, 1.09, 1.12, 1.16, 0.94, 0.88)


class Dress(NamedTuple):
    """How an annex is set: the size of its type against the style's, and whether the figures of
    the first page stand in lines of a column and not in their table."""

    size: float = 1.0
    lined: bool = False


def dresses(setting: Setting, document: Document, place: Place) -> Iterator[Dress]:
    """How the annex may be set, the best first: a short one so that it makes no more than a page,
    in type as large as can be, with the table where it has room; the densest where no way does."""
    if not setting.look.style.brief_printed:
        yield from (Dress(), *map(Dress, _OTHERS))
        return
    page = setting.look.style.page
    ways = [Dress(size, lined) for lined in (False, True) for size in _SIZES]
    ways += [Dress(size) for size in _OTHERS if size > 1]
    fitted = False
    for way in ways:
        if _height(setting, document, place, way) <= page.bottom - page.top:
            fitted = True
            yield way
    if not fitted:
        yield Dress(_SIZES[-1], lined=True)


def _height(setting: Setting, document: Document, place: Place, dress: Dress) -> float:
    """How high the annex is, set so."""
    trial = setting.closer(dress.size).trial()
    boxes = (item.box for item in _items(trial, document, Tree().root, place, dress.lined))
    return Stack(tuple(boxes)).measure(setting.look.style.width)


def annex(
    setting: Setting, document: Document, parent: Element, place: Place, dress: Dress
) -> list[Item]:
    """The annex's items: its head, sources and methods in two columns, and what the style prints in
    short of the rest."""
    return _items(setting.closer(dress.size), document, parent, place, dress.lined)


def _items(
    setting: Setting, document: Document, parent: Element, place: Place, lined: bool
) -> list[Item]:
    content = document.annex
    title = (Words(content.title, place),)
    head = section_head(setting, "", title, ANNEX, parent)
    boxes = (
        *_sources(setting, content, parent, place),
        *_methods(setting, content, parent, place),
        *_marks(setting, content, parent, place),
        *(in_lines(setting, document, parent, place) if lined else ()),
    )
    columns = Balanced(boxes, setting.look.style.column.gutter)
    return [
        Item(head, Column.FULL),
        Item(columns, Column.FULL, what="the list of sources", place=place),
        *brief(setting, document, parent, place, lined=lined),
    ]


def _head(setting: Setting, text: str, parent: Element, place: Place) -> Paragraph:
    made = setting.plain(text, setting.text.annex.head, parent.child("H3"), place, keep=True)
    return replace(made, before=setting.look.style.text.annex.head.before)


def _sources(setting: Setting, content: Annex, parent: Element, place: Place) -> list[Box]:
    if not content.sources:
        return []
    boxes: list[Box] = [_head(setting, content.sources_title, parent, place)]
    listing = parent.child("L", numbering="Decimal")
    look = setting.look
    code = look.style.text.source.code
    widest = max(look.width(source.code, code) for source in content.sources)
    slot = max(look.style.source_slot, widest + look.style.lists.gap)
    boxes += [_source(setting, source, listing, slot) for source in content.sources]
    return boxes


def _source(setting: Setting, source: CitedSource, listing: Element, slot: float) -> Paragraph:
    item = listing.child("LI")
    label = Label(source.code, setting.look.style.text.source.code, item.child("Lbl"), slot)
    return setting.paragraph(
        source.told,
        setting.text.source.text,
        item.child("LBody"),
        indent=slot,
        label=label,
    )


def _methods(setting: Setting, content: Annex, parent: Element, place: Place) -> list[Box]:
    """On what basis values stand, then how they are made, a paragraph each."""
    boxes: list[Box] = []
    derived = content.methods if setting.look.style.methods_printed else ()
    if content.bases or derived:
        boxes.append(_head(setting, content.methods_title, parent, place))
    for sentences in filter(None, (content.bases, derived)):
        element, kind = parent.child("P"), setting.text.annex.text
        boxes.append(setting.plain(" ".join(sentences), kind, element, place, hyphenated=True))
    return boxes


def _marks(setting: Setting, content: Annex, parent: Element, place: Place) -> list[Box]:
    """What marks stand for, one after the other behind their head."""
    if not content.symbols:
        return []
    element, text = parent.child("P"), setting.text
    head = headed(setting.language, content.symbols_title)
    parts = [(head, setting.strong(text.annex.text))]
    for number, (mark, meaning) in enumerate(content.symbols, start=1):
        ends = "." if number == len(content.symbols) else "; "
        parts += [(f"{mark}\u00a0", text.symbol.mark), (f"{meaning}{ends}", text.symbol.text)]
    made = setting.joined(parts, element, place)
    return [replace(made, before=text.annex.text.after, after=text.symbol.text.after)]
