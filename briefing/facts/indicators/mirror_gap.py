"""mirror_gap(own, partner): the partner's record less one's own, by the mean of the two."""

from collections.abc import Sequence
from decimal import Decimal

from briefing.figures import Plan, Quantity, Single, Undefined, agree, apply, between, convert
from briefing.model import PERCENT, Kind


def mirror_gap(own: Quantity, partner: Quantity) -> Quantity:
    """100·(partner − own)/((own + partner)/2), percent; undefined where both are zero."""
    return apply(_plan, own, partner)


def _plan(operands: Sequence[Single]) -> Plan:
    agree(operands, "mirror_gap")
    units = [operand.unit for operand in operands]

    def formula(values: Sequence[Decimal]) -> Decimal | Undefined:
        own, partner = convert(values, units)
        return between.gap(own, partner)

    return Plan(PERCENT, Kind.RATIO, formula)
