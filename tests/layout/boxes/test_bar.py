"""Bars beside percentages, and rows that head others."""

from decimal import Decimal
from io import BytesIO

import pikepdf
import pytest
from msgspec.structs import replace

from briefing.layout.boxes.grid import grid
from briefing.layout.text.setting import Setting
from briefing.model.exhibit import Cell, Column, Grid, GridRow
from briefing.model.fact import Fact
from briefing.model.text import Place
from briefing.model.unit import PERCENT
from briefing.pdf import Element
from tests.layout.conftest import Press
from tests.layout.documents import chapter, document, placed
from tests.pdf.structure import read


def gap(value: str) -> Cell:
    return Cell(value, fact=Fact("gap", Decimal(value), PERCENT, None))


def mirrored(*values: str) -> Grid:
    rows = tuple(GridRow(f"{2000 + n}", (gap(value),)) for n, value in enumerate(values))
    head = GridRow("Exports", (), spaced=True)
    return Grid((Column("Year", False), Column("Gap, %", True, True)), (head, *rows))


def rectangles(data: bytes) -> list[tuple[float, ...]]:
    """Filled rectangles of the first page, as drawn."""
    with pikepdf.open(BytesIO(data)) as pdf:
        instructions = pikepdf.parse_content_stream(pdf.pages[0])
    return [tuple(float(o) for o in i.operands) for i in instructions if str(i.operator) == "re"]


def printed(press: Press, *values: str) -> bytes:
    pages, findings = press.print(document(chapter("1", placed("t", mirrored(*values)))))
    assert pages is not None
    assert findings == ()
    return pages.data


def test_bars_are_as_long_as_their_values_up_to_the_scale(press: Press) -> None:
    high = press.style.gap.bar
    half = press.style.gap.slot / 2
    data = printed(press, "30", "-15", "90")
    bars = [r for r in rectangles(data) if r[3] == pytest.approx(high, abs=0.02)]
    right, left, beyond = (r[2] for r in bars)
    assert right == pytest.approx(half / 2, abs=0.02)
    assert left == pytest.approx(half / 4, abs=0.02)
    assert beyond == pytest.approx(half, abs=0.02)
    zero = bars[0][0]
    assert bars[1][0] + left == pytest.approx(zero, abs=0.02)


def test_a_row_that_heads_others_is_one_cell_over_all_columns(press: Press) -> None:
    (table,) = read(printed(press, "1", "2")).find("Table")
    body = table.find("TBody")[0].find("TR")
    assert [cell.role for cell in body[0].kids] == ["TH"]
    assert [cell.role for cell in body[1].kids] == ["TH", "TD"]


def test_a_heading_row_is_not_the_last_of_a_part(setting: Setting) -> None:
    half = mirrored(*(["1"] * 5))
    element = Element("Table", None, {})
    table = grid(setting, "it", Place("a"), replace(half, rows=half.rows * 3), element)
    parts = [table.split(300, height) for height in range(40, 300)]
    assert sum(part is not None for part in parts) > 100
    assert not any(part[0].rows[-1].heads for part in parts if part is not None)
