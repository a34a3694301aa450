"""Quotients reckon exactly: held against fractions over thousands of random expressions."""

import operator
import pickle
import random
from decimal import Decimal, localcontext
from fractions import Fraction

import pytest

from briefing.figures.between import average, gap, growth
from briefing.language.amount import half_up
from briefing.model.quotient import EXACT, added, divide, fraction, shifted

_OPERATORS = (operator.add, operator.sub, operator.mul, operator.truediv)


def _random(rng: random.Random, depth: int) -> tuple[Decimal, Fraction]:
    """A random expression, by the product and by fractions alone."""
    if depth == 0 or rng.random() < 0.2:
        value = Decimal(rng.randint(-(10**6), 10**6)).scaleb(-rng.randint(0, 4))
        return value, Fraction(value)
    (one, a), (other, b) = _random(rng, depth - 1), _random(rng, depth - 1)
    operate = rng.choice(_OPERATORS)
    if operate is operator.truediv:
        return (divide(one, other), a / b) if b else (one, a)
    return operate(one, other), operate(a, b)


def _rounded(value: Fraction, decimals: int) -> Fraction:
    """Half-up, away from zero, by whole numbers."""
    size = abs(value) * 10**decimals
    steps = (2 * size.numerator + size.denominator) // (2 * size.denominator)
    return Fraction(steps if value >= 0 else -steps, 10**decimals)


def test_two_thousand_random_expressions_are_exact() -> None:
    rng = random.Random(20261129)
    with localcontext(EXACT):
        for _ in range(2000):
            value, exact = _random(rng, 4)
            other, theirs = _random(rng, 3)
            assert fraction(value) == exact
            assert (value == other, value < other, value >= other) == (
                exact == theirs, exact < theirs, exact >= theirs,
            )  # fmt: skip
            assert fraction(abs(-value)) == abs(exact)
            for decimals in (0, 1, 3):
                assert Fraction(half_up(value, -decimals)) == _rounded(exact, decimals)
            assert fraction(shifted(value, -3)) == exact / 1000
            assert hash(value) == hash(exact)


@pytest.mark.parametrize(("part", "of"), [(126, 16), (1, 3), (181, 4000), (2, 7)])
def test_a_tie_is_kept_through_shares(part: int, of: int) -> None:
    shares = [divide(100 * Decimal(value), Decimal(339)) for value in (part, of)]
    assert divide(*shares) == divide(Decimal(part), Decimal(of))
    assert str(divide(Decimal(126), Decimal(16))) == "7.875"


def test_shares_add_up_to_just_a_hundred() -> None:
    rng = random.Random(7)
    for _ in range(50):
        values = [Decimal(rng.randint(1, 10**9)) for _ in range(rng.randint(2, 227))]
        assert added(divide(100 * value, added(values)) for value in values) == 100


def test_growth_and_gap_there_and_back() -> None:
    grown = growth(Decimal(3), Decimal("4.37"))
    assert isinstance(grown, Decimal)
    assert fraction(grown) == 100 * (Fraction("4.37") / 3 - 1)
    back = gap(divide(Decimal(1), Decimal(3)), divide(Decimal(2), Decimal(3)))
    assert isinstance(back, Decimal)
    assert fraction(back) == Fraction(200, 3)


def test_a_root_is_exact_where_there_is_one() -> None:
    third, eighth = divide(Decimal(1), Decimal(3)), divide(Decimal(8), Decimal(81))
    assert average(third, eighth, 3) == divide(Decimal(-100), Decimal(3))


def test_a_quotient_goes_from_one_process_to_another() -> None:
    value = divide(Decimal(1), Decimal(3))
    assert pickle.loads(pickle.dumps(value)) == value
    assert pickle.loads(pickle.dumps(value)) * 3 == 1
