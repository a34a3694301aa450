"""Values at points of lines: which are wanted, and where they stand."""

from collections.abc import Iterator

from briefing.charts.labels import text_role
from briefing.charts.panel import Panel
from briefing.charts.paper import Rect, free
from briefing.charts.sheet import Label
from briefing.language import grammar
from briefing.model import Line, Point
from briefing.model.style import Role

# So near to the end, a peak says nothing that the last value doesn't.
_NEAR = 3
_FEWEST = 3


def marked(line: Line, subject: bool) -> list[Point]:
    """The points that get their value besides the last: what the title states and the author
    annotates; of the subject the peak, or the trough below zero."""
    known = [point for point in line.points if point.value is not None]
    wanted = [point for point in known[:-1] if point.told or point.noted]
    wanted += [point for point in known[-1:] if point.noted]
    if not subject or len(known) < _FEWEST:
        return wanted
    highest = max(known, key=lambda p: p.value or 0)
    lowest = min(known, key=lambda p: p.value or 0)
    if highest.value == lowest.value:
        return wanted
    found = [highest] if (highest.value or 0) > 0 else []
    if (lowest.value or 0) < 0:
        found.append(lowest)
    return [*wanted, *(p for p in found if p not in known[-_NEAR:] and p not in wanted)]


def place_point(panel: Panel, point: Point, role: Role) -> None:
    """Set a value over, beside or under its point where nothing is; the author's word below it."""
    sheet = panel.sheet
    lines = _lines(panel, point, role)
    width = max(sheet.width_of(line) for line in lines)
    more = sum(line.kind.leading - 0.5 for line in lines[1:])
    x, y = panel.at(point), panel.y(point.value or 0)
    for left, baseline in _tries(panel, x, y, width, more):
        first = sheet.rect_of(lines[0], left, baseline)
        place = Rect(left, first.bottom - more, left + width, first.top)
        # Left of the panel stand the axis' labels: between two of them a value reads as one more.
        if left < panel.box.left - 1:
            continue
        if sheet.frame.holds(place) and free(place, sheet.taken, 0.5):
            for number, line in enumerate(lines):
                at = left + (width - sheet.width_of(line)) / 2
                sheet.set(line, at, baseline - number * (line.kind.leading - 0.5), clear=True)
            sheet.dot(x, y, sheet.measures.dot, role)
            return


def _lines(panel: Panel, point: Point, role: Role) -> list[Label]:
    sheet = panel.sheet
    value = sheet.value(point, sheet.coloured(sheet.text.value_main, text_role(role)))
    when = ""
    if point.at is not None and not panel.names(point) and (point.noted or point.told):
        when = grammar(sheet.language).period(point.at, short=True)
    below = ", ".join(part for part in (point.noted, when) if part)
    return [value, Label(below, sheet.text.axis)] if below else [value]


def _tries(
    panel: Panel, x: float, y: float, width: float, more: float
) -> Iterator[tuple[float, float]]:
    """Left ends and baselines about a point, the best first."""
    sheet = panel.sheet
    cap, gap = sheet.cap(sheet.text.value_main), sheet.measures.point_gap
    over, beside, under = y + gap + more, y + (more - cap) / 2, y - gap - cap
    yield x - width / 2, over
    yield x + gap, beside
    yield x - gap - width, beside
    yield x, over
    yield x - width, over
    yield x - width / 2, under
    for rise in (4, 8, 12, 18):
        for shift in (0, -0.5, 0.5):
            yield x - width / 2 + shift * width, over + rise
            yield x - width / 2 + shift * width, under - rise
