"""Bars over periods: one series, two side by side, many in panels of their own."""

from collections.abc import Sequence
from decimal import Decimal

from msgspec.structs import replace

from briefing.charts.axis import Axis, axis_of, rows, ticks
from briefing.charts.columns import columns, draw_columns
from briefing.charts.enlarged import enlarged
from briefing.charts.labels import place_gaps, place_months, place_names, text_role
from briefing.charts.marks import Mark, footroom, headroom, marks, place_values
from briefing.charts.pairs import draw_pairs
from briefing.charts.panel import Panel, are_counted, draw_levels, draw_multiples, left_inset
from briefing.charts.paper import BELOW_HEAD, Rect
from briefing.charts.sheet import Entry, Label, Sheet, draw_key, key_height, level_entries
from briefing.charts.stacks import draw_stacks
from briefing.charts.ticks import Scale
from briefing.model import Chart, Line
from briefing.model.panels import second_panel
from briefing.model.style import Role

_PAIR = 2


def draw_bars(chart: Chart, sheet: Sheet) -> None:
    """Bars over periods; categories lie as flat bars; many series get a panel each."""
    if any(point.at is None for line in chart.lines for point in line.points):
        draw_pairs(chart, sheet)
    elif len(chart.lines) > 1 and chart.mode in ("stacked", "percent", "diverging"):
        draw_stacks(chart, sheet)
    elif len(chart.lines) > _PAIR:
        right = sheet.measures.multiple.right
        scales = [_scale(chart, [line], sheet) for line in chart.lines]
        one = _scale(chart, chart.lines, sheet)
        made = scales if chart.own_scales else [one] * len(chart.lines)
        draw_multiples(chart, sheet, made, right, _draw_small)
    elif (lower := second_panel(chart)) is not None:
        _draw_double(chart, sheet, lower)
    else:
        _draw_single(chart, sheet)


def _roles(lines: Sequence[Line]) -> list[Role]:
    """The colour of each line: the subject's or the first one's, the second's; grey for what is
    compared."""
    own: list[Role] = ["main", "second"]
    if len(lines) == _PAIR and all(p.highlighted for p in lines[1].points):
        own.reverse()
    return ["other" if line.compared else own.pop(0) for line in lines]


def _draw_single(chart: Chart, sheet: Sheet) -> None:
    """One panel; its years stand above bars that all hang."""
    made, axis, measures = _scale(chart, chart.lines, sheet), axis_of(chart.lines), sheet.measures
    months = _months_line(sheet, chart.lines, made)
    hanging = made.high <= 0
    left, right = _sides(sheet, chart.lines, [made], axis)
    drop = (rows(ticks(sheet, axis, right - left)) - 1) * sheet.text.axis.leading
    entries = _entries(chart, sheet)
    plot = measures.bars.height - measures.bars.top - measures.bars.bottom
    above = measures.years.drop + sheet.cap(sheet.text.axis) * 1.1 + BELOW_HEAD
    top = max(measures.bars.top, above) + drop if hanging else measures.bars.top
    size = (right - left, plot)
    top += headroom(sheet, marks(chart.lines), made, axis, size)
    below = months if hanging else months + footroom(sheet, marks(chart.lines), made, axis, size)
    foot = measures.bars.above if hanging else measures.bars.bottom + drop
    key = key_height(sheet, entries)
    sheet.height = plot + top + foot + below + key + (measures.bars.bottom - foot if hanging else 0)
    draw_key(sheet, entries, sheet.height)
    box = Rect(left, foot + below, right, sheet.height - top - key)
    panel = _draw_panel(sheet, box, made, chart.lines, axis)
    draw_levels(panel, chart.levels)
    panel.draw_axis(top=hanging, below=below)


def _entries(chart: Chart, sheet: Sheet) -> list[Entry]:
    """What stands in the key: names that find no place at the bars, and levels."""
    named = zip(chart.lines, _roles(chart.lines), strict=True)
    keyed = [Entry(line.label, role) for line, role in named] if sheet.keyed else []
    return [*keyed, *level_entries(chart.levels)]


def _draw_double(chart: Chart, sheet: Sheet, lower_line: Line) -> None:
    """All above; below at a scale of its own the smaller of two series, or one without the value
    that is far above all others."""
    axis = axis_of(chart.lines)
    made = _scale(chart, chart.lines, sheet)
    measures = sheet.measures
    plot = measures.bars.double - measures.bars.top - measures.bars.bottom
    lower_plot = (plot - measures.double.gap) * (1 - measures.double.share)
    low = _scale(replace(chart, levels=()), [lower_line], sheet, lower_plot)
    own = [line.name for line in chart.lines].index(lower_line.name)
    role = _roles(chart.lines)[own]
    left, right = _sides(sheet, chart.lines, [made, low], axis)
    entries = _entries(chart, sheet)
    drop = (rows(ticks(sheet, axis, right - left)) - 1) * sheet.text.axis.leading
    gap = measures.double.gap
    upper_plot = plot - gap - lower_plot
    top = measures.bars.top
    top += headroom(sheet, marks(chart.lines), made, axis, (right - left, upper_plot))
    density = (lower_plot / float(low.high - low.low)) / (upper_plot / float(made.high - made.low))
    kind = sheet.coloured(sheet.text.panel, text_role(role))
    text = enlarged(sheet, chart, lower_line, density)
    title = sheet.wrap(Label(text, kind), sheet.width - left)
    gap += (len(title) - 1) * kind.leading
    gap += headroom(sheet, marks([lower_line]), low, axis, (right - left, lower_plot))
    key = key_height(sheet, entries)
    below = footroom(sheet, marks([lower_line]), low, axis, (right - left, lower_plot))
    foot = measures.bars.bottom + drop + below
    sheet.height = key + top + upper_plot + gap + lower_plot + foot
    draw_key(sheet, entries, sheet.height)
    lower = Rect(left, foot, right, foot + lower_plot)
    upper = Rect(left, lower.top + gap, right, lower.top + gap + upper_plot)
    for row, line in enumerate(title):
        baseline = upper.bottom - measures.double.gap + measures.panel_rise
        sheet.set(line, left, baseline - row * kind.leading)
    small = Panel(sheet, lower, low, axis)
    _fill(small, [lower_line], [role], marks([lower_line]), sheet.frame)
    small.draw_axis(below=below)
    other = lower_line.name if len(chart.lines) > 1 else ""
    panel = _draw_panel(sheet, upper, made, chart.lines, axis, other)
    draw_levels(panel, chart.levels)


def _draw_small(sheet: Sheet, box: Rect, made: Scale, line: Line, axis: Axis) -> None:
    """One series in a panel of its own."""
    panel = Panel(sheet, box, made, axis)
    cell = sheet.frame._replace(right=box.right + sheet.measures.multiple.right)
    _fill(panel, [line], ["other" if line.compared else "main"], marks([line]), cell)
    panel.draw_axis()


def _draw_panel(
    sheet: Sheet, box: Rect, made: Scale, lines: Sequence[Line], axis: Axis, below: str = ""
) -> Panel:
    """One panel with its bars and labels, but for the values of the line that another panel has
    `below`."""
    panel = Panel(sheet, box, made, axis)
    wanted = tuple(mark for mark in marks(lines) if lines[mark.line].name != below)
    _fill(panel, lines, _roles(lines), wanted, sheet.frame)
    return panel


def _fill(
    panel: Panel,
    lines: Sequence[Line],
    roles: Sequence[Role],
    wanted: Sequence[Mark],
    frame: Rect,
) -> None:
    """The bars of a panel and their labels, which stay inside the frame."""
    panel.draw_grid()
    made = columns(panel, lines, roles)
    bars = [column.rect for row in made for column in row]
    for row in made:
        draw_columns(panel, row)
    place_months(panel, [column for row in made for column in row])
    place_values(panel, wanted, made, frame)
    for line in lines:
        place_gaps(panel, line, bars)
    if len(lines) > 1 and not panel.sheet.keyed:
        place_names(panel, made, [line.label for line in lines])


def _sides(
    sheet: Sheet, lines: Sequence[Line], scales: Sequence[Scale], axis: Axis
) -> tuple[float, float]:
    """Where the panels begin and end; at the right of a wide chart the last value's mark has
    room."""
    left = left_inset(sheet, scales, sheet.measures.bars.left)
    known = [[p for p in line.points if p.value is not None] for line in lines]
    pitch = (sheet.width - left) / axis.length
    room = sheet.measures.bars.right
    for last_point in (points[-1] for points in known if points and not sheet.narrow):
        label = sheet.value(last_point, sheet.text.value_main)
        bare = sheet.width_of(Label(label.text, label.kind))
        room = max(room, sheet.width_of(label) - bare / 2 - pitch / 2)
    return left, sheet.width - room


def _months_line(sheet: Sheet, lines: Sequence[Line], made: Scale) -> float:
    """The room for the months of part-years, where no bar hangs."""
    part = any(point.hollow for line in lines for point in line.points)
    room = max(sheet.measures.months.line, sheet.text.months.leading)
    return room if part and made.low >= 0 else 0.0


def _scale(chart: Chart, lines: Sequence[Line], sheet: Sheet, room: float = 0.0) -> Scale:
    values = [p.value for line in lines for p in line.points if p.value is not None]
    values += [p.value for p in chart.levels if p.value is not None]
    low, high = min(values, default=Decimal(0)), max(values, default=Decimal(1))
    return sheet.scale(low, high, chart.unit, whole=are_counted(lines), room=room)
