import json
from typing import Any

import pytest

from briefing.editions import near, trace
from briefing.model.record import decode


def fact(name: str, period: str, *texts: str, row: str = "") -> dict[str, Any]:
    rows = {"rows": {"en": row}} if row else {}
    printed = {"en": [{"text": text, "page": 4} for text in texts]}
    made = {"value": "1", "unit": "USD million", "status": "final", "source": [], "is": ""}
    return {"name": name, "period": period, "cells": [], "printed": printed} | made | rows


CONTENT = {
    "record": 1,
    "inputs": [],
    "facts": [
        fact("exports", "2014", "US$61.6\N{NO-BREAK SPACE}million", "61.6"),
        fact("turnover", "2014", "US$1.6\N{NO-BREAK SPACE}billion", row="F7"),
        fact("ministry_turnover", "2014", "US$1.6 billion", row="F8"),
        fact("turnover", "2025", "US$2.8 billion", "decreased by 2.7% or US$79 million"),
        fact("gap", "2014", "\N{MINUS SIGN}42.5%"),
    ],
}
RECORD = decode(json.dumps(CONTENT).encode())


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ("turnover", ["turnover 2014", "turnover 2025"]),
        ("turnover 2014", ["turnover 2014"]),
        ("f8", ["ministry_turnover 2014"]),
        ("1.6 billion", ["turnover 2014", "ministry_turnover 2014"]),
        ("US$1.6 billion", ["turnover 2014", "ministry_turnover 2014"]),
        ("61.6", ["exports 2014"]),
        ("2.7%", ["turnover 2025"]),
        ("-42.5%", ["gap 2014"]),
        ("42.5%", ["gap 2014"]),
        ("1.6", ["turnover 2014", "ministry_turnover 2014"]),
        # A part of a number is another number.
        ("6 billion", []),
        ("61", []),
        ("8", []),
    ],
)
def test_a_figure_is_found_by_name_number_and_text(wanted: str, found: list[str]) -> None:
    assert [f"{e.name} {e.period}" for e in trace(RECORD, wanted)] == found


def test_what_is_near_is_named() -> None:
    assert near(RECORD, "tunrover")[0] == "turnover"
    assert "US$1.6 billion" in near(RECORD, "US$1.7 billion")
