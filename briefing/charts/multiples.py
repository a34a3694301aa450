"""One small panel a series, all to one scale or each to its own."""

from collections.abc import Callable, Sequence
from math import ceil

from briefing.charts.axis import Axis, axis_of, rows, ticks
from briefing.charts.panel import left_inset
from briefing.charts.paper import Rect
from briefing.charts.sheet import Label, Sheet
from briefing.charts.ticks import Scale
from briefing.model import Chart, Line

Paint = Callable[[Sheet, Rect, Scale, Line, Axis], None]


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
    count = ceil(len(chart.lines) / across)
    heads = [
        max(len(name) for name in names[row * across : (row + 1) * across]) * kind.leading
        for row in range(count)
    ]
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
