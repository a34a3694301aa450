"""Where asides stand: on the page of the block that they are to stand beside."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from briefing.layout.arrangement import Arrangement
from briefing.layout.box import Abreast, Box, Column, Stack, Whole
from briefing.layout.boxes.facing import Facing
from briefing.layout.boxes.framed import Framed
from briefing.layout.boxes.tinted import Tinted
from briefing.layout.flow.places import Item
from briefing.layout.text.paragraph import Paragraph

Blocks = Sequence[Box]


def astray(made: Arrangement, *, single: bool = False) -> list[str]:
    """Of each aside that stands on no page of its block: its pages and those of the block; in a
    single column, of each that is more than two pages from it and from the one before."""
    pages: dict[int, set[int]] = defaultdict(set)
    for one in made.placed:
        for box in inner(one.item.box):
            pages[sign(box)].add(one.page)
    return [
        f"{sign_pages(pages, (aside,))} not {sign_pages(pages, blocks)}"
        for part in made.parts
        for aside, blocks in beside(part.items, single=single)
        if not is_near(sign_pages(pages, (aside,)), sign_pages(pages, blocks), 2 * single)
    ]


def is_near(own: Sequence[int], others: Sequence[int], apart: int) -> bool:
    return any(abs(one - other) <= apart for one in own for other in others)


def sign_pages(pages: dict[int, set[int]], boxes: Blocks) -> list[int]:
    return sorted({page for box in boxes for page in pages[sign(box)]})


def beside(items: Sequence[Item], *, single: bool) -> Iterator[tuple[Box, Blocks]]:
    """Each aside with what it is to stand beside: the block that follows, else the one before; in
    a single column either, in two columns of one width the text that it is set with."""
    for at, item in enumerate(items):
        if isinstance(item.box, Facing):
            yield from ((box, item.box.boxes) for box in item.box.beside)
        elif item.column is Column.SIDE:
            after = [one.box for one in items[at:] if one.column is not Column.SIDE]
            before = [one.box for one in items[:at] if one.column is not Column.SIDE]
            yield item.box, (after[:1] + before[-1:] if single else after[:1] or before[-1:])


def inner(box: Box) -> Iterator[Box]:
    """The boxes that a placed one is made of."""
    if isinstance(box, Facing):
        yield from (*box.boxes, *box.beside)
    elif isinstance(box, Abreast):
        yield from (*box.left.boxes, *box.right.boxes)
    else:
        yield box


def sign(box: Box) -> int:
    """What a box and its parts have in common."""
    if isinstance(box, Whole):
        return sign(box.box)
    if isinstance(box, Tinted):
        return sign(box.inner)
    if isinstance(box, Stack):
        return sign(box.boxes[0])
    if isinstance(box, Framed):
        return id(box.element)
    if isinstance(box, Paragraph) and box.element is not None:
        return id(box.element)
    return id(box)
