"""Slopes: a line a series between two times, named and valued at both ends."""

from collections.abc import Sequence
from decimal import Decimal

from msgspec import Struct

from briefing.charts.labels import text_role
from briefing.charts.sheet import Label, Sheet
from briefing.language import grammar
from briefing.model import Chart, Line, Point
from briefing.model.style import Role

# The part of the chart's width between the two times, and at most for a name.
_BETWEEN, _NAME = 0.3, 0.34
_HEAD, _GAP, _APART = 12.0, 7.0, 1.0
# White below the lowest value: names of values near each other spread both ways.
_LIFT = 20.0


class _Side(Struct, frozen=True):
    """What stands at one end of a line: its lines of text, and the height that it is of."""

    labels: tuple[tuple[Label, ...], ...]
    y: float
    role: Role

    @property
    def height(self) -> float:
        return sum(line[0].kind.leading for line in self.labels)


def draw_slope(chart: Chart, sheet: Sheet) -> None:
    """Two rails with the lines between; the subject, or what rose most, is strong."""
    measures, roles = sheet.measures, _roles(chart.lines)
    between = sheet.width * (_BETWEEN / 2 if sheet.narrow else _BETWEEN)
    left = (sheet.width - between) / 2
    if sheet.narrow:
        # Where room is scarce names stand at the right alone.
        left = max(sheet.width_of(_value(sheet, line, "main", 0)) for line in chart.lines) + _GAP
    right = left + between
    named = list(zip(chart.lines, roles, strict=True))
    room = (left - _GAP, sheet.width - right - _GAP)
    sides = [[_side(sheet, line, role, at, room[at]) for line, role in named] for at in (0, 1)]
    least = max(sum(s.height + _APART for s in side) for side in sides)
    body = max(measures.bars.height, least)
    sheet.height = body + _head(sheet) + 6
    values = [float(p.value or 0) for line in chart.lines for p in line.points]
    low, high = min(values), max(values)
    span = (high - low) or 1.0
    foot = 6.0

    def y(value: Decimal | None) -> float:
        return foot + _LIFT + (float(value or 0) - low) / span * (body - _LIFT - 8)

    _heads(sheet, chart, left, right)
    for x in (left, right):
        sheet.line([(x, foot - 2), (x, foot + body)], measures.grid, "grid", order=1)
    order = sorted(range(len(chart.lines)), key=lambda n: roles[n] == "main")
    for n in order:
        one, other = _ends(chart.lines[n])
        points = [(left, y(one.value)), (right, y(other.value))]
        thick = measures.line.main if roles[n] == "main" else measures.line.other
        sheet.line(points, thick, roles[n], 2.6 if roles[n] == "main" else 2.4)
        for x, at in points:
            sheet.dot(x, at, measures.dot * 1.25, roles[n])
    for at, side in enumerate(sides):
        placed = [
            _Side(s.labels, y(_ends(line)[at].value), s.role)
            for s, line in zip(side, chart.lines, strict=True)
        ]
        _set(sheet, placed, at, left - _GAP if at == 0 else right + _GAP, (foot - 4, foot + body))


def _ends(line: Line) -> tuple[Point, Point]:
    """The earlier and the later point."""
    return line.points[0], line.points[-1]


def _roles(lines: Sequence[Line]) -> list[Role]:
    """The highlighted lines, those that the title states, else the largest, are strong."""
    for wanted in (
        [all(p.highlighted for p in line.points) for line in lines],
        [any(p.told for p in line.points) for line in lines],
    ):
        if any(wanted):
            return ["main" if strong else "other" for strong in wanted]
    return ["main" if number == 0 else "other" for number in range(len(lines))]


def _head(sheet: Sheet) -> float:
    """The room of the times over the rails."""
    return max(_HEAD, sheet.text.panel.leading + 1)


def _heads(sheet: Sheet, chart: Chart, left: float, right: float) -> None:
    """The two times over the rails."""
    for x, point in zip((left, right), _ends(chart.lines[0]), strict=True):
        when = grammar(sheet.language).period(point.at, short=True) if point.at else point.label
        label = Label(when, sheet.text.panel)
        sheet.set(label, x - sheet.width_of(label) / 2, sheet.height - _head(sheet) + 3)


def _side(sheet: Sheet, line: Line, role: Role, at: int, width: float) -> _Side:
    """The name with its value, towards the rail; a long name takes more lines."""
    kind = sheet.text.label_main if role == "main" else sheet.text.label
    kind = sheet.coloured(kind, text_role(role))
    value = _value(sheet, line, role, at)
    if sheet.narrow and at == 0:
        return _Side(((value,),), 0.0, role)
    name = f"{line.label}, {_ends(line)[at].noted}" if _ends(line)[at].noted else line.label
    room = width - sheet.width_of(value) - _space(sheet, value)
    names = sheet.wrap(Label(name, kind), max(room, width * _NAME))
    first = (names[0], value) if at == 0 else (value, names[0])
    return _Side((first, *((n,) for n in names[1:])), 0.0, role)


def _value(sheet: Sheet, line: Line, role: Role, at: int) -> Label:
    kind = sheet.text.value_main if role == "main" else sheet.text.value
    return sheet.value(_ends(line)[at], sheet.coloured(kind, text_role(role)))


def _space(sheet: Sheet, label: Label) -> float:
    """White between a name and its value."""
    return sheet.width_of(Label("\N{NO-BREAK SPACE}", label.kind)) * 1.5


def _set(sheet: Sheet, side: Sequence[_Side], at: int, x: float, room: tuple[float, float]) -> None:
    """The texts of one side, apart from each other; one that had to move has a leader."""
    floor, ceiling = room
    order = sorted(side, key=lambda s: -s.y)
    tops: list[float] = []
    for s in order:
        tops.append(min(s.y + s.labels[0][0].kind.leading / 2, ceiling))
        ceiling = tops[-1] - s.height - _APART
    for n in reversed(range(len(order))):
        tops[n] = max(tops[n], floor + order[n].height)
        floor = tops[n] + _APART
    for s, top in zip(order, tops, strict=True):
        baseline = top
        for line in s.labels:
            leading = line[0].kind.leading
            baseline -= leading
            drop = (leading - sheet.cap(line[0].kind)) / 2
            _set_line(sheet, line, at, x, baseline + drop)
        middle = top - s.labels[0][0].kind.leading / 2
        if abs(middle - s.y) > 2:
            inner = x + (_GAP * 0.7 if at == 0 else -_GAP * 0.7)
            outer = x + (0.5 if at == 0 else -0.5)
            sheet.line([(inner, s.y), (outer, middle)], sheet.measures.leader, s.role)


def _set_line(sheet: Sheet, line: Sequence[Label], at: int, x: float, baseline: float) -> None:
    """A line of text that ends at `x`, or begins there at the right."""
    space = _space(sheet, line[0])
    width = sum(map(sheet.width_of, line)) + space * (len(line) - 1)
    left = x - width if at == 0 else x
    for label in line:
        sheet.set(label, left, baseline)
        left += sheet.width_of(label) + space
