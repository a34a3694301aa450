"""rank(family, key): where a member stands among those listed."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from briefing.figures import Quantity, RefusedError, agree, united
from briefing.model import RANK, Family, Kind, Observation, Period, Series, scaled, together


def rank(family: Quantity, key: str) -> Series:
    """1 + the number of listed members with a strictly larger value, period by period.

    Totals are left out; `of` is how many have a value in the period; equal values are `tied`. A
    key that has no row in a period has no rank in it.
    """
    if not isinstance(family, Family):
        message = "rank wants a family and a key of it; this is no family"
        raise RefusedError("B254", message, "write rank(exports_to, $partner)")
    if key in family.totals:
        message = f"rank: {key} is a total, no member"
        raise RefusedError("B254", message, "rank a member that is in no `totals:`")
    listed = list(family.listed.values())
    own = family.listed.get(key)
    if own is None:
        return Series("", RANK, Kind.RATIO, ())
    agree(listed, "rank")
    others = [{o.period: o for o in scaled(member, own.unit).observations} for member in listed]
    observations = tuple(_placed(o, others) for o in own.observations)
    return Series("", RANK, Kind.RATIO, observations)


def _placed(own: Observation, members: Sequence[Mapping[Period, Observation]]) -> Observation:
    if own.value is None:
        return Observation(own.period, None, own.status, own.reason, own.cells, own.sources)
    found = [o for o in (member.get(own.period) for member in members) if o is not None]
    compared = [(o.value, o) for o in found if o.value is not None]
    values = [value for value, _ in compared]
    larger = sum(value > own.value for value in values)
    return Observation(
        period=own.period,
        value=Decimal(1 + larger),
        status=together(*(o.status for _, o in compared)),
        cells=united([own.cells, *(o.cells for _, o in compared)]),
        sources=united([own.sources, *(o.sources for _, o in compared)]),
        of=len(values),
        tied=values.count(own.value) > 1,
    )
