"""Rankings: flat bars, the largest first, the subject highlighted."""

from collections.abc import Sequence
from decimal import Decimal
from itertools import accumulate

from msgspec import Struct, structs

from briefing.charts.panel import draw_upright
from briefing.charts.paper import Rect
from briefing.charts.sheet import Label, Sheet, draw_key, key_height, level_entries
from briefing.model import Chart, Line, Point
from briefing.model.style import Role, TextStyle

# A name that takes more lines beside its bar stands above it, in the whole width.
_BESIDE = 2


class _Row(Struct, frozen=True):
    """One bar: its colour's role, its label in lines, its value, and the row's height in points."""

    point: Point
    role: Role
    label: tuple[Label, ...]
    value: Label
    height: float


class _Panel(Struct, frozen=True):
    """One ranking: its rows and the width of the labels' column, none where labels stand above."""

    title: tuple[Label, ...]
    rows: tuple[_Row, ...]
    column: float

    @property
    def height(self) -> float:
        return sum(row.height for row in self.rows)

    @property
    def span(self) -> tuple[Decimal, Decimal]:
        """The lowest and the highest value, zero between."""
        values = [row.point.value for row in self.rows if row.point.value is not None]
        return min([Decimal(0), *values]), max([Decimal(0), *values])


def draw_ranking(chart: Chart, sheet: Sheet) -> None:
    """Flat bars with their labels flush left and values at their ends.

    Several lines are panels, to one scale or each to its own: beside each other where the chart is
    wide enough.
    """
    gutter, edge = sheet.measures.ranking.gutter, sheet.measures.ranking.edge
    across = len(chart.lines) if sheet.width >= sheet.measures.ranking.across else 1
    width = (sheet.width - gutter * (across - 1)) / across
    panels = [_measured(sheet, line, width, _others(chart)) for line in chart.lines]
    kind = sheet.text.panel
    lines = max(len(panel.title) for panel in panels)
    head = lines * kind.leading + 2 if len(panels) > 1 else 0.0
    tall = [
        max(panel.height for panel in panels[start : start + across])
        for start in range(0, len(panels), across)
    ]
    entries = level_entries(chart.levels)
    key = key_height(sheet, entries)
    sheet.height = sum(tall) + len(tall) * (head + edge) + (len(tall) - 1) * head / 2 + key
    draw_key(sheet, entries, sheet.height)
    tops = [sheet.height - key]
    for height in tall:
        tops.append(tops[-1] - height - edge - head * 1.5)
    span = None if chart.own_scales or len(panels) == 1 else _shared(panels)
    for number, panel in enumerate(panels):
        row, column = divmod(number, across)
        left, top = column * (width + gutter), tops[row]
        for at, title in enumerate(panel.title if head else ()):
            sheet.set(title, left, top - (at + 1) * kind.leading + 3)
        box = Rect(left, top - head - panel.height - edge, left + width, top - head)
        _draw(sheet, box, panel, span or panel.span, chart.levels)


def _others(chart: Chart) -> Role:
    """The colour beside the subject: parts of a whole are all of the main series, unless some are
    highlighted; of partners only the subject is."""
    marked = any(point.highlighted for line in chart.lines for point in line.points)
    return "main" if chart.kind == "share" and not marked else "other"


def _shared(panels: Sequence[_Panel]) -> tuple[Decimal, Decimal]:
    lows, highs = zip(*(panel.span for panel in panels), strict=True)
    return min(lows), max(highs)


def _measured(sheet: Sheet, line: Line, width: float, others: Role) -> _Panel:
    """The rows of a ranking; labels too long for their column take two lines, or stand above."""
    gap, pitch = sheet.measures.ranking.gap, sheet.measures.ranking.pitch
    labels = [_label(sheet, point) for point in line.points]
    wide = max([sheet.measures.ranking.label, *(sheet.width_of(b) + gap for b in labels)])
    column = min(wide, width * sheet.measures.ranking.most)
    above = any(len(sheet.wrap(label, column - gap)) > _BESIDE for label in labels)
    rows = []
    for point, label in zip(line.points, labels, strict=True):
        lines = tuple(sheet.wrap(label, width if above else column - gap))
        strong = point.highlighted or point.told
        value = sheet.value(point, sheet.text.value_main if strong else sheet.text.value)
        more = (len(lines) - 1) * label.kind.leading
        role: Role = "main" if point.highlighted else others
        height = max(pitch, more + pitch * 0.9)
        if above:
            height = len(lines) * label.kind.leading + pitch * 0.85
        rows.append(_Row(point, role, lines, value, height))
    title = tuple(sheet.wrap(Label(line.label, sheet.text.panel), width))
    return _Panel(title, tuple(rows), 0.0 if above else column)


def _label(sheet: Sheet, point: Point) -> Label:
    label = Label(_named(point), _kind(sheet, point))
    if point.rank is None:
        return label
    return structs.replace(label, fact=point.rank.fact, told=point.rank.text)


def _named(point: Point) -> str:
    """What a bar is called, with the author's word."""
    return f"{point.label}, {point.noted}" if point.noted else point.label


def _kind(sheet: Sheet, point: Point) -> TextStyle:
    return sheet.text.label_main if point.highlighted else sheet.text.label


def _draw(
    sheet: Sheet,
    box: Rect,
    panel: _Panel,
    span: tuple[Decimal, Decimal],
    levels: Sequence[Point],
) -> None:
    """One ranking in its box: zero line, bars, labels, values."""
    gap = sheet.measures.ranking.gap
    thick = sheet.measures.ranking.pitch * sheet.measures.bar_flat
    zero, unit = _scale(sheet, panel, span, box.left + panel.column, box.right)
    tops = accumulate((row.height for row in panel.rows), initial=sheet.measures.ranking.edge / 2)
    for row, above in zip(panel.rows, tops, strict=False):
        middle = box.top - above - row.height / 2
        if panel.column:
            _set_label(sheet, row.label, box.left, middle)
        else:
            names = len(row.label) * row.label[0].kind.leading
            _set_label(sheet, row.label, box.left, box.top - above - names / 2)
            middle = box.top - above - names - (row.height - names) / 2 + 1
        tip = zero + float(row.point.value or 0) * unit
        left, right = sorted((zero, tip))
        bar = Rect(left, middle - thick / 2, right, middle + thick / 2)
        if row.point.value is not None:
            hollow = sheet.measures.hollow if row.point.hollow else 0
            sheet.rectangle(bar, row.role, hollow=hollow)
            sheet.taken.append(bar)
        at = bar.right + gap if tip >= zero else bar.left - gap - sheet.width_of(row.value)
        baseline = middle - sheet.cap(row.value.kind) / 2
        sheet.set(row.value, at, baseline, clear=bool(levels))
        if not panel.column:
            ends = [(zero, bar.bottom - 1), (zero, bar.top)]
            sheet.line(ends, sheet.measures.zero, "zero", order=4)
    ends = [(zero, box.bottom), (zero, box.top)]
    if panel.column:
        sheet.line(ends, sheet.measures.zero, "zero", order=4)
    for level in levels:
        x = zero + float(level.value or 0) * unit
        draw_upright(sheet, x, (box.bottom, box.top))


def _set_label(sheet: Sheet, lines: Sequence[Label], left: float, middle: float) -> None:
    for number, line in enumerate(lines):
        drop = (number - (len(lines) - 1) / 2) * line.kind.leading
        sheet.set(line, left, middle - sheet.cap(line.kind) / 2 - drop)


def _scale(
    sheet: Sheet,
    panel: _Panel,
    span: tuple[Decimal, Decimal],
    left: float,
    right: float,
) -> tuple[float, float]:
    """Where zero stands, and the points of length for one unit, so that each value has room."""
    low, high = span
    length = float(high - low) or 1.0
    gap = sheet.measures.ranking.gap + 1
    needs = [(row.point.value or Decimal(0), sheet.width_of(row.value) + gap) for row in panel.rows]
    start = left + max((need for value, need in needs if value < 0), default=0.0)
    end = right - (sheet.measures.ranking.right if high > 0 else 0)
    for value, need in needs:
        if value > 0:
            end = min(end, start + (right - need - start) * length / float(value - low))
    unit = (end - start) / length
    return start - float(low) * unit, unit
