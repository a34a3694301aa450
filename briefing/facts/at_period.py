"""A series at a period: one observation, or several over a range."""

from collections.abc import Sequence
from datetime import timedelta

from msgspec.structs import replace

from briefing import model
from briefing.figures import NoValueError, RefusedError, total

_LATEST = "ask for `latest`, or put it in `::: if`"


def over(series: model.Series, period: model.Period, name: str) -> model.Fact:
    """The series at a period; over a range of its periods a flow's sum, or a stock's last.

    Every period of a range must have a value. Raises NoValueError where there is none, saying
    why, and RefusedError for a range of a ratio.
    """
    own = series.at(period)
    if own is not None:
        return _valued(fact(series, own, name))
    parts = [o for o in series.observations if period.covers(o.period)]
    gap = _gap(parts, period)
    if gap is not None:
        raise NoValueError(
            f"{name} has no value for {period}: {_why(series, period, gap)}", _LATEST
        )
    if series.kind is model.Kind.RATIO:
        message = f"{name} is a ratio: it has no value over {period}"
        raise RefusedError("B274", message, "ask for one period, or give the range an indicator")
    if series.kind is model.Kind.FLOW:
        return _valued(fact(series, total(parts).at(period), name, _over("sum_over", name, period)))
    return _valued(
        fact(series, replace(parts[-1], period=period), name, _over("end_of", name, period))
    )


def latest(series: model.Series, name: str) -> model.Fact:
    """The last observation that has a value. Raises NoValueError when none has."""
    if not series.known:
        raise NoValueError(f"{name} has no value in this edition", "put it in `::: if`")
    return fact(series, series.known[-1], name)


def fact(
    series: model.Series,
    observation: model.Observation,
    name: str,
    derivation: model.Node | None = None,
) -> model.Fact:
    """An observation by the name that the author calls it."""
    return model.Fact(
        name=name,
        value=observation.value,
        unit=series.unit,
        period=observation.period,
        kind=series.kind,
        status=observation.status,
        reason=observation.reason,
        sources=observation.sources,
        derivation=derivation or series.derivation,
        cells=observation.cells,
        resolution=observation.resolution,
        of=observation.of,
        tied=observation.tied,
        label=series.label,
    )


def _over(function: str, name: str, period: model.Period) -> model.Call:
    return model.call(function, model.reference(name), model.Quoted(str(period)))


def _valued(found: model.Fact) -> model.Fact:
    if found.value is None:
        lacks = "has no value for {}"
        if found.status is model.Status.NOT_APPLICABLE:
            lacks = "is not applicable for {}"
        message = f"{found.name} {lacks.format(found.period)}: {found.reason}"
        raise NoValueError(message, "ask for another period, or put it in `::: if`")
    return found


def _gap(parts: Sequence[model.Observation], period: model.Period) -> str | None:
    """None when the parts fill the period one after the other, else what is lacking."""
    day = period.start
    for part in parts:
        if part.period.start != day:
            break
        day = part.period.end + timedelta(days=1)
    if parts and day == period.end + timedelta(days=1):
        return None
    return f"from {day} on" if parts else ""


def _why(series: model.Series, period: model.Period, gap: str) -> str:
    observations = series.observations
    if not observations:
        return "it has no values in this edition"
    first, last = observations[0].period, observations[-1].period
    inside = [o.period for o in observations if period.covers(o.period)]
    if inside and inside[-1].is_part_year:
        return f"only {inside[-1]}, a part of the year, is known"
    if inside:
        return f"a range wants a value for every period in it, and there is none {gap}"
    if last.end < period.start:
        return f"it ends in {last}"
    if period.end < first.start:
        return f"it begins in {first}"
    return "there is no observation of that period"
