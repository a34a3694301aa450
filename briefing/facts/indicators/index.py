"""index(x, 2015): a series as an index, 100 in its base."""

from collections.abc import Sequence
from decimal import Decimal

from briefing import model
from briefing.figures import Plan, Quantity, RefusedError, Undefined, combine, each

_UNFIT = (
    model.Dimension.PERCENT,
    model.Dimension.POINTS,
    model.Dimension.RANK,
    model.Dimension.DATE,
)


def index(x: Quantity, base: model.Period) -> Quantity:
    """100·V_t/V_base for each period; of months or quarters with a year as base, the mean of the
    year's. Undefined unless the base is above zero."""
    if isinstance(x, model.Fact):
        message = "index wants a series; this is one value"
        raise RefusedError("B254", message, "write index(x, 2015)")
    return each(x, lambda series: _series(series, base))


def _series(series: model.Series, base: model.Period) -> model.Series:
    if series.unit.dimension in _UNFIT:
        message = f"index: a series of {series.unit.dimension} has no index"
        raise RefusedError("B255", message, "give it a series of amounts")
    within = [o for o in series.observations if base.covers(o.period)]
    own = [o for o in within if o.period == base] or within
    if not own or sum(o.period.length for o in own if o.period != base) not in (0, _parts(own[0])):
        reason = f"the base, {base}, is not whole"
        made = tuple(
            model.Observation(o.period, None, model.Status.MISSING, reason) for o in series.known
        )
        return model.Series("", model.RATIO, model.Kind.RATIO, made)
    plan = Plan(model.RATIO, model.Kind.RATIO, _formula)
    made = tuple(combine([o, *own], plan).at(o.period) for o in series.observations)
    return model.Series("", model.RATIO, model.Kind.RATIO, made)


def _parts(one: model.Observation) -> int:
    """How many periods like it a year has."""
    return round(365 / ((one.period.end - one.period.start).days + 1))


def _formula(values: Sequence[Decimal]) -> Decimal | Undefined:
    value, *base = values
    mean = model.divide(model.added(base), len(base))
    return model.divide(100 * value, mean) if mean > 0 else Undefined("the base is not above zero")
