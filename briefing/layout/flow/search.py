"""Which breaks make the fullest pages: a search over the places where pages may end.

A page ends where nothing more fits, or a little before; its charts may be lower or higher by some
percent. Pages are judged by the white at their foot, and a few of the best beginnings are followed
from page to page: so the time grows with the pages, and the same document breaks the same way.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice, pairwise
from typing import NamedTuple

from briefing.layout.box import Column
from briefing.layout.boxes.framed import Framed
from briefing.layout.flow.elastic import HIGHEST, LOWEST, Elastic, factor_for, natural, share
from briefing.layout.flow.filling import spreads
from briefing.layout.flow.flow import End, Fill, Flow, Start
from briefing.layout.flow.places import Cursor, Item, Placement
from briefing.layout.flow.queue import Begin, following, linked

# No document is longer, and no mistake of the layout's makes an endless one.
MOST_PAGES = 1_000
# Beginnings followed from page to page, other ends tried of a page, and what an end may leave free
# (as a share of the page) to be tried at all.
_FOLLOWED = 6
_OTHERS = 4
# Of the ways that get far, or not, at a cost so many more, to fill a last page, and what a point of
# the way is worth then; not of a document so long.
_FURTHEST = 4
_WORTH = 0.02
_MANY = 40
_FREE = 0.4
# By how many of the next boxes a page's beginning is known.
_TOLD = 6
# The ways to fill a page, in the order in which they are tried; those that make a document longer
# leave as much white at a page's foot as may be.
_ALLOWED = 20 * 72 / 25.4
# What is taken from the white above headings and exhibits at most.
_TIGHT = -5.0
_FILLS = (
    Fill(),
    Fill(LOWEST),
    Fill(room=0.7),
    Fill(LOWEST, 0.7),
    Fill(spread=_TIGHT),
    Fill(LOWEST, 0.7, spread=_TIGHT),
)
_LONGER = (*_FILLS, Fill(HIGHEST), Fill(foot=_ALLOWED))
# What a page costs in itself; one that costs little more isn't looked at again.
_PAGE = 0.5
_GOOD = 0.25
# How often it is begun anew because a chart can't be drawn as a page wants it.
_TRIES = 3
# The section of what belongs to none.
NO_SECTION = -1
# White that is left as it is; that which charts leave is spread if it is more than some, and so
# much above each heading and exhibit, in points.
_LITTLE, _SOME, _SPREAD = 12.0, 24.0, 7.0
# What it costs that an aside stands on another page than its block, or only its rest does.
_LATE, _REST = 8.0, 1.5
# White at the foot that isn't to be passed, in points: 25 mm. The share of a last page to be used.
_WHITE = 25 * 72 / 25.4
_USED = 0.4


class TooManyPagesError(Exception):
    """The document does not end on MOST_PAGES pages."""


class Width(NamedTuple):
    """How widely it is searched: how many of the cheapest ways are followed and of others that get
    far or not so far, and what a page costs, at most, that isn't tried otherwise."""

    cheapest: int
    others: int
    good: float


@dataclass(frozen=True, slots=True)
class Filled:
    """How a page is filled in the end, and by how much all of it goes down against the way it was
    found, in points."""

    fill: Fill
    gained: float = 0.0


@dataclass(frozen=True, slots=True)
class _Way:
    """A page as it is to end, its cost with that of all before it, how far the text has come by
    then (the height of all that was set), and the pages before."""

    start: Start
    end: End
    filled: Filled
    cost: float
    reach: float
    before: _Way | None

    def pages(self) -> list[_Way]:
        """All pages up to this one, in order."""
        held: list[_Way] = []
        way: _Way | None = self
        while way is not None:
            held.append(way)
            way = way.before
        return held[::-1]


@dataclass(frozen=True, slots=True)
class Broken:
    """All boxes in their places on so many pages, and the notes at the pages' feet; what is
    `crowded` was made smaller."""

    placed: tuple[Placement, ...]
    feet: tuple[Placement, ...]
    crowded: tuple[Item, ...]
    count: int


def broken(flow: Flow, elastic: Elastic, sections: Sequence[Sequence[Item]]) -> Broken:
    """The sections on pages as full as they get. Raises TooManyPagesError."""
    first = Start(1, linked(sections))
    for left in reversed(range(_TRIES)):
        if not left:
            elastic.redraw = None
        ends = [_relaxed(flow, way) for way in _best(flow, first).pages()]
        rigid = len(elastic.rigid)
        placed = elastic.drawn(one for end in ends for one in end.placed)
        if len(elastic.rigid) == rigid:
            break
    notes = [_foot(flow, end.at) for end in ends]
    notes += _rest(flow, ends[-1].at)
    return Broken(
        tuple(placed),
        tuple(note for note in notes if note is not None),
        tuple(item for end in ends for item in end.crowded),
        len(notes),
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


def _best(flow: Flow, first: Start) -> _Way:
    """The cheapest way through all pages; one that ends on a page nearly empty is searched again,
    good pages and what gets furthest not left aside."""
    way = _searched(flow, first, Width(_FOLLOWED, 0, _GOOD))
    if way.end.at.page == 1 or way.end.at.page > _MANY or _last(flow, way.end, way.filled) == 0:
        return way
    return min(way, _searched(flow, first, Width(_FOLLOWED, _FURTHEST, 0.0)), key=lambda w: w.cost)


def _searched(flow: Flow, first: Start, width: Width) -> _Way:
    """The cheapest way that is found with a width."""
    held: list[tuple[Start, _Way | None]] = [(first, None)]
    finished: list[_Way] = []
    while held:
        if held[0][0].page > MOST_PAGES:
            raise TooManyPagesError
        reached: dict[object, _Way] = {}
        for start, before in held:
            for way in _ways(flow, start, before, width.good):
                if way.end.next is None:
                    finished.append(way)
                    continue
                key = _key(way.end.next)
                if key not in reached or way.cost < reached[key].cost:
                    reached[key] = way
        best = _followed(list(reached.values()), width)
        if finished:
            # What is longer must be better by more than a page.
            least = min(way.cost for way in finished)
            best = [way for way in best if way.cost + 1.0 < least]
        held = [(way.end.next, way) for way in best if way.end.next is not None]
    return min(finished, key=lambda way: way.cost)


def _followed(ways: list[_Way], width: Width) -> list[_Way]:
    """The ways that are followed: the cheapest, and those that get far or not so far at a cost:
    what is to stand on the last page, or not, is gained on all before it."""
    found: dict[int, _Way] = {}
    for worth, count in ((0, width.cheapest), (-_WORTH, width.others), (_WORTH, width.others)):
        ranked = sorted((way.cost + worth * way.reach, at) for at, way in enumerate(ways))
        found |= {at: ways[at] for _, at in ranked[:count]}
    return list(found.values())


def _key(start: Start) -> object:
    """What tells a page's beginning from others: what comes next, and what waits."""
    coming = islice(following(start.head), _TOLD)
    told = tuple(one.section if isinstance(one, Begin) else id(one.box) for one in coming)
    return told, tuple(id(item.box) for item in start.waiting)


def _ways(flow: Flow, start: Start, before: _Way | None, good: float) -> Iterator[_Way]:
    """Some ends of a page: as it comes; where that isn't good, ended before, with lower charts, or
    with a section begun where there is less room for it."""
    past = before.cost if before else 0.0
    known: set[tuple[int, float]] = set()
    for fill in _FILLS if good else _LONGER:
        found = flow.ends(start, fill)
        told = (found[-1].steps, _height(flow, found[-1].placed[-1:]))
        if told in known:
            continue
        known.add(told)
        greedy = _way(flow, start, found[-1], fill, before)
        yield greedy
        if greedy.cost - past < _PAGE + good and fill == _FILLS[0]:
            return
        yield from _others(flow, start, found[:-1], fill, before)


def _others(
    flow: Flow, start: Start, ends: Sequence[End], fill: Fill, before: _Way | None
) -> Iterator[_Way]:
    page = flow.look.style.page
    free = _FREE * (page.bottom - page.top)
    near = [end for end in ends if end.limit - end.at.main <= free]
    for end in near[-_OTHERS:]:
        yield _way(flow, start, end, fill, before)


def _way(flow: Flow, start: Start, end: End, fill: Fill, before: _Way | None) -> _Way:
    filled = _filled(end, fill)
    cost = _cost(flow, end, filled) + (before.cost if before else 0.0)
    reach = _height(flow, end.placed) + (before.reach if before else 0.0)
    return _Way(start, end, filled, cost, reach, before)


def _height(flow: Flow, placed: Iterable[Placement]) -> float:
    """The height of all that stands in the text, charts as they would be."""
    items = (one.item for one in placed if one.item.column is not Column.SIDE)
    return sum(natural(item.box) or flow.height(item.box, item.column) for item in items)


def _filled(end: End, fill: Fill) -> Filled:
    """How the page's charts fill it, then white above headings and exhibits; what is parted at the
    foot, or is the end of all, stays, and so does little white."""
    white = end.limit - end.at.main
    if end.parts or end.next is None or white <= _LITTLE:
        return Filled(fill)
    gained = 0.0
    gaps = sum(spreads(one.item) for one in end.placed[1:])
    if fill.spread < 0:
        gained = min(-fill.spread * gaps, white)
        fill = replace(fill, spread=fill.spread + gained / max(gaps, 1))
    if high := sum(_charts(end.placed)):
        factor = factor_for(share(fill.factor) + (white - gained) / high)
        gained += (share(factor) - share(fill.factor)) * high
        fill = replace(fill, factor=factor, foot=0.0)
    if white - gained <= _SOME or not gaps:
        return Filled(fill, gained)
    spread = min(_SPREAD, (white - gained) / gaps)
    return Filled(replace(fill, spread=spread, foot=0.0), gained + spread * gaps)


def _charts(placed: Iterable[Placement]) -> Iterator[float]:
    """The natural heights of the charts of the text."""
    return (natural(p.item.box) for p in placed if p.item.column is not Column.SIDE)


def _cost(flow: Flow, end: End, filled: Filled) -> float:
    """What a page costs: white, asides that lost their block, exhibits out of order, charts that
    aren't as high as they would be; a page at all."""
    main = end.at.main + filled.gained
    lower = max(main, end.at.side)
    if end.next is None:
        white = _last(flow, end, filled)
    else:
        free = max(0.0, end.limit - lower) / _WHITE
        beside = max(0.0, end.limit - main) / _WHITE
        white = free**2 + 0.1 * beside**2 + (3.0 + free if free > 1 else 0.0)
    waiting = end.next.waiting if end.next else ()
    late = sum(_REST if item.goes_on else _LATE for item in waiting)
    shape = abs(filled.fill.factor - 1) / (HIGHEST - 1) if any(_charts(end.placed)) else 0.0
    table = end.parts and isinstance(end.placed[-1].item.box, Framed)
    early = 1.0 - filled.fill.room
    return (
        _PAGE
        + white
        + early
        + _LATE * late
        + 4.0 * _disorder(end.placed)
        + 0.2 * shape
        + 1.0 * table
    )


def _last(flow: Flow, end: End, filled: Filled) -> float:
    """What it costs that the last page has little on it."""
    page = flow.look.style.page
    lower = max(end.at.main + filled.gained, end.at.side)
    used = (lower - page.top) / (page.bottom - page.top)
    short = max(0.0, _USED - used) if end.at.page > 1 else 0.0
    return 8.0 * short + 4.0 * (short > 0)


def _disorder(placed: Sequence[Placement]) -> int:
    """How many exhibits stand above one that has a lower number."""
    held = sorted((p.top, p.item.order) for p in placed if p.item.order)
    return sum(one[1] > other[1] for one, other in pairwise(held))


def _relaxed(flow: Flow, way: _Way) -> End:
    """The page with its charts as high as fill it; as it was found where that breaks it
    otherwise."""
    end = way.end
    if end.parts or end.next is None:
        return end
    fill = way.filled.fill
    for tried_fill in dict.fromkeys((fill, replace(fill, spread=min(fill.spread, 0.0)))):
        tried = flow.ends(way.start, tried_fill, end.steps)[-1]
        same = tried.steps == end.steps and tried.next is not None
        if same and tried.next is not None and _key(tried.next) == _key(end.next):
            return tried
    return end
