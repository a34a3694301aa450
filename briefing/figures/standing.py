"""Where a figure stands among those before it in its series: the highest since when."""

from collections.abc import Iterator
from decimal import Decimal

from briefing.figures.refusal import NoValueError, RefusedError
from briefing.model import Fact, Observation, Period, Series, Standing

# A record of fewer earlier values says nothing.
_FEWEST = 3


def standing(series: Series, fact: Fact) -> Standing:
    """How far back none was as high, or as low, as the fact: by the value just before it.

    Raises NoValueError where a value is missing on the way, RefusedError where there is nothing to
    be told: no earlier value, one that is level, or too few for a record.
    """
    own, value = fact.period, fact.value
    assert own is not None
    earlier = [o for o in series.observations if _is_before(o.period, own)]
    earlier.sort(key=lambda o: o.period, reverse=True)
    values = list(_gapless(series.name, own, earlier))
    if not values:
        message = f"{series.name} has no value before {own} to be set against"
        raise RefusedError("B275", message, "take away the filter, or name another period")
    first = values[0][1]
    assert not isinstance(value, Period)
    assert value is not None
    if first == value:
        message = f"{series.name} {own} is level with {values[0][0]}: neither higher nor lower"
        raise RefusedError("B275", message, "take away the filter, or say that it did not change")
    high = value > first
    matched = (p for p, v in values if (v >= value if high else v <= value))
    since = next(matched, None)
    if since is None and len(values) < _FEWEST:
        message = f"{series.name} has {len(values)} values before {own}: too few for a record"
        raise RefusedError("B275", message, "take away the filter: print the change instead")
    return Standing(high, since)


def _gapless(
    name: str, own: Period, earlier: list[Observation]
) -> Iterator[tuple[Period, Decimal]]:
    """The earlier values, the latest first. Raises NoValueError at one that is missing."""
    expected = _before(own)
    for observation in earlier:
        if observation.value is None or observation.period != expected:
            message = f"{name} has no value for {expected}: it may have been higher or lower"
            raise NoValueError(message, "take away the filter: nobody can say since when")
        yield observation.period, observation.value
        expected = _before(expected)


def _before(period: Period) -> Period:
    """The period before, of its own kind: a range of years or months a year earlier."""
    return period.year_earlier() if period.is_range else period.previous()


def _is_before(one: Period, own: Period) -> bool:
    if not is_like(one, own) or not one < own:
        return False
    return not own.is_range or one.shifted(own.end.year - one.end.year) == own


def is_like(one: Period, other: Period) -> bool:
    """Whether two periods are of one kind and length."""
    return one.frequency is other.frequency and one.length == other.length
