"""What the rules look at."""

from collections.abc import Iterator
from dataclasses import dataclass

from briefing.model.block import (
    Block,
    Container,
    Heading,
    Inline,
    Listing,
    MarkdownTable,
    Number,
    Paragraph,
    Placed,
    Quote,
)
from briefing.model.document import Document
from briefing.model.exhibit import Chart, Exhibit, Grid, Tiles, Timeline
from briefing.model.fact import Fact, Facts
from briefing.model.manuscript import Manuscript
from briefing.model.place import Place
from briefing.model.spec import Spec


@dataclass(frozen=True, slots=True)
class Material:
    """A whole briefing before it is drawn: manifest, facts, manuscripts and documents."""

    spec: Spec
    facts: Facts
    manuscripts: tuple[Manuscript, ...]
    documents: tuple[Document, ...]


def numbers(document: Document) -> Iterator[Number]:
    """The numbers that a document's titles and text print."""
    inlines: list[Inline] = list(document.title)
    for block in blocks(document):
        inlines.extend(_inlines(block))
    for title in _titles(document):
        inlines.extend(title)
    return (inline for inline in inlines if isinstance(inline, Number))


def exhibits(document: Document) -> Iterator[Placed]:
    """The exhibits that a document shows."""
    return (block for block in blocks(document) if isinstance(block, Placed))


def blocks(document: Document) -> Iterator[Block]:
    """Each block of a document and each block in it."""
    opening = document.opening
    if opening is not None:
        yield Paragraph(opening.standfirst, Place(""))
        if opening.tiles is not None:
            yield opening.tiles
        yield from _nested((*opening.keypoints, *opening.blocks))
    for chapter in document.chapters:
        yield from _nested(chapter.blocks)


def shown(exhibit: Exhibit) -> Iterator[Fact]:
    """The facts that an exhibit shows."""
    content = exhibit.content
    if isinstance(content, Chart):
        yield from (point.fact for line in content.lines for point in line.points)
    elif isinstance(content, Grid):
        cells = (cell for row in content.rows for cell in row.cells)
        yield from (cell.fact for cell in cells if cell.fact is not None)
    elif isinstance(content, Tiles):
        for tile in content.tiles:
            yield from (tile.fact, *tile.changed)
    elif isinstance(content, Timeline):
        yield from (moment.fact for moment in content.moments)


def _titles(document: Document) -> Iterator[tuple[Inline, ...]]:
    if document.opening is not None:
        yield document.opening.title
    yield from (chapter.title for chapter in document.chapters)


def _nested(blocks: tuple[Block, ...]) -> Iterator[Block]:
    for block in blocks:
        yield block
        if isinstance(block, Quote | Container):
            yield from _nested(block.blocks)
        elif isinstance(block, Listing):
            for item in block.items:
                yield from _nested(item)


def _inlines(block: Block) -> Iterator[Inline]:
    if isinstance(block, Heading | Paragraph):
        yield from block.inlines
    elif isinstance(block, Placed):
        yield from block.title
    elif isinstance(block, MarkdownTable):
        yield from (i for row in (block.head, *block.rows) for cell in row for i in cell)
