"""Text beside which nothing stands, down both columns of a style that has two of one width."""

from collections.abc import Iterator
from itertools import groupby

from briefing.layout.box import Column
from briefing.layout.boxes.across import Balanced
from briefing.layout.flow.places import Item
from briefing.layout.theme import Look

# Text that is lower than so many lines stays in one column; a box that is higher than that share of
# a page isn't set among others.
_LINES, _TALL = 8, 0.6


def both_columns(look: Look, items: list[Item]) -> list[Item]:
    """The items, each run of text with its exhibits down both columns as one; what is as wide as
    the page stays between them."""
    found: list[Item] = []
    for in_column, run in groupby(items, _in_column):
        held = list(run)
        found += _set(look, held) if in_column else held
    return found


def _in_column(item: Item) -> bool:
    return item.column is Column.MAIN and not item.joined


def _set(look: Look, held: list[Item]) -> Iterator[Item]:
    """A heading at the end stays before what follows."""
    after: list[Item] = []
    while held and held[-1].box.keep:
        after.insert(0, held.pop())
    boxes = tuple(item.box for item in held)
    width, page = look.style.column.main, look.style.page
    heights = [box.measure(width) for box in boxes]
    enough = sum(heights) >= _LINES * look.style.text.body.leading
    if enough and max(heights) <= _TALL * (page.bottom - page.top):
        gutter = look.style.width - 2 * width
        made = Balanced(boxes, gutter, before=boxes[0].before, after=boxes[-1].after)
        yield Item(made, Column.FULL, place=held[0].place)
    else:
        yield from held
    yield from after
