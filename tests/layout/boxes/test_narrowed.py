"""A table that is too wide gives way step by step before it is refused."""

from collections.abc import Iterator

import pytest

from briefing.layout.box import Stack
from briefing.layout.boxes.grid import grid, grid_box
from briefing.layout.boxes.table import Table, TableCell, describe
from briefing.layout.text.paragraph import Paragraph
from briefing.layout.text.setting import Setting
from briefing.model.exhibit import Cell, Column, Grid, GridRow
from briefing.pdf import Element, Tree
from tests.layout.documents import HERE

# Of the style's 482 points; a head of that many letters is some 5 points a letter wide.
LONG = "Internationalisation"


def content(heads: list[str], value: str = "1,234.5") -> Grid:
    columns = (Column("Year", False), *(Column(head, True) for head in heads))
    rows = [GridRow(f"20{i:02}", tuple(Cell(value) for _ in heads)) for i in range(3)]
    return Grid(columns, tuple(rows))


def made(setting: Setting, asked: Grid) -> Table | Stack:
    element = Tree().root.child("Table")
    return grid_box(setting, "exhibit x", HERE, asked, element, "Table 1 (continued)")


def hyphens(table: Table) -> bool:
    """Whether a head's word could be parted."""
    return any(len(cell.text.segments) > 1 for cell in table.head[0].cells)


def sizes(table: Table) -> set[float]:
    return {round(cell.text.setting.size, 2) for row in table.rows for cell in row.cells}


def test_what_fits_is_set_as_it_is(setting: Setting) -> None:
    table = made(setting, content([LONG] * 4))
    assert isinstance(table, Table)
    assert not hyphens(table)
    assert table.paddings()[1] == setting.look.style.grid.slot


def test_then_heads_are_hyphenated_then_white_gives_way_then_type(setting: Setting) -> None:
    style = setting.look.style
    seen: list[tuple[bool, bool, bool]] = []
    for count in range(4, 16):
        table = made(setting, content([LONG] * count))
        if not isinstance(table, Table):
            break
        assert sum(table.least()) <= style.width
        assert min(sizes(table)) >= style.grid.least
        tight = table.paddings()[1] < style.grid.slot
        small = min(sizes(table)) < style.text.grid.cell.size
        seen.append((hyphens(table), tight, small))
    assert seen == sorted(seen)
    assert {(False, False, False), (True, False, False), (True, True, False)} <= {*seen}
    assert not setting.findings


@pytest.mark.parametrize("count", [16, 20])
def test_what_no_type_makes_narrow_stands_in_parts(setting: Setting, count: int) -> None:
    heads = [f"Head {number}" for number in range(count)]
    parts = made(setting, content(heads, "1,234,567.5"))
    assert isinstance(parts, Stack)
    tables = [box for box in parts.boxes if isinstance(box, Table)]
    assert len(tables) == len(parts.boxes) // 2 + 1 > 1
    for box in parts.boxes[1::2]:
        assert isinstance(box, Paragraph)
        assert box.keep
        assert describe_paragraph(box) == "Table 1 (continued)"
    shown = [describe(cell) for table in tables for cell in table.head[0].cells[1:]]
    assert shown == heads
    assert all(describe(table.rows[0].cells[0]) == "2000" for table in tables)
    assert max(len(t.numeric) for t in tables) - min(len(t.numeric) for t in tables) <= 1
    assert not setting.findings


def describe_paragraph(made: Paragraph) -> str:
    return describe(TableCell(made))


def test_each_part_is_a_table_of_the_tags_in_the_order_of_the_page(setting: Setting) -> None:
    root = Tree().root
    heads = [f"Head {number}" for number in range(20)]
    asked = content(heads, "1,234,567.5")
    parts = grid_box(setting, "x", HERE, asked, root.child("Table"), "again")
    assert isinstance(parts, Stack)
    first, *others = root.children
    assert [kid.role for kid in first.children] == ["THead", "TBody"]
    assert others
    for part in others:
        assert [kid.role for kid in part.children] == ["Caption", "THead", "TBody"]
    columns = [len(part.children[-2].children[0].children) for part in root.children]
    assert sum(columns) == 20 + len(root.children)
    held = [e for t in parts.boxes if isinstance(t, Table) for e in elements(t)]
    assert len(held) == len({*map(id, held)}) == 4 * sum(columns)


def elements(table: Table) -> Iterator[Element]:
    for row in (*table.head, *table.rows):
        yield from (cell.text.element for cell in row.cells if cell.text.element is not None)


def test_more_parts_than_one_finds_a_row_in_are_refused(setting: Setting) -> None:
    heads = [f"Head {number}" for number in range(80)]
    made(setting, content(heads, "1,234,567.5"))
    assert [f.code for f in setting.findings] == ["B404"]


def test_registers_are_never_in_parts(setting: Setting) -> None:
    heads = [f"Head {number}" for number in range(25)]
    grid(setting, "the register", HERE, content(heads, "1,234,567.5"), Tree().root.child("Table"))
    assert [f.code for f in setting.findings] == ["B404"]
