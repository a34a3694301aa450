"""Bars over periods: one series, two side by side, stacked or diverging."""

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal

from briefing.charts.columns import Column, columns, draw_columns, stack_ends, stacks
from briefing.charts.ends import End, end_inset, ends_height, place_ends
from briefing.charts.labels import (
    notable,
    place_gaps,
    place_months,
    place_names,
    place_values,
    text_role,
)
from briefing.charts.multiples import draw_multiples
from briefing.charts.pairs import draw_pairs
from briefing.charts.panel import Panel, are_counted, are_fiscal, frequency_of, left_inset, slots_of
from briefing.charts.rect import Rect
from briefing.charts.sheet import Label, Sheet
from briefing.charts.ticks import Scale
from briefing.language import grammar
from briefing.language.amount import Amount
from briefing.model import RATIO, Chart, Line
from briefing.model.style.colours import Role

_PAIR: tuple[Role, ...] = ("main", "second")
_STACK: tuple[Role, ...] = ("main", "second", "third", "third")
_HATCHES = ("", "", "////", "....")


def draw_bars(chart: Chart, sheet: Sheet) -> None:
    """Bars over periods; categories lie as flat bars; many series get a panel each."""
    if any(point.at is None for line in chart.lines for point in line.points):
        draw_pairs(chart, sheet)
    elif len(chart.lines) > 1 and chart.mode in ("stacked", "diverging"):
        _draw_stacks(chart, sheet)
    elif len(chart.lines) > len(_PAIR):
        right = sheet.measures.multiple.right
        draw_multiples(chart, sheet, _scale(chart.lines, sheet, chart.unit), right, _draw_small)
    elif (small := _small(chart, sheet)) is not None:
        _draw_double(chart, sheet, small)
    else:
        _draw_single(chart, sheet)


def _draw_single(chart: Chart, sheet: Sheet) -> None:
    """One panel; its years stand above bars that all hang."""
    made = _scale(chart.lines, sheet, chart.unit)
    extra = _months_line(sheet, chart.lines, made)
    hanging = made.high <= 0
    below = 0.0 if hanging else _below(sheet, chart.lines, made)
    sheet.height = sheet.measures.bars.height + extra + below
    foot = (sheet.measures.bars.above if hanging else sheet.measures.bars.bottom) + extra + below
    box = _box(sheet, chart.lines, [made], foot)
    panel = _draw_panel(sheet, box, made, chart.lines, _PAIR)
    panel.draw_years(top=hanging, below=below)


def _below(sheet: Sheet, lines: Sequence[Line], made: Scale) -> float:
    """The room that a value under the lowest bar wants between the panel and its years."""
    lowest = min((p.value for line in lines for p in line.points if p.value is not None), default=0)
    if lowest >= 0:
        return 0.0
    free = float((lowest - made.low) / (made.high - made.low)) * sheet.measures.bars.height / 2
    return max(0.0, sheet.text.value_main.leading - free)


def _draw_double(chart: Chart, sheet: Sheet, small: Line) -> None:
    """Both series above, the smaller one again below at a scale of its own."""
    scales = [_scale(lines, sheet, chart.unit) for lines in (chart.lines, [small])]
    extra = _months_line(sheet, chart.lines, scales[0])
    sheet.height = sheet.measures.bars.double + extra
    area = _box(sheet, chart.lines, scales, sheet.measures.bars.bottom + extra)
    role = _PAIR[chart.lines.index(small)]
    kind = sheet.coloured(sheet.text.panel, text_role(role))
    gap, share = sheet.measures.double.gap, sheet.measures.double.share
    upper, lower = _cut(area, gap, share)
    text = _enlarged(sheet, small, _density(lower, scales[1]) / _density(upper, scales[0]))
    title = sheet.wrap(Label(text, kind), sheet.width - area.left)
    if len(title) > 1:
        more = (len(title) - 1) * kind.leading
        sheet.height += more
        upper, lower = _cut(area._replace(top=area.top + more), gap + more, share)
    for number, line in enumerate(reversed(title)):
        rise = sheet.measures.panel_rise + number * kind.leading
        sheet.set(line, area.left, lower.top + rise)
    _draw_panel(sheet, lower, scales[1], [small], [role]).draw_years()
    _draw_panel(sheet, upper, scales[0], chart.lines, _PAIR)


def _enlarged(sheet: Sheet, line: Line, times: float) -> str:
    whole = Decimal(times).quantize(Decimal(1), ROUND_HALF_UP)
    written = grammar(sheet.language).times(Amount(whole, 0, RATIO))
    return sheet.words.enlarged.format(series=line.label, times=written)


def _cut(area: Rect, gap: float, share: float) -> tuple[Rect, Rect]:
    """An upper and a lower box with a gap between."""
    cut = area.top - (area.height - gap) * share
    return area._replace(bottom=cut), area._replace(top=cut - gap)


def _density(box: Rect, made: Scale) -> float:
    """Points of height for one unit."""
    return box.height / float(made.high - made.low)


def _draw_small(
    sheet: Sheet, box: Rect, made: Scale, line: Line, slots: tuple[float, float]
) -> None:
    """One series in a panel of its own."""
    panel = Panel(sheet, box, made, slots, frequency_of([line]), fiscal=are_fiscal([line]))
    cell = Rect(0, 0, box.right + sheet.measures.multiple.right, sheet.height)
    _fill(panel, [line], ["main"], cell)
    panel.draw_years()


def _draw_panel(
    sheet: Sheet, box: Rect, made: Scale, lines: Sequence[Line], roles: Sequence[Role]
) -> Panel:
    """One panel with its bars and labels."""
    panel = Panel(sheet, box, made, slots_of(lines), frequency_of(lines), fiscal=are_fiscal(lines))
    _fill(panel, lines, roles, sheet.box)
    return panel


def _fill(panel: Panel, lines: Sequence[Line], roles: Sequence[Role], frame: Rect) -> None:
    """The bars of a panel and their labels, which stay inside the frame."""
    panel.draw_grid()
    rows = columns(panel, lines, roles[: len(lines)])
    bars = [column.rect for row in rows for column in row]
    for row in rows:
        draw_columns(panel, row)
    place_months(panel, [column for row in rows for column in row])
    large = max(rows, key=_height)
    wanted = notable(large) if len(rows) == 1 else notable(large)[:1]
    place_values(panel, wanted, bars, frame)
    for line in lines:
        place_gaps(panel, line, bars)
    if len(lines) > 1:
        place_names(panel, rows, [line.label for line in lines])


def _height(row: Sequence[Column]) -> float:
    return max((column.rect.height for column in row), default=0.0)


def _draw_stacks(chart: Chart, sheet: Sheet) -> None:
    """Bars on top of each other, named at the right of the last."""
    made = sheet.scale(*stack_ends(chart.lines), chart.unit, whole=are_counted(chart.lines))
    roles = [_STACK[number % len(_STACK)] for number in range(len(chart.lines))]
    if len(chart.lines) > len(_STACK):
        roles[-1] = "other"
    ends = [
        End(line.label, line.points[-1], text_role(role), 0.0)
        for line, role in zip(chart.lines, roles, strict=True)
    ]
    least = ends_height(sheet, ends) + sheet.measures.bars.bottom
    sheet.height = max(sheet.measures.bars.height, least)
    box = Rect(
        left_inset(sheet, [made], sheet.measures.bars.left),
        sheet.measures.bars.bottom,
        sheet.width - end_inset(sheet, ends),
        sheet.height - sheet.measures.bars.top,
    )
    panel = Panel(
        sheet,
        box,
        made,
        slots_of(chart.lines),
        frequency_of(chart.lines),
        fiscal=are_fiscal(chart.lines),
    )
    panel.draw_grid()
    rows = stacks(panel, chart.lines, roles)
    for number, row in enumerate(rows):
        draw_columns(
            panel, row, "" if roles[number] == "other" else _HATCHES[number % len(_HATCHES)]
        )
    at = [
        End(end.name, row[-1].point, end.role, (row[-1].rect.bottom + row[-1].rect.top) / 2)
        for end, row in zip(ends, rows, strict=True)
        if row
    ]
    place_ends(panel, at, box.right)
    panel.draw_years()


def _box(sheet: Sheet, lines: Sequence[Line], scales: Sequence[Scale], foot: float) -> Rect:
    """Where the panels stand; at the right of a wide chart the last value's mark has room."""
    left = left_inset(sheet, scales, sheet.measures.bars.left)
    known = [[p for p in line.points if p.value is not None] for line in lines]
    first, last = slots_of(lines)
    pitch = (sheet.width - left) / (last - first + 1)
    room = sheet.measures.bars.right
    for last_point in (points[-1] for points in known if points and not sheet.narrow):
        label = sheet.value(last_point, sheet.text.value_main)
        bare = sheet.width_of(Label(label.text, label.kind))
        room = max(room, sheet.width_of(label) - bare / 2 - pitch / 2)
    return Rect(left, foot, sheet.width - room, sheet.height - sheet.measures.bars.top)


def _months_line(sheet: Sheet, lines: Sequence[Line], made: Scale) -> float:
    """The room for the months of part-years, where no bar hangs."""
    part = any(point.hollow for line in lines for point in line.points)
    return sheet.measures.months.line if part and made.low >= 0 else 0.0


def _small(chart: Chart, sheet: Sheet) -> Line | None:
    """The series that wants a second panel: less than a tenth of the other at the last point."""
    if len(chart.lines) != len(_PAIR):
        return None
    values = [point.value for line in chart.lines for point in line.points]
    last = [line.points[-1].value or Decimal(0) for line in chart.lines]
    if any(value is not None and value < 0 for value in values) or not all(last):
        return None
    below = Decimal(repr(sheet.measures.double.below)) * max(last)
    return chart.lines[last.index(min(last))] if min(last) < below else None


def _scale(lines: Sequence[Line], sheet: Sheet, unit: str) -> Scale:
    values = [p.value for line in lines for p in line.points if p.value is not None]
    low, high = min(values, default=Decimal(0)), max(values, default=Decimal(1))
    return sheet.scale(low, high, unit, whole=are_counted(lines))
