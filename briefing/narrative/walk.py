"""Ways through a manuscript: what it asks for, shows and keeps."""

from collections.abc import Callable, Collection, Iterable, Iterator

from msgspec.structs import replace

from briefing.model.block import (
    Asked,
    Block,
    Clause,
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
    Words,
)
from briefing.model.manuscript import Manuscript, Section
from briefing.model.reference import Reference
from briefing.narrative.reference import is_country


def conditions(sections: Iterable[Section]) -> tuple[Reference, ...]:
    """What the `::: if` blocks and the clauses with `{if=…}` ask for, in order."""
    asked: list[Reference] = []
    for section in sections:
        asked += (i.reference for i in _flat(section.title) if isinstance(i, Clause))
        for block in every_block(section.blocks):
            if isinstance(block, Condition):
                asked.append(block.reference)
            asked += (i.reference for i in inlines_of(block) if isinstance(i, Clause))
    return tuple(asked)


def keep(section: Section, held: Collection[Reference], left_out: Collection[str] = ()) -> Section:
    """The section with the content of the conditions that hold, without the others' and without
    the exhibits that are left out."""

    def words(inlines: tuple[Inline, ...]) -> tuple[Inline, ...]:
        return tuple(_holding(inlines, held))

    def decide(block: Block) -> tuple[Block, ...]:
        if isinstance(block, Condition):
            return block.blocks if block.reference in held else ()
        if isinstance(block, Placement) and block.exhibit in left_out:
            return ()
        block = _reworded(block, words)
        if isinstance(block, Paragraph) and not any(map(_prints, block.inlines)):
            return ()
        is_empty = isinstance(block, Listing | Quote | Container) and not any(_inside(block))
        return () if is_empty else (block,)

    return replace(section, title=words(section.title), blocks=rebuilt(section.blocks, decide))


def _holding(inlines: Iterable[Inline], held: Collection[Reference]) -> Iterator[Inline]:
    for inline in inlines:
        if not isinstance(inline, Clause):
            yield inline
        elif inline.reference in held:
            yield from _holding(inline.inlines, held)


def _reworded(block: Block, change: Callable[[tuple[Inline, ...]], tuple[Inline, ...]]) -> Block:
    """The block with its own inlines changed."""
    if isinstance(block, Heading | Paragraph):
        return replace(block, inlines=change(block.inlines))
    if isinstance(block, Placement | Placed):
        return replace(block, title=change(block.title))
    if isinstance(block, Image):
        return replace(block, words=change(block.words))
    if isinstance(block, MarkdownTable):
        rows = tuple(tuple(change(cell) for cell in row) for row in block.rows)
        return replace(block, head=tuple(change(cell) for cell in block.head), rows=rows)
    return block


def _prints(inline: Inline) -> bool:
    return not isinstance(inline, Words) or bool(inline.text.strip()) or inline.link is not None


def _flat(inlines: Iterable[Inline]) -> Iterator[Inline]:
    """The inlines, each clause before what stands in it."""
    for inline in inlines:
        yield inline
        if isinstance(inline, Clause):
            yield from _flat(inline.inlines)


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
    """The inlines of just that block, in reading order, with those of its clauses."""
    if isinstance(block, Heading | Paragraph):
        yield from _flat(block.inlines)
    elif isinstance(block, Placement | Placed):
        yield from _flat(block.title)
    elif isinstance(block, Image):
        yield from _flat(block.words)
    elif isinstance(block, MarkdownTable):
        for row in (block.head, *block.rows):
            for cell in row:
                yield from _flat(cell)


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
        yield from _flat(section.title)
        for block in every_block(section.blocks):
            yield from inlines_of(block)
