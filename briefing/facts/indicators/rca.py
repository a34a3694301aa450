"""rca(x, total, world_x, world_total), rca_symmetric(…): revealed comparative advantage."""

from collections.abc import Sequence
from decimal import Decimal

from briefing.facts.indicators.quotients import quotients
from briefing.figures import Plan, Quantity, Single, Undefined, apply
from briefing.model import divide


def rca(x: Quantity, total: Quantity, world_x: Quantity, world_total: Quantity) -> Quantity:
    """Balassa: (x_ij/X_i)/(x_wj/X_w); above 1 the reporter exports more of it than the world."""
    return apply(_plan, x, total, world_x, world_total)


def rca_symmetric(
    x: Quantity, total: Quantity, world_x: Quantity, world_total: Quantity
) -> Quantity:
    """(R − 1)/(R + 1) of the Balassa index R: from −1 to 1, above 0 an advantage."""
    return apply(_symmetric, x, total, world_x, world_total)


def _plan(operands: Sequence[Single]) -> Plan:
    return quotients(operands, "rca")


def _symmetric(operands: Sequence[Single]) -> Plan:
    plan = quotients(operands, "rca_symmetric")

    def formula(values: Sequence[Decimal]) -> Decimal | Undefined:
        index = plan.formula(values)
        if isinstance(index, Undefined):
            return index
        return divide(index - 1, index + 1) if index != -1 else Undefined("the index is −1")

    return Plan(plan.unit, plan.kind, formula)
