"""sum(family) and what else is of all listed members, added up period by period."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from msgspec import Struct

from briefing.figures import Plan, Quantity, RefusedError, agree, as_coarsest, combine, total
from briefing.model import Family, Observation, Period, Series, added, scaled


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


def sums(family: Quantity) -> Series:
    """The sum of the members that are no totals; in each period, of those that have a row in it.

    A member whose row has no value makes the sum missing, with its reason.
    """
    found = listed(family, "sum")
    observations = tuple(total(found.rows[period]).at(period) for period in sorted(found.rows))
    return Series("", found.first.unit, found.first.kind, observations)


def top(family: Quantity, members: int) -> Series:
    """The sum of the so many largest listed members in each period; totals left out.

    A member whose row has no value makes it missing: it might be one of them.
    """
    found = listed(family, "top")

    def largest(values: Sequence[Decimal]) -> Decimal:
        return added(sorted(values, reverse=True)[:members])

    plan = Plan(found.first.unit, found.first.kind, largest, as_coarsest)
    rows = ((period, found.rows[period]) for period in sorted(found.rows))
    made = tuple(combine(row, plan).at(period) for period, row in rows)
    return Series("", found.first.unit, found.first.kind, made)
