"""Bars and areas on top of each other: parts named at the right, totals over the peak and last."""

from collections.abc import Sequence
from decimal import Decimal

from briefing.charts.axis import axis_of, rows, ticks
from briefing.charts.columns import Column, draw_columns, stack_ends, stacks
from briefing.charts.ends import End, end_inset, ends_height, place_ends
from briefing.charts.marks import value_gap
from briefing.charts.panel import Panel, are_counted, draw_levels, left_inset
from briefing.charts.paper import Rect, free
from briefing.charts.sheet import Label, Sheet, draw_key, key_height, level_entries
from briefing.model import Chart, Point
from briefing.model.style import Role

# From the bottom: dark beside light, so that neighbours are told apart in grey too.
_PARTS: tuple[Role, ...] = ("main", "second", "second_text", "other")
# White between two parts.
_SEAM = 0.6


def part_roles(chart: Chart) -> list[Role]:
    """The colour of each part; the last of four and all that is gathered are grey."""
    roles = [_PARTS[number % len(_PARTS)] for number in range(len(chart.lines))]
    if len(roles) > 1 and chart.lines[-1].name.endswith(": other"):
        roles[-1] = "other"
    return roles


def draw_stacks(chart: Chart, sheet: Sheet) -> None:
    """Bars on top of each other, named at the right of the last."""
    panel, roles = stack_panel(chart, sheet)
    made = stacks(panel, chart.lines, roles)
    for row in made:
        draw_columns(panel, row)
        for column in row:
            _seam(panel, column)
    ends = [
        End(line.label, row[-1].point, "zero", _middle(row[-1]), role)
        for line, role, row in zip(chart.lines, roles, made, strict=True)
        if row
    ]
    draw_levels(panel, chart.levels)
    _place_totals(panel, chart.totals, [column.rect for row in made for column in row])
    place_ends(panel, ends, panel.box.right)
    panel.draw_axis()


def stack_panel(chart: Chart, sheet: Sheet, margin: float = 0.5) -> tuple[Panel, list[Role]]:
    """The panel of a stack with its grid, and the colours of the parts."""
    roles, measures = part_roles(chart), sheet.measures
    low, high = stack_ends(chart.lines)
    high = max([high, *(p.value for p in chart.levels if p.value is not None)])
    made = sheet.scale(low, high, chart.unit, whole=are_counted(chart.lines))
    axis = axis_of(chart.lines, margin)
    ends = [
        End(line.label, _last(line.points), "zero", 0.0, role)
        for line, role in zip(chart.lines, roles, strict=True)
    ]
    left = left_inset(sheet, [made], measures.bars.left)
    right = sheet.width - end_inset(sheet, ends)
    drop = (rows(ticks(sheet, axis, right - left)) - 1) * sheet.text.axis.leading
    entries = level_entries(chart.levels)
    key = key_height(sheet, entries)
    foot = measures.bars.bottom + drop
    # A total of the highest bar stands over it, with the period below.
    room = sheet.text.value_main.leading if chart.totals and margin else 0.0
    body = max(measures.bars.height - measures.bars.bottom, ends_height(sheet, ends) + room)
    sheet.height = foot + body + key + room
    draw_key(sheet, entries, sheet.height)
    box = Rect(left, foot, right, sheet.height - measures.bars.top - key - room)
    panel = Panel(sheet, box, made, axis)
    panel.draw_grid()
    return panel, roles


def _last(points: Sequence[Point]) -> Point:
    known = [point for point in points if point.value is not None]
    return known[-1] if known else points[-1]


def _middle(column: Column) -> float:
    return (column.rect.bottom + column.rect.top) / 2


def _seam(panel: Panel, column: Column) -> None:
    """White at a part's far end, where it is thick enough to bear it."""
    rect, sheet = column.rect, panel.sheet
    if rect.height > 3 * _SEAM and abs(column.tip - panel.zero) > 1:
        edge = rect.top if column.up else rect.bottom
        sheet.line([(rect.left, edge), (rect.right, edge)], _SEAM, "paper", 2.5)


def _place_totals(panel: Panel, totals: Sequence[Point], bars: Sequence[Rect]) -> None:
    """The whole over the last bar and the highest, clear of other bars and of what stands beside
    the panel."""
    if not totals:
        return
    sheet = panel.sheet
    peak = max(reversed(totals), key=lambda p: p.value or Decimal(0))
    for point in dict.fromkeys((totals[-1], peak)):
        label = Label(point.text, sheet.coloured(sheet.text.value_main, "zero"), fact=point.fact)
        width = sheet.width_of(label)
        y = panel.y(point.value or 0) + value_gap(sheet)
        for shift in (0.5, 1, 0, 0.75, 0.25):
            left = min(panel.at(point) - width * shift, panel.box.right - width)
            if free(sheet.rect_of(label, left, y), [*sheet.taken, *bars], 0.2):
                sheet.set(label, left, y, clear=True)
                break
