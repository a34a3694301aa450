"""Lines over periods, named and valued at their ends."""

from collections.abc import Sequence
from decimal import Decimal
from itertools import combinations, pairwise

from msgspec import Struct, structs

from briefing.charts.axis import Axis, axis_of, rows, ticks
from briefing.charts.ends import End, end_inset, ends_height, moved, place_ends
from briefing.charts.enlarged import enlarged
from briefing.charts.labels import text_role
from briefing.charts.panel import Panel, are_counted, draw_levels, draw_multiples, left_inset
from briefing.charts.paper import Rect, segment
from briefing.charts.points import marked, place_point
from briefing.charts.sheet import Label, Sheet, draw_key, key_height, level_entries
from briefing.charts.ticks import Scale
from briefing.language import grammar
from briefing.model import Chart, Line, Point
from briefing.model.panels import crossings, second_panel
from briefing.model.style import Role

_MOST = 4
# Three lines and more that cross so often, or whose names stand so far off, get a panel each.
_FEW, _CROSSINGS, _FAR = 3, 6, 16.0
# So much thicker is a line that lies under another.
_RIM = 2.6
# Without a highlighted line the first is the subject; lines after the second are told by dashes.


class _Stroke(Struct, frozen=True):
    """A line's colour, and its dashes: points on, points off."""

    role: Role
    dashes: tuple[float, ...] = ()


_SUBJECT, _GREY = _Stroke("main"), _Stroke("other")
_LONG, _SHORT = _Stroke("third", (4.0, 2.0)), _Stroke("third", (1.5, 1.5))
_PLAIN = (_SUBJECT, _Stroke("second"), _LONG, _SHORT)
_BESIDE_SUBJECT = (_GREY, _LONG, _SHORT, _GREY)


def draw_line(chart: Chart, sheet: Sheet) -> None:
    """Lines over periods; more than four, or such as can't be told apart, get a panel each."""
    if len(chart.lines) > _MOST or (_is_tangle(chart.lines) and not _subject_of(chart.lines)):
        _draw_many(chart, sheet)
        return
    if (rest := second_panel(chart)) is not None:
        held = (
            p if p in rest.points else structs.replace(p, value=None) for p in chart.lines[0].points
        )
        _draw_double(chart, sheet, structs.replace(rest, points=tuple(held)))
        return
    made, measures = _scale(chart, chart.lines, sheet), sheet.measures
    axis = axis_of(chart.lines, margin=0)
    ends = _ends(chart.lines, sheet)
    left = left_inset(sheet, [made], measures.line.left)
    room = measures.line.right_named if len(chart.lines) > 1 else measures.line.right
    right = sheet.width - end_inset(sheet, ends, room)
    drop = (rows(ticks(sheet, axis, right - left)) - 1) * sheet.text.axis.leading
    foot = measures.line.bottom + drop
    entries = level_entries(chart.levels)
    key = key_height(sheet, entries)
    sheet.height = max(measures.line.height + drop, ends_height(sheet, ends) + foot) + key
    top = sheet.height - measures.line.top - key
    if _has_words(chart.lines):
        sheet.height += sheet.text.axis.leading
    box = Rect(left, foot, right, top)
    panel = Panel(sheet, box, made, axis, _lift(chart, sheet))
    at = [structs.replace(e, y=panel.y(e.point.value or 0)) for e in ends]
    if len(ends) >= _FEW and moved(panel, at, box.right) > _FAR and not _subject_of(chart.lines):
        _draw_many(chart, sheet)
        return
    draw_key(sheet, entries, sheet.height)
    panel.draw_grid()
    panel.draw_axis()
    draw_levels(panel, chart.levels)
    _draw(panel, chart.lines, _strokes(chart.lines), at)


def _draw_double(chart: Chart, sheet: Sheet, rest: Line) -> None:
    """The whole line above; below at a scale of its own without the value far above all others."""
    measures, axis = sheet.measures, axis_of(chart.lines, margin=0)
    plot = measures.line.height - measures.line.top - measures.line.bottom
    low = plot / 2
    scales = [_scale(chart, chart.lines, sheet), _scale(chart, [rest], sheet, low)]
    ends = [End("", _dated(sheet, line), "main", 0.0) for line in (chart.lines[0], rest)]
    left = left_inset(sheet, scales, measures.line.left)
    right = sheet.width - end_inset(sheet, ends, measures.line.right)
    drop = (rows(ticks(sheet, axis, right - left)) - 1) * sheet.text.axis.leading
    foot, gap, kind = measures.line.bottom + drop, measures.double.gap, sheet.text.panel
    per = [size / float(s.high - s.low) for size, s in zip((plot, low), scales, strict=True)]
    text = enlarged(sheet, chart, rest, per[1] / per[0])
    title = sheet.wrap(Label(text, sheet.coloured(kind, "main")), sheet.width - left)
    gap += (len(title) - 1) * kind.leading
    sheet.height = foot + low + gap + plot + measures.line.top
    boxes = [
        Rect(left, foot + low + gap, right, sheet.height - measures.line.top),
        Rect(left, foot, right, foot + low),
    ]
    for row, part in enumerate(title):
        rise = measures.double.gap - measures.panel_rise
        sheet.set(part, left, boxes[0].bottom - rise - row * kind.leading)
    for line, box, made, end in zip((chart.lines[0], rest), boxes, scales, ends, strict=True):
        panel = Panel(sheet, box, made, axis)
        panel.draw_grid()
        if line is rest:
            panel.draw_axis()
        _draw(panel, [line], [_SUBJECT], [structs.replace(end, y=panel.y(_last(line).value or 0))])


def _draw_many(chart: Chart, sheet: Sheet) -> None:
    """A panel for each line."""
    one = _scale(chart, chart.lines, sheet)
    own = [_scale(chart, [line], sheet) for line in chart.lines]
    scales = own if chart.own_scales else [one] * len(own)
    alone = [End("", _dated(sheet, line), "main", 0.0) for line in chart.lines]
    lift, subject = _lift(chart, sheet) / 2, _subject_of(chart.lines)

    def small(sheet: Sheet, box: Rect, made: Scale, line: Line, axis: Axis) -> None:
        panel = Panel(sheet, box, made, axis, lift)
        panel.draw_grid()
        panel.draw_axis()
        end = End("", _dated(sheet, line), "main", panel.y(_last(line).value or 0))
        stroke = _GREY if subject and not line.points[0].highlighted else _SUBJECT
        _draw(panel, [line], [stroke], [structs.replace(end, role=text_role(stroke.role))])

    draw_multiples(chart, sheet, scales, end_inset(sheet, alone), small, margin=0)


def _lift(chart: Chart, sheet: Sheet) -> float:
    """White below the lowest value, where the axis doesn't begin at zero."""
    return 0.0 if chart.from_zero else sheet.measures.line.lift


def _has_words(lines: Sequence[Line]) -> bool:
    """Whether words, or a time, stand at a value within a line."""
    return any(p.noted or (p.told and p != line.points[-1]) for line in lines for p in line.points)


def _subject_of(lines: Sequence[Line]) -> bool:
    """Whether one line stands out from grey ones."""
    return sum(any(p.highlighted for p in line.points) for line in lines) == 1


def _is_tangle(lines: Sequence[Line]) -> bool:
    """Whether three lines and more cross again and again."""
    if len(lines) < _FEW:
        return False
    return sum(len(crossings(*pair)) for pair in combinations(lines, 2)) > _CROSSINGS


def _scale(chart: Chart, lines: Sequence[Line], sheet: Sheet, room: float = 0.0) -> Scale:
    """The scale of lines: from zero, unless the exhibit says that all values are far from it."""
    values = [p.value for line in lines for p in line.points if p.value is not None]
    values += [p.value for p in chart.levels if p.value is not None]
    low, high = min(values, default=Decimal(0)), max(values, default=Decimal(1))
    whole = are_counted(lines)
    return sheet.scale(low, high, chart.unit, chart.from_zero, 0, whole, room)


def _ends(lines: Sequence[Line], sheet: Sheet) -> list[End]:
    """Names and last values; where dashes tell lines apart each has a sample of its own."""
    strokes = _strokes(lines)
    dashed = any(stroke.dashes for stroke in strokes)
    return [
        End(
            line.label if len(lines) > 1 else "",
            _dated(sheet, line),
            text_role(stroke.role),
            0.0,
            stroke.role if dashed else None,
            stroke.dashes if dashed else None,
        )
        for line, stroke in zip(lines, strokes, strict=True)
    ]


def _draw(
    panel: Panel, lines: Sequence[Line], strokes: Sequence[_Stroke], ends: Sequence[End]
) -> None:
    sheet = panel.sheet
    hidden = _hidden(panel, lines)
    for line, stroke in zip(lines, strokes, strict=True):
        _draw_line(panel, line, stroke, line.name in hidden)
    x = panel.box.right
    if len(lines) == 1:
        # A single line's value stands at its end, wherever that is.
        x = panel.at(_last(lines[0]))
    place_ends(panel, ends, x + sheet.measures.dot / 2)
    subject = strokes.index(_SUBJECT) if _SUBJECT in strokes else 0
    for number, line in enumerate(lines):
        for point in marked(line, number == subject):
            place_point(panel, point, strokes[number].role)


def _hidden(panel: Panel, lines: Sequence[Line]) -> frozenset[str]:
    """The lines that lie under another all along: a rim shows them."""
    found = set()
    for one, other in combinations(lines, 2):
        apart = [
            abs(panel.y(a.value) - panel.y(b.value))
            for a, b in zip(one.points, other.points, strict=True)
            if a.value is not None and b.value is not None
        ]
        if apart and max(apart) < panel.sheet.measures.line.other:
            found.add(other.name)
    return frozenset(found)


def _draw_line(panel: Panel, line: Line, stroke: _Stroke, hidden: bool = False) -> None:
    """The line, broken where a value is missing; a part-year is a ring by itself."""
    sheet, role, weights = panel.sheet, stroke.role, panel.sheet.measures.line
    thick = weights.main if stroke == _SUBJECT else weights.other
    thick += _RIM if hidden else 0
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


def _last(line: Line) -> Point:
    """The last point that has a value, else the last."""
    known = [point for point in line.points if point.value is not None]
    return known[-1] if known else line.points[-1]


def _dated(sheet: Sheet, line: Line) -> Point:
    """The last point; one that is older than the axis says of when."""
    last = _last(line)
    if last is line.points[-1] or last.at is None:
        return last
    return structs.replace(
        last, text=f"{last.text} ({grammar(sheet.language).period(last.at, short=True)})"
    )


def _strokes(lines: Sequence[Line]) -> list[_Stroke]:
    """A stroke for each line: the highlighted one is the subject, else the first; what is compared
    is grey."""
    marks = [any(point.highlighted for point in line.points) for line in lines]
    if sum(marks) != 1:
        plain = iter(_PLAIN)
        return [_GREY if line.compared else next(plain) for line in lines]
    others = iter(_BESIDE_SUBJECT)
    return [_SUBJECT if mark else next(others) for mark in marks]
