"""Lines across a panel at figures that all is held against; the key names them."""

from collections.abc import Iterator, Sequence

from briefing.charts.panel import Panel
from briefing.charts.sheet import Sheet
from briefing.model import Point

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
