"""Ways through a manuscript: what it asks for, shows and keeps."""

from collections.abc import Callable, Collection, Iterable, Iterator

from msgspec.structs import replace

from briefing.model.block import (
    Block,
    Condition,
    Container,
    Heading,
    Image,
    Listing,
    MarkdownTable,
    Paragraph,
    Placed,
    Placement,
    Quote,
)
from briefing.model.inline import Asked, Clause, Inline, Words
from briefing.model.manuscript import Manuscript, Section
from briefing.model.reference import Reference
from briefing.model.walk import children, every_block, flat, inlines_of, rebuilt
from briefing.narrative.reference import is_country


def conditions(sections: Iterable[Section]) -> tuple[Reference, ...]:
    """What the `::: if` blocks and the clauses with `{if=…}` ask for, in order."""
    asked: list[Reference] = []
    for section in sections:
        asked += (i.reference for i in flat(section.title) if isinstance(i, Clause))
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
        is_empty = isinstance(block, Listing | Quote | Container) and not any(children(block))
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


def every_inline(manuscript: Manuscript) -> Iterator[Inline]:
    """All inlines of a manuscript, its titles included, in reading order."""
    yield from manuscript.title
    for section in manuscript.sections:
        yield from flat(section.title)
        for block in every_block(section.blocks):
            yield from inlines_of(block)
