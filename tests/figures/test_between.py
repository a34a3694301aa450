from decimal import Decimal, localcontext

import pytest

from briefing.figures.between import Undefined, average, contribution, growth


def test_growth_of_published_values():
    value = growth(Decimal(186), Decimal(234))
    assert isinstance(value, Decimal)
    assert round(value, 1) == Decimal("25.8")


@pytest.mark.parametrize(
    ("earlier", "later", "reason"),
    [
        (0, 5, "the earlier value is zero"),
        (-5, 5, "the sign changes"),
        (5, -5, "the sign changes"),
        (-5, -8, "the earlier value is below zero"),
        (-5, 0, "the earlier value is below zero"),
    ],
)
def test_growth_that_does_not_exist(earlier, later, reason):
    assert growth(Decimal(earlier), Decimal(later)) == Undefined(reason)
    assert contribution(Decimal(1), Decimal(2), Decimal(earlier), Decimal(later)) == Undefined(
        reason
    )


def test_growth_to_nothing_is_all_of_it():
    assert growth(Decimal(5), Decimal(0)) == -100
    assert average(Decimal(5), Decimal(0), 3) == -100


def test_an_exact_root_comes_out_exact():
    assert average(Decimal(100), Decimal("146.41"), 4) == 10


def test_contributions_of_two_parts():
    total = (Decimal(100), Decimal(110))
    assert contribution(Decimal(60), Decimal(75), *total) == 15
    assert contribution(Decimal(40), Decimal(35), *total) == -5


def test_rates_are_the_same_in_any_surroundings():
    values = Decimal("3"), Decimal("7.1")
    rates = growth(*values), average(*values, 3)
    with localcontext() as context:
        context.prec = 5
        assert (growth(*values), average(*values, 3)) == rates
