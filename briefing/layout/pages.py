"""The document on its pages: the tree made, everything placed, then drawn once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from briefing.layout.annex import annex
from briefing.layout.blocks import Narrative
from briefing.layout.contents import ANNEX, text
from briefing.layout.exhibits import Exhibits
from briefing.layout.flow import Flow
from briefing.layout.furniture import furniture
from briefing.layout.headings import section_head
from briefing.layout.look import Look
from briefing.layout.opening import opening
from briefing.layout.pen import Pen, Printed
from briefing.layout.places import Column, Item, Placement
from briefing.layout.setting import Setting
from briefing.model.document import Chapter, Document
from briefing.model.finding import Finding, Severity
from briefing.model.place import Place
from briefing.model.style import Style
from briefing.pdf import Element, Faces, Metadata, TaggedCanvas
from briefing.pdf.vector import Drawing


@dataclass(frozen=True, slots=True)
class Pages:
    """A finished PDF: its bytes, how many pages it has, and which facts stand on which."""

    data: bytes
    count: int
    printed: tuple[Printed, ...]


@dataclass(frozen=True, slots=True)
class _Part:
    """A section of the document: what the running head calls it, its anchor, its items."""

    name: str
    title: str
    anchor: str
    items: list[Item]


def paginate(
    document: Document,
    style: Style,
    faces: Faces,
    drawings: Mapping[str, Drawing],
    meta: Metadata,
) -> tuple[Pages | None, tuple[Finding, ...]]:
    """The document as a tagged PDF; `drawings` has the chart of each anchor, `charts` wide.

    None, with a finding, when the text holds what no face can set.
    """
    look = Look(style, faces)
    setting = Setting(look, document.language)
    size = look.measure("page.width"), look.measure("page.height")
    canvas = TaggedCanvas(faces, size, document.language, document.plain_title)
    parts = _parts(setting, document, drawings, canvas.tree.root)
    if any(finding.severity is Severity.ERROR for finding in setting.findings):
        return None, tuple(setting.findings)
    flow = Flow(look)
    standing = []
    for part in parts:
        count = len(flow.placed)
        flow.section(part.items)
        standing.append({placement.page for placement in flow.placed[count:]})
    findings = (*setting.findings, *(_crowded(item) for item in flow.crowded))
    pen = Pen(canvas, look, flow.pages, _anchors(flow.placed))
    _draw(pen, document, _running(parts, standing, flow.pages), flow)
    _outline(canvas, parts)
    return Pages(canvas.finish(meta), flow.pages, tuple(pen.printed)), findings


def _parts(
    setting: Setting, document: Document, drawings: Mapping[str, Drawing], root: Element
) -> list[_Part]:
    codes = {source.name: source.code for source in document.annex.sources}
    exhibits = Exhibits(setting, drawings, codes, document.furniture.continued)
    narrative = Narrative(setting, exhibits)
    place = _place(document)
    first = opening(setting, narrative, document, root.child("Sect"), place)
    start = document.opening
    name = text(start.title) if start else ""
    parts = [_Part(name, name, start.anchor if start else "", first)]
    parts += [_chapter(setting, narrative, chapter, root) for chapter in document.chapters]
    closing = annex(setting, document.annex, root.child("Sect"), place)
    parts.append(_Part(document.annex.title, document.annex.title, ANNEX, closing))
    return parts


def _chapter(setting: Setting, narrative: Narrative, chapter: Chapter, root: Element) -> _Part:
    section = root.child("Sect")
    head = section_head(setting, chapter.number, chapter.title, chapter.anchor, section)
    items = [Item(head, Column.FULL), *narrative.items(chapter.blocks, section)]
    title = text(chapter.title)
    return _Part(f"{chapter.number}  {title}".strip(), title, chapter.anchor, items)


def _place(document: Document) -> Place:
    """A place for findings about words that the product or the manifest brings."""
    return next((chapter.place for chapter in document.chapters), Place("briefing.yaml"))


def _anchors(placed: list[Placement]) -> dict[str, int]:
    """The page of every place that can be referred to."""
    found: dict[str, int] = {}
    for placement in placed:
        for anchor in placement.item.box.anchors:
            found.setdefault(anchor, placement.page)
    return found


def _draw(pen: Pen, document: Document, running: list[list[str]], flow: Flow) -> None:
    for page in range(1, flow.pages + 1):
        pen.page = page
        for placement in flow.placed:
            if placement.page == page:
                placement.item.box.draw(pen, placement.x, placement.top, placement.width)
        furniture(pen, document.furniture, running[page - 1])
        if page < flow.pages:
            pen.canvas.next_page()


def _running(parts: list[_Part], standing: list[set[int]], pages: int) -> list[list[str]]:
    """For each page the sections that stand on it, by their names in the running head."""
    return [
        [part.name for part, held in zip(parts, standing, strict=True) if page in held]
        for page in range(1, pages + 1)
    ]


def _outline(canvas: TaggedCanvas, parts: list[_Part]) -> None:
    for part in parts:
        if part.anchor:
            canvas.bookmark(part.name, part.anchor, 0)


def _crowded(item: Item) -> Finding:
    return Finding(
        "B403",
        Severity.WARNING,
        item.place or Place("briefing.yaml"),
        f"{item.what or 'something'} is higher than a page and was made smaller",
        "show less of it, or divide it",
    )
