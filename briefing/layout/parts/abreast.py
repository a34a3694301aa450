"""A section in both columns of a style that has two of one width: text down the left and on down
the right, below what stands beside it."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby

from briefing.layout.box import Column
from briefing.layout.boxes.facing import Facing
from briefing.layout.boxes.framed import Framed
from briefing.layout.boxes.timeline import TimelineBox
from briefing.layout.flow.places import Item
from briefing.layout.theme import Look

# Text that is lower than so many lines stays in one column; a box that is higher than that share of
# a page isn't set among others.
_LINES, _TALL = 8, 0.6
# So many events of a timeline stand in both columns.
_EVENTS = 4


def both_columns(look: Look, items: list[Item]) -> list[Item]:
    """The items, each run of text with its exhibits and asides in both columns as one; what is as
    wide as the page stays between them."""
    found: list[Item] = []
    halved = [_halved(look, item) for item in items]
    for in_columns, run in groupby(_ordered(halved), _in_columns):
        held = list(run)
        found += _set(look, held) if in_columns else held
    return found


def _ordered(items: list[Item]) -> Iterator[Item]:
    """The items, an aside before what is as wide as the page after this, where text follows."""
    waiting: list[Item] = []
    text = [at for at, item in enumerate(items) if item.column is Column.MAIN]
    for at, item in enumerate(items):
        if item.column is Column.SIDE and any(at < other for other in text):
            waiting.append(item)
            continue
        if item.column is Column.MAIN:
            yield from waiting
            waiting.clear()
        yield item


def _halved(look: Look, item: Item) -> Item:
    """A timeline of some length over both columns, half of its events in each."""
    box = item.box
    if not isinstance(box, Framed) or item.column is not Column.MAIN:
        return item
    if not isinstance(box.body, TimelineBox) or len(box.body.events) < _EVENTS:
        return item
    body = Facing((box.body,), (), look.style.width - 2 * look.style.column.main)
    return replace(item, box=replace(box, body=body), column=Column.FULL)


def _in_columns(item: Item) -> bool:
    return item.column in (Column.MAIN, Column.SIDE) and not item.joined


def _set(look: Look, held: list[Item]) -> Iterator[Item]:
    """A heading at the end stays before what follows."""
    after: list[Item] = []
    while held and held[-1].box.keep:
        after.insert(0, held.pop())
    boxes = tuple(item.box for item in held if item.column is not Column.SIDE)
    beside = tuple(item.box for item in held if item.column is Column.SIDE)
    width, page = look.style.column.main, look.style.page
    heights = [box.measure(width) for box in (*boxes, *beside)]
    enough = beside or sum(heights) >= _LINES * look.style.text.body.leading
    if boxes and enough and max(heights) <= _TALL * (page.bottom - page.top):
        gutter = look.style.width - 2 * width
        before = max(box.before for box in (boxes[0], *beside[:1]))
        made = Facing(boxes, beside, gutter, before=before, after=boxes[-1].after)
        yield Item(made, Column.FULL, place=held[0].place)
    else:
        yield from held
    yield from after
