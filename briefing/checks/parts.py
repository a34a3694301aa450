"""What a document holds: its texts, its numbers, its exhibits and the facts that they show."""

from collections.abc import Iterator

from briefing.model.block import (
    Block,
    Container,
    Footnote,
    Heading,
    Inline,
    Listing,
    MarkdownTable,
    Number,
    Paragraph,
    Placed,
    Quote,
)
from briefing.model.document import Document, Opening
from briefing.model.exhibit import Chart, Exhibit, Grid, Tiles, Timeline
from briefing.model.fact import Fact
from briefing.model.place import Place


def numbers(document: Document) -> Iterator[Number]:
    """The numbers that a document's titles and text print."""
    inlines: list[Inline] = list(document.title)
    for block in blocks(document):
        inlines.extend(inlines_of(block))
    for title in _titles(document):
        inlines.extend(title)
    return (inline for inline in inlines if isinstance(inline, Number))


def texts(document: Document) -> Iterator[tuple[Inline, ...]]:
    """The inlines of each title, paragraph and cell in the author's own words: no quotations."""
    yield document.title
    yield from _titles(document)
    for block in blocks(document, quoted=False):
        if isinstance(block, MarkdownTable):
            yield from (cell for row in (block.head, *block.rows) for cell in row)
        else:
            yield tuple(inlines_of(block))


def exhibits(document: Document) -> Iterator[Placed]:
    """The exhibits that a document shows."""
    return (block for block in blocks(document) if isinstance(block, Placed))


def blocks(document: Document, quoted: bool = True) -> Iterator[Block]:
    """Each block of a document and each block in it; those of quotations only if `quoted`."""
    if document.opening is not None:
        yield from _first(document.opening, quoted)
    for chapter in document.chapters:
        yield from _nested(chapter.blocks, quoted)


def by_section(document: Document) -> Iterator[tuple[str, Place, tuple[Block, ...]]]:
    """Each section's name, where it begins, and its blocks with each block in them."""
    opening = document.opening
    if opening is not None:
        first = tuple(_first(opening))
        place = next((b.place for b in first if not isinstance(b, Paragraph)), Place(""))
        yield opening.name, place, (_title(opening.title), *first)
    for chapter in document.chapters:
        inner = tuple(_nested(chapter.blocks, quoted=True))
        yield chapter.name, chapter.place, (_title(chapter.title), *inner)


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


def _first(opening: Opening, quoted: bool = True) -> Iterator[Block]:
    """The blocks of the first page."""
    yield Paragraph(opening.standfirst, Place(""))
    if opening.tiles is not None:
        yield opening.tiles
    yield from _nested((*opening.keypoints, *opening.blocks), quoted)


def _title(inlines: tuple[Inline, ...]) -> Block:
    return Paragraph(inlines, Place(""))


def _titles(document: Document) -> Iterator[tuple[Inline, ...]]:
    if document.opening is not None:
        yield document.opening.title
    yield from (chapter.title for chapter in document.chapters)


def _nested(blocks: tuple[Block, ...], quoted: bool) -> Iterator[Block]:
    for block in blocks:
        if isinstance(block, Quote) and not quoted:
            continue
        yield block
        if isinstance(block, Quote | Container | Footnote):
            yield from _nested(block.blocks, quoted)
        elif isinstance(block, Listing):
            for item in block.items:
                yield from _nested(item, quoted)


def inlines_of(block: Block) -> Iterator[Inline]:
    """The inlines of just that block."""
    if isinstance(block, Heading | Paragraph):
        yield from block.inlines
    elif isinstance(block, Placed):
        yield from block.title
    elif isinstance(block, MarkdownTable):
        yield from (i for row in (block.head, *block.rows) for cell in row for i in cell)
