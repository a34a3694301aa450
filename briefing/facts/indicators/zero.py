"""zero(x): what is missing counts as nothing."""

from decimal import Decimal
from typing import Any

from msgspec.structs import replace

from briefing.figures import Quantity, each
from briefing.model import Fact, Observation, Series, Status


def zero(x: Quantity) -> Quantity:
    """Missing observations as 0, final, with a reason that says so; all others as they are."""
    if isinstance(x, Fact):
        return x if x.value is not None else replace(x, **_counted(x.reason))
    return each(x, _series)


def _series(series: Series) -> Series:
    return replace(series, observations=tuple(_observation(o) for o in series.observations))


def _observation(o: Observation) -> Observation:
    return o if o.value is not None else replace(o, **_counted(o.reason))


def _counted(reason: str) -> dict[str, Any]:
    return {"value": Decimal(), "status": Status.FINAL, "reason": f"counted as nothing: {reason}"}
