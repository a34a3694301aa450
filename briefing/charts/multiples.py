"""One small panel a series, all to one scale."""

from collections.abc import Callable
from math import ceil

from briefing.charts.panel import left_inset, slots_of
from briefing.charts.rect import Rect
from briefing.charts.sheet import Label, Sheet
from briefing.charts.ticks import Scale
from briefing.model import Chart, Line

Paint = Callable[[Sheet, Rect, Scale, Line, tuple[float, float]], None]


def draw_multiples(chart: Chart, sheet: Sheet, made: Scale, right: float, paint: Paint) -> None:
    """The series in rows of panels, each under its name, drawn by `paint` to the scale given.

    `right` is the room beside each panel.
    """
    across = 1 if sheet.narrow else 2
    rows = ceil(len(chart.lines) / across)
    pitch = sheet.measures.multiple.height
    sheet.height = rows * pitch
    left = left_inset(sheet, [made], sheet.measures.bars.left)
    gutter = sheet.measures.multiple.gutter
    cell = (sheet.width - gutter * (across - 1)) / across
    kind = sheet.text.panel
    for number, line in enumerate(chart.lines):
        row, column = divmod(number, across)
        top = sheet.height - row * pitch
        start = column * (cell + gutter)
        sheet.set(Label(line.label, kind), start, top - kind.leading + 2)
        box = Rect(
            start + left,
            top - pitch + sheet.measures.bars.bottom + 2,
            start + cell - right,
            top - kind.leading - sheet.measures.bars.top,
        )
        paint(sheet, box, made, line, slots_of(chart.lines))
