"""openness(x, m, gdp): two-way trade as a percentage of gross domestic product."""

from collections.abc import Sequence
from decimal import Decimal

from briefing.figures import Plan, Quantity, Single, Undefined, agree, apply, convert
from briefing.model import PERCENT, Kind, divide


def openness(exports: Quantity, imports: Quantity, product: Quantity) -> Quantity:
    """100·(x + m)/GDP, all three in one currency and over the same period."""
    return apply(_plan, exports, imports, product)


def _plan(operands: Sequence[Single]) -> Plan:
    agree(operands, "openness")
    units = [operand.unit for operand in operands]

    def formula(values: Sequence[Decimal]) -> Decimal | Undefined:
        exports, imports, product = convert(values, units)
        if product <= 0:
            return Undefined("the product is not above zero")
        return divide(100 * (exports + imports), product)

    return Plan(PERCENT, Kind.RATIO, formula)
