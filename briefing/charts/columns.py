"""Upright bars over periods: where they stand and how they are filled."""

from collections.abc import Sequence
from decimal import Decimal

from msgspec import Struct

from briefing.charts.panel import Panel
from briefing.charts.paper import Rect
from briefing.model import Line, Point
from briefing.model.style import Role


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

    @property
    def middle(self) -> float:
        """Its middle from left to right."""
        return (self.rect.left + self.rect.right) / 2


def columns(panel: Panel, lines: Sequence[Line], roles: Sequence[Role]) -> list[list[Column]]:
    """The bars of each line, side by side in their slots; missing values have none."""
    measures = panel.sheet.measures
    share = measures.bar if len(lines) == 1 else measures.bar_group
    width = min(panel.pitch * share / len(lines), measures.bars.widest)
    rows = []
    for number, (line, role) in enumerate(zip(lines, roles, strict=True)):
        shift = (number - (len(lines) - 1) / 2) * width
        below = role if not _turns(line) or len(lines) > 1 else "second"
        picked = len(lines) == 1 and _picks(line)
        row = []
        for point in line.points:
            if point.value is None:
                continue
            middle = panel.at(point) + shift
            rect = _upright(panel, middle, width, Decimal(0), point.value)
            own: Role = role if point.value >= 0 else below
            row.append(Column(rect, point, "other" if picked and not point.highlighted else own))
        rows.append(row)
    return rows


def stacks(panel: Panel, lines: Sequence[Line], roles: Sequence[Role]) -> list[list[Column]]:
    """The bars of each line on top of those before, negative ones downwards."""
    width = min(panel.pitch * panel.sheet.measures.bar, panel.sheet.measures.bars.widest)
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


def draw_columns(panel: Panel, row: Sequence[Column]) -> None:
    """Fill the bars; part-years are hollow."""
    sheet = panel.sheet
    for column in row:
        outline = sheet.measures.hollow if column.point.hollow else 0
        sheet.rectangle(column.rect, column.role, hollow=outline)


def _upright(panel: Panel, middle: float, width: float, start: Decimal, end: Decimal) -> Rect:
    bottom, top = sorted((panel.y(start), panel.y(end)))
    return Rect(middle - width / 2, bottom, middle + width / 2, top)


def _turns(line: Line) -> bool:
    """Whether the line has values on both sides of zero."""
    values = [point.value for point in line.points if point.value is not None]
    return any(value > 0 for value in values) and any(value < 0 for value in values)


def _picks(line: Line) -> bool:
    """Whether some of its bars are highlighted, and so the others grey."""
    marked = [point.highlighted for point in line.points]
    return any(marked) and not all(marked)
