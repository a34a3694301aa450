"""Labels that stand at the data: values, months of part-years, names of series."""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from briefing.charts.columns import Column
from briefing.charts.panel import Panel
from briefing.charts.rect import Rect, free, span_bottom, span_top
from briefing.charts.sheet import Label, Sheet
from briefing.model import Line, Status
from briefing.model.style.colours import Role

_TEXT: dict[Role, Role] = {
    "second": "second_text",
    "other": "other_text",
    "earlier": "other_text",
}


def text_role(role: Role) -> Role:
    """The role whose colour a text takes beside data of that role: light fills have darker text."""
    return _TEXT.get(role, role)


class _Place(Struct, frozen=True):
    cost: float
    left: float
    baseline: float
    rect: Rect


def notable(row: Sequence[Column]) -> list[Column]:
    """The bars that get their value, most wanted first: last, highlighted, the extremes."""
    if not row:
        return []
    values = [column.point.value or 0 for column in row]
    top, bottom = values.index(max(values)), values.index(min(values))
    wanted = [row[-1], *(column for column in row if column.point.highlighted)]
    if values[top] > 0:
        wanted.append(row[top])
    if values[bottom] < 0:
        wanted.append(row[bottom])
    kept: list[Column] = []
    for column in wanted:
        if column not in kept:
            kept.append(column)
    return kept


def place_values(panel: Panel, wanted: Sequence[Column], bars: Sequence[Rect], frame: Rect) -> None:
    """Set values over (or under) their bars inside the frame, clear of other bars and labels.

    The first always stands; another one is left out where it would have to stand far off.
    """
    sheet = panel.sheet
    for number, column in enumerate(wanted):
        kind = sheet.coloured(sheet.text.value_main, text_role(column.role))
        label = sheet.value(column.point, kind)
        places = sorted(_beside(sheet, column, label, bars, frame), key=lambda place: place.cost)
        for place in places:
            if (number or column.point.hollow) and place.cost > sheet.measures.value.far:
                continue
            if free(place.rect, sheet.taken, sheet.measures.value.apart):
                sheet.set(label, place.left, place.baseline, clear=True)
                _lead(sheet, column, place)
                break


def _lead(sheet: Sheet, column: Column, place: _Place) -> None:
    """A line from the bar to a value that stands far from it."""
    middle = (column.rect.left + column.rect.right) / 2
    gap = sheet.measures.leader_gap
    near, far = column.tip, place.rect.bottom if column.up else place.rect.top
    if abs(far - near) < sheet.measures.leader_from:
        return
    sign = 1 if column.up else -1
    ends = [(middle, near + sign * gap), (middle, far - sign * gap)]
    sheet.line(ends, sheet.measures.leader, text_role(column.role))


def _beside(
    sheet: Sheet, column: Column, label: Label, bars: Sequence[Rect], frame: Rect
) -> Iterator[_Place]:
    """Places centred on the bar or flush with a side of it, raised over what is in the way."""
    rect, width, gap = column.rect, sheet.width_of(label), sheet.measures.value.gap
    bare = sheet.width_of(Label(label.text, label.kind))
    middle = (rect.left + rect.right - bare) / 2
    for shift in (0, 2, -2, 4, -4, 6, -6, 9, -9):
        left = min(max(middle + shift, frame.left), frame.right - width)
        if column.up:
            base = span_top(bars, left - 1, left + width + 1, rect.top) + gap
            off = base - rect.top
        else:
            edge = span_bottom(bars, left - 1, left + width + 1, rect.bottom) - gap
            base = edge - sheet.cap(label.kind)
            off = rect.bottom - edge
        place = sheet.rect_of(label, left, base)
        if frame.bottom <= place.bottom and place.top <= frame.top:
            yield _Place(off - gap + abs(left - middle) * 0.25, left, base, place)


def place_months(panel: Panel, row: Sequence[Column]) -> None:
    """Write the months of part-years on the free side of the zero line."""
    sheet = panel.sheet
    for column in row:
        if not column.point.hollow or not column.point.label:
            continue
        label = Label(column.point.label, sheet.coloured(sheet.text.months, text_role(column.role)))
        width = sheet.width_of(label)
        left = (column.rect.left + column.rect.right - width) / 2
        left = max(min(left, panel.box.right - width), 0)
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
    """Write each series' name near its bars, over all of them; from a small bar a leader leads."""
    sheet = panel.sheet
    bars = [column.rect for row in rows for column in row]
    named = [(row, name) for row, name in zip(rows, names, strict=True) if row and name]
    # A series of small bars has the least choice of places.
    for row, name in sorted(named, key=lambda pair: max(c.rect.height for c in pair[0])):
        label = Label(name, sheet.coloured(sheet.text.series, text_role(row[0].role)))
        places = sorted(_over(panel, label, row, bars), key=lambda found: found[0].cost)
        for place, column in places:
            line = _leader(sheet, place, column)
            others = [rect for rect in (*bars, *sheet.taken) if rect != column.rect]
            if line is not None and not free(line, others):
                continue
            sheet.set(label, place.left, place.baseline, clear=True)
            if line is not None:
                middle = (line.left + line.right) / 2
                ends = [(middle, line.bottom), (middle, line.top)]
                sheet.line(ends, sheet.measures.leader, text_role(column.role))
                sheet.taken.append(line)
            break


def _leader(sheet: Sheet, place: _Place, column: Column) -> Rect | None:
    """Where a line from the bar up to its name would stand; none is needed over a near bar."""
    if place.baseline - column.tip <= sheet.measures.leader_from:
        return None
    middle, gap = (column.rect.left + column.rect.right) / 2, sheet.measures.leader_gap
    half = sheet.measures.leader / 2
    return Rect(middle - half, column.tip + gap, middle + half, place.rect.bottom - gap)


def _over(
    panel: Panel, label: Label, row: Sequence[Column], bars: Sequence[Rect]
) -> Iterator[tuple[_Place, Column]]:
    """Places over the bars, each with the bar that it would name."""
    sheet, box = panel.sheet, panel.box
    width, gap = sheet.width_of(label), sheet.measures.name_gap
    taken = [*bars, *sheet.taken]
    steps = int((sheet.width - width - box.left - gap) // 2)
    for step in range(max(steps, 0) + 1):
        left = box.left + gap + 2 * step
        base = span_top(taken, left - gap, left + width + gap, panel.zero) + gap
        place = sheet.rect_of(label, left, base)
        if place.right > sheet.width or place.top > sheet.height:
            continue
        for column in row:
            middle = (column.rect.left + column.rect.right) / 2
            if left <= middle <= left + width:
                edge = min(middle - left, left + width - middle, 8)
                yield _Place(base - column.tip - edge * 0.2, left, base, place), column
