"""What changed since an earlier edition's record."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from briefing.exhibits import build
from briefing.model.exhibit import Changes
from briefing.model.fact import Facts
from briefing.model.place import Place
from briefing.model.spec import Spec
from briefing.model.text import Phrase

Maker = Callable[..., Spec]
AGAINST = Phrase("previous.json", Place("briefing.yaml", 41))


def entry(name: str, period: str, value: str, unit: str = "USD thousand", **more: Any) -> Any:
    return {"name": name, "period": period, "value": value, "unit": unit, "is": ""} | more


def record(*entries: Any) -> bytes:
    return json.dumps({"record": 1, "inputs": [], "facts": entries}).encode()


def columns(spec: Spec, facts: Facts, old: bytes) -> dict[str, tuple[str, ...]]:
    exhibits, findings = build(spec, facts, ["it"], "en", {"previous.json": old})
    assert findings == ()
    content = exhibits["it"].content
    assert isinstance(content, Changes)
    return {column.head: column.lines for column in content.columns}


def test_revised_added_and_unchanged(spec: Maker, facts: Facts) -> None:
    old = record(
        entry("imports", "2022", "2611464.97"),
        entry("imports", "2023", "2386277.22"),
        entry("imports", "2024", "2818000"),
    )
    assert columns(spec("changes", "imports", against=AGAINST), facts, old) == {
        "Added": ("Imports from Russia, 2025.",),
        # 2824789.12 / 2818000 = 1.00241
        "Revised": ("Imports from Russia 2024, US$\u00a0million: 2,818.0, now 2,824.8 (+0.2%).",),
        "Corrected": ("None.",),
        "Unchanged": ("Imports from Russia: 2 figures.",),
    }


def test_what_is_derived_otherwise_is_corrected(spec: Maker, facts: Facts) -> None:
    old = record(entry("balance", "2025", "2724837.16", **{"is": "imports - exports"}))
    found = columns(spec("changes", "balance", against=AGAINST), facts, old)
    assert found["Revised"] == ("None.",)
    # A balance that turned has no percentage.
    assert found["Corrected"] == ("Goods balance 2025, US$\u00a0million: 2,724.8, now −2,724.8.",)


def test_another_scale_is_no_change(spec: Maker, facts: Facts) -> None:
    old = record(entry("exports", "2025", "60.6518", "USD million"))
    found = columns(spec("changes", "exports", against=AGAINST), facts, old)
    assert found["Unchanged"] == ("Exports to Russia: 1 figure.",)
    assert found["Added"] == ("None.",)


def test_a_small_revision_shows_as_many_decimals_as_tell_it(spec: Maker, facts: Facts) -> None:
    old = record(entry("exports", "2025", "60650.9"))
    found = columns(spec("changes", "exports", against=AGAINST), facts, old)
    (line,) = found["Revised"]
    assert "60.651, now 60.652" in line


def test_a_figure_the_record_lacks_is_new(spec: Maker, facts: Facts) -> None:
    old = record(entry("imports", "2025", "1"))
    found = columns(spec("changes", "students", against=AGAINST), facts, old)
    assert found["Added"] == ("Mongolian students in Russia.",)


def test_many_revisions_are_counted(spec: Maker, facts: Facts) -> None:
    old = record(*(entry("imports", str(year), "1") for year in range(2020, 2026)))
    found = columns(spec("changes", "imports", against=AGAINST), facts, old)
    assert len(found["Revised"]) == 4
    assert found["Revised"][-1] == "Imports from Russia: 3 more figures."


@pytest.mark.parametrize("data", [b"", b"{}", b"[1]", b'{"facts": 3}', b'{"facts": []}', b"a,b\n"])
def test_what_is_no_record_is_found(spec: Maker, facts: Facts, data: bytes) -> None:
    made = spec("changes", "imports", against=AGAINST)
    exhibits, (finding,) = build(made, facts, ["it"], "en", {"previous.json": data})
    assert (exhibits, finding.code) == ({}, "B357")


def test_values_that_are_no_numbers_are_passed_over(spec: Maker, facts: Facts) -> None:
    old = record(
        entry("imports", "2025", "NaN"),
        entry("imports", "x", "1"),
        entry("imports", "2024", "1", "EUR million"),
        entry("imports", "2023", "2386277.22"),
    )
    found = columns(spec("changes", "imports", against=AGAINST), facts, old)
    assert found["Revised"] == ("None.",)
    assert found["Unchanged"] == ("Imports from Russia: 1 figure.",)
