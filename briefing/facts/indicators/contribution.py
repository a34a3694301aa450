"""contribution(x, total): what a part adds to the total's growth, percentage points."""

from collections.abc import Mapping

from msgspec.structs import replace

from briefing.figures import Plan, Quantity, RefusedError, agree, between, combine, each
from briefing.model import POINTS, Kind, Observation, Period, Series, scaled


def contribution(part: Quantity, total: Quantity) -> Quantity:
    """100·(v_t − v_{t−1})/V_{t−1}, on the same period a year earlier; each member's for a family.

    The parts of a total sum to its growth. Undefined where that is.
    """
    if not isinstance(total, Series):
        message = "contribution: the total is one series"
        hint = "write contribution(exports_to, sum(exports_to)), or take its total: name[WLD]"
        raise RefusedError("B254", message, hint)
    return each(part, lambda series: _series(series, total))


def _series(part: Series, total: Series) -> Series:
    agree([part, total], "contribution")
    own = _by_period(part)
    whole = _by_period(scaled(total, part.unit))
    plan = Plan(POINTS, Kind.RATIO, lambda v: between.contribution(v[0], v[1], v[2], v[3]))
    observations = []
    for period in own:
        pair = (period.year_earlier(), period)
        if all(p in rows for p in pair for rows in (own, whole)):
            four = [rows[p] for rows in (own, whole) for p in pair]
            observations.append(combine(four, plan).at(period))
    return replace(part, unit=POINTS, kind=Kind.RATIO, observations=tuple(observations))


def _by_period(series: Series) -> Mapping[Period, Observation]:
    return {o.period: o for o in series.observations}
