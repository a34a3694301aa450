import json
from decimal import Decimal
from typing import Any

import pytest

from briefing.editions import compare, markdown, read
from briefing.model.finding import BriefingError


def fact(name: str, period: str | None, value: str | None, **more: Any) -> dict[str, Any]:
    return {
        "name": name,
        "value": value,
        "unit": "USD million",
        "period": period,
        "status": "final",
        "source": ["nso"],
        "is": "",
        "cells": [{"file": "trade.csv", "row": 2, "column": "value"}],
        "printed": {"en": []},
    } | more


def record(*facts: dict[str, Any], **files: str) -> dict[str, Any]:
    inputs = [{"path": path.replace("__", "/"), "sha256": sha} for path, sha in files.items()]
    return {"record": 1, "product": "briefing 1", "inputs": inputs, "facts": list(facts)}


def test_what_turned_its_sign_comes_first_and_has_no_percentage() -> None:
    old = record(fact("balance", "2024", "-12"), fact("exports", "2024", "60"))
    new = record(fact("balance", "2024", "3"), fact("exports", "2024", "61.5"))
    difference = compare(old, new)
    (flip,), (revised,) = difference.flips, difference.revised
    assert (flip.new["name"], flip.percent, flip.difference) == ("balance", None, Decimal(15))
    assert (revised.new["name"], revised.percent) == ("exports", Decimal("2.5"))
    text = markdown("old", "new", difference)
    assert text.index("Changed direction") < text.index("Revised")
    assert "| exports 2024 | 60 USD million | 61.5 USD million | +2.5% |" in text


def test_growth_that_became_decline_in_the_next_edition_turned() -> None:
    growth = {"unit": "percent"}
    old = record(fact("growth(exports)", "2024", "4.5", **growth))
    new = record(fact("growth(exports)", "2025", "-39.8", **growth))
    (flip,) = compare(old, new).flips
    assert (flip.old["period"], flip.new["period"]) == ("2024", "2025")
    assert not compare(old, record(fact("growth(exports)", "2025", "1", **growth))).flips


def test_what_is_made_or_typed_otherwise_is_corrected_not_revised() -> None:
    typed = {"cells": [{"file": "briefing.yaml", "row": 9, "column": "facts.students"}]}
    converted = {"cells": [*typed["cells"], {"file": "trade.csv", "row": 2, "column": "value"}]}
    old = record(
        fact("a", "2024", "1", **{"is": "x + y"}),
        fact("b", "2024", "1"),
        fact("c", "2024", "1", **typed),
        fact("d", "2024", "1", **converted),
    )
    new = record(
        fact("a", "2024", "2", **{"is": "x - y"}),
        fact("b", "2024", "2"),
        fact("c", "2024", "2", **typed),
        fact("d", "2024", "2", **converted),
    )
    assert {r.new["name"]: r.corrected for r in compare(old, new).revised} == {
        "a": True,
        "b": False,
        "c": True,
        "d": False,
    }


def test_new_and_gone_figures_narrative_and_data_are_told_apart() -> None:
    old = record(
        fact("a", None, "1"), **{"trade.csv": "1", "sections__en__a.md": "1", "b.csv": "1"}
    )
    new = record(
        fact("z", None, "1"), **{"trade.csv": "2", "sections__en__a.md": "2", "c.csv": "1"}
    )
    difference = compare(old, new)
    assert [f["name"] for f in difference.new + difference.gone] == ["z", "a"]
    assert difference.narrative.changed == ("sections/en/a.md",)
    data = difference.data
    assert (data.changed, data.new, data.gone) == (("trade.csv",), ("c.csv",), ("b.csv",))


def test_a_value_that_went_missing_is_revised_without_a_difference() -> None:
    (revised,) = compare(record(fact("a", "2024", "1")), record(fact("a", "2024", None))).revised
    assert (revised.difference, revised.percent) == (None, None)


def test_of_the_same_record_nothing_differs() -> None:
    same = record(fact("a", "2024", "1"), **{"trade.csv": "1"})
    assert not compare(same, same).some
    assert "Nothing differs." in markdown("a", "b", compare(same, same))


@pytest.mark.parametrize(
    "data", [b"{", b"{}", b'{"record": 1, "facts": [{}], "inputs": []}', b"%PDF-1.7 no", b""]
)
def test_what_is_no_record_is_refused(data: bytes) -> None:
    with pytest.raises(BriefingError) as refused:
        read(data)
    assert refused.value.exit_code == 2


def test_a_record_is_read_back() -> None:
    content = record(fact("a", "2024", "1"))
    assert read(json.dumps(content).encode()) == content
