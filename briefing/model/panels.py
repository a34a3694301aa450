"""What a chart's second panel shows, where large values hide the others; and where lines cross."""

from decimal import Decimal
from itertools import pairwise

from msgspec.structs import replace

from briefing.model.exhibit import Chart, Line, Point
from briefing.model.period import Period

# A series under that part of the other wants a panel of its own.
_BELOW = Decimal("0.1")
# A value so many times as large as the next hides all others, where there are so many at least.
_OUTLIER, _FEWEST = 20, 4
_PAIR = 2


def second_panel(chart: Chart) -> Line | None:
    """The line of the panel at a larger scale: the smaller of two series of bars, or the one line
    without the value beside which all others are invisible; None where one panel shows all."""
    if chart.kind not in ("bars", "line") or any(p.at is None for p in chart.points[:1]):
        return None
    if chart.kind == "bars" and len(chart.lines) == _PAIR and chart.mode == "grouped":
        return _smaller(chart)
    return _without_outlier(chart.lines[0]) if len(chart.lines) == 1 else None


def crossings(one: Line, other: Line) -> tuple[tuple[Period, Period], ...]:
    """Between which periods, the one after the other, two lines change their order."""
    found = []
    known = [
        (a.at, a.value - b.value)
        for a, b in zip(one.points, other.points, strict=True)
        if a.value is not None and b.value is not None and a.at is not None and a.value != b.value
    ]
    for (before, apart), (after, then) in pairwise(known):
        if apart * then < 0:
            found.append((before, after))
    return tuple(found)


def _smaller(chart: Chart) -> Line | None:
    """The series that is less than a tenth of the other at its last, and half at its largest."""
    last = [abs(line.points[-1].value or Decimal(0)) for line in chart.lines]
    largest = [max((_size(point) for point in line.points), default=0) for line in chart.lines]
    if not all(last):
        return None
    small = last.index(min(last))
    if last[small] >= _BELOW * max(last) or largest[small] * 2 > largest[1 - small]:
        return None
    return chart.lines[small]


def _without_outlier(line: Line) -> Line | None:
    order = sorted((p for p in line.points if p.value is not None), key=_size)
    if len(order) < _FEWEST:
        return None
    largest, following = order[-1], _size(order[-2])
    if not following or _size(largest) < _OUTLIER * following:
        return None
    return replace(line, points=tuple(p for p in line.points if p != largest))


def _size(point: Point) -> Decimal:
    return abs(point.value or Decimal(0))
