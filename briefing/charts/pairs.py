"""Flat bars by category: the name over its bars, one bar a period or series."""

from collections.abc import Sequence

from msgspec import Struct

from briefing.charts.rect import Rect
from briefing.charts.sheet import Label, Sheet
from briefing.model import Chart, Line, Point
from briefing.model.style.colours import Role


class Group(Struct, frozen=True):
    """A category and its bars: what each bar is called, and its value."""

    name: tuple[Label, ...]
    bars: tuple[tuple[str, Point], ...]


def draw_pairs(chart: Chart, sheet: Sheet) -> None:
    """Groups of flat bars; the last bar of a group is the newest and the strongest."""
    zero, inset = sheet.measures.pair.left, sheet.measures.pair.inset
    groups = _groups(chart, sheet, sheet.width - zero - inset)
    heights = [_height(sheet, group) for group in groups]
    gap = sheet.measures.pair.gap
    sheet.height = sum(heights) + gap * len(heights)
    unit = _unit(sheet, groups, zero)
    bar = sheet.measures.pair.bar
    top = sheet.height - gap / 2
    named = False
    for group, height in zip(groups, heights, strict=True):
        line = top
        for label in group.name:
            line -= label.kind.leading
            sheet.set(label, zero + inset, line + sheet.measures.pair.rise)
        first = top - height + len(group.bars) * bar
        rows = [
            Rect(zero, first - (n + 1) * bar, zero + _length(point) * unit, first - n * bar)
            for n, (_, point) in enumerate(group.bars)
        ]
        named = _draw(sheet, group, rows, named) or named
        top -= height + gap
    sheet.line([(zero, 0), (zero, sheet.height)], sheet.measures.zero, "zero", order=4)


def _groups(chart: Chart, sheet: Sheet, width: float) -> list[Group]:
    """By category: a line's periods, or the same category of all lines."""
    lines, kind = chart.lines, sheet.text.label
    if all(point.at is not None for line in lines for point in line.points):
        named = [(line.label, tuple((_year(line, p), p) for p in line.points)) for line in lines]
    else:
        named = [
            (
                first.label,
                tuple((line.label if lines[1:] else "", line.points[n]) for line in lines),
            )
            for n, first in enumerate(lines[0].points)
        ]
    return [Group(tuple(sheet.wrap(Label(name, kind), width)), bars) for name, bars in named]


def _year(line: Line, point: Point) -> str:
    """The year that a bar is of, where there are several."""
    return str(point.at.end.year) if point.at is not None and len(line.points) > 1 else ""


def _height(sheet: Sheet, group: Group) -> float:
    names = sum(label.kind.leading for label in group.name)
    return names + len(group.bars) * sheet.measures.pair.bar


def _length(point: Point) -> float:
    return abs(float(point.value or 0))


def _unit(sheet: Sheet, groups: Sequence[Group], zero: float) -> float:
    """Points of length for one unit, so that the values fit beside the bars."""
    values = [_value(sheet, p, _role(n, g)) for g in groups for n, (_, p) in enumerate(g.bars)]
    room = max(sheet.width_of(value) for value in values) + sheet.measures.ranking.gap + 1
    largest = max(_length(point) for group in groups for _, point in group.bars) or 1.0
    return (sheet.width - zero - max(room, sheet.measures.pair.right)) / largest


def _role(number: int, group: Group) -> Role:
    """The newest bar is the main one; those before are lighter."""
    return "main" if number == len(group.bars) - 1 else "earlier"


def _value(sheet: Sheet, point: Point, role: Role) -> Label:
    kind = sheet.text.value_main if role == "main" else sheet.text.value
    return sheet.value(point, kind)


def _draw(sheet: Sheet, group: Group, rows: Sequence[Rect], named: bool) -> bool:
    """The bars with their values; the first group that has the room also says what each is."""
    inset = sheet.measures.pair.inset
    wanted = [Label(name, sheet.text.inside) for name, _ in group.bars]
    fits = not named and all(
        label.text and sheet.width_of(label) + 2 * inset < rect.width
        for label, rect in zip(wanted, rows, strict=True)
    )
    for number, ((name, point), rect) in enumerate(zip(group.bars, rows, strict=True)):
        role = _role(number, group)
        if point.value is not None:
            sheet.rectangle(rect, role)
        value = _value(sheet, point, role)
        middle = (rect.bottom + rect.top) / 2
        at = rect.right + sheet.measures.ranking.gap
        sheet.set(value, at, middle - sheet.cap(value.kind) / 2)
        if fits:
            label = Label(
                name, sheet.coloured(sheet.text.inside, "paper" if role == "main" else "zero")
            )
            sheet.set(label, rect.left + inset, middle - sheet.cap(label.kind) / 2)
    return fits
