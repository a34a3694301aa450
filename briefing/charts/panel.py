"""One panel of a chart over periods, its scale, grid, zero line, levels and tick labels; and small
ones, one a series."""

from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal

from briefing.charts.axis import Axis, Tick, axis_of, rows, ticks
from briefing.charts.paper import Rect
from briefing.charts.sheet import Label, Sheet
from briefing.charts.ticks import Scale
from briefing.language import cell
from briefing.model import Chart, Dimension, Line, Point, Status, Unit
from briefing.model.style import Role

_PLAIN = Unit(Dimension.COUNT)
_COUNTED = (Dimension.COUNT, Dimension.DAYS, Dimension.RANK)


def are_counted(lines: Sequence[Line]) -> bool:
    """Whether all values are whole numbers of persons, days or things."""
    points = [point for line in lines for point in line.points if point.value is not None]
    units = {point.fact.unit for point in points}
    counted = all(unit.dimension in _COUNTED and not unit.exponent for unit in units)
    return counted and all(point.value == int(point.value or 0) for point in points)


class Panel:
    """A box of the sheet with a scale and an axis of periods.

    `lift` is white below the lowest value of a scale that doesn't begin at zero.
    """

    def __init__(
        self, sheet: Sheet, box: Rect, scale: Scale, axis: Axis, lift: float = 0.0
    ) -> None:
        self.sheet = sheet
        self.box = box
        self.scale = scale
        self.axis = axis
        self.ticks = ticks(sheet, axis, box.width)
        self._low, self._high = float(scale.low), float(scale.high)
        self._floor = box.bottom + lift
        self._left, self._right = axis.ends

    @property
    def pitch(self) -> float:
        """Points from one slot to the next."""
        return self.box.width / (self._right - self._left)

    @property
    def zero(self) -> float:
        """Height of the zero line on the sheet, or of the nearest end."""
        return self.y(Decimal(0)) if self._low <= 0 <= self._high else self.box.bottom

    @property
    def has_zero(self) -> bool:
        """Whether zero is on the scale."""
        return self._low <= 0 <= self._high

    def x(self, position: float) -> float:
        """A slot's middle on the sheet."""
        return self.box.left + (position - self._left) * self.pitch

    def y(self, value: Decimal | float) -> float:
        """A value's height on the sheet."""
        share = (float(value) - self._low) / (self._high - self._low)
        return self._floor + share * (self.box.top - self._floor)

    def at(self, point: Point) -> float:
        """The middle on the sheet of a point's slot."""
        assert point.at is not None
        return self.x(self.axis.slot(point.at))

    def names(self, point: Point) -> bool:
        """Whether the axis says of when a point is."""
        assert point.at is not None
        slot = self.axis.slot(point.at)
        return any(tick.row == 0 and tick.at == slot for tick in self.ticks)

    def draw_grid(self) -> None:
        """Grid lines behind the data, the zero line above it, the values at the left."""
        sheet, box = self.sheet, self.box
        kind = sheet.text.axis
        rise = sheet.cap(kind) / 2
        if self.has_zero:
            self._across(Decimal(0), self.sheet.measures.zero, "zero", order=4)
        for tick in self.scale.ticks:
            if tick:
                self._across(tick, self.sheet.measures.grid, "grid", order=1)
            label = axis_label(sheet, tick, self.scale)
            left = box.left - sheet.measures.pad - sheet.width_of(label)
            sheet.set(label, left, self.y(tick) - rise)

    def _across(self, value: Decimal, weight: float, role: Role, order: float) -> None:
        ends = [(self.box.left, self.y(value)), (self.box.right, self.y(value))]
        self.sheet.line(ends, weight, role, order)

    def draw_axis(self, top: bool = False, below: float = 0.0) -> None:
        """The periods under the panel, so far `below` it, or over it."""
        sheet = self.sheet
        kind = sheet.text.axis
        rise = sheet.measures.years.drop
        baseline = self.box.top + rise if top else self.box.bottom - below - rise - sheet.cap(kind)
        for tick in self.ticks:
            row = tick.row * kind.leading
            label = Label(tick.text, kind)
            sheet.set(label, self._left_of(tick, label), baseline + row if top else baseline - row)

    def _left_of(self, tick: Tick, label: Label) -> float:
        """Where a tick's text begins: in the middle of its slot, or at its edge; at the axis of a
        line the first begins, and the last ends, with it where both would touch other texts."""
        width, edge = self.sheet.width_of(label), self.axis.slots[0] - self._left
        if tick.flush:
            first = next((t for t in self.ticks if t.row == 0 and t.at >= tick.at), None)
            if first is not None and first.at == tick.at:
                return self._left_of(first, Label(first.text, label.kind))
            return max(self.box.left, self.x(tick.at - min(0.5, edge)))
        middle = self.x(tick.at)
        least = self.box.left if not edge else 0.0
        return min(max(middle - width / 2, least), self.sheet.width - width)


def axis_label(sheet: Sheet, tick: Decimal, scale: Scale) -> Label:
    """A tick's value as the axis prints it; all have the same decimals."""
    text = cell(tick, Status.FINAL, _PLAIN, scale.decimals, sheet.language)
    return Label(text, sheet.text.axis)


def left_inset(sheet: Sheet, scales: Sequence[Scale], inset: float) -> float:
    """The room that the values at the left want, at least the style's."""
    widths = [
        sheet.width_of(axis_label(sheet, tick, scale)) for scale in scales for tick in scale.ticks
    ]
    return max([inset, *(width + sheet.measures.pad + 1 for width in widths)])


_DASHES = (3.0, 2.0)


def draw_levels(panel: Panel, levels: Sequence[Point]) -> None:
    """A dashed line at each figure, over the bars, broken where a text stands."""
    for level in levels:
        if level.value is not None:
            y = panel.y(level.value)
            ends = (panel.box.left, panel.box.right)
            for left, right in _free(panel.sheet, ends, y):
                line = [(left, y), (right, y)]
                panel.sheet.line(line, panel.sheet.measures.zero, "third", 4.5, _DASHES)


def draw_upright(sheet: Sheet, x: float, ends: tuple[float, float]) -> None:
    """A dashed line from below upwards, behind bars and the texts at them."""
    line = [(x, ends[0]), (x, ends[1])]
    sheet.line(line, sheet.measures.zero, "third", 1.2, _DASHES)


def _free(sheet: Sheet, ends: tuple[float, float], y: float) -> Iterator[tuple[float, float]]:
    """The stretches at a height where no text stands."""
    at, last = ends
    met = sorted(r for r in sheet.taken if r.bottom - 1 < y < r.top + 1 and r.width > 2)
    for rect in met:
        if rect.left - 1 > at:
            yield at, min(rect.left - 1, last)
        at = max(at, rect.right + 1)
    if at < last:
        yield at, last


Paint = Callable[[Sheet, Rect, Scale, Line, Axis], None]


def _heads(names: Sequence[Sequence[Label]], across: int, leading: float) -> list[float]:
    """How much room the names over each row of panels take."""
    rows = (names[first : first + across] for first in range(0, len(names), across))
    return [max(map(len, row)) * leading for row in rows]


def draw_multiples(
    chart: Chart,
    sheet: Sheet,
    made: Sequence[Scale],
    right: float,
    paint: Paint,
    margin: float = 0.5,
) -> None:
    """The series in rows of panels, each under its name, drawn by `paint` to its scale.

    `right` is the room beside each panel.
    """
    across = 1 if sheet.narrow else 2
    measures, kind = sheet.measures, sheet.text.panel
    axis = axis_of(chart.lines, margin)
    left = left_inset(sheet, made, measures.bars.left)
    gutter = measures.multiple.gutter
    cell = (sheet.width - gutter * (across - 1)) / across
    drop = (rows(ticks(sheet, axis, cell - left - right)) - 1) * sheet.text.axis.leading
    names = [sheet.wrap(Label(line.label, kind), cell) for line in chart.lines]
    heads = _heads(names, across, kind.leading)
    pitches = [measures.multiple.height - kind.leading + head + drop for head in heads]
    sheet.height = sum(pitches)
    top = sheet.height
    for number, line in enumerate(chart.lines):
        row, column = divmod(number, across)
        if number and not column:
            top -= pitches[row - 1]
        start = column * (cell + gutter)
        for at, text in enumerate(names[number]):
            sheet.set(text, start, top - (at + 1) * kind.leading + 2)
        box = Rect(
            start + left,
            top - pitches[row] + measures.bars.bottom + 2 + drop,
            start + cell - right,
            top - heads[row] - measures.bars.top,
        )
        paint(sheet, box, made[number], line, axis)
