"""A figure in full, and two figures of records told apart."""

from decimal import Decimal

import msgspec
import pytest
from msgspec.structs import replace

from briefing.language import apart, full
from briefing.model import Status
from briefing.model.entry import Entry
from tests.language.saying import fact


@pytest.mark.parametrize(
    ("value", "unit", "told"),
    [
        ("60652.30", "USD thousand", "60,652.3_US$_thousand"),
        ("12", "ratio", "12"),
        ("0.123456789012345678", "percent", "0.12345679_%"),
        ("0.123456789012345", "percent", "0.123456789012345_%"),
    ],
)
def test_a_figure_in_full(value: str, unit: str, told: str) -> None:
    assert full(fact(value, unit), "en").replace("\u00a0", "_").replace(" ", "_") == told


def test_a_figure_without_a_value_has_its_mark() -> None:
    missing = replace(fact("1"), value=None)
    assert full(missing, "en") == "[x]"
    assert full(replace(missing, status=Status.CONFIDENTIAL), "en") == "[c]"


def entry(value: str) -> Entry:
    told = {"name": "x", "period": "2025", "value": value, "unit": "USD million"}
    told |= {"status": "final", "is": "", "source": ["nso"], "cells": [], "printed": {}}
    return msgspec.convert(told, Entry)


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("1234", "5678", ("US$1.2 billion", "US$5.7 billion")),
        ("1234", "1249", ("US$1.23 billion", "US$1.25 billion")),
        ("1.00000000000001", "1.00000000000002", None),
        ("1.0000000000000001", "1.0000000000000002", None),
        ("5", "5", ("US$5 million", "US$5 million")),
    ],
)
def test_two_values_get_the_digits_that_tell_them_apart(
    old: str, new: str, told: tuple[str, str] | None
) -> None:
    first, second = (text.replace("\u00a0", " ") for text in apart(entry(old), entry(new), "en"))
    assert told is None or (first, second) == told
    assert (first == second) == (Decimal(old) == Decimal(new))
