"""Areas over periods: one filled to zero, or parts of a whole on top of each other."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from briefing.charts.ends import End, place_ends
from briefing.charts.panel import Panel, draw_levels
from briefing.charts.sheet import Sheet
from briefing.charts.stacks import stack_panel
from briefing.model import Chart
from briefing.model.style import Role

_SEAM = 0.6
Edge = list[tuple[float, float]]


def draw_area(chart: Chart, sheet: Sheet) -> None:
    """Filled areas, broken where a value is missing; each named at its right end."""
    panel, roles = stack_panel(chart, sheet, margin=0)
    count = len(chart.lines[0].points)
    lower = [Decimal(0)] * count
    ends: list[End] = []
    for line, role in zip(chart.lines, roles, strict=True):
        upper = [low + (p.value or Decimal(0)) for low, p in zip(lower, line.points, strict=True)]
        whole = [
            all(other.points[n].value is not None for other in chart.lines) for n in range(count)
        ]
        for run in _runs(whole):
            _fill(panel, chart, run, (lower, upper), role)
        known = [n for n, held in enumerate(whole) if held]
        if known:
            n = known[-1]
            y = (panel.y(lower[n]) + panel.y(upper[n])) / 2
            ends.append(End(line.label, line.points[n], "zero", y, role))
        lower = upper
    draw_levels(panel, chart.levels)
    place_ends(panel, ends, panel.box.right)
    panel.draw_axis()


def _runs(whole: Sequence[bool]) -> Iterator[list[int]]:
    """The places where every part has a value, run by run."""
    run: list[int] = []
    for n, held in enumerate((*whole, False)):
        if held:
            run.append(n)
        elif run:
            yield run
            run = []


def _fill(
    panel: Panel,
    chart: Chart,
    run: Sequence[int],
    edges: tuple[Sequence[Decimal], Sequence[Decimal]],
    role: Role,
) -> None:
    xs = [panel.at(chart.lines[0].points[n]) for n in run]
    below, above = ([panel.y(edge[n]) for n in run] for edge in edges)
    if len(run) == 1:
        # One value by itself is as wide as a thick line.
        half = panel.sheet.measures.dot / 2
        xs = [xs[0] - half, xs[0] + half]
        below, above = below * 2, above * 2
    upper: Edge = list(zip(xs, above, strict=True))
    lower: Edge = list(zip(xs, below, strict=True))
    panel.sheet.area([*upper, *reversed(lower)], role)
    panel.sheet.line(upper, _SEAM, "paper", 2.5)
