import json
from decimal import Decimal

from briefing.editions import record
from briefing.model.examination import Examination, Waived
from briefing.model.expression import reference
from briefing.model.fact import Fact
from briefing.model.finding import Finding
from briefing.model.period import Period
from briefing.model.printed import Printed
from briefing.model.series import Status
from briefing.model.spec import Choices
from briefing.model.table import CellRef
from briefing.model.text import Phrase, Place
from briefing.model.unit import Unit
from briefing.workspace import Input

EXPORTS = Fact(
    "exports",
    Decimal("60652.3"),
    Unit.parse("USD thousand"),
    Period.parse("2025"),
    status=Status.PROVISIONAL,
    sources=("nso",),
    derivation=reference("exports_to[$partner]"),
    cells=(CellRef("trade.csv", 17, "value"),),
)
OLD = Finding("B111", Place("briefing.yaml", 4, 2), "old", "renew")
REASON = Phrase("none is newer", Place("briefing.yaml", 9))
EXAMINATION = Examination(
    waived=(Waived(OLD, {"en": REASON}),),
    ran=("B101", "B111"),
    not_run=(("B118", "the briefing has one language"),),
)
SIGNED = Fact("signed", Period.parse("1921-11-05"), Unit.parse("date"), None, sources=("mfa",))


def test_a_number_can_be_followed_to_its_cell() -> None:
    data = record(
        "briefing 0.1",
        [Input("briefing.yaml", "ab")],
        {
            "en": [
                Printed(EXPORTS, "US$61 million", 3, row="F7"),
                Printed(SIGNED, "5 November 1921", 2),
            ]
        },
        [Finding("B111", Place("briefing.yaml", 4, 2), "old", "renew")],
        Choices("2025", (("partner", "CHN"),)),
        EXAMINATION,
    )
    assert json.loads(data) == {
        "record": 1,
        "product": "briefing 0.1",
        "inputs": [{"path": "briefing.yaml", "sha256": "ab"}],
        "choices": {"period": "2025", "parameters": [["partner", "CHN"]]},
        # printf 'ab\n' | sha256sum
        "digest": "a63d8014dba891345b30174df2b2a57efbb65b4f9f09b98f245d1b3192277ece",
        "checks": {
            "ran": ["B101", "B111"],
            "not_run": {"B118": "the briefing has one language"},
            "waived": [
                {
                    "code": "B111",
                    "severity": "warning",
                    "file": "briefing.yaml",
                    "line": 4,
                    "column": 2,
                    "message": "old",
                    "hint": "renew",
                    "because": {"en": "none is newer"},
                }
            ],
        },
        "labels": {},
        "sources": {},
        "prose": [],
        "facts": [
            {
                "name": "exports",
                "value": "60652.3",
                "unit": "USD thousand",
                "period": "2025",
                "status": "provisional",
                "source": ["nso"],
                "is": "exports_to[$partner]",
                "cells": [{"file": "trade.csv", "row": 17, "column": "value"}],
                "printed": {"en": [{"text": "US$61 million", "page": 3}]},
                "rows": {"en": "F7"},
            },
            {
                "name": "signed",
                "value": "1921-11-05",
                "unit": "date",
                "period": None,
                "status": "",
                "source": ["mfa"],
                "is": "",
                "cells": [],
                "printed": {"en": [{"text": "5 November 1921", "page": 2}]},
            },
        ],
        "findings": [
            {
                "code": "B111",
                "severity": "warning",
                "file": "briefing.yaml",
                "line": 4,
                "column": 2,
                "message": "old",
                "hint": "renew",
            }
        ],
    }


def test_printings_of_one_fact_are_gathered() -> None:
    printings = [
        Printed(EXPORTS, "US$61 million", 3),
        Printed(EXPORTS, "60.7", 4),
        Printed(EXPORTS, "60.7", 4),
    ]
    (fact,) = json.loads(record("b", [], {"en": printings, "mn": printings[:1]}, [], Choices()))[
        "facts"
    ]
    assert fact["printed"] == {
        "en": [{"text": "US$61 million", "page": 3}, {"text": "60.7", "page": 4}],
        "mn": [{"text": "US$61 million", "page": 3}],
    }
