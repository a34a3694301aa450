"""Matter for the side column: groups, each under a rule of its own."""

from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from briefing.layout.box import Box, Rule, Stack
from briefing.layout.theme import Look
from briefing.model import Block, Heading, Inline, Mark, Number, Paragraph, Placed, Words


def grouped(look: Look, made: Iterable[tuple[Block, list[Box]]]) -> Iterator[Box]:
    """An aside's groups: one begins at a heading, at a large figure; an exhibit stands alone."""
    open_boxes: list[Box] = []
    for block, boxes in made:
        if isinstance(block, Heading | Placed) or is_figure(block):
            yield from _under_a_rule(look, open_boxes)
            open_boxes = []
        if isinstance(block, Placed):
            yield from boxes
        else:
            open_boxes += boxes
    yield from _under_a_rule(look, open_boxes)


def is_figure(block: Block) -> bool:
    """Whether a paragraph is set as a large figure: nothing but one number, or all of it strong."""
    if not isinstance(block, Paragraph):
        return False
    if len(block.inlines) == 1 and isinstance(block.inlines[0], Number):
        return True
    held = [i for i in block.inlines if isinstance(i, Words | Number)]
    return len(held) == len(block.inlines) and all(Mark.STRONG in i.marks for i in held)


def unmarked(inlines: tuple[Inline, ...]) -> tuple[Inline, ...]:
    """The inlines of a large figure, without the mark that makes it one."""
    return tuple(
        replace(i, marks=frozenset[Mark]()) if isinstance(i, Words | Number) else i for i in inlines
    )


def _under_a_rule(look: Look, boxes: list[Box]) -> Iterator[Box]:
    if not boxes:
        return
    side, first = look.style.side, boxes[0]
    # Plain text stands as far under the rule as a head would.
    gap = max(first.before, look.style.text.side.head.before) - first.before
    rule = Rule(after=gap, weight=side.rule, colour=look.style.colours.ink, keep=True)
    yield Stack((rule, *boxes), before=side.before, after=boxes[-1].after)
