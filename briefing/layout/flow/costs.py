"""What a page costs: white at its foot, what stands where it shouldn't, charts out of shape."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from briefing.layout.box import Column
from briefing.layout.boxes.framed import Framed
from briefing.layout.flow.elastic import HIGHEST, charts, gain, highest, is_elastic
from briefing.layout.flow.filling import gaps
from briefing.layout.flow.fills import WHITE, End, Fill
from briefing.layout.flow.flow import Flow
from briefing.layout.flow.places import Item, Placement
from briefing.layout.flow.queue import Queue

# White within the text that isn't to be passed, before any is spread: 20 mm; the share of it that
# is seen as a hole.
_HOLE, _SEEN = 20 * 72 / 25.4, 0.75
# A page in itself.
PAGE = 0.5
# White that is left as it is; that which charts leave is spread if it is more than some, and so
# much above each heading and exhibit; in points.
_LITTLE, _SOME, _SPREAD = 12.0, 24.0, 7.0
# Where too much would be left, at most: so many times the size of the text.
_MOST = 3.0
# An aside on another page than its block, or only its rest; exhibits out of order; a
# table that goes on, and one that is short enough to stay whole; an exhibit before its text.
_LATE, _REST, _DISORDER, _PARTED, _CUT, _EARLY = 12.0, 3.0, 4.0, 1.0, 0.6, 0.2
# What opens the document doesn't end on the first page.
_SPILLED = 6.0
# More white than may be, and a last page that has little on it: at all, and by the share.
_OVER, _SHORT, _BY_SHARE = 3.0, 3.0, 16.0
_SECOND = 2
# What doesn't count, in points.
_NEARLY = 3.0
# The share of a last page to be used.
USED = 0.4


@dataclass(frozen=True, slots=True)
class Filled:
    """How a page is filled in the end, and by how much all of it goes down against the way it was
    found, in points."""

    fill: Fill
    gained: float = 0.0


def filled(flow: Flow, end: End, fill: Fill) -> Filled:
    """How the page's charts fill it, then white above headings and exhibits; what is parted at the
    foot stays where the page is full by it, and so does little white. A last page is filled as far
    as it must be."""
    white = end.limit - end.at.main if end.next else _lacking(flow, end)
    little = WHITE if end.parts else _LITTLE
    if white <= (little if end.next else 0.0):
        return Filled(fill)
    gained = 0.0
    above = gaps(end.placed)
    if fill.spread < 0:
        gained = min(-fill.spread * above, white)
        fill = replace(fill, spread=fill.spread + gained / max(above, 1))
    if shown := charts(end.placed):
        factor = highest(shown, fill.factor, white - gained)
        gained += gain(shown, factor)
        fill = replace(fill, factor=factor, foot=0.0)
    left = white - gained
    if left <= (_SOME if end.next else 0.0) or not above:
        return Filled(fill, gained)
    # More than some only until no more is left than may be, or a last page is full enough.
    much = left - 0.9 * WHITE if end.next else left
    most = _MOST * flow.look.style.text.body.size
    spread = min(max(_SPREAD, min(most, much / above)), left / above)
    return Filled(replace(fill, spread=spread, foot=0.0), gained + spread * above)


def cost(flow: Flow, end: End, made: Filled) -> float:
    """What a page costs."""
    fill, shown = made.fill, any(True for _ in charts(end.placed))
    table = end.parts and isinstance(end.placed[-1].item.box, Framed)
    waiting = end.next.waiting if end.next else ()
    return (
        PAGE
        + (_last(flow, end, made) if end.next is None else _white(end, made))
        + sum(_hole(white) for white in _holes(end.placed))
        + (1.0 - fill.room)
        + sum(_late(item) for item in waiting)
        + _DISORDER * _disorder(end.placed)
        + 0.2 * (abs(fill.factor - 1) / (HIGHEST - 1) if shown else 0.0)
        + (_PARTED + _CUT * fill.parts if table else 0.0)
        + _EARLY * fill.early
        + _SPILLED * _is_spilled(end)
    )


def _late(item: Item) -> float:
    """What it costs that something of the side stands on the next page."""
    return _REST if item.goes_on else _LATE


def _holes(placed: Iterable[Placement]) -> Iterator[float]:
    """The white between each two that stand below one another in the text, in points."""
    held = sorted((p for p in placed if p.item.column is not Column.SIDE), key=lambda p: p.top)
    for above, below in pairwise(held):
        yield below.top - above.top - above.item.box.measure(above.width)


def _hole(white: float) -> float:
    """What it costs that so much white stands within the text."""
    share = white / _HOLE
    return share**2 + (_OVER + share if share > 1 else 0.0) if share > _SEEN else 0.0


def _white(end: End, made: Filled) -> float:
    """What it costs that a page isn't full, and a little that the text ends above an aside."""
    main = end.at.main + made.gained
    free = max(0.0, end.limit - max(main, end.at.side)) / WHITE
    beside = max(0.0, end.limit - main) / WHITE
    gaping = beside if beside > 1 else 0.0
    return free**2 + 0.1 * beside**2 + gaping + (_OVER + free if free > 1 else 0.0)


def _last(flow: Flow, end: End, made: Filled) -> float:
    """What it costs that the last page has little on it."""
    short = shortage(flow, end, made)
    return _BY_SHARE * short + _SHORT * (short > 0)


def shortage(flow: Flow, end: End, made: Filled) -> float:
    """The share of the last page that lacks to what is to be on it."""
    page = flow.look.style.page
    return max(0.0, _lacking(flow, end) - made.gained) / (page.bottom - page.top)


def _lacking(flow: Flow, end: End) -> float:
    """By how much the text of a last page is too short; a first page may be."""
    page = flow.look.style.page
    used = max(end.at.main, end.at.side) - page.top
    lacking = USED * (page.bottom - page.top) - used
    return lacking if end.at.page > 1 and lacking > _NEARLY else 0.0


def is_good(flow: Flow, end: End) -> bool:
    """Whether a page is as full as it is to be."""
    if end.next is None:
        return not _lacking(flow, end)
    return end.limit - max(end.at.main, end.at.side) <= WHITE + _NEARLY


def set_so_far(flow: Flow, placed: Iterable[Placement]) -> float:
    """The height of all that stands in the text, charts as they would be."""
    return sum(_natural(flow, one) for one in placed if one.item.column is not Column.SIDE)


def _natural(flow: Flow, one: Placement) -> float:
    height, box = flow.height(one.item.box, one.item.column), one.item.box
    return height + gain([(box, one.width)], 1.0) if is_elastic(box) else height


def _is_spilled(end: End) -> bool:
    """Whether what opens the document goes on after the first page."""
    rest = end.next
    return (
        rest is not None and rest.page == _SECOND and rest.section == 0 and bool(Queue(rest.head))
    )


def _disorder(placed: Sequence[Placement]) -> int:
    """How many exhibits stand above one that has a lower number."""
    held = sorted((p.top, p.item.order) for p in placed if p.item.order)
    return sum(one[1] > other[1] for one, other in pairwise(held))
