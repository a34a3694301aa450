"""Rankings: flat bars, the largest first, the subject highlighted."""

from collections.abc import Sequence
from decimal import Decimal
from itertools import accumulate

from msgspec import Struct

from briefing.charts.rect import Rect
from briefing.charts.sheet import Label, Sheet
from briefing.model import Chart, Line, Point
from briefing.model.style.colours import Role


class _Row(Struct, frozen=True):
    """One bar: its colour's role, its label in lines, its value, and the row's height in points."""

    point: Point
    role: Role
    label: tuple[Label, ...]
    value: Label
    height: float


class _Panel(Struct, frozen=True):
    """One ranking: its rows and the width of the labels' column."""

    title: Label
    rows: tuple[_Row, ...]
    column: float

    @property
    def height(self) -> float:
        return sum(row.height for row in self.rows)


def draw_ranking(chart: Chart, sheet: Sheet) -> None:
    """Flat bars with their labels flush left and values at their ends.

    Several lines are panels of their own scale: beside each other where the chart is wide enough.
    """
    gutter, edge = sheet.measures.ranking.gutter, sheet.measures.ranking.edge
    across = len(chart.lines) if sheet.width >= sheet.measures.ranking.across else 1
    width = (sheet.width - gutter * (across - 1)) / across
    # Parts of a whole are all of the main series; of partners only the subject is.
    others: Role = "main" if chart.kind == "share" else "other"
    panels = [_measured(sheet, line, width, others) for line in chart.lines]
    kind = sheet.text.panel
    head = kind.leading + 2 if len(panels) > 1 else 0.0
    tall = [
        max(panel.height for panel in panels[start : start + across])
        for start in range(0, len(panels), across)
    ]
    sheet.height = sum(tall) + len(tall) * (head + edge) + (len(tall) - 1) * head / 2
    tops = [sheet.height]
    for height in tall:
        tops.append(tops[-1] - height - edge - head * 1.5)
    for number, panel in enumerate(panels):
        row, column = divmod(number, across)
        left, top = column * (width + gutter), tops[row]
        if head:
            sheet.set(panel.title, left, top - kind.leading + 3)
        box = Rect(left, top - head - panel.height - edge, left + width, top - head)
        _draw(sheet, box, panel)


def _measured(sheet: Sheet, line: Line, width: float, others: Role) -> _Panel:
    """The rows of a ranking; labels too long for their column take two lines."""
    gap, pitch = sheet.measures.ranking.gap, sheet.measures.ranking.pitch
    labels = [
        Label(p.label, sheet.text.label_main if p.highlighted else sheet.text.label)
        for p in line.points
    ]
    wide = max([sheet.measures.ranking.label, *(sheet.width_of(b) + gap for b in labels)])
    column = min(wide, width * sheet.measures.ranking.most)
    rows = []
    for point, label in zip(line.points, labels, strict=True):
        lines = tuple(sheet.wrap(label, column - gap))
        value = sheet.value(point, sheet.text.value_main if point.highlighted else sheet.text.value)
        more = (len(lines) - 1) * label.kind.leading
        role: Role = "main" if point.highlighted else others
        rows.append(_Row(point, role, lines, value, max(pitch, more + pitch * 0.9)))
    return _Panel(Label(line.label, sheet.text.panel), tuple(rows), column)


def _draw(sheet: Sheet, box: Rect, panel: _Panel) -> None:
    """One ranking in its box: zero line, bars, labels, values."""
    gap = sheet.measures.ranking.gap
    thick = sheet.measures.ranking.pitch * sheet.measures.bar_flat
    zero, unit = _scale(sheet, panel, box.left + panel.column, box.right)
    tops = accumulate((row.height for row in panel.rows), initial=sheet.measures.ranking.edge / 2)
    for row, above in zip(panel.rows, tops, strict=False):
        middle = box.top - above - row.height / 2
        _set_label(sheet, row.label, box.left, middle)
        tip = zero + float(row.point.value or 0) * unit
        left, right = sorted((zero, tip))
        bar = Rect(left, middle - thick / 2, right, middle + thick / 2)
        if row.point.value is not None:
            hollow = sheet.measures.hollow if row.point.hollow else 0
            sheet.rectangle(bar, row.role, hollow=hollow)
            sheet.taken.append(bar)
        at = bar.right + gap if tip >= zero else bar.left - gap - sheet.width_of(row.value)
        sheet.set(row.value, at, middle - sheet.cap(row.value.kind) / 2)
    ends = [(zero, box.bottom), (zero, box.top)]
    sheet.line(ends, sheet.measures.zero, "zero", order=4)


def _set_label(sheet: Sheet, lines: Sequence[Label], left: float, middle: float) -> None:
    for number, line in enumerate(lines):
        drop = (number - (len(lines) - 1) / 2) * line.kind.leading
        sheet.set(line, left, middle - sheet.cap(line.kind) / 2 - drop)


def _scale(sheet: Sheet, panel: _Panel, left: float, right: float) -> tuple[float, float]:
    """Where zero stands, and the points of length for one unit, so that each value has room."""
    values = [row.point.value for row in panel.rows if row.point.value is not None]
    low, high = min([Decimal(0), *values]), max([Decimal(0), *values])
    span = float(high - low) or 1.0
    gap = sheet.measures.ranking.gap + 1
    needs = [(row.point.value or Decimal(0), sheet.width_of(row.value) + gap) for row in panel.rows]
    start = left + max((need for value, need in needs if value < 0), default=0.0)
    end = right - (sheet.measures.ranking.right if high > 0 else 0)
    for value, need in needs:
        if value > 0:
            end = min(end, start + (right - need - start) * span / float(value - low))
    unit = (end - start) / span
    return start - float(low) * unit, unit
