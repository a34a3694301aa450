"""What no validator sees: each fault planted in a document of the engine, each found by its code;
what only looks like one is let be."""

from pathlib import Path

import pikepdf
import pytest
from pikepdf import Array

from briefing import verify
from briefing.pdf import TaggedCanvas
from tests.pdf import sample
from tests.verify.conftest import Harm, Sheet, element, found, harmed, sound, titled


@pytest.mark.parametrize("outer", [("L",), ("L", "LI"), ("Table", "TR"), ("TOC",)])
def test_text_beside_items_and_cells(sheet: Sheet, outer: tuple[str, ...]) -> None:
    where = titled(sheet).root
    for role in outer:
        where = where.child(role)
    sheet.line(where, "First point")
    assert found(sheet.finish()) == ["B501"]


def test_an_item_of_labels_only(sheet: Sheet) -> None:
    item = titled(sheet).root.child("L", numbering="Decimal").child("LI")
    sheet.line(item.child("Lbl"), "1. ")
    sheet.beside(item.child("Lbl"), "Coal ", 65)
    assert found(sheet.finish()) == ["B501"]


def test_a_heading_without_text(sheet: Sheet) -> None:
    titled(sheet)
    sheet.line(sheet.root.child("H2"), " ")
    assert found(sheet.finish()) == ["B502"]


def test_a_level_that_is_skipped_where_no_clause_asks() -> None:
    sheet = titled(Sheet("4f"))
    sheet.line(sheet.root.child("H3"), "Exports ")
    assert found(sheet.finish()) == ["B502"]


def test_words_run_together_at_a_line_end(sheet: Sheet) -> None:
    paragraph = titled(sheet).root.child("P")
    sheet.line(paragraph, "Mongolia’s trade with")
    sheet.line(paragraph, "Russia is large")
    (fault,) = verify.lint(verify.open_file(sheet.finish()))
    assert (fault.code, fault.page) == ("B503", 1)
    assert "trade with” and “Russia" in fault.message


def test_words_run_together_on_a_line_and_through_a_span(sheet: Sheet) -> None:
    paragraph = titled(sheet).root.child("P")
    sheet.line(paragraph, "trade in")
    sheet.beside(paragraph.child("Span", lang="mn"), "Монгол", 120)
    assert found(sheet.finish()) == ["B503"]


def test_words_run_together_over_a_page(sheet: Sheet) -> None:
    paragraph = titled(sheet).root.child("P")
    sheet.line(paragraph, "and then it goes")
    sheet.canvas.next_page()
    sheet.line(paragraph, "on")
    (fault,) = verify.lint(verify.open_file(sheet.finish()))
    assert (fault.code, fault.page) == ("B503", 2)


@pytest.mark.parametrize(
    ("shown", "codes"),
    [
        (b"[(trade)-300(with Russia)]TJ", ["B503"]),
        (b"[(trade)-60(with Russia)]TJ", []),
        (b"[(trade )-300(with Russia)]TJ", []),
        (b"[(t)-300(r)-300(a)-300(d)-300(e)]TJ", []),
    ],
)
def test_words_that_only_a_move_parts(shown: bytes, codes: list[str]) -> None:
    """As typesetters do that write no spaces: a move to the next word within one line."""

    def show(pdf: pikepdf.Pdf) -> None:
        page = pdf.pages[0]
        page.Resources.Font.Plain = pikepdf.Dictionary(
            Type=pikepdf.Name.Font,
            Subtype=pikepdf.Name.Type1,
            BaseFont=pikepdf.Name.Helvetica,
            Encoding=pikepdf.Name.WinAnsiEncoding,
        )
        text = b"BT /Plain 10 Tf 50 20 Td /P <</MCID 900>> BDC " + shown + b" EMC ET"
        page.Contents = pdf.make_stream(page.Contents.read_bytes() + b"\n" + text)
        paragraph = pdf.make_indirect(
            pikepdf.Dictionary(S=pikepdf.Name.P, Pg=page.obj, K=900, P=element(pdf, "Document"))
        )
        element(pdf, "Document").K.append(paragraph)

    assert found(harmed(sound(), show)) == codes


def test_what_only_looks_run_together(sheet: Sheet) -> None:
    paragraph = titled(sheet).root.child("P")
    sheet.line(paragraph, "a divi\u00ad")
    sheet.line(paragraph, "ded word and/")
    sheet.line(paragraph, "or a colon ")
    width = sheet.canvas.faces["serif"].width("square km", 10)
    sheet.line(paragraph, "square km")
    sheet.y += 4
    sheet.beside(paragraph, "2 ", 50 + width, 6)
    sheet.y -= 4
    sheet.line(paragraph, "www.aVeryLongAddress")
    sheet.line(paragraph, "ThatGoesOn")
    assert found(sheet.finish()) == []


def test_cells_and_items_are_apart_without_a_space(sheet: Sheet) -> None:
    table = titled(sheet).root.child("Table")
    sheet.row(table.child("TR"), ("Year", "Exports"), "TH", scope="Column")
    item = sheet.root.child("L", numbering="Decimal").child("LI")
    sheet.line(item.child("Lbl"), "1")
    sheet.beside(item.child("LBody"), "Coal", 70)
    assert found(sheet.finish()) == []


def hold_twice(pdf: pikepdf.Pdf) -> None:
    element(pdf, "LBody", 0).K = element(pdf, "LBody", 1).K


def hold_nothing(pdf: pikepdf.Pdf) -> None:
    paragraph = element(pdf, "P")
    paragraph.K = Array([*paragraph.K, 999])


@pytest.mark.parametrize("harm", [hold_twice, hold_nothing])
def test_content_said_twice_or_missing(harm: Harm) -> None:
    assert found(harmed(sound(), harm)) == ["B504"]


def head_twice(canvas_of_second_page: bool) -> bytes:
    sheet = titled(Sheet())
    table = sheet.root.child("Table")
    head = table.child("THead").child("TR")
    sheet.row(head, ("Year ", "Exports "), "TH", scope="Column")
    body = table.child("TBody")
    sheet.row(body.child("TR"), ("2024 ", "100.7 "))
    if canvas_of_second_page:
        sheet.canvas.next_page()
        for cell in head.children:
            sheet.line(cell, "Year ")
    else:
        sheet.row(body.child("TR"), ("Year ", "Exports "), "TH", scope="Column")
    sheet.row(body.child("TR"), ("2025 ", "60.7 "))
    return sheet.finish()


@pytest.mark.parametrize("on_both_pages", [True, False])
def test_a_head_row_tagged_twice(on_both_pages: bool) -> None:
    assert found(head_twice(on_both_pages)) == ["B506"]


def test_rows_with_the_same_values_are_no_head(sheet: Sheet) -> None:
    table = titled(sheet).root.child("Table")
    sheet.row(table.child("TR"), ("Year ", "Exports "), "TH", scope="Column")
    for _ in range(2):
        sheet.row(table.child("TR"), ("2024 ", "100.7 "))
    assert found(sheet.finish()) == []


@pytest.mark.parametrize(
    ("alt", "caption"),
    [
        ("", "Figure 1: Exports "),
        ("  ", ""),
        ("figure-1.png", ""),
        ("Image", ""),
        ("Figure 1: exports", "Figure 1: Exports "),
        ("Exports", "Figure 1: Exports "),
    ],
)
def test_alternative_text_that_says_nothing(sheet: Sheet, alt: str, caption: str) -> None:
    titled(sheet).figure(alt, caption)
    assert found(sheet.finish()) == ["B507"]


def test_alternative_text_beside_its_caption(sheet: Sheet) -> None:
    group = titled(sheet).root.child("Div")
    sheet.line(group.child("Caption"), "Exports to Russia ")
    sheet.figure("Exports to Russia", parent=group)
    assert found(sheet.finish()) == ["B507"]


def test_paint_outside_every_mark_is_found_in_a_form_too() -> None:
    canvas: TaggedCanvas = sample.canvas()
    with canvas.tag(canvas.tree.root.child("H1")):
        canvas.text(50, 700, "Trade ", "serif", 10, sample.INK)
    data = canvas.finish(sample.RECORD)

    def paint(pdf: pikepdf.Pdf) -> None:
        page = pdf.pages[0]
        form = pdf.make_stream(b"0 0 5 5 re f", Type="/XObject", Subtype=pikepdf.Name.Form)
        form.BBox = Array([0, 0, 5, 5])
        page.Resources.XObject = pikepdf.Dictionary(Bare=form)
        page.Contents = pdf.make_stream(page.Contents.read_bytes() + b" /Bare Do")

    file = verify.open_file(harmed(data, paint))
    (fault,) = verify.check(file)
    assert (fault.code, fault.page) == ("PDF/UA-1 7.1-3", 1)


def test_a_form_with_a_matrix_is_looked_into() -> None:
    canvas: TaggedCanvas = sample.canvas()
    with canvas.tag(canvas.tree.root.child("H1")):
        canvas.text(50, 700, "Trade ", "serif", 10, sample.INK)
    data = canvas.finish(sample.RECORD)

    def move(pdf: pikepdf.Pdf) -> None:
        page = pdf.pages[0]
        form = pdf.make_stream(page.Contents.read_bytes(), Resources=page.Resources)
        form.Type, form.Subtype = pikepdf.Name.XObject, pikepdf.Name.Form
        form.BBox, form.Matrix = Array([0, 0, 595, 842]), Array([1, 0, 0, 1, 10, -20])
        page.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(Moved=form))
        page.Contents = pdf.make_stream(b"/Moved Do")

    (page,) = verify.open_file(harmed(data, move)).pages
    assert [(run.text, round(run.x), round(run.y)) for run in page.runs] == [("Trade ", 60, 680)]


def test_every_code_is_documented_and_used() -> None:
    folder = Path(verify.__file__).parent
    source = "".join(p.read_text(encoding="utf-8") for p in folder.glob("*.py"))
    for code, documented in verify.CODES.items():
        assert source.count(f'"{code}"') >= 2
        assert all((documented.title, documented.what, documented.why, documented.example))
