"""max(x), min(x): at each period the highest, or the lowest, value up to it."""

from functools import partial

from msgspec.structs import replace

from briefing.figures import Quantity, RefusedError, each
from briefing.model import Fact, Observation, Series


def highest(x: Quantity) -> Quantity:
    """At each period the highest of the values known up to it."""
    return _extreme(x, "max", 1)


def lowest(x: Quantity) -> Quantity:
    """At each period the lowest of the values known up to it."""
    return _extreme(x, "min", -1)


def _extreme(x: Quantity, name: str, sign: int) -> Quantity:
    if isinstance(x, Fact):
        message = f"{name} wants a series; this is one value"
        raise RefusedError("B254", message, f"write {name}(exports)")
    return each(x, partial(_series, sign))


def _series(sign: int, series: Series) -> Series:
    best: Observation | None = None
    made: list[Observation] = []
    for observation in series.observations:
        if observation.value is None or observation.period.is_range:
            continue
        if best is None or best.value is None or sign * (observation.value - best.value) >= 0:
            best = observation
        made.append(replace(best, period=observation.period))
    return replace(series, name="", observations=tuple(made))
