"""Reading order against the page: each disorder is found; what only looks like one is let be."""

from collections.abc import Callable, Iterator

import pytest

from briefing import verify
from briefing.pdf import Element
from tests.verify.conftest import Sheet, found, titled


def test_text_read_before_what_stands_above_it(sheet: Sheet) -> None:
    titled(sheet)
    second, first = sheet.root.child("P"), sheet.root.child("P")
    sheet.line(first, "This stands first. ")
    sheet.line(second, "This stands second. ")
    (fault,) = verify.lint(verify.open_file(sheet.finish()))
    assert fault.code == "B505"
    assert "“This stands first.” is read after “This stands second.”" in fault.message


def test_text_read_before_what_stands_a_page_earlier(sheet: Sheet) -> None:
    titled(sheet)
    second, first = sheet.root.child("P"), sheet.root.child("P")
    sheet.line(first, "This stands first. ")
    sheet.canvas.next_page()
    sheet.line(second, "This stands second. ")
    assert found(sheet.finish()) == ["B505"]


def entries(root: Element) -> Iterator[Element]:
    contents = root.child("TOC")
    while True:
        yield contents.child("TOCI").child("Reference").child("Link")


def linked_items(root: Element) -> Iterator[Element]:
    listing = root.child("L", numbering="None")
    while True:
        yield listing.child("LI").child("LBody").child("Reference").child("Link")


def items(root: Element) -> Iterator[Element]:
    listing = root.child("L", numbering="None")
    while True:
        yield listing.child("LI").child("LBody")


def sections(root: Element) -> Iterator[Element]:
    while True:
        yield root.child("Sect").child("P")


def table_rows(root: Element) -> Iterator[Element]:
    body = root.child("Table").child("TBody")
    while True:
        yield body.child("TR").child("TD")


@pytest.mark.parametrize("parts", [entries, linked_items, items, sections, table_rows])
@pytest.mark.parametrize("over_a_page", [False, True])
def test_parts_out_of_turn(
    sheet: Sheet, parts: Callable[[Element], Iterator[Element]], over_a_page: bool
) -> None:
    made = parts(titled(sheet).root)
    first, third, second = next(made), next(made), next(made)
    sheet.line(first, "This stands first. ")
    sheet.line(second, "This stands second. ")
    if over_a_page:
        sheet.canvas.next_page()
    sheet.line(third, "This stands third. ")
    (fault,) = verify.lint(verify.open_file(sheet.finish()))
    assert fault.code == "B505"
    assert "“This stands second.” is read after “This stands third.”" in fault.message


def test_items_with_hanging_labels_out_of_turn(sheet: Sheet) -> None:
    listing = titled(sheet).root.child("L", numbering="Decimal")
    second, first = listing.child("LI"), listing.child("LI")
    for item, label in ((first, "1."), (second, "2.")):
        sheet.line(item.child("Lbl"), f"{label} ")
        sheet.beside(item.child("LBody"), "what the item says", 80)
    (fault,) = verify.lint(verify.open_file(sheet.finish()))
    assert "“1.” is read after “2.”" in fault.message


def test_cells_read_backwards(sheet: Sheet) -> None:
    table = titled(sheet).root.child("Table")
    for year in ("2023 ", "2024 "):
        sheet.row(table.child("TR"), (year, "100.7 ", "60.7 "))
    row = table.child("TR")
    cells = row.child("TD"), row.child("TD"), row.child("TD")
    sheet.line(cells[0], "2025 ")
    sheet.beside(cells[1], "right ", 210)
    sheet.beside(cells[2], "middle ", 130)
    (fault,) = verify.lint(verify.open_file(sheet.finish()))
    assert fault.code == "B505"
    assert "“middle” is read after “right”" in fault.message


def test_a_table_that_is_read_to_the_left_is_no_disorder(sheet: Sheet) -> None:
    table = titled(sheet).root.child("Table")
    for _ in range(2):
        sheet.y -= 15
        row = table.child("TR")
        for x in (300, 200, 100):
            sheet.beside(row.child("TD"), "word ", x)
    assert found(sheet.finish()) == []


def test_columns_and_floats_are_no_disorder(sheet: Sheet) -> None:
    root = titled(sheet).root
    top = sheet.y
    sheet.line(root.child("P"), "The left column ")
    sheet.line(root.child("P"), "is read down, ")
    sheet.y = top
    sheet.line(root.child("P"), "then the right one ", x=300)
    sheet.y = 300
    sheet.figure("Exports fell by a third", "Figure 1 ")
    sheet.line(root.child("P"), "Source: the office. ")
    sheet.y = top - 60
    sheet.line(root.child("P"), "Text goes on above a figure at the foot. ")
    assert found(sheet.finish()) == []
