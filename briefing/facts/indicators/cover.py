"""cover(x, m): 100·x/m, percent of imports that exports pay for."""

from collections.abc import Sequence
from decimal import Decimal

from briefing.figures import Plan, Quantity, Single, Undefined, agree, apply, convert
from briefing.model import PERCENT, Kind, divide


def cover(exports: Quantity, imports: Quantity) -> Quantity:
    """Exports as a percentage of imports, period by period; undefined without imports."""
    return apply(_plan, exports, imports)


def _plan(operands: Sequence[Single]) -> Plan:
    agree(operands, "cover")
    units = [operand.unit for operand in operands]

    def formula(values: Sequence[Decimal]) -> Decimal | Undefined:
        exports, imports = convert(values, units)
        return divide(100 * exports, imports) if imports else Undefined("imports are zero")

    return Plan(PERCENT, Kind.RATIO, formula)
