"""What is painted of a chart, as rectangles, and which texts lie over ink that isn't theirs."""

from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise
from typing import NamedTuple

from briefing.charts import KINDS
from briefing.charts.paper import Points, Rect, segment
from briefing.charts.sheet import CrowdedError, Label, Sheet
from briefing.model import Chart
from briefing.model.style import Style, TextStyle
from briefing.pdf import Faces

# A text's rectangle reaches a little beyond its ink.
_EDGE = 0.4
# So near to the sheet's upper end, in points, stands a text at most: what heads the chart is there.
_BELOW_HEAD = 1.5


class Mark(NamedTuple):
    """A filled box, or a piece of a line, painted at a depth."""

    rect: Rect
    colour: str
    order: float


class Recorder:
    """Inks that remember what is painted."""

    def __init__(self) -> None:
        self.boxes: list[Mark] = []
        self.lines: list[Mark] = []

    def line(
        self, points: Points, width: float, colour: str, order: float, dash: tuple[float, ...]
    ) -> None:
        for (x0, y0), (x1, y1) in pairwise(points):
            pieces = segment(x0, y0, x1, y1, width)
            self.lines += [Mark(piece, colour, order) for piece in pieces]

    def rectangle(self, rect: Rect, fill: str, stroke: str, width: float, order: float) -> None:
        self.boxes.append(Mark(rect, stroke or fill, order))

    def shapes(
        self, outlines: Sequence[Points], fill: str, stroke: str, width: float, order: float
    ) -> None:
        """Shapes are ground: names stand on them."""

    def dot(self, x: float, y: float, size: float, fill: str, stroke: str, width: float) -> None:
        half = size / 2
        self.boxes.append(Mark(Rect(x - half, y - half, x + half, y + half), stroke, 3))

    def text(self, text: str, kind: TextStyle, x: float, y: float) -> None:
        """Texts are remembered as they are set."""


class Written(Sheet):
    """A sheet that remembers the texts set on it."""

    texts: list[tuple[str, Rect]]

    def set(self, label: Label, left: float, baseline: float, clear: bool = False) -> Rect:
        rect = super().set(label, left, baseline, clear)
        self.texts.append((f"{label.text} {label.mark}".strip(), rect))
        return rect


def painted(
    chart: Chart, width: float, style: Style, faces: Faces, language: str
) -> tuple[Written, Recorder]:
    """A chart as it is drawn, with a key where names find no place."""
    try:
        return _painted(chart, width, style, faces, language, keyed=False)
    except CrowdedError:
        return _painted(chart, width, style, faces, language, keyed=True)


def _painted(
    chart: Chart, width: float, style: Style, faces: Faces, language: str, *, keyed: bool
) -> tuple[Written, Recorder]:
    ink = Recorder()
    sheet = Written(width, style, faces, language, keyed=keyed, ink=ink)
    sheet.texts = []
    KINDS[chart.kind](chart, sheet)
    return sheet, ink


def faults(chart: Chart, width: float, style: Style, faces: Faces, language: str) -> list[str]:
    """Texts over texts, bars, dots and lines that aren't broken for them, and beyond the sheet."""
    sheet, ink = painted(chart, width, style, faces, language)
    return [*_of_texts(sheet), *_on_ink(sheet, ink), *_beyond(sheet)]


def _of_texts(sheet: Written) -> Iterator[str]:
    for (one, rect), (other, second) in combinations(sheet.texts, 2):
        if one and other and rect.grown(-_EDGE).meets(second.grown(-_EDGE)):
            yield f"“{one}” over “{other}”"


def _on_ink(sheet: Written, ink: Recorder) -> Iterator[str]:
    paper = sheet.colour("paper")
    masks = [mark for mark in ink.boxes if mark.colour == paper]
    for text, rect in sheet.texts:
        inner = rect.grown(-_EDGE)
        for mark in (*ink.boxes, *ink.lines):
            if mark.colour == paper or not inner.meets(mark.rect):
                continue
            hidden = any(m.order > mark.order and m.rect.holds(rect) for m in masks)
            if not hidden:
                kind = "line" if mark in ink.lines else "box"
                yield f"“{text}” on a {kind} at {_told(mark.rect)} from {_told(rect)}"
                break


def _beyond(sheet: Written) -> Iterator[str]:
    for text, rect in sheet.texts:
        if text and not sheet.box.holds(rect, 0.6):
            yield f"“{text}” beyond the sheet {_told(sheet.box)}: {_told(rect)}"
        elif text and rect.top > sheet.height - _BELOW_HEAD:
            yield f"“{text}” at the sheet's upper end: {rect.top:.1f} of {sheet.height:.1f}"


def _told(rect: Rect) -> str:
    return " ".join(f"{side:.0f}" for side in rect)
