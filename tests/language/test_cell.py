import datetime
from decimal import Decimal

import pytest

from briefing.language import cell, date, period, unit
from briefing.model.period import Period
from briefing.model.series import Status
from briefing.model.unit import POINTS, RANK, Unit

MILLION = Unit.parse("USD million")


@pytest.mark.parametrize(
    ("value", "status", "decimals", "text"),
    [
        ("2785.48896", Status.PROVISIONAL, 1, "2,785.5"),
        ("-2724.83716", Status.FINAL, 1, "−2,724.8"),
        ("60.65", Status.FINAL, 1, "60.7"),
        ("0", Status.FINAL, 1, "0"),
        ("0.00", Status.FINAL, 1, "0"),
        ("0.04", Status.FINAL, 1, "[low]"),
        ("-0.04", Status.FINAL, 1, "−0.04"),
        ("0.05", Status.FINAL, 1, "0.1"),
        (None, Status.MISSING, 1, "[x]"),
        (None, Status.CONFIDENTIAL, 1, "[c]"),
        (None, Status.NOT_APPLICABLE, 1, "[z]"),
        (None, Status.PROVISIONAL, 1, "[x]"),
    ],
)
def test_five_kinds_of_nothing_and_the_values(
    value: str | None, status: Status, decimals: int, text: str
) -> None:
    number = None if value is None else Decimal(value)
    assert cell(number, status, MILLION, decimals, "en") == text


def test_a_rank_is_an_ordinal() -> None:
    assert cell(Decimal(2), Status.FINAL, RANK, 0, "en") == "2nd"


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("USD million", "US$\u00a0million"),
        ("EUR", "€"),
        ("MNT billion", "MNT\u00a0billion"),
        ("percent", "%"),
        ("km", "km"),
        ("million tonne", "million\u00a0tonnes"),
        ("persons", "persons"),
        ("days", "days"),
    ],
)
def test_units_by_themselves(written: str, text: str) -> None:
    assert unit(Unit.parse(written), "en") == text


def test_points_by_themselves() -> None:
    assert unit(POINTS, "en") == "percentage points"


def test_periods_and_days() -> None:
    assert period(Period.parse("2025-01..2025-09"), "en") == "January–September 2025"
    assert date(datetime.date(2026, 11, 24), "en") == "24\u00a0November 2026"
