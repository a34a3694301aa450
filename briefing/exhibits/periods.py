"""Which periods an exhibit shows, and what a series has at each."""

from collections.abc import Iterable, Sequence

from briefing.exhibits.frame import Frame
from briefing.exhibits.selection import Shown
from briefing.model import Frequency, Observation, Period, Status

_MOST_GAPS, _FEW = 20, 400


def asked(frame: Frame, shown: Iterable[Shown] = ()) -> tuple[Period, ...]:
    """The periods that the manifest lists, none after the edition's; ranges are spelt out, but for
    one that a series has a row of (January to September)."""
    whole = {o.period for item in shown for o in item.series.observations if o.period.is_range}
    spelt = (
        single
        for period in frame.asked.periods
        for single in ((period,) if period in whole else period.each())
    )
    return tuple(sorted({p for p in spelt if p.start <= frame.spec.period.end}))


def span(frame: Frame, shown: Sequence[Shown]) -> tuple[Period, ...]:
    """The periods of a chart: as listed, else all from the first to the last that has a value, or
    of which the source says why it has none."""
    listed = asked(frame, shown)
    if listed or frame.asked.periods:
        return listed
    periods = [
        slot(o.period)
        for item in shown
        for o in item.series.observations
        if _told(item, o) and _within(frame, o.period)
    ]
    if not periods:
        return ()
    first, last = min(periods), max(periods)
    if first.frequency is not last.frequency or first.is_range or last.is_range:
        return tuple(sorted(set(periods)))
    whole = first.up_to(last)
    # One mistyped year of daily rates makes an axis of 660,000 days: gaps are kept in proportion.
    sparse = whole.length > _MOST_GAPS * len(periods) + _FEW
    return tuple(sorted(set(periods)) if sparse else whole.each())


def slot(period: Period) -> Period:
    """The place on the axis: a part-year stands in its year."""
    return Period.year(period.end.year) if period.is_part_year else period


def at(shown: Shown, period: Period) -> Observation | None:
    """The observation of a period, else that of a part of this year."""
    exact = shown.series.at(period)
    if exact is not None and exact.value is not None:
        return exact
    parts = (o for o in shown.series.known if o.period.is_part_year)
    part = next((o for o in parts if slot(o.period) == period), None)
    return part or exact


def known(shown: Shown, period: Period) -> bool:
    """Whether there is a value."""
    observation = at(shown, period)
    return observation is not None and observation.value is not None


def answered(shown: Shown, period: Period) -> bool:
    """Whether there is a value, or it is said why there can be none: a column of these stays."""
    observation = at(shown, period)
    whys = (Status.CONFIDENTIAL, Status.NOT_APPLICABLE)
    return observation is not None and (observation.value is not None or observation.status in whys)


def newest(frame: Frame, shown: Iterable[Shown]) -> Period | None:
    """The edition's period if anything has a value there, else the latest before it that has."""
    edition = frame.spec.period
    found = {o.period for item in shown for o in item.series.known if o.period.end <= edition.end}
    return edition if edition in found else max(found, default=None)


def head(frame: Frame, periods: Iterable[Period]) -> str:
    """What heads a column of periods."""
    words = frame.speech.words
    return words.year if all(p.frequency is Frequency.YEAR for p in periods) else words.period


def _told(shown: Shown, observation: Observation) -> bool:
    """Whether there is a value, or a source says that there is none."""
    stated = observation.status is Status.CONFIDENTIAL or not shown.series.derivation
    return observation.value is not None or stated


def _within(frame: Frame, period: Period) -> bool:
    start, end = frame.asked.start, frame.asked.end
    return (
        period.end <= frame.spec.period.end
        and (start is None or period.start >= start.start)
        and (end is None or period.end <= end.end)
    )
