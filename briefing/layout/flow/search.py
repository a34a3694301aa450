"""Which breaks make the fullest pages: a search over the places where pages may end.

A page ends where nothing more fits, or a little before; its charts may be lower or higher by some
percent. Pages are judged by what they cost, and a few of the best beginnings are followed from page
to page: so the time grows with the pages, and the same document breaks the same way.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import NamedTuple

from briefing.layout.flow.bearing import bearing_on
from briefing.layout.flow.costs import PAGE, Filled, cost, filled, set_so_far, shortage
from briefing.layout.flow.elastic import LOWEST
from briefing.layout.flow.fills import AS_IT_COMES, WHITE, End, Fill, Start
from briefing.layout.flow.flow import Flow
from briefing.layout.flow.places import Item
from briefing.layout.flow.queue import Begin, following
from briefing.layout.flow.steps import page_ends

# No document is longer, and no mistake of the layout's makes an endless one.
MOST_PAGES = 1_000
# Other ends tried of a page, and what an end may leave free (as a share of the page) to be tried.
_OTHERS = 4
_FREE = 0.4
# What a point of the way is worth, that a last page be full or none.
_WORTH = 0.02
# Where the last page has little on it, so many pages at the end are searched once more.
_LAST = 4
# So many pages before a bad one are searched more widely.
_BEFORE = 4
# By how many of the next boxes a page's beginning is known.
_TOLD = 6
# What is taken from the white above headings and exhibits at most.
_TIGHT = -5.0
# The ways to fill a page, in the order in which they are tried; more of them where pages stay
# white, the last of which leave as much as may be.
_FILLS = (
    Fill(),
    Fill(LOWEST),
    Fill(room=0.7),
    Fill(early=True),
    Fill(LOWEST, 0.7, spread=_TIGHT),
    Fill(LOWEST, 0.7, spread=_TIGHT, early=True),
)
_MORE = (
    *_FILLS,
    Fill(LOWEST, 0.7),
    Fill(spread=_TIGHT),
    Fill(room=0.7, early=True),
    Fill(parts=True),
    Fill(LOWEST, parts=True, early=True),
    Fill(LOWEST, 0.7, parts=True),
    Fill(turn=1),
    Fill(turn=2),
    Fill(foot=WHITE * 0.4),
    Fill(foot=WHITE * 0.8),
)


class TooManyPagesError(Exception):
    """The document does not end on MOST_PAGES pages."""


class Width(NamedTuple):
    """How widely it is searched: how many of the cheapest ways are followed and of others that get
    far or not so far, how pages are filled, and what a page costs, at most, that isn't tried
    otherwise."""

    cheapest: int
    others: int
    good: float
    fills: tuple[Fill, ...]


_USUAL = Width(6, 0, 0.25, _FILLS)
_WIDER = Width(10, 4, 0.0, _MORE)
_EVENED = Width(6, 6, 0.0, tuple(Fill(foot=WHITE * step / 8) for step in range(8)))


@dataclass(frozen=True, slots=True)
class Way:
    """A page as it ends, how it was filled and is to be, its cost with that of all before it, how
    far the text has come by then (the height of all that was set), and the pages before."""

    start: Start
    end: End
    fill: Fill
    filled: Filled
    cost: float
    reach: float
    before: Way | None

    def pages(self) -> list[Way]:
        """All pages up to this one, in order."""
        held: list[Way] = []
        way: Way | None = self
        while way is not None:
            held.append(way)
            way = way.before
        return held[::-1]


def usual(flow: Flow, first: Start) -> Way:
    """The cheapest way through all pages. Raises TooManyPagesError."""
    return _evened(flow, _searched(flow, first, None, {}))


def wider(flow: Flow, first: Start, bad: Iterable[int]) -> Way:
    """The cheapest way that a wider search finds, around the pages that are bad."""
    near = {at: _WIDER for page in bad for at in range(page - _BEFORE, page + 2)}
    return _evened(flow, _searched(flow, first, None, near))


def _evened(flow: Flow, way: Way) -> Way:
    """The way with more white on the last pages but one, where the last has little on it."""
    if not shortage(flow, way.end, way.filled):
        return way
    begun = way.pages()[-_LAST:][0]
    near = dict.fromkeys(range(begun.start.page, way.end.at.page + 2), _EVENED)
    found = _searched(flow, begun.start, begun.before, near)
    return min(way, found, key=lambda one: one.cost)


def _searched(flow: Flow, first: Start, done: Way | None, widths: Mapping[int, Width]) -> Way:
    """The cheapest way that is found after what is done; some pages are searched with a width of
    their own."""
    held: list[tuple[Start, Way | None]] = [(first, done)]
    finished: list[Way] = []
    while held:
        if held[0][0].page > MOST_PAGES:
            raise TooManyPagesError
        width = widths.get(held[0][0].page, _USUAL)
        reached: dict[object, Way] = {}
        for start, before in held:
            for way in _ways(flow, start, before, width):
                if way.end.next is None:
                    finished.append(way)
                    continue
                key = told(flow, way.end.next)
                if key not in reached or way.cost < reached[key].cost:
                    reached[key] = way
        kept = _followed(list(reached.values()), width)
        if finished:
            # What is longer must be better by more than a page.
            least = min(way.cost for way in finished)
            kept = [way for way in kept if way.cost + 2 * PAGE < least]
        held = [(way.end.next, way) for way in kept if way.end.next is not None]
    return min(finished, key=lambda way: way.cost)


def _followed(ways: list[Way], width: Width) -> list[Way]:
    """The ways that are followed: the cheapest, and those that get far or not so far at a cost:
    what is to stand on the last page, or not, is gained on all before it."""
    found: dict[int, Way] = {}
    for worth, count in ((0, width.cheapest), (-_WORTH, width.others), (_WORTH, width.others)):
        ranked = sorted((way.cost + worth * way.reach, at) for at, way in enumerate(ways))
        found |= {at: ways[at] for _, at in ranked[:count]}
    return list(found.values())


def told(flow: Flow, start: Start) -> object:
    """What tells a page's beginning from others: what comes next, and what waits; the rest of
    something by its height, it is made anew each time."""
    coming = (one for one in following(start.head) if not isinstance(one, Begin))
    items = islice(coming, _TOLD)
    return tuple(_told(flow, one) for one in items), tuple(
        _told(flow, one) for one in start.waiting
    )


def _told(flow: Flow, item: Item) -> float:
    return flow.height(item.box, item.column) if item.goes_on else id(item.box)


def _ways(flow: Flow, start: Start, before: Way | None, width: Width) -> Iterator[Way]:
    """Some ends of a page: as it comes; where that isn't good, ended before, and as it is filled
    otherwise."""
    past = before.cost if before else 0.0
    found = page_ends(flow, start)
    bearing, tried, known = bearing_on(found[-1]), set[Fill](), set[tuple[int, float]]()
    for wanted in width.fills:
        fill = bearing.of(wanted)
        if fill in tried:
            continue
        tried.add(fill)
        found = page_ends(flow, start, fill) if fill != AS_IT_COMES else found
        seen = found[-1].steps, set_so_far(flow, found[-1].placed[-1:])
        if seen in known:
            continue
        known.add(seen)
        greedy = _way(flow, start, found[-1], fill, before)
        yield greedy
        if fill == AS_IT_COMES and greedy.cost - past < PAGE + width.good:
            return
        yield from _others(flow, start, found[:-1], fill, before)


def _others(
    flow: Flow, start: Start, ends: Sequence[End], fill: Fill, before: Way | None
) -> Iterator[Way]:
    page = flow.look.style.page
    free = _FREE * (page.bottom - page.top)
    near = [end for end in ends if end.limit - end.at.main <= free]
    for end in near[-_OTHERS:]:
        yield _way(flow, start, end, fill, before)


def _way(flow: Flow, start: Start, end: End, fill: Fill, before: Way | None) -> Way:
    made = filled(flow, end, fill)
    spent = cost(flow, end, made) + (before.cost if before else 0.0)
    reach = set_so_far(flow, end.placed) + (before.reach if before else 0.0)
    return Way(start, end, fill, made, spent, reach, before)
