"""Documents as printed: text in reading order, tags, links, furniture, what was printed where."""

from io import BytesIO

import pikepdf
import pypdfium2
import pytest
from msgspec.structs import replace

from briefing.layout import Pages
from briefing.model.document import Document
from briefing.model.link import Anchor, Link
from tests.layout.conftest import Press
from tests.layout.documents import (
    HERE,
    LOREM,
    chapter,
    document,
    everything,
    grid,
    number,
    opening,
    paragraph,
    placed,
    words,
)
from tests.pdf.structure import structure_text, tag_tree

ROLES = (
    "Sect H1 H2 H3 H4 P L LI Lbl LBody BlockQuote Code Figure Caption "
    "Table THead TBody TR TH TD TOC TOCI Reference Link Div"
)


def printed(press: Press, made: Document) -> Pages:
    pages, findings = press.print(made)
    assert findings == ()
    assert pages is not None
    return pages


@pytest.fixture(scope="module")
def whole(press: Press, picture: bytes) -> Pages:
    return printed(press, everything(picture, 300, 120))


def page_text(pages: Pages, page: int) -> str:
    return pypdfium2.PdfDocument(pages.data)[page - 1].get_textpage().get_text_range()


def test_the_text_by_structure_is_the_documents(whole: Pages) -> None:
    text = structure_text(whole.data)
    for expected in (
        "Mongolia and Russia\nTrade reached a record.\nEdition 2025\nReleased 24 November 2026\n",
        "Trade is large. It is. → 1\n",
        "1 Section 1\n",
        "1921\nYear of the first agreement.\n",
        "Bold and slanted and code(), a number US$61.6\u00a0million, a link that is long enough "
        "to go over the end of a line and back. The two countries have traded across a long border",
        "1.1\u2002A subsection\n",
        "return x",
        "Figure 1\nWhat history says in one line\nUS$ million\n1990 Event 0. What came of it. ",
    ):
        assert expected in text
    assert text.index("Section 1\nThe lead") < text.index("1.1\u2002A") < text.index("Table 1")


def test_soft_hyphens_and_line_ends_keep_words_whole(press: Press) -> None:
    text = structure_text(printed(press, document(chapter("1", paragraph(LOREM * 6)))).data)
    assert (LOREM * 6).strip() in text.replace("\u00ad", "")


def test_the_tree_has_the_documents_structure(whole: Pages) -> None:
    tree = tag_tree(whole.data)
    for role in ROLES.split():
        assert f" {role}" in tree
    assert tree.count("H1 ") == 1


def test_a_paragraph_over_two_pages_is_one(press: Press) -> None:
    pages = printed(press, document(chapter("1", paragraph(LOREM * 30))))
    assert pages.count > 1
    assert structure_text(pages.data).count("The two countries") == 30
    assert tag_tree(pages.data).count("'The two countries") == 1


def test_a_repeated_head_is_decoration(press: Press) -> None:
    pages = printed(press, document(chapter("1", placed("t", grid(60)))))
    assert "Table 1 (continued)" in page_text(pages, 2)
    assert "Series 1" in page_text(pages, 2)
    text = structure_text(pages.data)
    assert "(continued)" not in text
    assert text.count("Series 1") == 1


def test_every_page_has_its_number_and_marking(whole: Pages) -> None:
    for page in range(1, whole.count + 1):
        text = page_text(whole, page)
        assert f"{page} / {whole.count}" in text
        assert text.count("OFFICIAL") == 2
        assert ("Mongolia and Russia" in text) or page > 1
    # Who hears the document is told once.
    assert structure_text(whole.data).count("OFFICIAL") == 1


def test_no_marking_prints_none(press: Press) -> None:
    pages = printed(press, document(marking=""))
    assert "OFFICIAL" not in page_text(pages, 1)


def test_contents_name_the_pages_where_sections_begin(press: Press) -> None:
    made = document(
        chapter("1", paragraph(LOREM * 40)),
        chapter("2", paragraph(LOREM * 40)),
        opening=opening(paragraph("Point.")),
    )
    pages = printed(press, made)
    listed = structure_text(pages.data)
    for name in ("Section 1", "Section 2"):
        line = next(x for x in listed.splitlines() if f"{name} " in x and x.strip()[-1].isdigit())
        page = int(line.split()[-1])
        assert name in page_text(pages, page)
        assert page == 1 or f"\n{name}" not in page_text(pages, page - 1).replace("\r", "")


def test_outline_and_labels(whole: Pages) -> None:
    with pikepdf.open(BytesIO(whole.data)) as pdf:
        with pdf.open_outline() as outline:
            titles = [item.title for item in outline.root]
            inner = [item.title for item in outline.root[1].children]
        assert titles == ["Key points", "1  Section 1", "2  Section 2", "Sources and methods"]
        assert inner == ["1.1  A subsection"]
        assert pdf.Root.PageLabels.Nums[1].S == "/D"


def test_numbers_are_reported_with_their_page(press: Press) -> None:
    made = document(
        chapter("1", *[paragraph(LOREM)] * 14, paragraph("It was ", number("US$61.6\u00a0million")))
    )
    pages = printed(press, made)
    (found,) = pages.printed
    assert (found.text, found.page) == ("US$61.6\u00a0million", 2)
    assert "61.6" in page_text(pages, 2)


def test_all_of_a_grid_is_reported(press: Press) -> None:
    pages = printed(press, document(chapter("1", placed("t", grid(60)))))
    assert {p.fact.name for p in pages.printed} == {
        f"cell-{row}-{column}" for row in range(60) for column in (1, 2, 3)
    }
    assert {1, 2} <= {p.page for p in pages.printed}


def test_a_link_over_two_lines_is_one_link_with_two_areas(whole: Pages) -> None:
    with pikepdf.open(BytesIO(whole.data)) as pdf:
        areas = [
            annotation
            for page in pdf.pages
            for annotation in page.get("/Annots", [])
            if str(annotation.get("/A", {}).get("/URI", "")) == "https://example.org/"
        ]
    assert len(areas) == 2
    assert tag_tree(whole.data).count("a link that is long") == 1


def test_a_link_that_leads_nowhere_is_a_finding_and_no_link(press: Press) -> None:
    link = Link(Anchor("nowhere"), 1, HERE)
    pages, findings = press.print(document(chapter("1", paragraph(words("there", link=link)))))
    assert pages is not None
    assert [(f.code, f.place) for f in findings] == [("B405", HERE)]
    assert "there" in structure_text(pages.data)


def test_what_cannot_be_set_makes_no_pages(press: Press) -> None:
    pages, findings = press.print(document(chapter("1", paragraph("سلام"))))
    assert pages is None
    assert {f.code for f in findings} == {"B402"}


def test_no_ink_of_the_body_stands_below_its_limit(whole: Pages, press: Press) -> None:
    scale = 2
    limit = press.style.page.bottom
    foot = press.style.running.foot - press.style.text.running.leading
    for page in pypdfium2.PdfDocument(whole.data):
        image = page.render(scale=scale).to_pil().convert("L")
        strip = image.crop((0, round(limit * scale) + 1, image.width, round(foot * scale) - 1))
        assert strip.getextrema() == (255, 255)


def test_the_same_document_gives_the_same_bytes(press: Press, picture: bytes) -> None:
    made = everything(picture, 300, 120)
    assert printed(press, made).data == printed(press, made).data


def test_a_long_title_and_many_metadata_have_room(press: Press) -> None:
    made = document(chapter("1", paragraph("Text.")))
    made = replace(
        made,
        title=(
            words("The Democratic Republic of the Congo and the United Kingdom of Great Britain"),
        ),
        metadata=made.metadata * 4,
    )
    assert printed(press, made).count == 1
