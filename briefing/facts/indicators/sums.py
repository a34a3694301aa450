"""sum(family): the listed members added up, period by period."""

from briefing.facts.arithmetic import Quantity, total
from briefing.facts.indicators.indicator import Indicator, Takes
from briefing.facts.operators import agree
from briefing.facts.refusal import RefusedError
from briefing.facts.scale import scaled
from briefing.model.period import Period
from briefing.model.series import Family, Observation, Series


def sums(family: Quantity) -> Series:
    """The sum of the members that are no totals; in each period, of those that have a row in it.

    A member whose row has no value makes the sum missing, with its reason.
    """
    if not isinstance(family, Family):
        message = "sum adds up the members of a family; this is none"
        raise RefusedError("B254", message, "give it a family: a series with `by:`")
    listed = list(family.listed.values())
    if not listed:
        message = "sum: the family has no members but totals"
        raise RefusedError("B254", message, "look at `where:`, `by:` and `totals:`")
    agree(listed, "sum")
    first = listed[0]
    rows: dict[Period, list[Observation]] = {}
    for member in listed:
        for observation in scaled(member, first.unit).observations:
            rows.setdefault(observation.period, []).append(observation)
    observations = tuple(total(rows[period]).at(period) for period in sorted(rows))
    return Series("", first.unit, first.kind, observations)


SUM = Indicator("sum(family)", (Takes.VALUE,), sums)
