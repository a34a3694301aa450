"""A document on its pages: the best way through them, its charts as high as fill them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from briefing.layout.box import Column
from briefing.layout.flow.costs import Filled, cost, is_good
from briefing.layout.flow.elastic import lower
from briefing.layout.flow.fills import End, Fill, Start
from briefing.layout.flow.flow import Flow
from briefing.layout.flow.places import Cursor, Item, Placement
from briefing.layout.flow.queue import linked
from briefing.layout.flow.search import TooManyPagesError, Way, told, usual, wider
from briefing.layout.flow.steps import page_ends

# The section of what belongs to none.
NO_SECTION = -1
# A longer document is searched once, and not set again for its last page.
MANY = 40
# The shares of the white above headings that are tried where a page breaks otherwise than it was
# found, then by how many steps charts are lower.
_SHARES, _STEPS_BACK = (1.0, 0.8, 0.6, 0.4, 0.0), 3

Set = tuple[End, Fill]


class Ended(NamedTuple):
    """How a page was filled, and after how many steps it ended."""

    fill: Fill
    steps: int


@dataclass(frozen=True, slots=True)
class Broken:
    """All boxes in their places on so many pages, and the notes at the pages' feet; what is
    `crowded` was made smaller; how each page was `ended`."""

    placed: tuple[Placement, ...]
    feet: tuple[Placement, ...]
    crowded: tuple[Item, ...]
    count: int
    ended: tuple[Ended, ...]


def broken(flow: Flow, sections: Sequence[Sequence[Item]], ended: Sequence[Ended] = ()) -> Broken:
    """The sections on pages as full as they get; the first pages may end as others did before.
    Raises TooManyPagesError."""
    held, first = _kept(flow, Start(1, linked(sections)), ended, len(ended))
    if first is None:
        return _noted(flow, held)
    ends = _relaxed(flow, usual(flow, first))
    bad: set[int] = set()
    for last in (False, True):
        count = len(held) + len(ends)
        if not 1 < count <= MANY or not (found := _bad(flow, ends)):
            break
        # Around what is bad; where that moves it on, over all pages.
        bad |= set(range(first.page, count + 1)) if last else found
        other = _relaxed(flow, wider(flow, first, bad))
        ends = min(ends, other, key=lambda one: _spent(flow, one))
    return _noted(flow, [*held, *ends])


def again(
    flow: Flow, sections: Sequence[Sequence[Item]], ended: Sequence[Ended], last: int
) -> Broken:
    """The sections on pages that are filled and end as others did before, up to the last that is
    wanted."""
    ends, _ = _kept(flow, Start(1, linked(sections)), ended, last)
    return _noted(flow, ends)


def _kept(
    flow: Flow, first: Start, ended: Sequence[Ended], last: int
) -> tuple[list[Set], Start | None]:
    """The pages up to a last, filled and ended as others were, and how the next begins."""
    ends: list[Set] = []
    start: Start | None = first
    while start is not None and len(ends) < last:
        fill, steps = ended[len(ends)] if len(ends) < len(ended) else Ended(Fill(), -1)
        end = page_ends(flow, start, fill, steps)[-1]
        ends.append((end, fill))
        start = end.next
    return ends, start


def _bad(flow: Flow, ends: Sequence[Set]) -> set[int]:
    return {end.at.page for end, _ in ends if not is_good(flow, end)}


def _spent(flow: Flow, ends: Sequence[Set]) -> float:
    return sum(cost(flow, end, Filled(fill)) for end, fill in ends)


def _noted(flow: Flow, sets: Sequence[Set]) -> Broken:
    """The pages with their notes."""
    ends = [end for end, _ in sets]
    notes = [_foot(flow, end.at) for end in ends]
    notes += _rest(flow, ends[-1].at)
    return Broken(
        tuple(one for end in ends for one in end.placed),
        tuple(note for note in notes if note is not None),
        tuple(item for end in ends for item in end.crowded),
        len(notes),
        tuple(Ended(fill, end.steps) for end, fill in sets),
    )


def _foot(flow: Flow, at: Cursor) -> Placement | None:
    """The notes at the foot of a page, if it has any."""
    if not at.foot.notes:
        return None
    box, width = flow.feet.box(at.foot), flow.width(Column.MAIN)
    top = flow.look.style.page.bottom - box.measure(width)
    return Placement(Item(box), at.page, flow.look.style.page.left, top, width, NO_SECTION)


def _rest(flow: Flow, at: Cursor) -> Iterator[Placement | None]:
    """The rest of the last notes, on pages of their own."""
    while at.foot.over:
        at = replace(at, page=at.page + 1, foot=flow.feet.next(at.foot))
        yield _foot(flow, at)


def _relaxed(flow: Flow, way: Way) -> list[Set]:
    """The pages of a way with charts and white as they fill them."""
    return [_filled(flow, page) for page in way.pages()]


def _filled(flow: Flow, way: Way) -> Set:
    """The page with its charts as high as fill it; with a little less, or as it was found, where
    that breaks it otherwise."""
    end = way.end
    for fill in _fills(way.filled.fill) if way.filled.gained else ():
        tried = page_ends(flow, way.start, fill, end.steps)[-1]
        if _begins(flow, tried) == _begins(flow, end):
            return tried, fill
    return end, way.fill


def _begins(flow: Flow, end: End) -> object:
    """What the page after one begins with."""
    return told(flow, end.next) if end.next is not None else None


def _fills(fill: Fill) -> Iterator[Fill]:
    """The way to fill a page, then such as take less room."""
    for share in _SHARES if fill.spread > 0 else (1.0,):
        yield replace(fill, spread=fill.spread * share)
    plain = replace(fill, spread=min(fill.spread, 0.0))
    for _ in range(_STEPS_BACK):
        plain = replace(plain, factor=lower(plain.factor))
        yield plain


__all__ = ["MANY", "Broken", "Ended", "TooManyPagesError", "again", "broken"]
