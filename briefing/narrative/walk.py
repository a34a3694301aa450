"""Ways through a manuscript: what it asks for, shows and keeps."""

from collections.abc import Callable, Collection, Iterable, Iterator

from msgspec.structs import replace

from briefing.model.block import (
    Asked,
    Block,
    Condition,
    Container,
    Footnote,
    Heading,
    Image,
    Inline,
    Listing,
    MarkdownTable,
    Paragraph,
    Placed,
    Placement,
    Quote,
)
from briefing.model.manuscript import Manuscript, Section
from briefing.model.reference import Reference
from briefing.narrative.reference import is_country


def conditions(sections: Iterable[Section]) -> tuple[Reference, ...]:
    """What the `::: if` blocks ask for, in order."""
    return tuple(
        block.reference
        for section in sections
        for block in every_block(section.blocks)
        if isinstance(block, Condition)
    )


def keep(section: Section, held: Collection[Reference]) -> Section:
    """The section with the content of the conditions that hold, without the others'."""

    def decide(block: Block) -> tuple[Block, ...]:
        if isinstance(block, Condition):
            return block.blocks if block.reference in held else ()
        is_empty = isinstance(block, Listing | Quote | Container) and not any(_inside(block))
        return () if is_empty else (block,)

    return replace(section, blocks=rebuilt(section.blocks, decide))


def references(manuscript: Manuscript) -> tuple[Reference, ...]:
    """All that the text asks facts for, in reading order; countries' names are not facts."""
    return tuple(
        inline.reference
        for inline in every_inline(manuscript)
        if isinstance(inline, Asked) and not is_country(inline.reference)
    )


def placements(manuscript: Manuscript) -> tuple[Placement, ...]:
    """The exhibits that the text places, in reading order."""
    blocks = (b for section in manuscript.sections for b in every_block(section.blocks))
    return tuple(block for block in blocks if isinstance(block, Placement))


def mentions(sections: Iterable[Section]) -> frozenset[str]:
    """The names of facts and exhibits that the sections speak of in any edition."""
    manuscript = Manuscript("", (), tuple(sections))
    names = {i.reference.name for i in every_inline(manuscript) if isinstance(i, Asked)}
    names |= {reference.name for reference in conditions(manuscript.sections)}
    return frozenset(names | {placement.exhibit for placement in placements(manuscript)})


def images(manuscript: Manuscript) -> tuple[Image, ...]:
    """The pictures that the text shows, in reading order."""
    blocks = (b for section in manuscript.sections for b in every_block(section.blocks))
    return tuple(block for block in blocks if isinstance(block, Image))


def every_block(blocks: Iterable[Block]) -> Iterator[Block]:
    """Each block and each block in it, in reading order."""
    for block in blocks:
        yield block
        for inner in _inside(block):
            yield from every_block(inner)


def inlines_of(block: Block) -> Iterator[Inline]:
    """The inlines of just that block, in reading order."""
    if isinstance(block, Heading | Paragraph):
        yield from block.inlines
    elif isinstance(block, Placement | Placed):
        yield from block.title
    elif isinstance(block, Image):
        yield from block.words
    elif isinstance(block, MarkdownTable):
        for row in (block.head, *block.rows):
            for cell in row:
                yield from cell


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


def _inside(block: Block) -> tuple[tuple[Block, ...], ...]:
    if isinstance(block, Listing):
        return block.items
    if isinstance(block, Quote | Container | Condition | Footnote):
        return (block.blocks,)
    return ()


def every_inline(manuscript: Manuscript) -> Iterator[Inline]:
    """All inlines of a manuscript, its titles included, in reading order."""
    yield from manuscript.title
    for section in manuscript.sections:
        yield from section.title
        for block in every_block(section.blocks):
            yield from inlines_of(block)
