"""Upright bars over periods: where they stand and how they are filled."""

from collections.abc import Sequence
from decimal import Decimal

from msgspec import Struct

from briefing.charts.panel import Panel
from briefing.charts.rect import Rect
from briefing.model import Line, Point
from briefing.model.style.colours import Role


class Column(Struct, frozen=True):
    """One bar on the sheet; `role` is its colour's."""

    rect: Rect
    point: Point
    role: Role

    @property
    def up(self) -> bool:
        """Whether it stands on the zero line."""
        return self.point.value is None or self.point.value >= 0

    @property
    def tip(self) -> float:
        """Where its value is."""
        return self.rect.top if self.up else self.rect.bottom


def columns(panel: Panel, lines: Sequence[Line], roles: Sequence[Role]) -> list[list[Column]]:
    """The bars of each line, side by side in their slots; missing values have none."""
    share = panel.sheet.measures.bar if len(lines) == 1 else panel.sheet.measures.bar_group
    width = panel.pitch * share / len(lines)
    rows = []
    for number, (line, role) in enumerate(zip(lines, roles, strict=True)):
        shift = (number - (len(lines) - 1) / 2) * width
        below = role if not _turns(line) or len(lines) > 1 else "second"
        row = []
        for point in line.points:
            if point.value is None:
                continue
            middle = panel.at(point) + shift
            rect = _upright(panel, middle, width, Decimal(0), point.value)
            row.append(Column(rect, point, role if point.value >= 0 else below))
        rows.append(row)
    return rows


def stacks(panel: Panel, lines: Sequence[Line], roles: Sequence[Role]) -> list[list[Column]]:
    """The bars of each line on top of those before, negative ones downwards."""
    width = panel.pitch * panel.sheet.measures.bar
    up: dict[float, Decimal] = {}
    down: dict[float, Decimal] = {}
    rows = []
    for line, role in zip(lines, roles, strict=True):
        row = []
        for point in line.points:
            if point.value is None:
                continue
            middle = panel.at(point)
            side = up if point.value >= 0 else down
            start = side.get(middle, Decimal(0))
            side[middle] = start + point.value
            rect = _upright(panel, middle, width, start, side[middle])
            row.append(Column(rect, point, role))
        rows.append(row)
    return rows


def stack_ends(lines: Sequence[Line]) -> tuple[Decimal, Decimal]:
    """The lowest and highest end of stacked bars."""
    low: dict[object, Decimal] = {}
    high: dict[object, Decimal] = {}
    for line in lines:
        for point in line.points:
            side = low if (point.value or 0) < 0 else high
            side[point.at] = side.get(point.at, Decimal(0)) + (point.value or 0)
    return min([Decimal(0), *low.values()]), max([Decimal(0), *high.values()])


def draw_columns(panel: Panel, row: Sequence[Column], hatch: str = "") -> None:
    """Fill the bars; part-years are hollow, and a hatched series is its pattern in an outline."""
    sheet = panel.sheet
    for column in row:
        outline = sheet.measures.hollow if column.point.hollow or hatch else 0
        pattern = "" if column.point.hollow else hatch
        sheet.rectangle(column.rect, column.role, hollow=outline, hatch=pattern)


def _upright(panel: Panel, middle: float, width: float, start: Decimal, end: Decimal) -> Rect:
    bottom, top = sorted((panel.y(start), panel.y(end)))
    return Rect(middle - width / 2, bottom, middle + width / 2, top)


def _turns(line: Line) -> bool:
    """Whether the line has values on both sides of zero."""
    values = [point.value for point in line.points if point.value is not None]
    return any(value > 0 for value in values) and any(value < 0 for value in values)
