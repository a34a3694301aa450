"""Panels at a scale of their own for what the large values of a chart hide."""

from decimal import Decimal

from briefing.charts.sheet import Sheet
from briefing.language import grammar
from briefing.language.amount import Amount, half_up
from briefing.model import RATIO, Chart, Line

# How many times a scale is enlarged is told in tens from here.
_MANY = 100


def enlarged(sheet: Sheet, chart: Chart, line: Line, times: float) -> str:
    """What stands over the panel of a line, or of the one line without its outlier."""
    whole = half_up(Decimal(times), 1 if times >= _MANY else 0)
    speech = grammar(sheet.language)
    written = speech.times(Amount(whole, 0, RATIO))
    if len(chart.lines) > 1:
        text = sheet.words.enlarged.format(series=line.label, times=written)
        return text[:1].upper() + text[1:]
    kept = {p.at for p in line.points if p.value is not None}
    out = next(p for p in chart.lines[0].points if p.value is not None and p.at not in kept)
    assert out.at is not None
    return speech.captions.without(out.at, written)
