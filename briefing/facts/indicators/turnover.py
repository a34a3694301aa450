"""turnover(x, m): exports and imports added up, two-way trade."""

from collections.abc import Sequence

from briefing.figures.arithmetic import Plan, Quantity, Single, apply
from briefing.figures.operators import add, agree


def turnover(exports: Quantity, imports: Quantity) -> Quantity:
    """x + m, period by period, in the exports' unit."""
    return apply(_plan, exports, imports)


def _plan(operands: Sequence[Single]) -> Plan:
    agree(operands, "turnover")
    return add(operands)
