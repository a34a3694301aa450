"""A document as plain text, in reading order: what a person reviews and a PDF must extract to."""

from collections.abc import Iterable, Iterator

from briefing.model.block import (
    Asked,
    Block,
    Break,
    Code,
    Condition,
    Container,
    Heading,
    Image,
    Inline,
    Listing,
    MarkdownTable,
    Paragraph,
    Placed,
    Quote,
)
from briefing.model.document import Annex, Document, Opening
from briefing.model.exhibit import Chart, Grid, Tiles, Timeline


def plain(inlines: Iterable[Inline]) -> str:
    """The words and numbers of inlines; a line break is a space."""
    return "".join(
        " " if isinstance(inline, Break) else inline.text
        for inline in inlines
        if not isinstance(inline, Asked)
    )


def text(document: Document) -> str:
    """The whole document in reading order, one line a block, row or item."""
    return "\n".join(line for line in _document(document) if line) + "\n"


def _document(document: Document) -> Iterator[str]:
    furniture = document.furniture
    yield from (furniture.marking, furniture.series, furniture.part)
    yield plain(document.title)
    if document.opening is not None:
        yield plain(document.opening.standfirst)
    for cell in document.metadata:
        yield f"{cell.label}: {cell.value}"
    if document.opening is not None:
        yield from _opening(document.opening)
    for chapter in document.chapters:
        yield f"{chapter.number} {plain(chapter.title)}"
        yield from _blocks(chapter.blocks)
    yield from _annex(document.annex)


def _opening(opening: Opening) -> Iterator[str]:
    if opening.tiles is not None:
        yield from _placed(opening.tiles)
    yield plain(opening.title)
    yield from _blocks(opening.keypoints)
    yield from _blocks(opening.blocks)


def _blocks(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        yield from _block(block)


def _block(block: Block) -> Iterator[str]:
    if isinstance(block, Heading):
        yield f"{block.number} {plain(block.inlines)}".strip()
    elif isinstance(block, Paragraph):
        yield plain(block.inlines)
    elif isinstance(block, Listing):
        yield from _listing(block)
    elif isinstance(block, Quote | Container | Condition):
        yield from _blocks(block.blocks)
    elif isinstance(block, Code):
        yield block.text
    elif isinstance(block, MarkdownTable):
        for row in (block.head, *block.rows):
            yield " | ".join(plain(cell) for cell in row)
    elif isinstance(block, Image):
        yield f"[{block.alt}]"
    elif isinstance(block, Placed):
        yield from _placed(block)


def _listing(listing: Listing) -> Iterator[str]:
    for number, item in enumerate(listing.items, start=listing.start or 0):
        lines = list(_blocks(item))
        mark = "•" if listing.start is None else f"{number}."
        yield f"{mark} {lines[0]}" if lines else mark
        yield from lines[1:]


def _placed(placed: Placed) -> Iterator[str]:
    exhibit = placed.exhibit
    yield placed.label
    yield plain(placed.title)
    yield exhibit.subtitle
    content = exhibit.content
    if isinstance(content, Chart):
        yield f"[{placed.alt}]"
    elif isinstance(content, Grid):
        yield from _grid(content)
    elif isinstance(content, Tiles):
        yield from _tiles(content)
    elif isinstance(content, Timeline):
        for moment in content.moments:
            yield " ".join(part for part in (moment.date, moment.title, moment.detail) if part)
    yield from exhibit.notes
    yield placed.source_line


def _grid(grid: Grid) -> Iterator[str]:
    yield " | ".join(column.head for column in grid.columns)
    for row in grid.rows:
        cells = (
            f"{cell.text} [{cell.status}]" if cell.status and cell.fact else cell.text
            for cell in row.cells
        )
        yield " | ".join((row.head, *cells))


def _tiles(tiles: Tiles) -> Iterator[str]:
    for tile in tiles.tiles:
        mark = f"[{tile.status}]" if tile.status else ""
        parts = (tile.label, tile.value, tile.unit, mark, tile.change)
        yield " ".join(part for part in parts if part)


def _annex(annex: Annex) -> Iterator[str]:
    yield annex.title
    if annex.sources:
        yield annex.sources_title
    for source in annex.sources:
        yield f"{source.code} {source.text}"
    if annex.methods:
        yield annex.methods_title
    yield from annex.methods
    if annex.symbols:
        yield annex.symbols_title
    for mark, meaning in annex.symbols:
        yield f"{mark} {meaning}"
