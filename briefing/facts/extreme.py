"""The highest and lowest value of a series."""

from briefing.facts.at_period import over
from briefing.figures import NoValueError
from briefing.figures.standing import is_like
from briefing.model import Fact, Period, Series


def extreme(series: Series, which: str, edition: Period, within: Period | None) -> Fact:
    """The highest or lowest value up to the edition's period, or within a range of periods; of
    several the latest. Raises NoValueError where there is none."""
    known = [o for o in series.known if o.period.end <= edition.end]
    alike = [o for o in known if is_like(o.period, edition)] or known
    if within is not None:
        alike = [o for o in known if within.covers(o.period) and o.period != within]
    if not alike:
        span = f" within {within}" if within else ""
        message = f"{series.name} has no value{span} to take the {which} of"
        raise NoValueError(message, f"name a range of periods: {which}({series.name}) 2010..2024")
    sign = 1 if which == "max" else -1
    best = max(alike, key=lambda o: (sign * (o.value or 0), o.period))
    return over(series, best.period, series.name)
