"""Labels that stand at bars: months of part-years, marks of gaps, names of series."""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from briefing.charts.columns import Column
from briefing.charts.panel import Panel
from briefing.charts.paper import Rect, free, span_top
from briefing.charts.sheet import CrowdedError, Label, Sheet
from briefing.model import Line, Status
from briefing.model.style import Role

_TEXT: dict[Role, Role] = {
    "second": "second_text",
    "other": "other_text",
    "earlier": "other_text",
}
# A name that finds no place in one line is tried in two and three.
_MOST_LINES = 3


def text_role(role: Role) -> Role:
    """The role whose colour a text takes beside data of that role: light fills have darker text."""
    return _TEXT.get(role, role)


class _Place(Struct, frozen=True):
    cost: float
    left: float
    baseline: float
    rect: Rect
    column: Column


def place_months(panel: Panel, row: Sequence[Column]) -> None:
    """Write the months of part-years on the free side of the zero line."""
    sheet = panel.sheet
    for column in row:
        if not column.point.hollow or not column.point.label:
            continue
        label = Label(column.point.label, sheet.coloured(sheet.text.months, text_role(column.role)))
        width = sheet.width_of(label)
        left = max(min(column.middle - width / 2, panel.box.right - width), 0)
        gap = sheet.measures.months.gap
        base = panel.zero - gap - sheet.cap(label.kind) if column.up else panel.zero + gap
        if free(sheet.rect_of(label, left, base), sheet.taken, 1):
            sheet.set(label, left, base, clear=True)


def place_gaps(panel: Panel, line: Line, bars: Sequence[Rect]) -> None:
    """Write the mark of a missing value where its bar would stand, if there is room."""
    sheet = panel.sheet
    for point in line.points:
        if point.value is not None:
            continue
        mark = Label(f"[{point.status or Status.MISSING}]", sheet.text.mark)
        width = sheet.width_of(mark)
        base = panel.zero + sheet.measures.value.gap + 1
        place = sheet.rect_of(mark, panel.at(point) - width / 2, base)
        if free(place, [*bars, *sheet.taken], 0.5):
            sheet.set(mark, place.left, base)


def place_names(panel: Panel, rows: Sequence[Sequence[Column]], names: Sequence[str]) -> None:
    """Write each series' name near its bars, over all of them, in up to three lines; from a small
    bar a leader leads. Raises CrowdedError where one finds no place, or where the names would have
    one colour: only that says which bars each is of."""
    bars = [column.rect for row in rows for column in row]
    named = [(row, name) for row, name in zip(rows, names, strict=True) if row and name]
    colours = {panel.sheet.colour(text_role(row[0].role)) for row, _ in named}
    if len(colours) < len(named):
        raise CrowdedError
    # A series of small bars has the least choice of places.
    for row, name in sorted(named, key=lambda pair: max(c.rect.height for c in pair[0])):
        label = Label(name, panel.sheet.coloured(panel.sheet.text.series, text_role(row[0].role)))
        if not any(_placed(panel, lines, row, bars) for lines in _wrapped(panel.sheet, label)):
            raise CrowdedError


def _wrapped(sheet: Sheet, label: Label) -> Iterator[list[Label]]:
    """The name in one line, in two and in three."""
    width = sheet.width_of(label)
    words = [sheet.width_of(Label(word, label.kind)) for word in label.text.split(" ")]
    for lines in range(1, min(_MOST_LINES, len(words)) + 1):
        yield sheet.wrap(label, max(width / lines * (1.15 if lines > 1 else 1) + 0.1, *words, 1))


def _placed(
    panel: Panel, lines: Sequence[Label], row: Sequence[Column], bars: Sequence[Rect]
) -> bool:
    """Whether the name found a place, and has been set there."""
    sheet = panel.sheet
    for place in sorted(_over(panel, lines, row, bars), key=lambda found: found.cost):
        leader = _leader(sheet, place)
        others = [rect for rect in (*bars, *sheet.taken) if rect != place.column.rect]
        if leader is not None and not free(leader, others):
            continue
        for number, line in enumerate(reversed(lines)):
            rise = number * (line.kind.leading - 1.5)
            sheet.set(line, place.left, place.baseline + rise, clear=True)
        if leader is not None:
            ends = [(place.column.middle, leader.bottom), (place.column.middle, leader.top)]
            sheet.line(ends, sheet.measures.leader, text_role(place.column.role))
            sheet.taken.append(leader)
        return True
    return False


def _leader(sheet: Sheet, place: _Place) -> Rect | None:
    """Where a line from the bar up to its name would stand; none is needed over a near bar."""
    column = place.column
    if place.baseline - column.tip <= sheet.measures.leader_from:
        return None
    gap, half = sheet.measures.leader_gap, sheet.measures.leader / 2
    bottom, top = column.tip + gap, place.rect.bottom - gap
    return Rect(column.middle - half, bottom, column.middle + half, top)


def _over(
    panel: Panel, lines: Sequence[Label], row: Sequence[Column], bars: Sequence[Rect]
) -> Iterator[_Place]:
    """Places over the bars, each with the bar that it would name."""
    sheet, box = panel.sheet, panel.box
    width = max(sheet.width_of(line) for line in lines)
    gap = sheet.measures.name_gap
    taken = [*bars, *sheet.taken]
    more = sum(line.kind.leading - 1.5 for line in lines[1:])
    steps = int((sheet.width - width - box.left - gap) // 2)
    for step in range(steps + 1):
        left = box.left + gap + 2 * step
        base = span_top(taken, left - gap, left + width + gap, panel.zero) + gap
        last = sheet.rect_of(lines[-1], left, base)
        place = Rect(left, last.bottom, left + width, last.top + more)
        if place.right > sheet.width or place.top > sheet.frame.top:
            continue
        for column in row:
            if left <= column.middle <= left + width:
                edge = min(column.middle - left, left + width - column.middle, 8)
                yield _Place(base - column.tip - edge * 0.2, left, base, place, column)
