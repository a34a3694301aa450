"""growth(x): change on the same period a year earlier, percent."""

from collections.abc import Sequence
from decimal import Decimal

from briefing.figures import Plan, Quantity, RefusedError, Undefined, between, combine, each
from briefing.model import PERCENT, Dimension, Fact, Kind, Series


def growth(x: Quantity) -> Quantity:
    """100·(V_t/V_{t−1} − 1) for each period whose like a year earlier the series has.

    A year to date is only set against the same months. Undefined from zero and across signs.
    """
    if isinstance(x, Fact):
        message = "growth wants a series; this is one value"
        raise RefusedError("B254", message, "compare series, which have a value a period")
    return each(x, _series)


def _series(series: Series) -> Series:
    if series.unit.dimension in (Dimension.PERCENT, Dimension.POINTS, Dimension.RANK):
        message = "growth: shares and ranks don't grow by a percentage"
        raise RefusedError("B255", message, "print how a share changes with the filter `points`")
    plan = Plan(PERCENT, Kind.RATIO, _formula)
    by_period = {o.period: o for o in series.observations}
    pairs = [(by_period.get(o.period.year_earlier()), o) for o in series.observations]
    observations = tuple(
        combine([earlier, later], plan).at(later.period)
        for earlier, later in pairs
        if earlier is not None
    )
    return Series("", PERCENT, Kind.RATIO, observations)


def _formula(values: Sequence[Decimal]) -> Decimal | Undefined:
    earlier, later = values
    return between.growth(earlier, later)
