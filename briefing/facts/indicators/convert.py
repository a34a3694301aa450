"""convert(x, rate): money in the other currency of a rate of exchange."""

from collections.abc import Sequence
from decimal import Decimal

from briefing.figures import Plan, Quantity, RefusedError, Single, Undefined, apply, quotient
from briefing.model import Dimension, Kind, Unit, divide


def convert(x: Quantity, rate: Quantity) -> Quantity:
    """x·rate of x's currency a unit of the other, x/rate the other way round; the scale stays.

    Period by period; a stated rate goes with every period. Undefined where the rate isn't above
    zero. Raises RefusedError for what is no money, no rate, or a rate of other currencies.
    """
    return apply(_plan, x, rate)


def _plan(operands: Sequence[Single]) -> Plan:
    money, rate = operands
    given, other = _currencies(money.unit, rate.unit)
    if rate.kind is Kind.FLOW:
        message = "convert: the rate is called a flow, which would be added up over a range"
        raise RefusedError("B256", message, "call it what it is: kind: ratio")
    multiplied = money.unit.code == given

    def formula(values: Sequence[Decimal]) -> Decimal | Undefined:
        amount, price = values
        if price <= 0:
            return Undefined("the rate of exchange is not above zero")
        return amount * price if multiplied else quotient(amount, price)

    def resolution(own: Sequence[Decimal | None], values: Sequence[Decimal]) -> Decimal | None:
        """The worth of the last digit of the amount, or of the rate's where that is more."""
        (last, digit), (amount, price) = own, values
        factor = price if multiplied else divide(Decimal(1), price)
        limits = [last * factor] if last else []
        if digit:
            limits.append(divide(abs(amount) * factor * digit, price))
        return max(limits, default=None)

    unit = Unit(Dimension.MONEY, other if multiplied else given, money.unit.exponent)
    return Plan(unit, money.kind, formula, resolution)


def _currencies(money: Unit, rate: Unit) -> tuple[str, str]:
    """One unit of which currency the rate prices, and in which. Raises RefusedError."""
    if money.dimension is not Dimension.MONEY:
        message = f"convert: {money} is no money"
        raise RefusedError("B255", message, "write convert(x, rate): the amount comes first")
    if rate.dimension is not Dimension.EXCHANGE:
        message = f"convert: {rate} is no rate of exchange"
        hint = f"give the rate its unit: EUR per {money.code if money.code != 'EUR' else 'USD'}"
        raise RefusedError("B255", message, hint)
    if money.code not in rate.currencies:
        message = f"convert: {money} is not exchanged by {rate}"
        raise RefusedError("B255", message, f"name a rate of which one currency is {money.code}")
    other, given = rate.currencies
    return given, other
