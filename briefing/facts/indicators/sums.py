"""sum(family): the listed members added up, period by period."""

from briefing.facts.indicators.listed import listed
from briefing.figures import Quantity, total
from briefing.model import Series


def sums(family: Quantity) -> Series:
    """The sum of the members that are no totals; in each period, of those that have a row in it.

    A member whose row has no value makes the sum missing, with its reason.
    """
    found = listed(family, "sum")
    observations = tuple(total(found.rows[period]).at(period) for period in sorted(found.rows))
    return Series("", found.first.unit, found.first.kind, observations)
