"""turnover(x, m): exports and imports added up, two-way trade."""

from collections.abc import Sequence

from briefing.figures import Plan, Quantity, Single, add, agree, apply


def turnover(exports: Quantity, imports: Quantity) -> Quantity:
    """x + m, period by period, in the exports' unit."""
    return apply(_plan, exports, imports)


def _plan(operands: Sequence[Single]) -> Plan:
    agree(operands, "turnover")
    return add(operands)
