"""Ways through a manuscript: what it asks for, shows and keeps."""

from collections.abc import Callable, Collection, Iterable, Iterator

from msgspec.structs import replace

from briefing import model
from briefing.narrative.reference import is_country


def conditions(sections: Iterable[model.Section]) -> tuple[model.Reference, ...]:
    """What the `::: if` blocks and the clauses with `{if=…}` ask for, in order."""
    asked: list[model.Reference] = []
    for section in sections:
        asked += (i.reference for i in model.flat(section.title) if isinstance(i, model.Clause))
        for block in model.every_block(section.blocks):
            if isinstance(block, model.Condition):
                asked.append(block.reference)
            asked += (i.reference for i in model.inlines_of(block) if isinstance(i, model.Clause))
    return tuple(asked)


# A cross-reference begins with it: where it leads nowhere it goes, as other links' words stay.
_ARROW = "→"


def keep(
    section: model.Section,
    held: Collection[model.Reference],
    left_out: Collection[str] = (),
    unprinted: Collection[str] = (),
) -> model.Section:
    """The section with the content of the conditions that hold, without the others' and without
    the exhibits that are left out; links to what is `unprinted` are words, or gone."""

    def words(inlines: tuple[model.Inline, ...]) -> tuple[model.Inline, ...]:
        return tuple(_leading(_holding(inlines, held), unprinted))

    def decide(block: model.Block) -> tuple[model.Block, ...]:
        if isinstance(block, model.Condition):
            return block.blocks if block.reference in held else ()
        if isinstance(block, model.Placement) and block.exhibit in left_out:
            return ()
        block = _reworded(block, words)
        if isinstance(block, model.Paragraph) and not any(map(_prints, block.inlines)):
            return ()
        is_empty = isinstance(block, model.Listing | model.Quote | model.Container) and not any(
            model.children(block)
        )
        return () if is_empty else (block,)

    return replace(
        section, title=words(section.title), blocks=model.rebuilt(section.blocks, decide)
    )


def _holding(
    inlines: Iterable[model.Inline], held: Collection[model.Reference]
) -> Iterator[model.Inline]:
    for inline in inlines:
        if not isinstance(inline, model.Clause):
            yield inline
        elif inline.reference in held:
            yield from _holding(inline.inlines, held)


def _leading(inlines: Iterable[model.Inline], unprinted: Collection[str]) -> Iterator[model.Inline]:
    for inline in inlines:
        if not isinstance(inline, model.Words | model.Asked) or not _leads(inline, unprinted):
            yield inline
        elif isinstance(inline, model.Asked) or inline.text.strip(_ARROW) == inline.text != "":
            yield replace(inline, link=None)


def _leads(inline: model.Words | model.Asked, names: Collection[str]) -> bool:
    target = inline.link.target if inline.link is not None else None
    return isinstance(target, model.Anchor) and target.anchor in names


def anchors(sections: Iterable[model.Section]) -> frozenset[str]:
    """The names by which links lead to these sections and their exhibits."""
    held = tuple(sections)
    blocks = (block for section in held for block in model.every_block(section.blocks))
    exhibits = (block.exhibit for block in blocks if isinstance(block, model.Placement))
    return frozenset((*(section.name for section in held), *exhibits))


def _reworded(
    block: model.Block, change: Callable[[tuple[model.Inline, ...]], tuple[model.Inline, ...]]
) -> model.Block:
    """The block with its own inlines changed."""
    if isinstance(block, model.Heading | model.Paragraph):
        return replace(block, inlines=change(block.inlines))
    if isinstance(block, model.Placement | model.Placed):
        return replace(block, title=change(block.title))
    if isinstance(block, model.Image):
        return replace(block, words=change(block.words))
    if isinstance(block, model.MarkdownTable):
        rows = tuple(tuple(change(cell) for cell in row) for row in block.rows)
        return replace(block, head=tuple(change(cell) for cell in block.head), rows=rows)
    return block


def _prints(inline: model.Inline) -> bool:
    return (
        not isinstance(inline, model.Words) or bool(inline.text.strip()) or inline.link is not None
    )


def references(manuscript: model.Manuscript) -> tuple[model.Reference, ...]:
    """All that the text asks facts for, in reading order; countries' names are not facts."""
    return tuple(
        inline.reference
        for inline in every_inline(manuscript)
        if isinstance(inline, model.Asked) and not is_country(inline.reference)
    )


def placements(manuscript: model.Manuscript) -> tuple[model.Placement, ...]:
    """The exhibits that the text places, in reading order."""
    blocks = (b for section in manuscript.sections for b in model.every_block(section.blocks))
    return tuple(block for block in blocks if isinstance(block, model.Placement))


def mentions(sections: Iterable[model.Section]) -> frozenset[str]:
    """The names of facts and exhibits that the sections speak of in any edition."""
    manuscript = model.Manuscript("", (), tuple(sections))
    names = {i.reference.name for i in every_inline(manuscript) if isinstance(i, model.Asked)}
    names |= {reference.name for reference in conditions(manuscript.sections)}
    return frozenset(names | {placement.exhibit for placement in placements(manuscript)})


def images(manuscript: model.Manuscript) -> tuple[model.Image, ...]:
    """The pictures that the text shows, in reading order."""
    blocks = (b for section in manuscript.sections for b in model.every_block(section.blocks))
    return tuple(block for block in blocks if isinstance(block, model.Image))


def every_inline(manuscript: model.Manuscript) -> Iterator[model.Inline]:
    """All inlines of a manuscript, its titles included, in reading order."""
    yield from manuscript.title
    for section in manuscript.sections:
        yield from model.flat(section.title)
        for block in model.every_block(section.blocks):
            yield from model.inlines_of(block)
