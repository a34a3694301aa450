"""Flat bars by category: the name over its bars, one bar a period or series."""

from collections.abc import Sequence

from msgspec import Struct

from briefing.charts.paper import Rect
from briefing.charts.sheet import Label, Sheet
from briefing.model import Chart, Line, Point
from briefing.model.style import Role

# The newest and an earlier bar tell each other apart by their colour; more are each called by name.
_BOTH = 2


class Group(Struct, frozen=True):
    """A category and its bars: what each bar is called, and its value."""

    name: tuple[Label, ...]
    bars: tuple[tuple[str, Point], ...]


class _Plan(Struct, frozen=True):
    """Where bars begin, points of length for one unit, and whether names stand before the bars."""

    zero: float
    unit: float
    beside: bool


def draw_pairs(chart: Chart, sheet: Sheet) -> None:
    """Groups of flat bars; the last bar of a group is the newest and the strongest."""
    measures = sheet.measures.pair
    groups = _groups(chart, sheet, sheet.width - measures.left - measures.inset)
    heights = [_height(sheet, group) for group in groups]
    sheet.height = sum(heights) + measures.gap * len(heights)
    plan = _plan(sheet, groups)
    top = sheet.height - measures.gap / 2
    named = plan.beside
    for group, height in zip(groups, heights, strict=True):
        line = top
        for label in group.name:
            line -= label.kind.leading
            sheet.set(label, measures.left + measures.inset, line + measures.rise)
        rows = _rows(sheet, plan, group, top - height)
        named = _draw(sheet, group, rows, plan.beside, named) or named
        if plan.beside:
            ends = [(plan.zero, top - height - 1), (plan.zero, line + 0.5)]
            sheet.line(ends, sheet.measures.zero, "zero", order=4)
        top -= height + measures.gap
    if not plan.beside:
        ends = [(plan.zero, 0), (plan.zero, sheet.height)]
        sheet.line(ends, sheet.measures.zero, "zero", order=4)


def _plan(sheet: Sheet, groups: Sequence[Group]) -> _Plan:
    """Names inside the bars of one group where they fit; else before all bars."""
    measures = sheet.measures.pair
    names = [Label(name, sheet.text.inside) for group in groups for name, _ in group.bars if name]
    plain = _Plan(measures.left, _unit(sheet, groups, measures.left), False)
    fits = any(_fits(sheet, group, _rows(sheet, plain, group, 0.0)) for group in groups)
    if not names or (fits and max(len(group.bars) for group in groups) <= _BOTH):
        return plain
    zero = measures.left + 2 * measures.inset + max(map(sheet.width_of, names))
    return _Plan(zero, _unit(sheet, groups, zero), True)


def _rows(sheet: Sheet, plan: _Plan, group: Group, foot: float) -> list[Rect]:
    """The bars of a group, from above."""
    bar = sheet.measures.pair.bar
    first = foot + len(group.bars) * bar
    return [
        Rect(
            plan.zero,
            first - (n + 1) * bar,
            plan.zero + _length(point) * plan.unit,
            first - n * bar,
        )
        for n, (_, point) in enumerate(group.bars)
    ]


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
    kind = sheet.text.value_main if role == "main" or point.told else sheet.text.value
    return sheet.value(point, kind)


def _fits(sheet: Sheet, group: Group, rows: Sequence[Rect]) -> bool:
    """Whether what each bar is called fits inside it."""
    inset = sheet.measures.pair.inset
    return all(
        name and sheet.width_of(Label(name, sheet.text.inside)) + 2 * inset < rect.width
        for (name, _), rect in zip(group.bars, rows, strict=True)
    )


def _draw(sheet: Sheet, group: Group, rows: Sequence[Rect], beside: bool, named: bool) -> bool:
    """The bars with their values, and what each is: before all bars, or inside those of the first
    group that has the room."""
    inset = sheet.measures.pair.inset
    inside = not named and _fits(sheet, group, rows)
    for number, ((name, point), rect) in enumerate(zip(group.bars, rows, strict=True)):
        role = _role(number, group)
        if point.value is not None:
            sheet.rectangle(rect, role)
        value = _value(sheet, point, role)
        middle = (rect.bottom + rect.top) / 2
        at = rect.right + sheet.measures.ranking.gap
        sheet.set(value, at, middle - sheet.cap(value.kind) / 2)
        colour: Role = "zero" if beside or role != "main" else "paper"
        label = Label(name, sheet.coloured(sheet.text.inside, colour))
        baseline = middle - sheet.cap(label.kind) / 2
        if beside:
            sheet.set(label, rect.left - inset - sheet.width_of(label), baseline)
        elif inside:
            sheet.set(label, rect.left + inset, baseline)
    return inside
