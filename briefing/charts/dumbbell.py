"""Dumbbells: a filled mark and a ring on one line, a row a period or a member."""

from collections.abc import Sequence
from decimal import Decimal

from msgspec import Struct

from briefing.charts.panel import axis_label
from briefing.charts.paper import Rect
from briefing.charts.sheet import Entry, Label, Sheet, draw_key, key_height
from briefing.charts.ticks import Scale
from briefing.language import grammar
from briefing.model import Chart, Line, Point

# White around the values of the scale, and how far below a line of text its letters reach.
_FOOT, _AROUND, _DESCENT = 13.0, 6.5, 0.3


class _Panel(Struct, frozen=True):
    """The rows of one panel, their names, and what stands at their right."""

    head: tuple[Label, ...]
    names: tuple[tuple[Label, ...], ...]
    filled: tuple[Point, ...]
    rings: tuple[Point, ...]
    beside: tuple[Label, ...]
    column: float

    def height(self, sheet: Sheet) -> float:
        """Its head, its rows and its scale."""
        head = sum(line.kind.leading for line in self.head)
        return head + sum(_row(sheet, name) for name in self.names) + _foot(sheet)


def _foot(sheet: Sheet) -> float:
    """The room of the scale's values."""
    return max(_FOOT, sheet.cap(sheet.text.axis) + _AROUND)


def draw_dumbbell(chart: Chart, sheet: Sheet) -> None:
    """Panels below each other, each with its head, rows and scale; the key says who is who."""
    panels = [_panel(sheet, lines) for lines in _panels(chart.lines)]
    one, other = chart.lines[0], chart.lines[1 if len(chart.lines) > 1 else 0]
    entries = [Entry(_who(one), "main", "dot"), Entry(_who(other), "second", "ring")]
    key = key_height(sheet, entries)
    apart = sheet.text.panel.leading / 2
    sheet.height = key + sum(p.height(sheet) for p in panels) + apart * (len(panels) - 1)
    draw_key(sheet, entries, sheet.height)
    column = max(p.column for p in panels)
    right = max([sheet.measures.bars.right, *(_beside(sheet, p) for p in panels)])
    top = sheet.height - key
    shared = _scale(chart, sheet, panels)
    for panel in panels:
        made = _scale(chart, sheet, [panel]) if chart.own_scales else shared
        box = Rect(column, top - panel.height(sheet), sheet.width - right, top)
        _draw(sheet, panel, box, made)
        top = box.bottom - apart


def _panels(lines: Sequence[Line]) -> list[list[Line]]:
    """The lines of each panel: filled, ring and perhaps the gap."""
    found: dict[str, list[Line]] = {}
    for line in lines:
        found.setdefault(line.panel, []).append(line)
    return list(found.values())


def _who(line: Line) -> str:
    """Whose figures a line has, without the head of its panel."""
    return line.label.removeprefix(line.panel).lstrip(" ,") if line.panel else line.label


def _panel(sheet: Sheet, lines: Sequence[Line]) -> _Panel:
    filled, rings, *gaps = lines if len(lines) > 1 else (*lines, *lines)
    kind = sheet.text.panel
    head = sheet.wrap(Label(filled.panel, kind), sheet.width) if filled.panel else []
    limit = sheet.width * sheet.measures.ranking.most - sheet.measures.ranking.gap
    names = tuple(tuple(sheet.wrap(_name(sheet, p), limit)) for p in filled.points)
    widest = max(sheet.width_of(line) for name in names for line in name)
    beside = tuple(sheet.value(point, sheet.text.value) for point in gaps[0].points) if gaps else ()
    column = widest + sheet.measures.ranking.gap + sheet.measures.dot
    return _Panel(tuple(head), names, filled.points, rings.points, beside, column)


def _name(sheet: Sheet, point: Point) -> Label:
    text = point.label
    if point.at is not None:
        text = grammar(sheet.language).period(point.at, short=True)
    if point.noted:
        text = f"{text}, {point.noted}"
    strong = point.highlighted or point.told
    return Label(text, sheet.text.label_main if strong else sheet.text.label)


def _row(sheet: Sheet, name: Sequence[Label]) -> float:
    pitch = sheet.measures.ranking.pitch
    return max(pitch, (len(name) - 1) * name[0].kind.leading + pitch * 0.9)


def _beside(sheet: Sheet, panel: _Panel) -> float:
    """The room for what stands at the right of the rows."""
    widths = [sheet.width_of(label) for label in panel.beside]
    return max(widths) + sheet.measures.ranking.gap * 2 if widths else sheet.measures.dot * 2


def _scale(chart: Chart, sheet: Sheet, panels: Sequence[_Panel]) -> Scale:
    values = [
        p.value for panel in panels for p in (*panel.filled, *panel.rings) if p.value is not None
    ]
    low, high = min([Decimal(0), *values]), max([Decimal(0), *values])
    return sheet.scale(low, high, chart.unit, mirror=0)


def _draw(sheet: Sheet, panel: _Panel, box: Rect, made: Scale) -> None:
    """One panel: head, rows and the scale below."""
    top = box.top
    for line in panel.head:
        top -= line.kind.leading
        sheet.set(line, 0, top + max(3.0, _DESCENT * line.kind.size))
    _draw_scale(sheet, box, made, top)
    for number, name in enumerate(panel.names):
        height = _row(sheet, name)
        middle = top - height / 2
        for at, line in enumerate(name):
            drop = (at - (len(name) - 1) / 2) * line.kind.leading
            sheet.set(line, 0, middle - sheet.cap(line.kind) / 2 - drop)
        ends = [
            box.left + float((p.value or Decimal(0)) - made.low) * _unit(box, made)
            for p in (panel.filled[number], panel.rings[number])
        ]
        _draw_marks(sheet, ends[0], ends[1], middle)
        if panel.beside:
            gap = panel.beside[number]
            baseline = middle - sheet.cap(gap.kind) / 2
            sheet.set(gap, sheet.width - sheet.width_of(gap), baseline)
        top -= height


def _unit(box: Rect, made: Scale) -> float:
    return box.width / float(made.high - made.low)


def _draw_scale(sheet: Sheet, box: Rect, made: Scale, top: float) -> None:
    labels = [axis_label(sheet, tick, made) for tick in made.ticks]
    step = _step(sheet, labels, box.width / max(len(labels) - 1, 1))
    for number, (tick, label) in enumerate(zip(made.ticks, labels, strict=True)):
        x = box.left + float(tick - made.low) * _unit(box, made)
        ends = [(x, box.bottom + _foot(sheet)), (x, top)]
        if tick:
            sheet.line(ends, sheet.measures.grid, "grid", order=1)
        else:
            sheet.line(ends, sheet.measures.zero, "zero", order=1)
        if number % step:
            continue
        left = min(x - sheet.width_of(label) / 2, sheet.width - sheet.width_of(label))
        sheet.set(label, left, box.bottom + 3.5)


def _step(sheet: Sheet, labels: Sequence[Label], pitch: float) -> int:
    """Each how many of the scale's values has room for its text."""
    widest = max(map(sheet.width_of, labels))
    # The last may end with the sheet, and so nearer to the one before.
    return next(
        n for n in range(1, len(labels) + 1) if n * pitch >= 1.5 * widest + 3 or n == len(labels)
    )


def _draw_marks(sheet: Sheet, filled: float, ring: float, middle: float) -> None:
    """The line between, then the filled mark, then the ring, which shows what lies under it."""
    size = sheet.measures.dot * 1.4
    if abs(filled - ring) > size / 2:
        ends = sorted((filled, ring))
        sheet.line([(ends[0], middle), (ends[1], middle)], sheet.measures.line.main, "other", 2)
    sheet.dot(filled, middle, size, "main")
    if abs(filled - ring) > size * 0.6:
        sheet.dot(ring, middle, size, "second", hollow=True)
    else:
        sheet.dot(ring, middle, size * 1.5, "second", hollow=True)
        sheet.dot(filled, middle, size * 0.9, "main")
