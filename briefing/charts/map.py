"""Maps: countries in shades of their figures, or with circles as large as these."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import ROUND_CEILING, Decimal
from itertools import pairwise
from math import sqrt

from msgspec import Struct

from briefing.charts.panel import axis_label
from briefing.charts.paper import Rect, free
from briefing.charts.sheet import Label, Sheet
from briefing.charts.ticks import Scale
from briefing.geography import Map, region
from briefing.geography.clipping import Outline
from briefing.language import grammar
from briefing.model import Chart, Point
from briefing.model.style import Role

# Shades from the least to the most, as shares of the main colour; each darker by a clear step.
_SHADES = (0.22, 0.45, 0.7, 1.0)
# From here on a text on it is white.
_DARK = 0.6
_SEA = 0.55
_LARGEST, _LEAST = 15.0, 1.4
_BORDER, _NAMED = 0.35, 6
_GAP, _SAMPLE = 7.0, 9.0
# Corners nearer than this (in points) are one.
_FINEST = 0.5


class _Classes(Struct, frozen=True):
    """Ends of classes, from the lowest value up."""

    ends: tuple[Decimal, ...]

    @property
    def shades(self) -> tuple[float, ...]:
        """The shade of each class; the most is the darkest."""
        return _SHADES[-(len(self.ends) - 1) :]

    def shade(self, value: Decimal) -> float:
        """The shade of a value."""
        return self.shades[min(sum(value >= end for end in self.ends[1:]), len(self.ends) - 2)]


class _Place(Struct, frozen=True):
    """A map on the sheet, over the key at its foot."""

    map: Map
    foot: float

    def moved(self, outline: Outline) -> Outline:
        """An outline where it stands on the sheet."""
        return tuple((x, y + self.foot) for x, y in outline)

    def middle(self, key: str) -> tuple[float, float] | None:
        """A point well inside a country, on the sheet: the middle of its largest part, or where
        that is outside."""
        outlines = (land.outlines for land in self.map.lands if land.code == key)
        largest = max((o for of in outlines for o in of), key=_extent, default=())
        x, y = (sum(c) / len(largest) for c in zip(*largest, strict=True)) if largest else (0, 0)
        if largest and self.map.within(key, (x, y, x, y)):
            return x, y + self.foot
        at = self.map.place(key, 1.0, 1.0)
        return (at[0], at[1] + self.foot) if at else None


def draw_map(chart: Chart, sheet: Sheet) -> None:
    """The part of the world in which the countries with a figure lie."""
    points = [p for p in chart.lines[0].points if p.value is not None]
    codes = [p.key for p in points]
    measures = sheet.measures.map
    asked = [code for code in (*codes, chart.about) if code]
    tallest = sheet.width * measures.most
    found = region(asked, chart.about, sheet.width, tallest, measures.height)
    if found is None:
        sheet.height = sheet.measures.bars.height
        return
    classes = _classes(points)
    marks = chart.mode == "marks"
    key = [] if marks else _key(sheet, classes)
    foot = (1 + max((row for row, *_ in key), default=-1)) * sheet.text.axis.leading + _GAP
    place = _Place(found, foot)
    sheet.height = found.height + foot
    sea = _box(0, foot, sheet.width, sheet.height)
    sheet.shapes([sea], sheet.shade("grid", _SEA), order=0.5)
    shares = {p.key: classes.shade(p.value or Decimal(0)) for p in points}
    _draw_lands(sheet, place, {} if marks else shares, chart)
    _draw_key(sheet, key, foot)
    if marks:
        _draw_circles(sheet, place, points)
    else:
        _name(sheet, place, points, shares)


def _classes(points: Sequence[Point]) -> _Classes:
    """Four classes of about as many countries each, between round values."""
    values = sorted(p.value for p in points if p.value is not None)
    low = min(values[0], Decimal(0))
    count = min(len(_SHADES), len(set(values)))
    inner = [_rounded(values[len(values) * n // count]) for n in range(1, count)]
    top = _rounded(values[-1], up=True)
    ends = sorted({low, *(v for v in inner if low < v < top), top})
    return _Classes(tuple(ends) if len(ends) > 1 else (low, low + 1))


def _rounded(value: Decimal, up: bool = False) -> Decimal:
    """A value to one digit."""
    if not value:
        return value
    step = Decimal(1).scaleb(value.adjusted())
    return (value / step).to_integral_value(ROUND_CEILING if up else None) * step


def _extent(outline: Outline) -> float:
    """How large an outline is, as a box."""
    xs, ys = zip(*outline, strict=True)
    return float((max(xs) - min(xs)) * (max(ys) - min(ys)))


def _box(left: float, bottom: float, right: float, top: float) -> Outline:
    return ((left, bottom), (right, bottom), (right, top), (left, top))


def _draw_lands(sheet: Sheet, place: _Place, shares: Mapping[str, float], chart: Chart) -> None:
    """The lands in their shades, white without a figure; who reports it is grey."""
    filled: dict[str, list[Outline]] = {}
    lines: list[Outline] = []
    for land in place.map.lands:
        about = land.code == chart.about and land.code not in shares
        shade = sheet.shade("other", 0.5) if about else _shade(sheet, shares.get(land.code, 0.0))
        filled.setdefault(shade, []).extend(place.moved(_thinned(o)) for o in land.outlines)
        for border in land.borders:
            lines.extend(place.moved(piece) for piece in _within(_thinned(border), place.map))
    for shade, outlines in filled.items():
        sheet.shapes(outlines, shade, order=1)
    sheet.shapes(lines, "none", sheet.colour("other"), _BORDER, order=1.6)


def _shade(sheet: Sheet, share: float) -> str:
    return sheet.shade("main", share)


def _thinned(outline: Outline) -> Outline:
    """An outline without corners nearer to the last than one can see."""
    kept = [outline[0]]
    for x, y in outline[1:-1]:
        if abs(x - kept[-1][0]) + abs(y - kept[-1][1]) > _FINEST:
            kept.append((x, y))
    return (*kept, outline[-1])


def _within(border: Outline, found: Map) -> Iterator[Outline]:
    """The pieces of a border that lie on the map."""
    piece: list[tuple[float, float]] = []
    for one, other in pairwise(border):
        ends = _cut(one, other, found)
        if ends is None or (piece and piece[-1] != ends[0]):
            if piece:
                yield tuple(piece)
            piece = []
        if ends is not None:
            piece = [*(piece or [ends[0]]), ends[1]]
    if piece:
        yield tuple(piece)


def _cut(
    one: tuple[float, float], other: tuple[float, float], found: Map
) -> tuple[tuple[float, float], tuple[float, float]] | None:
    """The part of a line on the map (Liang and Barsky); None where it has none."""
    first, last = 0.0, 1.0
    for axis, most in ((0, found.width), (1, found.height)):
        start, step = one[axis], other[axis] - one[axis]
        if not step:
            last = last if 0 <= start <= most else -1.0
            continue
        low, high = sorted((-start / step, (most - start) / step))
        first, last = max(first, low), min(last, high)
    if first >= last:
        return None
    x, y = other[0] - one[0], other[1] - one[1]
    head = one if first == 0 else (one[0] + x * first, one[1] + y * first)
    tail = other if last == 1 else (one[0] + x * last, one[1] + y * last)
    return head, tail


def _key(sheet: Sheet, classes: _Classes) -> list[tuple[int, float, Label, float]]:
    """The classes, then what has no figure: each with its row, left end and shade."""
    ends = classes.ends
    scale = Scale(ends[0], ends[-1], ends)
    texts = [axis_label(sheet, end, scale).text for end in ends]
    items = [(f"{a}–{b}", classes.shades[n]) for n, (a, b) in enumerate(pairwise(texts))]
    items.append((grammar(sheet.language).captions.forms.no_figure, 0.0))
    found, row, left = [], 0, 0.0
    for text, share in items:
        label = Label(text, sheet.text.axis)
        width = _SAMPLE + 3 + sheet.width_of(label)
        if left and left + width > sheet.width:
            row, left = row + 1, 0.0
        found.append((row, left, label, share))
        left += width + 9
    return found


def _draw_key(sheet: Sheet, key: Sequence[tuple[int, float, Label, float]], foot: float) -> None:
    """The key's rows below the map."""
    for row, left, label, share in key:
        baseline = foot - _GAP - row * label.kind.leading - sheet.cap(label.kind) + 1
        middle = baseline + sheet.cap(label.kind) / 2
        box = _box(left, middle - 3, left + _SAMPLE, middle + 3)
        outline = (*box, box[0])
        sheet.shapes([outline], _shade(sheet, share), sheet.colour("other"), _BORDER, order=1)
        sheet.set(label, left + _SAMPLE + 3, baseline)


def _draw_circles(sheet: Sheet, place: _Place, points: Sequence[Point]) -> None:
    """A circle a country, its area in proportion to the figure, the largest below the others; the
    largest and the highlighted are named beside theirs."""
    largest = max(abs(p.value or Decimal(0)) for p in points) or Decimal(1)
    circles: list[tuple[Point, float, float, float]] = []
    for point in sorted(points, key=lambda p: -abs(p.value or Decimal(0))):
        at = place.middle(point.key)
        if at is None or not point.value:
            continue
        size = max(_LEAST, 2 * _LARGEST * sqrt(float(abs(point.value) / largest)))
        sheet.dot(*at, size + 1, "paper")
        sheet.dot(*at, size, "main" if point.value > 0 else "second")
        half = size / 2
        sheet.taken.append(Rect(at[0] - half, at[1] - half, at[0] + half, at[1] + half))
        circles.append((point, *at, half))
    for number, (point, x, y, half) in enumerate(circles):
        if number < _NAMED or _is_strong(point):
            _name_circle(sheet, point, x, y, half)


def _name_circle(sheet: Sheet, point: Point, x: float, y: float, half: float) -> None:
    """The name and the value of a circle at its right, left, top or foot, where nothing is."""
    lines = _lines(sheet, point, "zero")
    width = max(map(sheet.width_of, lines))
    height = sum(line.kind.leading for line in lines)
    for left, top in (
        (x + half + 2, y + height / 2),
        (x - half - 2 - width, y + height / 2),
        (x - width / 2, y + half + 1 + height),
        (x - width / 2, y - half - 1),
    ):
        box = Rect(left, top - height, left + width, top)
        if sheet.box.holds(box) and free(box, sheet.taken, 0.5):
            _set(sheet, lines, box)
            return


def _name(
    sheet: Sheet, place: _Place, points: Sequence[Point], shares: Mapping[str, float]
) -> None:
    """Names and values of the highlighted and the largest, where their countries hold them."""
    for number, point in enumerate(sorted(points, key=lambda p: not _is_strong(p))):
        if number >= _NAMED and not _is_strong(point):
            continue
        lines = _lines(sheet, point, "paper" if shares[point.key] >= _DARK else "zero")
        width = max(map(sheet.width_of, lines)) + 2
        height = sum(line.kind.leading for line in lines)
        at = place.map.place(point.key, width, height)
        if at is None:
            continue
        inner = (at[0] - width / 2, at[1] - height / 2, at[0] + width / 2, at[1] + height / 2)
        box = Rect(*inner).moved(0, place.foot)
        if place.map.within(point.key, inner) and free(box, sheet.taken, 1):
            _set(sheet, lines, box)


def _is_strong(point: Point) -> bool:
    """Whether the manifest or the title points at it."""
    return point.highlighted or point.told or bool(point.noted)


def _lines(sheet: Sheet, point: Point, role: Role) -> list[Label]:
    strong = sheet.coloured(sheet.text.label_main, role)
    plain = sheet.coloured(sheet.text.value, role)
    lines = [Label(point.label, strong), Label(point.text, plain, fact=point.fact)]
    return [*lines, Label(point.noted, plain)] if point.noted else lines


def _set(sheet: Sheet, lines: Sequence[Label], box: Rect) -> None:
    """Lines of text in the middle of a box."""
    baseline = box.top
    for line in lines:
        baseline -= line.kind.leading
        left = (box.left + box.right - sheet.width_of(line)) / 2
        sheet.set(line, left, baseline + 2)
