"""Lines over periods, named and valued at their ends."""

from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from briefing.charts.ends import End, end_inset, ends_height, place_ends
from briefing.charts.labels import text_role
from briefing.charts.multiples import draw_multiples
from briefing.charts.panel import Panel, are_counted, are_fiscal, frequency_of, left_inset, slots_of
from briefing.charts.rect import Rect, free, segment
from briefing.charts.sheet import Sheet
from briefing.charts.ticks import Scale
from briefing.language import grammar
from briefing.model import Chart, Line, Point
from briefing.model.style.colours import Role

_MOST = 4
# So near to the end, a peak says nothing that the last value doesn't.
_NEAR = 3
# Without a highlighted line the first is the subject; lines after the second are told by dashes.


class _Stroke(Struct, frozen=True):
    """A line's colour, and its dashes: points on, points off."""

    role: Role
    dashes: tuple[float, ...] = ()


_SUBJECT = _Stroke("main")
_LONG, _SHORT = _Stroke("third", (4.0, 2.0)), _Stroke("third", (1.5, 1.5))
_PLAIN = (_SUBJECT, _Stroke("second"), _LONG, _SHORT)
_BESIDE_SUBJECT = (_Stroke("other"), _LONG, _SHORT)


def draw_line(chart: Chart, sheet: Sheet) -> None:
    """Lines over periods; more than four get a panel each."""
    made = _scale(chart, sheet)
    if len(chart.lines) > _MOST:
        alone = [End("", _dated(sheet, line), "main", 0.0) for line in chart.lines]
        draw_multiples(chart, sheet, made, end_inset(sheet, alone), _draw_small)
        return
    strokes = _strokes(chart.lines)
    named = len(chart.lines) > 1
    ends = [
        End(line.label if named else "", _dated(sheet, line), text_role(stroke.role), 0.0)
        for line, stroke in zip(chart.lines, strokes, strict=True)
    ]
    least = ends_height(sheet, ends) + sheet.measures.line.bottom
    sheet.height = max(sheet.measures.line.height, least)
    right = end_inset(
        sheet, ends, (sheet.measures.line.right_named if named else sheet.measures.line.right)
    )
    box = Rect(
        left_inset(sheet, [made], sheet.measures.line.left),
        sheet.measures.line.bottom,
        sheet.width - right,
        sheet.height - sheet.measures.line.top,
    )
    panel = Panel(
        sheet,
        box,
        made,
        slots_of(chart.lines),
        frequency_of(chart.lines),
        margin=0,
        fiscal=are_fiscal(chart.lines),
    )
    panel.draw_grid()
    panel.draw_years()
    _draw(panel, chart.lines, strokes, ends)


def _draw_small(
    sheet: Sheet, box: Rect, made: Scale, line: Line, slots: tuple[float, float]
) -> None:
    """One line in a panel of its own."""
    panel = Panel(
        sheet, box, made, slots, frequency_of([line]), margin=0, fiscal=are_fiscal([line])
    )
    panel.draw_grid()
    panel.draw_years()
    _draw(panel, [line], [_SUBJECT], [End("", _dated(sheet, line), "main", 0.0)])


def _scale(chart: Chart, sheet: Sheet) -> Scale:
    """The scale of lines: from zero, unless all values are far from it."""
    values = [p.value for line in chart.lines for p in line.points if p.value is not None]
    low, high = min(values, default=Decimal(0)), max(values, default=Decimal(1))
    near = low <= high * Decimal(repr(sheet.measures.line.zero))
    return sheet.scale(low, high, chart.unit, near, mirror=0, whole=are_counted(chart.lines))


def _draw(
    panel: Panel, lines: Sequence[Line], strokes: Sequence[_Stroke], ends: Sequence[End]
) -> None:
    sheet = panel.sheet
    for line, stroke in zip(lines, strokes, strict=True):
        _draw_line(panel, line, stroke)
    at = [End(e.name, e.point, e.role, panel.y(e.point.value or 0)) for e in ends]
    place_ends(panel, at, panel.box.right + sheet.measures.dot / 2)
    subject = strokes.index(_SUBJECT)
    for point in _marked(lines[subject]):
        _place_value(panel, point, "main")


def _draw_line(panel: Panel, line: Line, stroke: _Stroke) -> None:
    """The line, broken where a value is missing; a part-year is a ring by itself."""
    sheet, role, weights = panel.sheet, stroke.role, panel.sheet.measures.line
    thick = weights.main if stroke == _SUBJECT else weights.other
    for run in _runs(line):
        points = [(panel.at(p), panel.y(p.value or 0)) for p in run]
        if len(points) > 1:
            order = 2.6 if stroke == _SUBJECT else 2.4
            sheet.line(points, thick, role, order, stroke.dashes)
            for a, b in pairwise(points):
                sheet.taken.extend(segment(*a, *b, thick))
        else:
            sheet.dot(*points[0], sheet.measures.dot, role, run[0].hollow)
    last = _last(line)
    if last.value is not None and not last.hollow:
        sheet.dot(panel.at(last), panel.y(last.value), sheet.measures.dot, role)


def _runs(line: Line) -> list[list[Point]]:
    """The stretches without a gap."""
    runs: list[list[Point]] = [[]]
    for point in line.points:
        if point.value is None:
            runs.append([])
        elif point.hollow:
            runs.extend([[point], []])
        else:
            runs[-1].append(point)
    return [run for run in runs if run]


def _marked(line: Line) -> list[Point]:
    """The points that get their value besides the last: the peak, or the trough below zero."""
    known = [point for point in line.points if point.value is not None]
    if len(known) < 3:
        return []
    highest = max(known, key=lambda p: p.value or 0)
    lowest = min(known, key=lambda p: p.value or 0)
    marked = [highest] if (highest.value or 0) > 0 else []
    if (lowest.value or 0) < 0:
        marked.append(lowest)
    return [point for point in marked if point not in known[-_NEAR:]]


def _place_value(panel: Panel, point: Point, role: Role) -> None:
    """Set a value over, beside or under its point where nothing is."""
    sheet = panel.sheet
    label = sheet.value(point, sheet.coloured(sheet.text.value_main, role))
    x, y = panel.at(point), panel.y(point.value or 0)
    width, cap, gap = sheet.width_of(label), sheet.cap(label.kind), sheet.measures.point_gap
    tries = [
        (x - width / 2, y + gap),
        (x + gap, y - cap / 2),
        (x - gap - width, y - cap / 2),
        (x, y + gap),
        (x - width, y + gap),
        (x - width / 2, y - gap - cap),
    ]
    for left, baseline in tries:
        place = sheet.rect_of(label, left, baseline)
        # Left of the panel stand the axis' labels: between two of them a value reads as one more.
        if left < panel.box.left - 1:
            continue
        if sheet.box.holds(place) and free(place, sheet.taken, 0.5):
            sheet.set(label, left, baseline, clear=True)
            sheet.dot(x, y, sheet.measures.dot, role)
            return


def _last(line: Line) -> Point:
    """The last point that has a value, else the last."""
    known = [point for point in line.points if point.value is not None]
    return known[-1] if known else line.points[-1]


def _dated(sheet: Sheet, line: Line) -> Point:
    """The last point; one that is older than the axis says of when."""
    last = _last(line)
    if last is line.points[-1] or last.at is None:
        return last
    return replace(
        last, text=f"{last.text} ({grammar(sheet.language).period(last.at, short=True)})"
    )


def _strokes(lines: Sequence[Line]) -> list[_Stroke]:
    """A stroke for each line: the highlighted one is the subject, else the first."""
    marked = [any(point.highlighted for point in line.points) for line in lines]
    if sum(marked) != 1:
        return list(_PLAIN[: len(lines)])
    others = iter(_BESIDE_SUBJECT)
    return [_SUBJECT if mark else next(others) for mark in marked]
