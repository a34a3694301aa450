"""The register of figures: printed where the style says so; figures and rows lead to each other."""

from io import BytesIO

import pikepdf
from msgspec.structs import replace

from briefing.model.document import Document, Register
from briefing.model.exhibit import Cell, Column, Grid, GridRow
from tests.layout.conftest import Press
from tests.layout.documents import chapter, document, fact, number, paragraph
from tests.pdf.structure import read, structure_text


def registered(*names: str) -> Document:
    """Each figure in a paragraph of its own, with much text between, and all in a register."""
    texts = [paragraph("It was ", number("US$62 million", name=name), ".") for name in names]
    filler = [paragraph("Words and words. " * 60)] * 8
    blocks = [block for text in texts for block in (text, *filler)]
    rows = tuple(GridRow(f"F{n}", (Cell(name),)) for n, name in enumerate(names, start=1))
    columns = (Column("No.", False), Column("Figure", False))
    register = Register(
        "Register of figures",
        Grid(columns, rows),
        tuple(fact(name) for name in names),
        tuple(row.head for row in rows),
        "A note.",
        "{text}: {number} in the register",
        "{number}: where it is first printed",
    )
    return replace(document(chapter("1", *blocks)), register=register)


def printed(press: Press, made: Document) -> bytes:
    pages, findings = press.print(made)
    assert findings == ()
    assert pages is not None
    return pages.data


def links(data: bytes) -> dict[str, list[tuple[int, int]]]:
    """Pages from and to of each link within the file, by what it says."""
    found: dict[str, list[tuple[int, int]]] = {}
    with pikepdf.open(BytesIO(data)) as pdf:
        for number, page in enumerate(pdf.pages):
            for a in page.obj.get("/Annots", ()):
                if "/Dest" in a:
                    to = pdf.pages.index(pikepdf.Page(a.Dest[0]))
                    found.setdefault(str(a.Contents), []).append((number, to))
    return found


def test_each_figure_leads_to_its_row_and_the_row_to_where_it_stands_first(press: Press) -> None:
    found = links(printed(press, registered("exports", "imports", "exports")))
    # Printed twice: both lead to the row of the last of that name, that back to the first.
    there = found["US$62 million: F3 in the register"]
    (back,) = found["F3: where it is first printed"]
    assert len(there) == 2
    assert there[0][0] < there[1][0]
    assert back == (there[0][1], there[0][0])
    (second,) = found["US$62 million: F2 in the register"]
    assert found["F2: where it is first printed"] == [(second[1], second[0])]


def test_a_figure_that_is_a_link_looks_like_its_text(press: Press) -> None:
    made = registered("exports")
    plain = replace(made, register=None)
    (link,) = (n for n in read(printed(press, made)).find("Link") if "62" in n.text)
    assert link.text == "US$62 million"
    assert "US$62 million" in structure_text(printed(press, plain))
    assert colours(printed(press, made)) == colours(printed(press, plain))


def colours(data: bytes) -> set[tuple[float, ...]]:
    """Fill colours of the first page."""
    with pikepdf.open(BytesIO(data)) as pdf:
        instructions = pikepdf.parse_content_stream(pdf.pages[0])
        return {tuple(map(float, i.operands)) for i in instructions if str(i.operator) == "rg"}


def test_a_style_without_the_annex_prints_no_links_to_it(press: Press) -> None:
    plain = Press(replace(press.style, register_printed=False), press.faces)
    data = printed(plain, registered("exports"))
    assert "Register" not in structure_text(data)
    assert not any("register" in words for words in links(data))


def test_what_is_printed_says_its_row(press: Press) -> None:
    pages, _ = press.print(registered("exports"))
    assert pages is not None
    assert {p.row for p in pages.printed if p.text == "US$62 million"} == {"F1"}
