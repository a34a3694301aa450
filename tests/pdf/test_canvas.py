from io import BytesIO

import pikepdf
import pytest

from briefing.pdf.canvas import TaggedCanvas, UnmarkedPaintError
from briefing.pdf.embed import MissingCharacterError
from tests.pdf import sample
from tests.pdf.structure import artifact_text, read, structure_text, tag_tree

INK = sample.INK


@pytest.fixture
def canvas() -> TaggedCanvas:
    return sample.canvas()


def content(data: bytes, page: int = 0) -> str:
    with pikepdf.open(BytesIO(data)) as pdf:
        return pdf.pages[page].Contents.read_bytes().decode()


def finished(canvas: TaggedCanvas) -> bytes:
    return canvas.finish(sample.RECORD)


def test_text_comes_back_exactly(canvas: TaggedCanvas) -> None:
    text = "The office’s “figures”: 1.6\u00a0billion — fi ﬁ Монгол ∰ x\u0301 1\u202f000"
    with canvas.tag(canvas.tree.root.child("P")):
        canvas.text(50, 700, text, "serif", 10, INK, word_space=1.5)
    assert structure_text(finished(canvas)) == text + "\n"


def test_text_without_a_glyph_is_never_a_box(canvas: TaggedCanvas) -> None:
    with (
        pytest.raises(MissingCharacterError, match="中"),
        canvas.tag(canvas.tree.root.child("P")),
    ):
        canvas.text(50, 700, "a中", "serif", 10, INK)


def test_reading_order_is_the_trees_not_the_drawings(canvas: TaggedCanvas) -> None:
    first, second = canvas.tree.root.child("P"), canvas.tree.root.child("P")
    for element, text in ((second, "second"), (first, "first")):
        with canvas.tag(element):
            canvas.text(50, 700, text, "serif", 10, INK)
    assert structure_text(finished(canvas)) == "first\nsecond\n"


def test_spans_stand_where_they_were_drawn_though_made_before(canvas: TaggedCanvas) -> None:
    paragraph = canvas.tree.root.child("P")
    span = paragraph.child("Span", lang="ru")
    with canvas.tag(paragraph):
        canvas.text(50, 700, "in ", "serif", 10, INK)
        with canvas.tag(span):
            canvas.text(60, 700, "Москва", "serif", 10, INK)
        canvas.text(90, 700, " today", "serif", 10, INK)
    assert structure_text(finished(canvas)) == "in Москва today\n"


def test_marks_never_nest_and_empty_ones_are_taken_back(canvas: TaggedCanvas) -> None:
    paragraph = canvas.tree.root.child("P")
    with canvas.tag(paragraph):
        with canvas.artifact():
            canvas.fill("#F2F4F6")
            canvas.rect(0, 0, 10, 10, stroke=0, fill=1)
        canvas.text(50, 700, "one", "serif", 10, INK)
        with canvas.tag(paragraph.child("Span")):
            canvas.fill(INK)
    depth = 0
    lines = content(finished(canvas)).splitlines()
    for line in lines:
        depth += line.endswith(("BDC", "BMC")) - (line == "EMC")
        assert depth in (0, 1)
    assert sum(line.endswith("BDC") for line in lines) == 2


def test_neighbouring_parts_of_an_element_share_a_mark(canvas: TaggedCanvas) -> None:
    paragraph = canvas.tree.root.child("P")
    for line in ("one ", "two"):
        with canvas.tag(paragraph):
            canvas.text(50, 700, line, "serif", 10, INK)
    data = finished(canvas)
    assert content(data).count("BDC") == 1
    assert structure_text(data) == "one two\n"


def test_within_decoration_nothing_is_said(canvas: TaggedCanvas) -> None:
    with (
        canvas.artifact("Pagination", "Header", "Top"),
        canvas.tag(canvas.tree.root.child("P")),
    ):
        canvas.text(50, 700, "head", "serif", 10, INK)
    data = finished(canvas)
    assert structure_text(data) == ""
    assert artifact_text(data) == "head\n"
    assert "/Attached[/Top]" in content(data)


def test_stray_paint_is_caught_counted_and_refused(canvas: TaggedCanvas) -> None:
    canvas.rect(0, 0, 10, 10)
    canvas.text(50, 700, "a", "serif", 10, INK)
    canvas.addLiteral("0 0 m 10 10 l S")
    canvas.addLiteral("0.5 w")
    assert canvas.stray == 3
    assert canvas._code[:4] == ["/Artifact BMC", "0 0 10 10 re S", "EMC", ".106 .129 .157 rg"]
    with pytest.raises(UnmarkedPaintError, match="3 operations"):
        finished(canvas)


def test_a_page_ends_with_its_marks_closed(canvas: TaggedCanvas) -> None:
    with pytest.raises(AssertionError), canvas.tag(canvas.tree.root.child("P")):
        canvas.next_page()


@pytest.mark.parametrize("name", ["drawString", "linkURL", "drawImage", "beginText", "setFont"])
def test_reportlabs_untaggable_methods_are_refused(canvas: TaggedCanvas, name: str) -> None:
    with pytest.raises(NotImplementedError, match=name):
        getattr(canvas, name)()


def test_tables_keep_empty_cells_and_other_empty_elements_go(canvas: TaggedCanvas) -> None:
    table = canvas.tree.root.child("Table")
    row = table.child("TBody").child("TR")
    with canvas.tag(row.child("TH", scope="Row")):
        canvas.text(50, 700, "a", "serif", 10, INK)
    row.child("TD")
    table.child("TBody").child("TR").child("TD")
    canvas.tree.root.child("P").child("Span")
    canvas.tree.root.child("Table").child("TR").child("TD")
    assert tag_tree(finished(canvas)).split("\n") == [
        "Document",
        "  Table",
        "    TBody",
        "      TR",
        "        TH [Scope='Row'] 'a'",
        "        TD",
        "    TBody",
        "      TR",
        "        TD",
        "",
    ]


def test_colours_and_lines_are_written_when_they_change(canvas: TaggedCanvas) -> None:
    with canvas.artifact():
        for _ in range(2):
            canvas.fill(INK)
            canvas.stroke(INK, 0.5, (1, 2))
            canvas.rect(0, 0, 1, 1)
        canvas.saveState()
        canvas.fill("#FFFFFF")
        canvas.restoreState()
        canvas.fill(INK)
        canvas.rect(0, 0, 1, 1)
        canvas.addLiteral("1 0 0 rg")
        canvas.fill(INK)
        canvas.rect(0, 0, 1, 1)
    lines = content(finished(canvas)).splitlines()
    assert lines.count(".106 .129 .157 rg") == 2
    assert lines.count("[1 2] 0 d") == 1


def test_forms_share_the_documents_fonts(canvas: TaggedCanvas) -> None:
    canvas.beginForm("stamp", 0, 0, 50, 10)
    canvas.text(0, 0, "stamped", "serif", 10, INK)
    canvas.endForm()
    with canvas.tag(canvas.tree.root.child("P")):
        canvas.doForm("stamp")
        canvas.text(50, 700, " page", "serif", 10, INK)
    data = finished(canvas)
    assert structure_text(data) == "stamped page\n"
    with pikepdf.open(BytesIO(data)) as pdf:
        assert len(pdf.pages[0].Resources.Font) == 1


def test_a_form_has_no_marks_of_its_own(canvas: TaggedCanvas) -> None:
    canvas.beginForm("stamp", 0, 0, 50, 10)
    with pytest.raises(ValueError, match="form"), canvas.artifact():
        pass


def test_one_set_of_faces_serves_several_documents() -> None:
    faces = sample.faces()
    found = []
    for text in ("one", "two", "one"):
        canvas = TaggedCanvas(faces, sample.A4, "en", "Title")
        with canvas.tag(canvas.tree.root.child("P")):
            canvas.text(50, 700, text, "serif", 10, INK)
        found.append(finished(canvas))
    assert found[0] == found[2]
    assert structure_text(found[1]) == "two\n"


def test_the_same_picture_stands_in_the_file_once(canvas: TaggedCanvas) -> None:
    for _ in range(2):
        with canvas.tag(canvas.tree.root.child("Figure", alt="red")):
            canvas.image(sample.png("RGB", "red"), 0, 0, 10, 10)
        canvas.next_page()
    with pikepdf.open(BytesIO(finished(canvas))) as pdf:
        images = {image.objgen for page in pdf.pages for image in page.Resources.XObject.values()}
        assert len(pdf.pages) == 2
    assert len(images) == 1


def test_the_sample_reads_in_order() -> None:
    document = read(sample.whole()).find("Document")[0]
    assert [kid.role for kid in document.kids if not isinstance(kid, str)] == [
        *("H1", "P", "L", "Table", "Figure", "Figure", "H2")
    ]
    assert document.find("P")[0].text.endswith("this in ∰ x\u0301. It goes on over the page.")
