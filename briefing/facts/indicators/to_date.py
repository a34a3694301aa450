"""to_date(x): each year up to the months that the latest year has, for like with like."""

from collections.abc import Sequence
from itertools import groupby

from msgspec.structs import replace

from briefing.figures import Quantity, RefusedError, total
from briefing.model import Family, Frequency, Kind, Observation, Period, Series

_ADDED = (Frequency.MONTH, Frequency.QUARTER)


def to_date(x: Quantity) -> Quantity:
    """A flow's months or quarters from January to the last that any of x has, year by year.

    Each observation is of a part-year (2024-01..2024-09), or of the year where it is complete. A
    year without all of those months has none.
    """
    if isinstance(x, Series):
        return _series(x, _last([x]))
    if isinstance(x, Family):
        last = _last(list(x.members.values()))
        return replace(x, members={k: _series(m, last) for k, m in x.members.items()})
    message = "to_date wants a series; this is one value"
    raise RefusedError("B254", message, "give it a monthly or quarterly series")


def _last(members: Sequence[Series]) -> Period | None:
    """The latest month or quarter that has a value in any of them."""
    known = [o.period for member in members for o in member.known]
    return max(known, default=None)


def _series(series: Series, last: Period | None) -> Series:
    """The series year by year; without any value it has no observation."""
    if series.kind is not Kind.FLOW:
        message = f"to_date adds up a flow; this is a {series.kind}"
        raise RefusedError("B256", message, "a stock is read at its month: {{ name 2025-09 }}")
    frequencies = {o.period.frequency for o in series.observations}
    if not frequencies <= set(_ADDED) or len(frequencies) > 1:
        message = "to_date adds up months or quarters"
        raise RefusedError("B254", message, "give it a monthly or quarterly series")
    years = groupby(series.observations, key=lambda o: o.period.end.year)
    spans = [_span(list(parts), last) for _, parts in years if last is not None]
    return replace(series, observations=tuple(o for o in spans if o is not None))


def _span(parts: list[Observation], last: Period) -> Observation | None:
    """A year's sum up to the month of `last`; None when it lacks one of the months."""
    year = parts[0].period.end.year
    end = last.shifted(year - last.end.year).last
    first = Period.year(year).start
    wanted = [o for o in parts if o.period.last <= end]
    period = Period(last.frequency, wanted[0].period.first, end) if wanted else None
    if period is None or period.start != first or period.length != len(wanted):
        return None
    whole = Period.year(year)
    return total(wanted).at(whole if period.end == whole.end else period)
