"""share(x, of): 100·x/of, percent."""

from collections.abc import Sequence
from decimal import Decimal

from briefing.figures import Plan, Quantity, RefusedError, Single, Undefined, agree, apply, convert
from briefing.model import PERCENT, Family, Kind, divide


def share(part: Quantity, whole: Quantity) -> Quantity:
    """The part as a percentage of the whole, period by period; each member's for a family."""
    if isinstance(whole, Family):
        message = "share: the whole is a family, not one series"
        raise RefusedError("B254", message, "write sum(…) around it, or take its total: name[WLD]")
    return apply(_plan, part, whole)


def _plan(operands: Sequence[Single]) -> Plan:
    agree(operands, "share")
    units = [operand.unit for operand in operands]

    def formula(values: Sequence[Decimal]) -> Decimal | Undefined:
        part, whole = convert(values, units)
        return divide(100 * part, whole) if whole else Undefined("the whole is zero")

    return Plan(PERCENT, Kind.RATIO, formula)
