"""Shares of a total: over time as lines, at one or two periods as bars."""

from briefing.charts.line import draw_line
from briefing.charts.pairs import draw_pairs
from briefing.charts.sheet import Sheet
from briefing.model.exhibit import Chart


def draw_share(chart: Chart, sheet: Sheet) -> None:
    """Over more periods than two: lines; else flat bars by category."""
    periods = {point.at for line in chart.lines for point in line.points}
    if None in periods or len(periods) <= 2:
        draw_pairs(chart, sheet)
    else:
        draw_line(chart, sheet)
