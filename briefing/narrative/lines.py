"""Lines to take: their heads, and what of them stands on the speaking card."""

from collections.abc import Iterable

from msgspec.structs import replace

from briefing import model
from briefing.language import Words
from briefing.narrative.numbering import Numbered

_STRONG = frozenset({model.Mark.STRONG})


def headed(entry: Numbered, words: Words) -> Numbered:
    """The section with the head of each line to take, of what is said only if asked, and of what
    is not to be said."""
    heads = {
        model.Role.LINES: words.panels.lines,
        model.Role.ASKED: words.panels.asked,
        model.Role.UNSAID: words.panels.unsaid,
    }

    def change(block: model.Block) -> tuple[model.Block, ...]:
        if not isinstance(block, model.Container) or block.role not in heads:
            return (block,)
        head = model.Words(heads[block.role], block.place, _STRONG)
        return (replace(block, blocks=(model.Paragraph((head,), block.place), *block.blocks)),)

    section = entry.section
    return replace(entry, section=replace(section, blocks=model.rebuilt(section.blocks, change)))


def taken(blocks: Iterable[model.Block]) -> tuple[model.Block, ...]:
    """The lines to take as a card has them: without exhibits, and without what leads elsewhere."""
    found = [
        block
        for block in model.every_block(blocks)
        if isinstance(block, model.Container) and block.role is model.Role.LINES
    ]
    return model.rebuilt(found, _alone)


def _alone(block: model.Block) -> tuple[model.Block, ...]:
    if isinstance(block, model.Paragraph):
        return (replace(block, inlines=_unled(block.inlines)),)
    keeps = isinstance(block, model.Container | model.Listing | model.Quote)
    return (block,) if keeps else ()


def _unled(inlines: tuple[model.Inline, ...]) -> tuple[model.Inline, ...]:
    return tuple(
        replace(i, link=None) if isinstance(i, model.Words | model.Number) else i
        for i in inlines
        if not isinstance(i, model.NoteMark)
    )
