"""How text and exhibits give way to what hangs in the side column."""

from dataclasses import replace

from briefing.layout.box import Column
from briefing.layout.flow.filling import Filling
from briefing.layout.flow.places import Item, Placement
from briefing.layout.flow.queue import Queue
from briefing.layout.text.paragraph import Paragraph


def narrowed(page: Filling, chain: list[Item], *, bound: bool) -> list[Item]:
    """Wide text in the main measure where the side hangs lower than the text or is `bound` to, and
    so what goes on below it, down to the next heading or exhibit."""
    at, last = page.at, page.placed[-1].item if page.placed else None
    hangs = at.side - at.main > page.flow.look.style.side.excess
    goes_on = last is not None and last.column is Column.MAIN and isinstance(last.box, Paragraph)
    if not (bound or hangs or (goes_on and not chain[0].box.keep)):
        return chain
    return [
        replace(item, column=Column.MAIN, box=item.narrow or item.box)
        if item.column is Column.WIDE
        else item
        for item in chain
    ]


def lowered(page: Filling, item: Item, queue: Queue) -> float:
    """Where something without a side begins: below what hangs there and what waits, which is not
    set above it where it would then have no room."""
    if page.at.empty:
        return page.at.main
    before = page.state()
    page.place_waiting(page.at.main, parts=False)
    _shed(page, queue)
    top = page.clear(page.above(item))
    if not page.fits(item, top):
        page.restore(before)
        top = page.clear(page.above(item))
    return top


def hole_above(page: Filling, exhibit: Item, queue: Queue) -> float | None:
    """The white that an exhibit would leave above it in the main column; None where it, or
    below it what then still waits for the side, has no room on the page."""
    before, item = page.state(), page.flow.stretch(exhibit, page.fill.factor)
    top = lowered(page, item, queue)
    fits = page.fits(item, top)
    if fits and page.waiting:
        page.put(item, top)
        fits = page.has_room_beside()
    page.restore(before)
    return top - before.at.below(page.above(item)) if fits else None


def _shed(page: Filling, queue: Queue) -> None:
    """Takes back the last of the side where it hangs far below the main column, if text
    follows that it can stand beside."""
    if page.at.side - page.at.main <= page.flow.look.style.side.excess:
        return
    if not any(item.column is Column.MAIN for item in queue):
        return
    sides: list[Placement] = []
    for placement in reversed(page.placed):
        if placement.item.column in (Column.FULL, Column.WIDE):
            break
        if placement.item.column is Column.SIDE:
            sides.append(placement)
    if len(sides) < 2:
        return
    last, previous = sides[:2]
    page.placed.remove(last)
    page.waiting.insert(0, last.item)
    bottom = previous.top + page.flow.height(previous.item.box, Column.SIDE)
    page.at = replace(page.at, side=bottom, side_after=previous.item.box.after)
