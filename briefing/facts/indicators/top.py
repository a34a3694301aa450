"""top(family, 5): the largest members added up, period by period."""

from collections.abc import Sequence
from decimal import Decimal

from briefing.facts.indicators.sums import listed
from briefing.figures import Plan, Quantity, as_coarsest, combine
from briefing.model import Series, added


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
