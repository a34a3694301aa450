from dataclasses import replace

import pypdfium2

from briefing.layout.boxes.columns import spread, squeeze
from briefing.layout.boxes.grid import grid
from briefing.layout.boxes.table import Table, describe
from briefing.layout.boxes.typed import typed
from briefing.layout.pen import Pen
from briefing.layout.text.setting import Setting
from briefing.model.exhibit import Cell, Column, Grid, GridRow
from briefing.model.series import Status
from briefing.pdf import TaggedCanvas, Tree
from tests.layout import documents
from tests.layout.documents import HERE, markdown_table
from tests.pdf.sample import RECORD

MAIN = 313.7


def made(setting: Setting, content: Grid) -> Table:
    return grid(setting, "exhibit trade", HERE, content, Tree().root.child("Table"))


def column(*texts: str) -> Grid:
    rows = tuple(GridRow(f"{i}", (Cell(text),)) for i, text in enumerate(texts))
    return Grid((Column("Year", False), Column("Value", True)), rows)


def test_points_of_a_column_stand_under_one_another(setting: Setting) -> None:
    table = made(setting, column("1,234.5", "0.64", "−17", "[x]"))
    look = setting.look
    cell = look.style.text.grid.cell
    shorts = [row.cells[1].short for row in table.rows]
    assert shorts[1] == 0
    assert shorts[0] == look.width(".64", cell) - look.width(".5", cell)
    assert shorts[2] == look.width(".64", cell)
    assert shorts[3] == 0


def test_groups_of_thousands_are_no_fractions(setting: Setting) -> None:
    table = made(setting, column("1,234", "17", "2,846,100"))
    assert [row.cells[1].short for row in table.rows] == [0, 0, 0]


def test_columns_fill_the_width_and_break_nothing(setting: Setting) -> None:
    table = made(setting, documents.grid())
    assert round(sum(table.widths(MAIN)), 3) == MAIN
    for row in (*table.head, *table.rows):
        for cell, width, white in zip(row.cells, table.widths(MAIN), table.paddings(), strict=True):
            assert cell.text.natural() + cell.short <= width - white + 1e-6


def test_a_part_has_the_columns_of_the_whole(setting: Setting) -> None:
    table = made(setting, documents.grid(rows=40))
    parts = table.split(MAIN, 300)
    assert parts is not None
    first, rest = parts
    assert isinstance(first, Table)
    assert isinstance(rest, Table)
    assert first.widths(MAIN) == rest.widths(MAIN) == table.widths(MAIN)
    assert first.rows + rest.rows == table.rows
    assert first.measure(MAIN) <= 300
    assert min(len(first.rows), len(rest.rows)) >= 4
    assert rest.repeated
    assert not first.repeated


def test_a_table_breaks_before_a_group(setting: Setting) -> None:
    parts = made(setting, documents.grid(rows=40)).split(MAIN, 300)
    assert parts is not None
    rest = parts[1]
    assert isinstance(rest, Table)
    assert rest.rows[0].spaced


def test_too_little_room_splits_nothing(setting: Setting) -> None:
    assert made(setting, documents.grid(rows=40)).split(MAIN, 60) is None


def test_more_columns_than_the_page_holds_are_a_finding(setting: Setting) -> None:
    made(setting, documents.grid(rows=3, columns=25))
    assert [f.code for f in setting.findings] == ["B404"]
    assert "25 columns" in setting.findings[0].message
    assert setting.findings[0].place == HERE


def test_a_typed_table_may_be_empty(setting: Setting) -> None:
    table = typed(setting, markdown_table(rows=0), Tree().root, "")
    assert table.measure(MAIN) > 0
    assert table.split(MAIN, 10) is None


def test_tags_are_regular(setting: Setting) -> None:
    element = Tree().root.child("Table")
    content = documents.grid(rows=3)
    grid(setting, "exhibit trade", HERE, content, element)
    head, body = element.children
    assert [c.role for c in head.children[0].children] == ["TH"] * 4
    assert {c.attributes["scope"] for c in head.children[0].children} == {"Column"}
    for row in body.children:
        assert [c.role for c in row.children] == ["TH", "TD", "TD", "TD"]
        assert row.children[0].attributes["scope"] == "Row"


def test_the_text_of_a_cell(setting: Setting) -> None:
    cell = made(setting, column("1.5")).rows[0].cells[1]
    assert describe(cell) == "1.5"
    assert describe(replace(cell, mark="[p]")) == "1.5"
    tied = made(setting, column("joint 2nd")).rows[0].cells[1]
    assert describe(tied) == "joint 2nd"


def test_white_goes_to_the_left_of_numbers() -> None:
    assert spread([10, 20, 20], [False, True, True], 90) == (10, 40, 40)
    assert spread([10, 20, 20], [False, False, False], 90) == (30, 40, 20)
    assert spread([10], [False], 90) == (90,)


def test_columns_give_by_how_much_they_can() -> None:
    assert squeeze([10, 10], [10, 110], 70) == (10, 60)
    assert squeeze([50, 50], [60, 60], 50) == (25, 25)


def test_a_mark_stands_behind_the_last_word_of_its_cell(setting: Setting) -> None:
    said = "US$16,800 per person and year, at prices of 2021"
    columns = (Column("Item", False), Column("Here", False))
    cell = Cell(said, Status.ESTIMATED)
    canvas = TaggedCanvas(setting.look.faces, (220, 200), "en", "x")
    content = Grid(columns, (GridRow("GDP per head", (cell,)),))
    table = grid(setting, "exhibit gdp", HERE, content, canvas.tree.root.child("Table"))
    assert table.measure(170.0) > table.measure(600.0)
    table.draw(Pen(canvas, setting.look, 1, {}), 0, 0, 170.0)
    with pypdfium2.PdfDocument(canvas.finish(RECORD)) as document:
        page = document[0].get_textpage()
        text = page.get_text_range()
        year, mark = (page.get_charbox(text.index(t)) for t in ("1 [e]", "[e]"))
    assert 0 < mark[0] - year[2] < 6
    assert abs(mark[1] - year[1]) < 3
