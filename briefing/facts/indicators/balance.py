"""balance(x, m): exports less imports, from the reporter's side."""

from collections.abc import Sequence

from briefing.figures import Plan, Quantity, Single, agree, apply, subtract


def balance(exports: Quantity, imports: Quantity) -> Quantity:
    """x − m, period by period, in the exports' unit."""
    return apply(_plan, exports, imports)


def _plan(operands: Sequence[Single]) -> Plan:
    agree(operands, "balance")
    return subtract(operands)
