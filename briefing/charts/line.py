"""Lines over periods, named and valued at their ends."""

from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise

from msgspec.structs import replace

from briefing.charts.ends import End, end_inset, ends_height, place_ends
from briefing.charts.labels import text_role
from briefing.charts.multiples import draw_multiples
from briefing.charts.panel import Panel, frequency_of, left_inset, slots_of
from briefing.charts.rect import Rect, free, segment
from briefing.charts.sheet import Sheet
from briefing.charts.ticks import Scale
from briefing.model.exhibit import Chart, Line, Point

_MOST = 4
# So near to the end, a peak says nothing that the last value doesn't.
_NEAR = 3
# Without a highlighted line the first is the subject; lines after the second are told by dashes.
_PLAIN = ("main", "second", "third.long", "third.short")
_BESIDE_MAIN = ("other", "third.long", "third.short")


def draw_line(chart: Chart, sheet: Sheet) -> None:
    """Lines over periods; more than four get a panel each."""
    made = _scale(chart, sheet)
    if len(chart.lines) > _MOST:
        alone = [End("", _dated(line), "main", 0.0) for line in chart.lines]
        draw_multiples(chart, sheet, made, end_inset(sheet, alone), _draw_small)
        return
    roles = _roles(chart.lines)
    named = len(chart.lines) > 1
    ends = [
        End(line.label if named else "", _dated(line), text_role(_plain(role)), 0.0)
        for line, role in zip(chart.lines, roles, strict=True)
    ]
    least = ends_height(sheet, ends) + sheet.measure("line.bottom")
    sheet.height = max(sheet.measure("line.height"), least)
    right = end_inset(sheet, ends, sheet.measure("line.right.named" if named else "line.right"))
    box = Rect(
        left_inset(sheet, [made], sheet.measure("line.left")),
        sheet.measure("line.bottom"),
        sheet.width - right,
        sheet.height - sheet.measure("line.top"),
    )
    panel = Panel(sheet, box, made, slots_of(chart.lines), frequency_of(chart.lines), margin=0)
    panel.draw_grid()
    panel.draw_years()
    _draw(panel, chart.lines, roles, ends)


def _draw_small(
    sheet: Sheet, box: Rect, made: Scale, line: Line, slots: tuple[float, float]
) -> None:
    """One line in a panel of its own."""
    panel = Panel(sheet, box, made, slots, frequency_of([line]), margin=0)
    panel.draw_grid()
    panel.draw_years()
    _draw(panel, [line], ["main"], [End("", _dated(line), "main", 0.0)])


def _scale(chart: Chart, sheet: Sheet) -> Scale:
    """The scale of lines: from zero, unless all values are far from it."""
    values = [p.value for line in chart.lines for p in line.points if p.value is not None]
    low, high = min(values, default=Decimal(0)), max(values, default=Decimal(1))
    near = low <= high * Decimal(repr(sheet.measure("line.zero")))
    return sheet.scale(low, high, chart.unit, near, mirror=0)


def _draw(panel: Panel, lines: Sequence[Line], roles: Sequence[str], ends: Sequence[End]) -> None:
    sheet = panel.sheet
    for line, role in zip(lines, roles, strict=True):
        _draw_line(panel, line, role)
    at = [End(e.name, e.point, e.role, panel.y(e.point.value or 0)) for e in ends]
    place_ends(panel, at, panel.box.right + sheet.measure("dot") / 2)
    subject = roles.index("main")
    for point in _marked(lines[subject]):
        _place_value(panel, point, "main")


def _draw_line(panel: Panel, line: Line, role: str) -> None:
    """The line, broken where a value is missing; a part-year is a ring by itself."""
    sheet, plain = panel.sheet, _plain(role)
    thick = sheet.measure("line.main" if plain == "main" else "line.other")
    dash = {"third.long": (4.0, 2.0), "third.short": (1.5, 1.5)}.get(role, ())
    for run in _runs(line):
        points = [(panel.at(p), panel.y(p.value or 0)) for p in run]
        if len(points) > 1:
            sheet.line(points, thick, plain, 2.6 if plain == "main" else 2.4, dash)
            for a, b in pairwise(points):
                sheet.taken.extend(segment(*a, *b, thick))
        else:
            sheet.dot(*points[0], sheet.measure("dot"), plain, run[0].hollow)
    last = _last(line)
    if last.value is not None and not last.hollow:
        sheet.dot(panel.at(last), panel.y(last.value), sheet.measure("dot"), plain)


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


def _place_value(panel: Panel, point: Point, role: str) -> None:
    """Set a value over, beside or under its point where nothing is."""
    sheet = panel.sheet
    label = sheet.value(point, sheet.kind("value.main", role))
    x, y = panel.at(point), panel.y(point.value or 0)
    width, cap, gap = sheet.width_of(label), sheet.cap(label.kind), sheet.measure("point.gap")
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
        if sheet.box.holds(place) and free(place, sheet.taken, 0.5):
            sheet.set(label, left, baseline, clear=True)
            sheet.dot(x, y, sheet.measure("dot"), role)
            return


def _last(line: Line) -> Point:
    """The last point that has a value, else the last."""
    known = [point for point in line.points if point.value is not None]
    return known[-1] if known else line.points[-1]


def _dated(line: Line) -> Point:
    """The last point; one that is older than the axis says its year."""
    last = _last(line)
    if last is line.points[-1] or last.at is None:
        return last
    return replace(last, text=f"{last.text} ({last.at.end.year})")


def _roles(lines: Sequence[Line]) -> list[str]:
    """A role for each line: the highlighted one is the subject, else the first."""
    marked = [any(point.highlighted for point in line.points) for line in lines]
    if sum(marked) != 1:
        return list(_PLAIN[: len(lines)])
    others = iter(_BESIDE_MAIN)
    return ["main" if mark else next(others) for mark in marked]


def _plain(role: str) -> str:
    """The colour of a role, its dashes left aside."""
    return role.split(".")[0]
