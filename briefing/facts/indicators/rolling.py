"""rolling(x, 4): the latest so many periods of a flow added up, at each period."""

from briefing.figures import Quantity, RefusedError, each, total
from briefing.model import Fact, Kind, Observation, Series


def rolling(x: Quantity, periods: int) -> Quantity:
    """At each period the sum of it and those just before, so many in all: four quarters, twelve
    months. Where one isn't among the observations there is no sum.

    It can't be added up over a range once more.
    """
    if isinstance(x, Fact):
        message = "rolling wants a series; this is one value"
        raise RefusedError("B254", message, "give it a monthly or quarterly series")
    return each(x, lambda series: _series(series, periods))


def _series(series: Series, periods: int) -> Series:
    if series.kind is not Kind.FLOW:
        message = f"rolling adds up a flow; this is a {series.kind}"
        raise RefusedError("B256", message, "a stock or a ratio stands for itself at each period")
    single = [o for o in series.observations if not o.period.is_range]
    windows = (single[n - periods : n] for n in range(periods, len(single) + 1))
    made = tuple(total(w).at(w[-1].period) for w in windows if _is_whole(w))
    return Series("", series.unit, Kind.RATIO, made)


def _is_whole(window: list[Observation]) -> bool:
    """Whether its periods are of one length and follow each other without a gap."""
    first, last = window[0].period, window[-1].period
    alike = all(o.period.frequency is first.frequency for o in window)
    return alike and last.first - first.first == len(window) - 1
