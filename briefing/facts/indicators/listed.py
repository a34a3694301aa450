"""The members of a family that are no totals, for indicators over all of them."""

from collections.abc import Mapping, Sequence

from msgspec import Struct

from briefing.facts.scale import scaled
from briefing.figures import Quantity, RefusedError, agree
from briefing.model import Family, Observation, Period, Series


class Listed(Struct, frozen=True):
    """What the listed members have by period, in the unit of the first of them."""

    first: Series
    rows: Mapping[Period, Sequence[Observation]]


def listed(family: Quantity, doing: str) -> Listed:
    """The listed members of a family; RefusedError for anything else, or for a family of totals."""
    if not isinstance(family, Family):
        message = f"{doing} goes over the members of a family; this is none"
        raise RefusedError("B254", message, "give it a family: a series with `by:`")
    members = list(family.listed.values())
    if not members and family.blank is not None:
        return Listed(family.blank, {})
    if not members:
        message = f"{doing}: the family has no members but totals"
        raise RefusedError("B254", message, "look at `where:`, `by:` and `totals:`")
    agree(members, doing)
    first = members[0]
    rows: dict[Period, list[Observation]] = {}
    for member in members:
        for observation in scaled(member, first.unit).observations:
            rows.setdefault(observation.period, []).append(observation)
    return Listed(first, rows)
