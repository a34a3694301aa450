"""Values at bars: which are wanted, how high they are, where they stand."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from msgspec import Struct

from briefing.charts.axis import Axis, ticks
from briefing.charts.columns import Column
from briefing.charts.labels import text_role
from briefing.charts.panel import Panel
from briefing.charts.paper import BELOW_HEAD, Rect, free, span_bottom, span_top
from briefing.charts.sheet import Label, Sheet
from briefing.charts.ticks import Scale
from briefing.language import grammar
from briefing.model import Line, Point

_SHIFTS = (0, 2, -2, 4, -4, 6, -6, 9, -9, 13, -13)
_RAISES = (0, 6, 12, 18, 24, 30)
# A line from a bar to a value that stands over its neighbours is so long, at least.
_LEADER = 6.0
# So far from its bar's middle, at most, a value may end.
_ASIDE = 4.0
# How far below a line of text its letters reach, and a little white, by the size of type.
_DESCENT = 0.26
# White between a value and bars beside it, by the size of type.
_WHITE = 0.2


class Mark(Struct, frozen=True):
    """A point whose value is wanted; one that the title states, or the author annotates, `must`
    stand."""

    line: int
    point: Point
    must: bool = False


class _Place(Struct, frozen=True):
    cost: float
    left: float
    baseline: float
    rect: Rect
    led: bool


def marks(lines: Sequence[Line]) -> tuple[Mark, ...]:
    """The points that get their value, most wanted first: what the title states, what is annotated,
    the last, the highlighted, the extremes; of several lines only the largest one's extremes."""
    found = [
        Mark(number, point, must=True)
        for number, line in enumerate(lines)
        for point in line.points
        if point.value is not None and (point.told or point.noted or _is_picked(line, point))
    ]
    known = [[p for p in line.points if p.value is not None] for line in lines]
    sizes = [max((abs(p.value or Decimal(0)) for p in row), default=Decimal(0)) for row in known]
    large = sizes.index(max(sizes))
    if known[large]:
        found.append(Mark(large, known[large][-1], must=True))
        found += [Mark(large, point) for point in _extremes(known[large])]
    found += [Mark(n, row[-1]) for n, row in enumerate(known) if row and n != large]
    kept: list[Mark] = []
    for mark in found:
        if all(m.line != mark.line or m.point != mark.point for m in kept):
            kept.append(mark)
    return tuple(kept)


def _is_picked(line: Line, point: Point) -> bool:
    """Whether the point is highlighted, and not all of its line with it."""
    return point.highlighted and not all(p.highlighted for p in line.points)


def _extremes(row: Sequence[Point]) -> Iterator[Point]:
    values = [point.value or 0 for point in row]
    newest = list(reversed(row))
    values.reverse()
    if max(values) > 0:
        yield newest[values.index(max(values))]
    if min(values) < 0:
        yield newest[values.index(min(values))]


def headroom(
    sheet: Sheet, wanted: Sequence[Mark], made: Scale, axis: Axis, size: tuple[float, float]
) -> float:
    """The room that the values of marks want over the panel, of this width and height, beyond what
    the style leaves there."""
    width, height = size
    named = {tick.at for tick in ticks(sheet, axis, width) if tick.row == 0}
    unit = height / float(made.high - made.low)
    most = 0.0
    for mark in wanted:
        value = mark.point.value
        if value is None or value < 0 or mark.point.at is None:
            continue
        lines = _texts(sheet, mark.point, axis.slot(mark.point.at) in named)
        wants = value_gap(sheet) + sheet.cap(sheet.text.value_main) * 1.1
        wants += (len(lines) - 1) * sheet.text.axis.leading
        if mark.must:
            wants += _LEADER
        most = max(most, wants - float(made.high - value) * unit)
    return max(0.0, most + BELOW_HEAD - sheet.measures.bars.top) if most else 0.0


def footroom(
    sheet: Sheet, wanted: Sequence[Mark], made: Scale, axis: Axis, size: tuple[float, float]
) -> float:
    """The room that values under bars want between the panel and its axis."""
    width, height = size
    named = {tick.at for tick in ticks(sheet, axis, width) if tick.row == 0}
    unit = height / float(made.high - made.low)
    most = 0.0
    for mark in wanted:
        value = mark.point.value
        if value is None or value >= 0 or mark.point.at is None:
            continue
        lines = _texts(sheet, mark.point, axis.slot(mark.point.at) in named)
        wants = value_gap(sheet) + sheet.text.value_main.leading
        wants += (len(lines) - 1) * sheet.text.axis.leading
        most = max(most, wants - float(value - made.low) * unit)
    return most


def place_values(
    panel: Panel, wanted: Sequence[Mark], rows: Sequence[Sequence[Column]], frame: Rect
) -> None:
    """Set values over (or under) their bars inside the frame, clear of other bars and labels; one
    that nobody must see is left out where it would have to stand far off."""
    sheet = panel.sheet
    bars = [column.rect for row in rows for column in row]
    for mark in wanted:
        column = next((c for c in rows[mark.line] if c.point == mark.point), None)
        if column is None:
            continue
        lines = _lines(panel, column)
        far = 1000.0 if mark.must else sheet.measures.value.far
        places = sorted(_places(panel, column, lines, bars, frame), key=lambda p: p.cost)
        fitting = (p for p in places if p.cost <= far)
        apart = sheet.measures.value.apart
        place = next((p for p in fitting if _is_free(sheet, column, p, apart)), None)
        if place is None and mark.must:
            place = next((p for p in places if _is_free(sheet, column, p, 1)), None)
        if place is not None:
            _set(panel, column, lines, place)


def _is_free(sheet: Sheet, column: Column, place: _Place, apart: float) -> bool:
    """Whether a value and its leader, if it has one, are clear of what is set."""
    if not free(place.rect, sheet.taken, apart):
        return False
    return not place.led or free(_leader(column, place), sheet.taken)


def _leader(column: Column, place: _Place) -> Rect:
    """The line from a bar to its value."""
    far = place.rect.bottom - 1 if column.up else place.rect.top + 1
    low, high = sorted((column.tip + (1 if column.up else -1), far))
    return Rect(column.middle - 1, low, column.middle + 1, high)


def _texts(sheet: Sheet, point: Point, named: bool) -> list[str]:
    """What stands at a point: its value; below it the author's word, and when it is of where the
    axis doesn't say so."""
    when = ""
    if point.at is not None and not named and not point.hollow:
        when = grammar(sheet.language).period(point.at, short=True)
    below = ", ".join(part for part in (point.noted, when) if part)
    return [point.text, below] if below else [point.text]


def _lines(panel: Panel, column: Column) -> list[Label]:
    sheet = panel.sheet
    kind = sheet.coloured(sheet.text.value_main, text_role(column.role))
    _, *below = _texts(sheet, column.point, panel.names(column.point))
    return [sheet.value(column.point, kind), *(Label(t, sheet.text.axis) for t in below)]


def value_gap(sheet: Sheet) -> float:
    """From a bar to its value: the style's, and no less than what letters reach below a line."""
    return max(sheet.measures.value.gap, sheet.text.value_main.size * _DESCENT)


def _width(sheet: Sheet, lines: Sequence[Label]) -> float:
    """How wide a value is with what stands below it, centred but for the mark of its status."""
    bare = [sheet.width_of(Label(line.text, line.kind)) for line in lines]
    wide = max(bare)
    return max((wide - b) / 2 + sheet.width_of(x) for b, x in zip(bare, lines, strict=True))


def _box(sheet: Sheet, lines: Sequence[Label], left: float, baseline: float) -> Rect:
    """The space of a value, and of what stands below it."""
    width = _width(sheet, lines)
    more = sum(line.kind.leading for line in lines[1:])
    first, last = sheet.rect_of(lines[0], left, baseline), sheet.rect_of(lines[-1], left, baseline)
    return Rect(left, last.bottom - more, left + width, first.top)


def _places(
    panel: Panel, column: Column, lines: Sequence[Label], bars: Sequence[Rect], frame: Rect
) -> Iterator[_Place]:
    """Places about the bar's middle or flush with a side of it, raised over what is in the way."""
    sheet, gap = panel.sheet, value_gap(panel.sheet)
    bare = max(sheet.width_of(Label(line.text, line.kind)) for line in lines)
    width = _width(sheet, lines)
    more = sum(line.kind.leading for line in lines[1:])
    white = lines[0].kind.size * _WHITE
    for shift in _SHIFTS:
        left = min(max(column.middle - bare / 2 + shift, frame.left), frame.right - width)
        if not left - _ASIDE <= column.middle <= left + width + _ASIDE:
            continue
        for raise_ in _RAISES:
            if column.up:
                edge = span_top(bars, left - white, left + width + white, column.tip)
                off = edge - column.tip
            else:
                edge = span_bottom(bars, left - white, left + width + white, column.tip)
                off = column.tip - edge
            led = off > 1 or raise_ > 0
            away = max(off + raise_, _LEADER if led else 0.0) + gap
            under = column.tip - away - sheet.cap(lines[0].kind)
            base = column.tip + away + more if column.up else under
            rect = _box(sheet, lines, left, base)
            if frame.bottom <= rect.bottom and rect.top <= frame.top:
                cost = away - gap + abs(left - (column.middle - bare / 2)) * 0.25 + 3 * led
                yield _Place(cost, left, base, rect, led)


def _set(panel: Panel, column: Column, lines: Sequence[Label], place: _Place) -> None:
    sheet = panel.sheet
    bare = [sheet.width_of(Label(line.text, line.kind)) for line in lines]
    baseline = place.baseline
    for line, width in zip(lines, bare, strict=True):
        sheet.set(line, place.left + (max(bare) - width) / 2, baseline, clear=True)
        baseline -= sheet.text.axis.leading
    sheet.taken.append(place.rect)
    if place.led:
        leader = _leader(column, place)
        ends = [(column.middle, leader.bottom), (column.middle, leader.top)]
        sheet.line(ends, sheet.measures.leader, text_role(column.role))
        sheet.taken.append(leader)
