"""normalised(x, m): the balance as a percentage of two-way trade."""

from collections.abc import Sequence
from decimal import Decimal

from briefing.figures import Plan, Quantity, Single, Undefined, agree, apply, convert
from briefing.model import PERCENT, Kind, divide


def normalised(exports: Quantity, imports: Quantity) -> Quantity:
    """100·(x − m)/(x + m): −100 when nothing is exported, 100 when nothing is imported."""
    return apply(_plan, exports, imports)


def _plan(operands: Sequence[Single]) -> Plan:
    agree(operands, "normalised")
    units = [operand.unit for operand in operands]

    def formula(values: Sequence[Decimal]) -> Decimal | Undefined:
        exports, imports = convert(values, units)
        trade = exports + imports
        return divide(100 * (exports - imports), trade) if trade else Undefined("there is no trade")

    return Plan(PERCENT, Kind.RATIO, formula)
