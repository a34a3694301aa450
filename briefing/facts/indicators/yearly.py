"""yearly(x): months or quarters of a flow added up to years."""

from datetime import timedelta
from itertools import groupby, pairwise

from briefing.figures import Quantity, RefusedError, each, total
from briefing.model import Fact, Frequency, Kind, Observation, Period, Series, Status

_ADDED = (Frequency.MONTH, Frequency.QUARTER)


def yearly(x: Quantity) -> Quantity:
    """A year's months or quarters added up; years stay as they are.

    A year that isn't complete becomes one observation whose period is the range of its months (a
    part-year). A gap between its months makes it missing, with the reason.
    """
    if isinstance(x, Fact):
        message = "yearly wants a series; this is one value"
        raise RefusedError("B254", message, "give it a monthly or quarterly series")
    return each(x, _series)


def _series(series: Series) -> Series:
    if series.kind is not Kind.FLOW:
        message = f"yearly adds up a flow; this is a {series.kind}"
        hint = "the text reads a stock at a month by naming it: {{ name 2014-12 }}"
        raise RefusedError("B256", message, hint)
    if any(o.period.frequency is Frequency.DAY for o in series.observations):
        message = "yearly adds up months or quarters; this series has days"
        raise RefusedError("B254", message, "give it a monthly or quarterly series")
    years = groupby(series.observations, key=lambda o: o.period.end.year)
    observations = [_year(list(parts)) for _, parts in years]
    return Series("", series.unit, series.kind, tuple(o for o in observations if o is not None))


def _year(parts: list[Observation]) -> Observation | None:
    """Parts of one calendar year, in order. None when all that they hold is still missing."""
    if parts[-1].period.frequency is Frequency.YEAR:
        return parts[-1]
    while parts and parts[-1].status is Status.MISSING:
        parts.pop()
    if not parts:
        return None
    period = _span(parts)
    made = total(parts).at(period)
    gap = _gap(parts)
    if gap:
        return Observation(period, None, Status.MISSING, gap, made.cells, made.sources)
    return made


def _span(parts: list[Observation]) -> Period:
    first, last = parts[0].period, parts[-1].period
    if first.frequency is not last.frequency:
        message = "yearly: months and quarters stand in one year of the series"
        raise RefusedError("B254", message, "cut them apart into two series with `where:`")
    whole = Period.year(last.end.year)
    span = Period(last.frequency, first.first, last.last)
    return whole if (span.start, span.end) == (whole.start, whole.end) else span


def _gap(parts: list[Observation]) -> str:
    for before, after in pairwise(parts):
        if after.period.start != before.period.end + timedelta(days=1):
            return f"there is no value between {before.period} and {after.period}"
    return ""
