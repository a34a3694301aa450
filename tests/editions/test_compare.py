import json
from decimal import Decimal
from typing import Any

import pytest

from briefing.editions import compare, markdown, read
from briefing.model.finding import BriefingError
from briefing.model.record import Record, decode, encode


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


def content(*facts: dict[str, Any], **files: str) -> dict[str, Any]:
    inputs = [{"path": path.replace("__", "/"), "sha256": sha} for path, sha in files.items()]
    return {"record": 1, "product": "briefing 1", "inputs": inputs, "facts": list(facts)}


def record(*facts: dict[str, Any], **files: str) -> Record:
    return decode(json.dumps(content(*facts, **files)).encode())


def test_what_turned_its_sign_comes_first_and_has_no_percentage() -> None:
    old = record(fact("balance", "2024", "-12"), fact("exports", "2024", "60"))
    new = record(fact("balance", "2024", "3"), fact("exports", "2024", "61.5"))
    difference = compare(old, new)
    (flip,), (revised,) = difference.figures.flips, difference.figures.revised
    assert (flip.new.name, flip.percent, flip.difference) == ("balance", None, Decimal(15))
    assert (revised.new.name, revised.percent) == ("exports", Decimal("2.5"))
    text = markdown("old", "new", difference)
    assert text.index("Changed direction") < text.index("Revised")
    assert "| exports 2024 | US$60 million | US$62 million | +2.5% |" in text


def test_growth_that_became_decline_in_the_next_edition_turned() -> None:
    growth = {"unit": "percent"}
    old = record(fact("growth(exports)", "2024", "4.5", **growth))
    new = record(fact("growth(exports)", "2025", "-39.8", **growth))
    (flip,) = compare(old, new).figures.flips
    assert (flip.old.period, flip.new.period) == ("2024", "2025")
    same = compare(old, record(fact("growth(exports)", "2025", "1", **growth))).figures
    assert (len(same.flips), len(same.followed)) == (0, 1)


def test_an_edition_of_the_next_year_is_set_beside_the_last_by_role() -> None:
    ranked = {"unit": "rank", "of": 14, "tied": False}
    old = record(
        fact("turnover", "2023", "1300"),
        fact("turnover", "2024", "1400"),
        fact("place", "2024", "3", **ranked),
        fact("students", "2024", "10", unit="persons"),
    )
    new = record(
        fact("turnover", "2024", "1400"),
        fact("turnover", "2025", "1540"),
        fact("place", "2025", "2", **ranked),
        fact("visits", "2025", "3", unit="persons"),
    )
    figures = compare(old, new).figures
    assert [(r.old.period, r.new.name, r.new.period) for r in figures.followed] == [
        ("2024", "turnover", "2025"),
        ("2024", "place", "2025"),
    ]
    assert [str(r.percent) for r in figures.followed] == ["10.0", "None"]
    assert [e.name for e in figures.gone] == ["turnover", "students"]
    assert [e.name for e in figures.new] == ["visits"]
    text = markdown("a", "b", compare(old, new))
    assert "| turnover 2024 → 2025 | US$1.4 billion | US$1.5 billion | +10.0% |" in text
    assert "| place 2024 → 2025 | 3rd of 14 listed | 2nd of 14 listed |  |" in text


TYPED = {"cells": [{"file": "briefing.yaml", "row": 9, "column": "facts.students"}]}
CONVERTED = {"cells": [*TYPED["cells"], {"file": "trade.csv", "row": 2, "column": "value"}]}


@pytest.mark.parametrize(
    ("old", "new", "digests", "corrected"),
    [
        # Another formula over the same data was wrong before; however it is written.
        ({"is": "x + y"}, {"is": "x - y"}, ("1", "1"), True),
        # New data are a revision, whatever became of the formula.
        ({"is": "x + y"}, {"is": "y + x"}, ("1", "2"), False),
        ({}, {}, ("1", "2"), False),
        (TYPED, TYPED, ("1", "1"), True),
        (TYPED, TYPED, ("1", "2"), True),
        (CONVERTED, CONVERTED, ("1", "2"), False),
        # What was typed comes from data now.
        (TYPED, {}, ("1", "2"), False),
        # Of a file that a record doesn't name nothing is known.
        ({}, {}, ("", ""), False),
    ],
)
def test_corrected_is_what_differs_by_no_fault_of_its_data(
    old: dict[str, Any], new: dict[str, Any], digests: tuple[str, str], corrected: bool
) -> None:
    before, now = ({"trade.csv": digest} if digest else {} for digest in digests)
    figures = compare(
        record(fact("a", "2024", "1", **old), **before),
        record(fact("a", "2024", "2", **new), **now),
    ).figures
    (revised,) = figures.revised
    assert revised.corrected is corrected
    assert figures.corrected is corrected


def test_another_scale_is_no_revision_and_dividing_leaves_none() -> None:
    old = record(fact("a", "2024", "1.5"), fact("b", "2024", "33.333333333333333333333333"))
    new = record(
        fact("a", "2024", "1500", unit="USD thousand"),
        fact("b", "2024", "33.333333333333333333333334"),
    )
    assert not compare(old, new).figures.some


def test_new_and_gone_figures_narrative_and_data_are_told_apart() -> None:
    old = record(
        fact("a", None, "1"), **{"trade.csv": "1", "sections__en__a.md": "1", "b.csv": "1"}
    )
    new = record(
        fact("z", None, "1"), **{"trade.csv": "2", "sections__en__a.md": "2", "c.csv": "1"}
    )
    difference = compare(old, new)
    assert [f.name for f in difference.figures.new + difference.figures.gone] == ["z", "a"]
    assert difference.narrative.changed == ("sections/en/a.md",)
    data = difference.data
    assert (data.changed, data.new, data.gone) == (("trade.csv",), ("c.csv",), ("b.csv",))


def test_a_value_that_went_missing_is_revised_without_a_difference() -> None:
    figures = compare(record(fact("a", "2024", "1")), record(fact("a", "2024", None))).figures
    (revised,) = figures.revised
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
    made = record(fact("a", "2024", "1"), **{"trade.csv": "1"})
    assert read(encode(made)) == made
