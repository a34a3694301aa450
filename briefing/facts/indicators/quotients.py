"""A share of one pair over a share of another: what comparative advantage and intensity are."""

from collections.abc import Sequence
from decimal import Decimal

from briefing.figures import Plan, Single, Undefined, agree, convert
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
