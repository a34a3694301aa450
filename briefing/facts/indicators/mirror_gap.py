"""mirror_gap(own, partner): the partner's record less one's own, by the mean of the two."""

from collections.abc import Sequence
from decimal import Decimal

from briefing.facts.indicators.indicator import Indicator, Takes
from briefing.figures import rate
from briefing.figures.arithmetic import Plan, Quantity, Single, apply
from briefing.figures.operators import agree, convert
from briefing.figures.rate import Undefined
from briefing.model.series import Kind
from briefing.model.unit import PERCENT


def mirror_gap(own: Quantity, partner: Quantity) -> Quantity:
    """100·(partner − own)/((own + partner)/2), percent; undefined where both are zero."""
    return apply(_plan, own, partner)


def _plan(operands: Sequence[Single]) -> Plan:
    agree(operands, "mirror_gap")
    units = [operand.unit for operand in operands]

    def formula(values: Sequence[Decimal]) -> Decimal | Undefined:
        own, partner = convert(values, units)
        return rate.mirror_gap(own, partner)

    return Plan(PERCENT, Kind.RATIO, formula)


MIRROR_GAP = Indicator("mirror_gap(own, partner)", (Takes.VALUE, Takes.VALUE), mirror_gap)
