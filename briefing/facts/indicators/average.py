"""average(x, "2010..2014"): the mean of a series over a range of its periods."""

from collections.abc import Sequence
from decimal import Decimal

from briefing.figures import Plan, Quantity, RefusedError, as_coarsest, combine
from briefing.model import Fact, Kind, Period, Series, Status, added, divide


def average(x: Quantity, span: Period) -> Fact:
    """The values of the single periods added up and divided by their number; one value, of the
    whole range, missing where one of them is."""
    if not isinstance(x, Series):
        message = "average wants one series"
        raise RefusedError("B254", message, 'write average(exports, "2010..2014")')
    if not span.is_range or span.length > _MOST:
        message = f"average wants a range of at most {_MOST:,} periods; “{span}” is none"
        raise RefusedError("B254", message, 'write average(exports, "2010..2014")')
    found = [(period, x.at(period)) for period in span.each()]
    lacking = [str(period) for period, observation in found if observation is None]
    if lacking:
        reason = f"there is no value for {lacking[0]}"
        return Fact("", None, x.unit, span, Kind.RATIO, Status.MISSING, reason)
    plan = Plan(x.unit, Kind.RATIO, _mean, as_coarsest)
    made = combine([o for _, o in found if o is not None], plan)
    return Fact(
        name="",
        value=made.value,
        unit=x.unit,
        period=span,
        kind=Kind.RATIO,
        status=made.status,
        reason=made.reason,
        sources=made.sources,
        cells=made.cells,
        resolution=made.resolution,
    )


def _mean(values: Sequence[Decimal]) -> Decimal:
    return divide(added(values), len(values))


_MOST = 1000
