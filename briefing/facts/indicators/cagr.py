"""cagr(x, "2014..2025"): average growth a year, percent."""

from briefing.figures import Plan, Quantity, RefusedError, between, combine
from briefing.model import PERCENT, Dimension, Fact, Frequency, Kind, Period, Series, Status


def cagr(x: Quantity, period: Period) -> Fact:
    """100·((V_T/V_0)^(1/T) − 1) from the first to the last year of the range: T intervals.

    One value, of the whole range; undefined unless V_0 > 0 and V_T ≥ 0.
    """
    if not isinstance(x, Series):
        message = "cagr wants one series"
        raise RefusedError("B254", message, 'write cagr(exports, "2014..2025")')
    if x.unit.dimension in (Dimension.PERCENT, Dimension.POINTS, Dimension.RANK):
        message = "cagr: shares and ranks don't grow by a percentage"
        raise RefusedError("B255", message, "give it a series of amounts")
    if period.frequency is not Frequency.YEAR or not period.is_range:
        message = f"cagr wants a range of years; “{period}” is none"
        raise RefusedError("B254", message, 'write cagr(exports, "2014..2025")')
    years = period.length - 1
    ends = [period.opening, period.closing]
    found = [x.at(end) for end in ends]
    lacking = [str(end) for end, observation in zip(ends, found, strict=True) if not observation]
    if lacking:
        reason = f"there is no value for {' and '.join(lacking)}"
        return Fact("", None, PERCENT, period, Kind.RATIO, Status.MISSING, reason)
    plan = Plan(PERCENT, Kind.RATIO, lambda v: between.average(v[0], v[1], years))
    made = combine([o for o in found if o is not None], plan)
    return Fact(
        name="",
        value=made.value,
        unit=PERCENT,
        period=period,
        kind=Kind.RATIO,
        status=made.status,
        reason=made.reason,
        sources=made.sources,
        cells=made.cells,
    )
