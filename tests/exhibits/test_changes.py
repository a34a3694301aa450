"""What changed since an earlier edition's record."""

import json
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest

from briefing.exhibits import build
from briefing.model.exhibit import Changes, Exhibit, Grid
from briefing.model.fact import Facts
from briefing.model.inline import Number
from briefing.model.spec import Spec
from briefing.model.table import CellRef
from briefing.model.text import Phrase, Place
from briefing.model.walk import lines
from briefing.narrative.plain import plain

Maker = Callable[..., Spec]
AGAINST = Phrase("previous.json", Place("briefing.yaml", 41))


def entry(name: str, period: str, value: str, unit: str = "USD thousand", **more: Any) -> Any:
    made = {"status": "final", "source": ["nso"], "is": "", "cells": [], "printed": {}}
    return {"name": name, "period": period, "value": value, "unit": unit} | made | more


def record(*entries: Any, **files: str) -> bytes:
    inputs = [{"path": path, "sha256": digest} for path, digest in files.items()]
    return json.dumps({"record": 1, "inputs": inputs, "facts": entries}).encode()


def columns(spec: Spec, facts: Facts, old: bytes, **files: str) -> dict[str, tuple[str, ...]]:
    exhibits, findings = build(spec, facts, ["it"], "en", {"previous.json": old}, files)
    assert findings == ()
    content = exhibits["it"].content
    assert isinstance(content, Changes)
    return {column.head: tuple(map(plain, column.lines)) for column in content.columns}


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


def test_what_is_derived_otherwise_of_the_same_data_is_corrected(spec: Maker, facts: Facts) -> None:
    files = {"trade.csv": "a1"}
    old = record(entry("balance", "2025", "2724837.16", **{"is": "imports - exports"}), **files)
    found = columns(spec("changes", "balance", against=AGAINST), facts, old, **files)
    assert found["Revised"] == ("None.",)
    # A balance that turned has no percentage.
    assert found["Corrected"] == ("Goods balance 2025, US$\u00a0million: 2,724.8, now −2,724.8.",)
    other = columns(spec("changes", "balance", against=AGAINST), facts, old, **{"trade.csv": "b2"})
    assert other["Corrected"] == ("None.",)


def test_every_figure_of_a_line_is_a_number_with_its_fact(spec: Maker, facts: Facts) -> None:
    old = record(entry("exports", "2025", "1"), entry("imports", "2024", "2818000"))
    made = spec("changes", "imports", against=AGAINST)
    exhibits, _ = build(made, facts, ["it"], "en", {"previous.json": old})
    before, now, percent = (n.fact for n in numbers(exhibits["it"]))
    assert (before.name, before.value) == ("earlier(imports)", Decimal(2818000))
    # The second fact of the record that it is set against.
    assert before.cells == (CellRef("previous.json", 2, "facts"),)
    assert (now.name, now.value, now.cells[0].file) == (
        "imports",
        Decimal("2824789.12"),
        "trade.csv",
    )
    assert (percent.name, str(percent.unit)) == ("revision(imports)", "percent")
    assert percent.cells == (*now.cells, *before.cells)
    texts = [n.text for n in numbers(exhibits["it"])]
    assert texts == ["2,818.0", "2,824.8", "+0.2%"]


def numbers(exhibit: Exhibit) -> list[Number]:
    return [i for line in lines(exhibit) for i in line if isinstance(i, Number)]


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


@pytest.mark.parametrize("data", [b"", b"{}", b"[1]", b'{"facts": 3}', b"a,b\n"])
def test_what_is_no_record_is_found(spec: Maker, facts: Facts, data: bytes) -> None:
    made = spec("changes", "imports", against=AGAINST)
    exhibits, (finding,) = build(made, facts, ["it"], "en", {"previous.json": data})
    assert (exhibits, finding.code) == ({}, "B357")


def test_what_no_page_could_print_is_found_at_its_path(spec: Maker, facts: Facts) -> None:
    old = record(entry("imports", "2024", "1"), entry("imports", "2025", "NaN"))
    made = spec("changes", "imports", against=AGAINST)
    _, (finding,) = build(made, facts, ["it"], "en", {"previous.json": old})
    assert finding.code == "B357"
    assert "facts[1]: value “NaN” is no number" in finding.message


def test_values_of_another_unit_are_passed_over(spec: Maker, facts: Facts) -> None:
    old = record(
        entry("imports", "2024", "1", "EUR million"), entry("imports", "2023", "2386277.22")
    )
    found = columns(spec("changes", "imports", against=AGAINST), facts, old)
    assert found["Revised"] == ("None.",)
    assert found["Unchanged"] == ("Imports from Russia: 1 figure.",)


def test_as_a_table_each_figure_has_what_it_was_and_is(spec: Maker, facts: Facts) -> None:
    old = record(
        entry("imports", "2022", "2611464.97"),
        entry("imports", "2023", "2386277.22"),
        entry("imports", "2024", "2818000"),
        entry("exports", "2025", "60651.8"),
    )
    asked = spec("changes", ["imports", "exports"], against=AGAINST, mode="table")
    exhibits, findings = build(asked, facts, ["it"], "en", {"previous.json": old}, {})
    assert findings == ()
    table = exhibits["it"].content
    assert isinstance(table, Grid)
    assert [column.head for column in table.columns] == ["Figure", "Was", "Now", "Difference"]
    rows = [(row.head, *(cell.text for cell in row.cells)) for row in table.rows]
    assert rows == [
        ("Added",),
        ("Imports from Russia 2025, US$\u00a0million", "", "2,785.5", ""),
        ("Revised",),
        ("Imports from Russia 2024, US$\u00a0million", "2,818.0", "2,824.8", "+6.8"),
    ]
    before, now, by = (cell.fact for cell in table.rows[3].cells)
    assert before is not None
    assert now is not None
    assert by is not None
    assert by.value == now.value - before.value  # type: ignore[operator]
    kept = "".join(plain(note) for note in exhibits["it"].notes)
    assert "Unchanged: Imports from Russia: 2 figures. Exports to Russia: 1 figure." in kept


def test_a_table_without_changes_is_the_columns_that_say_so(spec: Maker, facts: Facts) -> None:
    old = record(entry("exports", "2025", "60651.8"))
    asked = spec("changes", "exports", against=AGAINST, mode="table")
    exhibits, _ = build(asked, facts, ["it"], "en", {"previous.json": old}, {})
    assert isinstance(exhibits["it"].content, Changes)
