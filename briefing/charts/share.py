"""Shares of a total: over time as lines, at one or two periods as bars."""

from msgspec.structs import replace

from briefing.charts.line import draw_line
from briefing.charts.pairs import draw_pairs
from briefing.charts.ranking import draw_ranking
from briefing.charts.sheet import Sheet
from briefing.model.exhibit import Chart, Line


def draw_share(chart: Chart, sheet: Sheet) -> None:
    """Over more periods than two: lines; of two: pairs of bars; of one: a bar a line."""
    periods = {point.at for line in chart.lines for point in line.points}
    if None in periods or len(periods) == 2 or (len(periods) == 1 and sheet.narrow):
        draw_pairs(chart, sheet)
    elif len(periods) == 1:
        parts = tuple(replace(line.points[0], label=line.label) for line in chart.lines)
        draw_ranking(replace(chart, lines=(Line(chart.kind, "", parts),)), sheet)
    else:
        draw_line(chart, sheet)
