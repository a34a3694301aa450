"""Shares of a whole: a bar a part, or a bar a part and period."""

from briefing.charts.pairs import draw_pairs
from briefing.charts.ranking import draw_ranking
from briefing.charts.sheet import Sheet
from briefing.model import Chart


def draw_share(chart: Chart, sheet: Sheet) -> None:
    """Of one period, where the chart is wide enough: bars beside their labels; else below them."""
    if len(chart.lines) == 1 and not sheet.narrow:
        draw_ranking(chart, sheet)
    else:
        draw_pairs(chart, sheet)
