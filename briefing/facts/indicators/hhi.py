"""hhi(family), hhi_normalised(family): how concentrated a family is, from 0 to 1."""

from collections.abc import Sequence
from decimal import Decimal

from briefing.facts.indicators.sums import listed
from briefing.figures import Formula, Plan, Quantity, Undefined, combine
from briefing.model import RATIO, Kind, Series, divide


def hhi(family: Quantity) -> Series:
    """Herfindahl–Hirschman: Σ s_k² of the listed members' shares in their sum; totals left out.

    From 1/n (all equal) to 1 (one holds all). A member whose row has no value makes it missing.
    """
    return _index(family, "hhi", _concentration)


def hhi_normalised(family: Quantity) -> Series:
    """(H − 1/n)/(1 − 1/n) of the n members that have a row: from 0 to 1; undefined for one."""
    return _index(family, "hhi_normalised", _normalised)


def _index(family: Quantity, name: str, formula: Formula) -> Series:
    rows = listed(family, name).rows
    plan = Plan(RATIO, Kind.RATIO, formula)
    observations = tuple(combine(rows[period], plan).at(period) for period in sorted(rows))
    return Series("", RATIO, Kind.RATIO, observations)


def _concentration(values: Sequence[Decimal]) -> Decimal | Undefined:
    if min(values) < 0:
        return Undefined("a member is below zero")
    total = sum(values, Decimal())
    squares = sum((v * v for v in values), Decimal())
    return divide(squares, total * total) if total else _NOTHING


def _normalised(values: Sequence[Decimal]) -> Decimal | Undefined:
    index = _concentration(values)
    if isinstance(index, Undefined):
        return index
    if len(values) == 1:
        return Undefined("only one member is listed")
    n = len(values)
    return divide(n * index - 1, n - 1)


_NOTHING = Undefined("the members add up to zero")
