"""The four operators: which units go together, and what comes of them (NUMBERS.md §2)."""

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal

from briefing.figures.arithmetic import Plan, Single, as_coarsest, coarsest
from briefing.figures.between import Undefined
from briefing.figures.refusal import RefusedError
from briefing.model import PERCENT, RATIO, Dimension, Kind, Unit
from briefing.model import divide as exactly

# What a value without a unit of its own counts for in a product.
_FACTORS = {Dimension.RATIO: Decimal(1), Dimension.PERCENT: Decimal("0.01")}
_UNCOUNTABLE = {
    Dimension.RANK: "a rank is a place in an order",
    Dimension.DATE: "a date is no amount",
}


def add(operands: Sequence[Single]) -> Plan:
    """One kind of unit; the result is in the first one's, exact to the coarser of the two."""
    return _sum(operands, 1)


def subtract(operands: Sequence[Single]) -> Plan:
    """As for a sum."""
    return _sum(operands, -1)


def negative(operands: Sequence[Single]) -> Plan:
    """The sign turned; all else stays."""
    (operand,) = operands
    _countable(operands)
    return Plan(operand.unit, operand.kind, lambda values: 0 - values[0], as_coarsest)


def multiply(operands: Sequence[Single]) -> Plan:
    """One of the two has no unit of its own: a number, a ratio, or a percentage (1/100)."""
    _countable(operands)
    left, right = operands
    a, b = (_FACTORS.get(o.unit.dimension) for o in operands)
    if a is not None and b is not None:
        unit = PERCENT if PERCENT in (left.unit, right.unit) else RATIO
        scale = a * b / _FACTORS[unit.dimension]
        return Plan(unit, left.kind or right.kind, lambda v: v[0] * v[1] * scale, _by_one)
    if a is not None:
        return Plan(right.unit, right.kind, lambda v: v[0] * a * v[1], _by_one)
    if b is not None:
        return Plan(left.unit, left.kind, lambda v: v[0] * v[1] * b, _by_one)
    message = f"{left.unit} times {right.unit} is no unit"
    hint = _exchanged(left.unit, right.unit) or "multiply by a number, a ratio or a percentage"
    raise RefusedError("B255", message, hint)


def _by_one(own: Sequence[Decimal | None], values: Sequence[Decimal]) -> Decimal | None:
    """A product with one, or minus one, is as exact as the other factor; any other has no limit."""
    for (limit, other), factor in zip((own, own[::-1]), values, strict=True):
        if limit is None and abs(factor) == 1:
            return other
    return None


def divide(operands: Sequence[Single]) -> Plan:
    """Two of one unit make a ratio; money, a measure or a count by another measure or count so much
    per one of it; else the divisor has no unit of its own."""
    _countable(operands)
    left, right = operands
    if left.unit.converts_to(right.unit):
        to = right.unit
        return Plan(RATIO, Kind.RATIO, lambda v: quotient(left.unit.convert(v[0], to), v[1]))
    factor = _FACTORS.get(right.unit.dimension)
    if factor is not None:
        return Plan(left.unit, left.kind, lambda v: quotient(v[0], v[1] * factor))
    if _is_amount(left.unit) and _is_amount(right.unit) and not right.unit.currencies:
        unit = left.unit.scaled(0).per(right.unit)

        def formula(values: Sequence[Decimal]) -> Decimal | Undefined:
            pairs = zip((left.unit, right.unit), values, strict=True)
            return quotient(*(own.convert(value, own.scaled(0)) for own, value in pairs))

        return Plan(unit, Kind.RATIO, formula)
    message = f"{left.unit} by {right.unit} is no unit"
    hint = _exchanged(left.unit, right.unit)
    hint = hint or "divide by the same unit, a number, a ratio or a percentage"
    raise RefusedError("B255", message, hint)


def _is_amount(unit: Unit) -> bool:
    return unit.dimension in (Dimension.MONEY, Dimension.MEASURE, Dimension.COUNT)


def quotient(dividend: Decimal, divisor: Decimal) -> Decimal | Undefined:
    """The quotient; undefined when the divisor is zero."""
    return exactly(dividend, divisor) if divisor else Undefined("the divisor is zero")


def agree(operands: Sequence[Single], doing: str) -> None:
    """Refuse operands that differ in more than the scale of their unit, or a flow and a stock."""
    _countable(operands)
    first, *others = operands
    for other in others:
        if not first.unit.converts_to(other.unit):
            message = f"{doing}: {first.unit} and {other.unit} don't go together"
            hint = "bring both to one unit (only the scale converts by itself)"
            if first.unit.currencies and other.unit.currencies:
                hint = "bring both to one currency: convert(x, rate)"
            raise RefusedError("B255", message, hint)
        if None not in (first.kind, other.kind) and first.kind is not other.kind:
            message = f"{doing}: a {first.kind} and a {other.kind} don't go together"
            hint = "a stock is what there is at a time, a flow what came in over it: use two of one"
            raise RefusedError("B256", message, hint)


def convert(values: Sequence[Decimal], units: Sequence[Unit]) -> list[Decimal]:
    """Values of units that agree, in the first one's."""
    return [u.convert(v, units[0]) for v, u in zip(values, units, strict=True)]


def _sum(operands: Sequence[Single], sign: int) -> Plan:
    agree(operands, "a sum" if sign > 0 else "a difference")
    units = [operand.unit for operand in operands]

    def formula(values: Sequence[Decimal]) -> Decimal:
        left, right = convert(values, units)
        return left + sign * right

    def resolution(own: Sequence[Decimal | None], _: Sequence[Decimal]) -> Decimal | None:
        pairs = [(r, u) for r, u in zip(own, units, strict=True) if r is not None]
        return coarsest(unit.convert(r, units[0]) for r, unit in pairs)

    return Plan(units[0], operands[0].kind or operands[1].kind, formula, resolution)


def _exchanged(*units: Unit) -> str:
    """What to write instead, where one of the units is a rate of exchange."""
    rated = any(unit.dimension is Dimension.EXCHANGE for unit in units)
    return "money changes its currency by convert(x, rate)" if rated else ""


def _countable(operands: Sequence[Single]) -> None:
    for operand in operands:
        reason = _UNCOUNTABLE.get(operand.unit.dimension)
        if reason is not None:
            hint = "take it out of the expression"
            raise RefusedError("B257", f"{reason}: it can't be calculated with", hint)


OPERATORS: Mapping[str, Callable[[Sequence[Single]], Plan]] = {
    "+": add,
    "-": subtract,
    "*": multiply,
    "/": divide,
}
