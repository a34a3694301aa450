"""Rates of change (NUMBERS.md §2: growth, CAGR)."""

from decimal import Context, Decimal

from briefing.facts.arithmetic import ARITHMETIC, Undefined

# The root is taken with more digits than it keeps, so that an exact one comes out exact.
_ROOT = Context(prec=50)


def growth(earlier: Decimal, later: Decimal) -> Decimal | Undefined:
    """100·(later/earlier − 1), percent; undefined from zero, and when the sign changes."""
    if earlier == 0:
        return Undefined("the earlier value is zero")
    if (earlier < 0 < later) or (later < 0 < earlier):
        return Undefined("the sign changes")
    return 100 * (later / earlier - 1)


def average(earlier: Decimal, later: Decimal, years: int) -> Decimal | Undefined:
    """CAGR: 100·((later/earlier)^(1/years) − 1), percent; undefined unless earlier > 0 ≤ later."""
    if earlier <= 0:
        return Undefined("the first value is not above zero")
    if later < 0:
        return Undefined("the last value is below zero")
    if later == 0:
        return Decimal(-100)
    power = _ROOT.divide(_ROOT.ln(_ROOT.divide(later, earlier)), years)
    return 100 * (ARITHMETIC.plus(_ROOT.exp(power)) - 1)
