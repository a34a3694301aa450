"""The one walk over blocks: what stands in a block, what it says, which facts it prints."""

from collections.abc import Callable, Iterable, Iterator

from msgspec.structs import replace

from briefing.model.block import (
    Block,
    Condition,
    Container,
    Footnote,
    Heading,
    Listing,
    MarkdownTable,
    Paragraph,
    Placed,
    Placement,
    Quote,
    Role,
)
from briefing.model.exhibit import Changes, Chart, Exhibit, Grid, People, Tiles
from briefing.model.fact import Fact
from briefing.model.inline import Clause, Image, Inline, Number


def children(block: Block) -> tuple[tuple[Block, ...], ...]:
    """The blocks that stand in a block: those of each item of a list, else those of the one part;
    of a block that holds none, nothing."""
    if isinstance(block, Listing):
        return block.items
    if isinstance(block, Quote | Container | Condition | Footnote):
        return (block.blocks,)
    return ()


def every_block(
    blocks: Iterable[Block], enters: Callable[[Block], bool] = lambda _: True
) -> Iterator[Block]:
    """Each block and each block in it, in reading order; one that isn't entered is left out with
    all that stands in it."""
    for block in blocks:
        if enters(block):
            yield block
            for inner in children(block):
                yield from every_block(inner, enters)


def is_quoted(block: Block) -> bool:
    """Whether a block says what others say: a quotation, or what is not to be said."""
    return isinstance(block, Quote) or (isinstance(block, Container) and block.role is Role.UNSAID)


def texts(block: Block) -> tuple[tuple[Inline, ...], ...]:
    """The texts of just that block, each by itself: of a table each cell, of an exhibit its title
    and the lines that it prints, of a picture its alternative text and its caption."""
    if isinstance(block, Heading | Paragraph):
        return (block.inlines,)
    if isinstance(block, Placement):
        return (block.title,)
    if isinstance(block, Placed):
        return (block.title, *lines(block.exhibit))
    if isinstance(block, Image):
        return (block.words, block.caption) if block.caption else (block.words,)
    if isinstance(block, MarkdownTable):
        caption = (block.caption,) if block.caption else ()
        return (*caption, *(cell for row in (block.head, *block.rows) for cell in row))
    return ()


def lines(exhibit: Exhibit) -> tuple[tuple[Inline, ...], ...]:
    """The lines of text that an exhibit prints: those of what changed."""
    if not isinstance(exhibit.content, Changes):
        return ()
    return tuple(line for column in exhibit.content.columns for line in column.lines)


def said(exhibit: Exhibit) -> tuple[tuple[Inline, ...], ...]:
    """The sentences that an exhibit is printed with: of a chart what is said of it for who doesn't
    see it, then its notes."""
    spoken = (exhibit.says,) if isinstance(exhibit.content, Chart) else ()
    return (*spoken, *exhibit.notes)


def numbers_in(inlines: Iterable[Inline]) -> Iterator[Number]:
    """The numbers among inlines."""
    return (inline for inline in inlines if isinstance(inline, Number))


def inlines_of(block: Block) -> Iterator[Inline]:
    """The inlines of just that block, in reading order, with those of its clauses."""
    return (inline for text in texts(block) for inline in flat(text))


def flat(inlines: Iterable[Inline]) -> Iterator[Inline]:
    """The inlines, each clause before what stands in it."""
    for inline in inlines:
        yield inline
        if isinstance(inline, Clause):
            yield from flat(inline.inlines)


def facts_of(inlines: Iterable[Inline]) -> Iterator[Fact]:
    """The facts that inlines print."""
    return (fact for i in inlines if isinstance(i, Number) for fact in i.stated)


def facts_shown(exhibit: Exhibit) -> Iterator[Fact]:
    """The facts that an exhibit shows, in reading order."""
    content = exhibit.content
    if isinstance(content, Changes):
        yield from (fact for line in lines(exhibit) for fact in facts_of(line))
    elif isinstance(content, Chart):
        yield from (point.fact for point in content.points)
        yield from (point.rank.fact for point in content.points if point.rank is not None)
    elif isinstance(content, Grid):
        cells = (cell for row in content.rows for cell in row.cells)
        yield from (cell.fact for cell in cells if cell.fact is not None)
    elif isinstance(content, Tiles):
        for tile in content.tiles:
            yield from (tile.fact, *tile.changed, *facts_of(tile.meaning))
    elif isinstance(content, People):
        yield from (person.since for person in content.people if person.since is not None)
    else:
        yield from (moment.fact for moment in content.moments)


def facts_in(block: Block) -> Iterator[Fact]:
    """The facts of just that block: those that its texts print, its exhibit says and shows."""
    yield from facts_of(inlines_of(block))
    if isinstance(block, Placed):
        yield from (fact for sentence in said(block.exhibit) for fact in facts_of(sentence))
    if isinstance(block, Placed) and not isinstance(block.exhibit.content, Changes):
        yield from facts_shown(block.exhibit)


def rebuilt(
    blocks: Iterable[Block], change: Callable[[Block], tuple[Block, ...]]
) -> tuple[Block, ...]:
    """The blocks with each, innermost first, changed into those that stand in its place."""
    found: list[Block] = []
    for block in blocks:
        inner = block
        if isinstance(block, Listing):
            items = ((item, rebuilt(item, change)) for item in block.items)
            inner = replace(block, items=tuple(new for old, new in items if new or not old))
        elif isinstance(block, Quote | Container | Condition | Footnote):
            inner = replace(block, blocks=rebuilt(block.blocks, change))
        found.extend(change(inner))
    return tuple(found)
