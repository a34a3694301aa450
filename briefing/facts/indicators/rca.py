"""rca(x, total, world_x, world_total), rca_symmetric(…): revealed comparative advantage."""

from collections.abc import Sequence
from decimal import Decimal

from briefing.figures import Plan, Quantity, Single, Undefined, agree, apply, convert
from briefing.model import RATIO, Kind, divide


def quotients(operands: Sequence[Single], doing: str) -> Plan:
    """(a/b)/(c/d); a and b are of one unit, c and d of one; undefined where one of b, c, d is zero.

    The two pairs may be in different units: each is a share without one.
    """
    a, b, c, d = operands
    agree([a, b], doing)
    agree([c, d], doing)

    def formula(values: Sequence[Decimal]) -> Decimal | Undefined:
        part, whole = convert(values[:2], [a.unit, b.unit])
        other, world = convert(values[2:], [c.unit, d.unit])
        if not whole or not world:
            return Undefined("a whole is zero")
        if not other:
            return Undefined("the share to compare with is zero")
        return divide(part * world, whole * other)

    return Plan(RATIO, Kind.RATIO, formula)


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
