"""Matter that no page was made for: set, or refused with a finding; never lost, never endless."""

from collections import Counter

import pytest

from briefing import verify
from briefing.layout.arrangement import Arrangement
from briefing.layout.box import Column
from briefing.layout.flow import search
from briefing.layout.text.paragraph import Paragraph as ParagraphBox
from briefing.model.block import Block, Footnote, Listing, Paragraph, Quote
from briefing.model.document import Document
from briefing.model.exhibit import Tile, Tiles
from briefing.model.finding import Finding
from briefing.model.inline import NoteMark
from briefing.model.series import Status
from tests.layout.conftest import Press
from tests.layout.documents import (
    HERE,
    LOREM,
    aside,
    chapter,
    document,
    fact,
    grid,
    heading,
    image,
    markdown_table,
    opening,
    paragraph,
    placed,
    words,
)
from tests.layout.test_arrangement import arranged, sound
from tests.projects.round_trip import document_words, pdf_words

WORD = "x" * 500


def printed(press: Press, made: Document) -> tuple[Finding, ...]:
    """What was found while printing the document, which comes back whole and clean."""
    pages, findings = press.print(made)
    assert pages is not None, findings
    assert pdf_words(pages.data) == document_words(made)
    file = verify.open_file(pages.data)
    assert verify.check(file) == ()
    assert verify.lint(file) == ()
    return findings


def one(*blocks: Block) -> Document:
    return document(chapter("1", *blocks), opening=opening(paragraph("Point.")))


def table(cell: str, columns: int = 2) -> Block:
    made = markdown_table(rows=1, columns=columns)
    rows = ((words(cell),), *made.rows[0][1:])
    return type(made)(made.alignment, made.head, (rows,), HERE)


def deep(levels: int, bottom: Block) -> Block:
    for _ in range(levels):
        bottom = Listing(((paragraph("Level"), bottom),), None, True, HERE)
    return bottom


def notes(*lengths: int) -> tuple[Block, ...]:
    calls = [NoteMark(str(n), n, HERE, n) for n in range(1, len(lengths) + 1)]
    held = [
        Footnote(str(n), (paragraph(LOREM * times),), HERE, n, n)
        for n, times in enumerate(lengths, start=1)
    ]
    return Paragraph((words(LOREM), *calls), HERE), *held


def labels(arrangement: Arrangement, column: Column) -> list[ParagraphBox]:
    boxes = []
    for place in arrangement.placed:
        if place.item.column is column:
            held = getattr(place.item.box, "boxes", (place.item.box,))
            boxes += [box for box in held if isinstance(box, ParagraphBox) and box.label]
    return boxes


def test_a_table_of_as_many_columns_as_there_may_be(press: Press) -> None:
    made = markdown_table(rows=3, columns=25)
    head, row = (tuple((words(text),) for _ in range(25)) for text in ("ab", "cd"))
    assert printed(press, one(type(made)(made.alignment, head, (row,) * 3, HERE))) == ()


@pytest.mark.parametrize(
    ("block", "what"),
    [
        (markdown_table(rows=3, columns=80), "this table: its 80 columns need"),
        (placed("wide", grid(3, 80)), "exhibit wide: its 80 columns need"),
        (table(WORD), "this table: its 2 columns need"),
        (table(WORD, columns=1), "this table: its column needs"),
    ],
)
def test_a_table_wider_than_the_page_is_refused(press: Press, block: Block, what: str) -> None:
    pages, findings = press.print(one(block))
    assert pages is None
    (finding,) = findings
    assert (finding.code, finding.place) == ("B404", HERE)
    assert finding.message.startswith(what)


@pytest.mark.parametrize("block", [markdown_table(rows=3, columns=25), placed("wide", grid(3, 25))])
def test_a_table_of_many_columns_is_set_in_parts(press: Press, block: Block) -> None:
    """All words come back; each part begins with the first column, below the table's label."""
    made = one(block)
    pages, findings = press.print(made)
    assert pages is not None
    assert findings == ()
    told, asked = Counter(pdf_words(pages.data)), Counter(document_words(made))
    assert told >= asked
    file = verify.open_file(pages.data)
    assert verify.check(file) == ()
    assert verify.lint(file) == ()


def test_what_makes_a_table_wide_is_named(press: Press) -> None:
    _, findings = press.print(one(table(WORD)))
    assert f"“{WORD[:59]}…”" in findings[0].hint


@pytest.mark.parametrize("note", [False, True])
def test_a_row_higher_than_the_page_is_made_smaller(press: Press, note: bool) -> None:
    made = markdown_table(rows=1, columns=2)
    calls, *held = notes(3) if note else (paragraph(""),)
    assert isinstance(calls, Paragraph)
    row = ((words(LOREM * 60), *calls.inlines), *made.rows[0][1:])
    high = type(made)(made.alignment, made.head, (row,), HERE)
    (finding,) = printed(press, one(paragraph("Before."), high, *held, paragraph("After.")))
    assert (finding.code, finding.place) == ("B403", HERE)
    assert finding.message.startswith("a row of this table is higher than a page")


@pytest.mark.parametrize("size", [(3000, 6000), (60, 40_000), (40_000, 60)])
def test_a_picture_larger_than_the_page_is_made_to_fit(
    press: Press, picture: bytes, size: tuple[int, int]
) -> None:
    shown = image(picture, *size)
    assert printed(press, one(paragraph("Text."), shown, aside(shown), paragraph("More."))) == ()


@pytest.mark.parametrize(
    "block",
    [
        paragraph(f"Before {WORD} after."),
        heading(WORD),
        Listing(((paragraph(WORD),),), 1, True, HERE),
        Quote((paragraph(WORD),), HERE),
        aside(heading(WORD, 3), paragraph(WORD)),
        aside(table("short", columns=1), paragraph(WORD)),
    ],
)
def test_a_word_longer_than_a_line_is_cut(press: Press, block: Block) -> None:
    assert printed(press, one(paragraph("Text."), block)) == ()


def test_a_long_word_in_a_tile_and_over_an_exhibit(press: Press) -> None:
    tile = Tile(WORD, "1", "US$ million", Status.FINAL, WORD, fact("tile"), (), (), "", "")
    shown = placed("headline", Tiles((tile, tile)))
    titled = type(shown)(
        shown.exhibit, (words(WORD),), "Figure 1", "headline", WORD, HERE, shown.source_line
    )
    assert printed(press, one(paragraph("Text."), titled)) == ()


def test_a_long_word_as_a_title(press: Press) -> None:
    made = one(paragraph("Text."))
    (only,) = made.chapters
    titled = type(only)(only.name, "1", (words(WORD),), only.anchor, only.blocks, HERE)
    assert printed(press, document(titled, opening=opening())) == ()


def test_a_heading_higher_than_the_page_is_made_smaller_and_found(press: Press) -> None:
    made = one(paragraph("Text."), heading(LOREM * 30), paragraph("More."))
    (finding,) = printed(press, made)
    assert (finding.code, finding.place) == ("B403", HERE)
    assert finding.message.startswith("this heading")


def test_lists_as_deep_as_they_may_be_keep_their_bullets_apart(press: Press) -> None:
    made = one(deep(29, paragraph(LOREM)), aside(deep(29, paragraph(LOREM))))
    assert printed(press, made) == ()
    found = arranged(press, made)
    for column in (Column.MAIN, Column.SIDE):
        shown = labels(found, column)
        assert len(shown) == 29
        for box in shown:
            assert box.label is not None
            hang = box.label.hang
            assert hang is not None
            assert hang > box.look.width(box.label.text, box.label.setting)


def test_deep_quotations_keep_their_bars_off_the_text(press: Press) -> None:
    block: Block = paragraph(LOREM)
    for _ in range(30):
        block = Quote((block,), HERE)
    assert printed(press, one(block)) == ()
    (text,) = (
        p.item.box
        for p in arranged(press, one(block)).placed
        if isinstance(p.item.box, ParagraphBox) and p.item.box.bars
    )
    assert all(bar.x + bar.weight < text.indent for bar in text.bars)


@pytest.mark.parametrize("lengths", [(120,), (60, 1, 60), (3,) * 30])
def test_notes_longer_than_pages_go_on(press: Press, lengths: tuple[int, ...]) -> None:
    made = one(*notes(*lengths), paragraph(LOREM * 20))
    assert printed(press, made) == ()
    sound(press, arranged(press, made))


def test_sections_without_text_keep_the_document_whole(press: Press) -> None:
    made = document(
        chapter("1"), chapter("2"), chapter("3", paragraph("Text.")), chapter("4"), opening=None
    )
    assert printed(press, made) == ()
    sound(press, arranged(press, made))


@pytest.mark.parametrize("last", [(), (paragraph(LOREM),), (markdown_table(40),)])
def test_headings_that_fill_pages_are_not_set_one_a_page(
    press: Press, last: tuple[Block, ...]
) -> None:
    heads = [heading(f"Heading {i}") for i in range(90)]
    made = one(*heads, *last)
    assert printed(press, made) == ()
    found = arranged(press, made)
    standing = {
        p.page
        for p in found.placed
        if isinstance(p.item.box, ParagraphBox) and p.item.what == "this heading"
    }
    assert len(standing) <= 5
    assert found.crowded == ()


def test_a_document_that_does_not_end_is_refused(
    press: Press, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(search, "MOST_PAGES", 3)
    made = one(*[paragraph(LOREM * 10)] * 20)
    pages, findings = press.print(made)
    assert pages is None
    assert [f.code for f in findings] == ["B406"]
