"""A document's boxes made, with their tags, and placed: all that is known before drawing."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from msgspec import Struct

from briefing.layout.box import Column
from briefing.layout.boxes.framed import Exhibits
from briefing.layout.charted import Draws
from briefing.layout.flow.broken import MANY, Broken, Ended, again, broken
from briefing.layout.flow.costs import USED
from briefing.layout.flow.fills import WHITE
from briefing.layout.flow.flow import Flow
from briefing.layout.flow.places import Item, Placement
from briefing.layout.links import DATA, REGISTER, behind, registered
from briefing.layout.parts.annex import annex, dresses
from briefing.layout.parts.contents import ANNEX, text
from briefing.layout.parts.data import QUALITY, certified, data, quality, register
from briefing.layout.parts.headings import section_head
from briefing.layout.parts.narrative import Narrative
from briefing.layout.parts.opening import opening
from briefing.layout.text.setting import Setting
from briefing.layout.theme import Look
from briefing.model import Block, Chapter, Document, Place
from briefing.pdf import Element

# So many pages before an annex are set again with it.
_BEFORE = 6


class Seen(Struct, frozen=True):
    """Pages that are looked at, of which a sketch is made: of the paper before, how many it had,
    the page of each place that can be referred to, and how each page was ended."""

    pages: frozenset[int]
    count: int
    anchors: Mapping[str, int]
    ended: tuple[Ended, ...]

    @property
    def last(self) -> int:
        """The last page that is looked at."""
        return max(self.pages)

    def passes(self, anchor: str) -> bool:
        """Whether what began at a place stood so far behind what is looked at that it has no part
        in it."""
        return self.anchors.get(anchor, 0) > self.last + 1


@dataclass(frozen=True, slots=True)
class Part:
    """A section: its title as the running head and the outline have it, its anchor, its blocks,
    and its items in the order in which they are set."""

    title: str
    anchor: str
    blocks: tuple[Block, ...]
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Arrangement:
    """Where everything stands: `standing` has the pages (from 1) of each part. `marking` is the
    element of the document's marking, which the first page holds, `ended` how each page was."""

    parts: tuple[Part, ...]
    standing: tuple[frozenset[int], ...]
    placed: tuple[Placement, ...]
    pages: int
    crowded: tuple[Item, ...]
    marking: Element | None
    ended: tuple[Ended, ...]

    @property
    def anchors(self) -> dict[str, int]:
        """The page of every place that can be referred to."""
        found: dict[str, int] = {}
        for placement in self.placed:
            for anchor in placement.item.box.anchors:
                found.setdefault(anchor, placement.page)
        return found

    def running(self, page: int) -> list[str]:
        """The titles of the sections that stand on a page."""
        pairs = zip(self.parts, self.standing, strict=True)
        return [part.title for part, pages in pairs if page in pages]


def arrange(
    setting: Setting,
    document: Document,
    draws: Draws,
    root: Element,
    seen: Seen | None = None,
) -> Arrangement:
    """Makes the tree under `root` in reading order, then places all boxes; those up to the pages
    that are `seen` where they stood before."""
    marking = root.child("P") if document.furniture.marking else None
    parts = _parts(setting, document, draws, root, seen)
    said = setting.abbreviations.copied()
    flow = Flow(setting.look, setting.notes)
    pages = _placed(flow, parts, seen)
    if not seen and parts[-1].anchor == ANNEX:
        setting = replace(setting, abbreviations=said)
        parts, pages = _resized(setting, document, root, parts, pages, flow)
    standing = tuple(
        frozenset(one.page for one in pages.placed if one.section == number)
        for number in range(len(parts))
    )
    placed = (*pages.placed, *pages.feet)
    return Arrangement(parts, standing, placed, pages.count, pages.crowded, marking, pages.ended)


def _placed(
    flow: Flow, parts: Sequence[Part], seen: Seen | None = None, kept: Sequence[Ended] = ()
) -> Broken:
    """The parts on their pages: as those that are seen, or the first as they are kept."""
    sections = [_columned(flow.look, part.items) for part in parts]
    return again(flow, sections, seen.ended, seen.last) if seen else broken(flow, sections, kept)


def _is_short(setting: Setting, pages: Broken, kept: int) -> bool:
    """Whether the last of several pages has less on it than it is to have, or one of the others,
    behind those that are kept, more white than it may."""
    page = setting.look.style.page
    ends: dict[int, float] = {}
    for one in pages.placed:
        lower = one.top + one.item.box.measure(one.width)
        ends[one.page] = max(lower, ends.get(one.page, page.top))
    used = ends.pop(pages.count, page.top) - page.top
    short = used < USED * (page.bottom - page.top)
    white = any(page.bottom - end > WHITE for at, end in ends.items() if at > kept)
    return 1 < pages.count <= MANY and (short or white)


def _resized(
    setting: Setting,
    document: Document,
    root: Element,
    parts: tuple[Part, ...],
    pages: Broken,
    flow: Flow,
) -> tuple[tuple[Part, ...], Broken]:
    """The annex set otherwise, where that puts enough on the last page, or takes it away; else as
    it is."""
    section, place = root.children[-1], _place(document)
    *others, last = parts
    annexed = min(one.page for one in pages.placed if one.section == len(others))
    # What stands well before the annex doesn't change with it.
    kept = pages.ended[: max(annexed - _BEFORE, 0)]
    if not _is_short(setting, pages, len(kept)):
        return parts, pages
    ways = dresses(setting, document, place)
    first = next(ways)
    for dress in chain(ways, (first,)):
        section.kids.clear()
        tried = replace(setting, abbreviations=setting.abbreviations.copied())
        items = tuple(annex(tried, document, section, place, dress))
        parts = (*others, replace(last, items=items))
        pages = _placed(flow, parts, kept=kept)
        if not _is_short(setting, pages, len(kept)):
            break
    return parts, pages


def _columned(look: Look, items: tuple[Item, ...]) -> tuple[Item, ...]:
    """The items under one another, where the style has a single column; text may then be set
    before what would stand beside it."""
    if not look.style.column.single:
        return items
    return tuple(
        replace(item, column=Column.MAIN, floats=item.floats or item.column is Column.SIDE)
        for item in items
    )


def _parts(
    setting: Setting, document: Document, draws: Draws, root: Element, seen: Seen | None
) -> tuple[Part, ...]:
    codes = {source.name: source.code for source in document.annex.sources}
    shown = behind(document, setting.look)
    words = document.furniture
    to_data = words.to_data if shown else ""
    exhibits = Exhibits(setting, draws, codes, words.continued, to_data)
    narrative = Narrative(setting, exhibits)
    place = _place(document)
    start = document.opening
    name, anchor = (text(start.title), start.anchor) if start and start.title else ("", "")
    items, later = opening(setting, narrative, document, root.child("Sect"), place)
    parts = [Part(name, anchor, start.blocks if start else (), tuple(items))]
    if later:
        parts.append(Part(name, "", (), tuple(later)))
    for chapter in document.chapters:
        if seen and seen.passes(chapter.anchor):
            return tuple(parts)
        parts.append(_chapter(setting, narrative, chapter, root))
    if document.annex.title:
        sources = root.child("Sect")
        first = next(dresses(setting, document, place))
        closing = annex(setting, document, sources, place, first)
        parts.append(Part(document.annex.title, ANNEX, (), tuple(closing)))
    if shown:
        items = data(setting, document, shown, root.child("Sect"), place)
        parts.append(Part(words.data, DATA, (), tuple(items)))
    listed = registered(document, setting.look)
    if listed is not None:
        items = register(setting, listed, root.child("Sect"), place)
        parts.append(Part(listed.title, REGISTER, (), tuple(items)))
    statement = certified(document, setting.look)
    if statement is not None:
        items = quality(setting, statement, root.child("Sect"), place)
        parts.append(Part(statement.title, QUALITY, (), tuple(items)))
    return tuple(parts)


def _chapter(setting: Setting, narrative: Narrative, chapter: Chapter, root: Element) -> Part:
    section = root.child("Sect")
    items: list[Item] = []
    if chapter.number or chapter.title:
        head = section_head(setting, chapter.number, chapter.title, chapter.anchor, section)
        items.append(Item(head, Column.FULL, what="this section’s title", place=chapter.place))
    items += narrative.chapter(chapter.blocks, section)
    title = f"{chapter.number}  {text(chapter.title)}".strip()
    anchor = chapter.anchor if title else ""
    return Part(title, anchor, chapter.blocks, tuple(items))


def _place(document: Document) -> Place:
    """A place for findings about words that the product or the manifest brings."""
    return next((chapter.place for chapter in document.chapters), Place("briefing.yaml"))
