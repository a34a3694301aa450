"""Where things stand: nothing overlaps, nothing is below the last line, nothing stands alone."""

from collections.abc import Iterator
from itertools import combinations, pairwise

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from briefing.layout.arrangement import Arrangement, arrange
from briefing.layout.box import Column, Stack, Whole
from briefing.layout.flow.places import Placement
from briefing.layout.parts.headings import SectionHead
from briefing.layout.text.setting import Setting
from briefing.layout.theme import Look
from briefing.model.block import Block, CodeBlock, Container, Listing, Quote, Role
from briefing.model.document import Document
from briefing.pdf import Tree
from tests.layout.conftest import Press
from tests.layout.documents import (
    HERE,
    LOREM,
    annex,
    aside,
    chapter,
    chart,
    document,
    everything,
    grid,
    heading,
    image,
    listing,
    markdown_table,
    number,
    opening,
    paragraph,
    placed,
    tiles,
    timeline,
)


def arranged(press: Press, made: Document) -> Arrangement:
    setting = Setting(Look(press.style, press.faces), "en")
    return arrange(setting, made, press.draws(), Tree().root)


def bottom(place: Placement) -> float:
    return place.top + place.item.box.measure(place.width)


def begins_a_section(box: object) -> bool:
    """An annex that stands on a page as a whole has its head in it."""
    whole = isinstance(box, Whole) and isinstance(box.box, Stack)
    return whole and isinstance(box.box.boxes[0], SectionHead)


def sound(press: Press, arrangement: Arrangement) -> None:
    page = press.style.page
    for place in arrangement.placed:
        top = page.first if place.page == 1 else page.top
        assert place.top >= top - 1e-6
        assert bottom(place) <= page.bottom + 1e-5
    for one, other in combinations(arrangement.placed, 2):
        if one.page != other.page:
            continue
        apart = one.x + one.width <= other.x + 1e-6 or other.x + other.width <= one.x + 1e-6
        above = bottom(one) <= other.top + 1e-6 or bottom(other) <= one.top + 1e-6
        assert apart or above, (one.page, one.top, other.top)
    assert {p.page for p in arrangement.placed} == set(range(1, arrangement.pages + 1))
    flowing = [p for p in arrangement.placed if p.item.column is not Column.SIDE]
    for one, following in pairwise(flowing):
        box = following.item.box
        if not isinstance(box, SectionHead) and not begins_a_section(box):
            parted = one.item.box.keep and one.page != following.page
            assert not parted, f"a heading is the last on page {one.page}"


def column(arrangement: Arrangement, which: Column) -> list[Placement]:
    return [place for place in arrangement.placed if place.item.column is which]


def test_one_of_everything_is_sound(press: Press, picture: bytes) -> None:
    sound(press, arranged(press, everything(picture, 300, 120)))


def test_an_aside_begins_with_the_block_that_it_precedes(press: Press) -> None:
    made = document(
        chapter("1", paragraph(LOREM), aside(paragraph("Note.")), paragraph(LOREM)),
        opening=opening(paragraph(LOREM * 20)),
    )
    arrangement = arranged(press, made)
    note = column(arrangement, Column.SIDE)[-1]
    text = column(arrangement, Column.MAIN)[-1]
    assert (note.page, note.top) == (text.page, text.top)


def test_an_aside_under_a_heading_begins_with_the_heading(press: Press) -> None:
    made = document(
        chapter("1", paragraph("x"), heading("Sub"), aside(paragraph("Note.")), paragraph(LOREM)),
        opening=opening(paragraph(LOREM * 20)),
    )
    arrangement = arranged(press, made)
    note = column(arrangement, Column.SIDE)[-1]
    head = column(arrangement, Column.MAIN)[-2]
    assert note.top == head.top


def test_asides_at_a_sections_end_stand_beside_its_last_text(press: Press) -> None:
    made = document(
        chapter("1", paragraph(LOREM), aside(paragraph("One.")), aside(paragraph("2.")))
    )
    arrangement = arranged(press, made)
    first, second = column(arrangement, Column.SIDE)[-2:]
    text = column(arrangement, Column.MAIN)[-1]
    assert first.top == text.top
    assert second.top > bottom(first)


def test_more_asides_than_a_page_holds_go_on(press: Press) -> None:
    notes = [aside(paragraph(LOREM * 3)) for _ in range(12)]
    arrangement = arranged(press, document(chapter("1", paragraph("Text."), *notes)))
    sound(press, arrangement)
    assert len(column(arrangement, Column.SIDE)) == 12
    assert arrangement.crowded == ()


def test_an_aside_higher_than_a_page_is_parted(press: Press) -> None:
    made = document(chapter("1", paragraph("Text."), aside(*[paragraph(LOREM * 3)] * 14)))
    arrangement = arranged(press, made)
    sound(press, arrangement)
    assert arrangement.crowded == ()


def test_full_width_clears_both_columns(press: Press) -> None:
    made = document(
        chapter("1", aside(paragraph(LOREM * 2)), paragraph("Short."), placed("t", grid(4, 6)))
    )
    arrangement = arranged(press, made)
    table = next(p for p in arrangement.placed if p.item.what == "exhibit t")
    assert table.item.column is Column.FULL
    note = column(arrangement, Column.SIDE)[-1]
    assert table.top >= bottom(note)


def test_a_heading_moves_with_the_exhibit_under_it(press: Press) -> None:
    made = document(
        chapter(
            "1", *[paragraph(LOREM)] * 8, heading("Sub"), placed("t", grid(14)), paragraph("x")
        ),
        opening=opening(paragraph(LOREM * 20)),
    )
    arrangement = arranged(press, made)
    sound(press, arrangement)
    table = next(p for p in arrangement.placed if p.item.what == "exhibit t")
    above = arrangement.placed[arrangement.placed.index(table) - 1]
    assert above.item.box.keep
    assert above.page == table.page


def test_text_fills_the_page_before_an_exhibit_without_room(press: Press) -> None:
    heads = 0
    for count in range(8, 16):
        made = document(
            chapter(
                "1", *[paragraph(LOREM)] * count, placed("t", grid(20)), *[paragraph(LOREM)] * 8
            )
        )
        arrangement = arranged(press, made)
        sound(press, arrangement)
        table = next(p for p in arrangement.placed if p.item.what == "exhibit t")
        on_page = [p for p in arrangement.placed if p.page == table.page - 1]
        if table.top == press.style.page.top:
            heads += 1
            assert bottom(on_page[-1]) > press.style.page.bottom - 72
    assert heads


def test_a_heading_stays_with_a_wide_exhibit_whatever_waits_for_the_side(press: Press) -> None:
    made = document(
        chapter(
            "1",
            paragraph(LOREM * 7),
            aside(paragraph(LOREM * 9)),
            heading("Sub"),
            placed("t", grid(2, 7)),
            paragraph(LOREM),
        )
    )
    arrangement = arranged(press, made)
    sound(press, arrangement)
    assert len(column(arrangement, Column.SIDE)) == 1


def test_a_heading_at_a_sections_end_is_not_parted(press: Press) -> None:
    made = document(chapter("1", paragraph(LOREM * 12), heading("A heading " * 30)))
    arrangement = arranged(press, made)
    sound(press, arrangement)


@pytest.mark.parametrize("rows", [19, 21, 60, 400])
def test_long_tables_break_and_short_ones_do_not(press: Press, rows: int) -> None:
    """A short one breaks only where much of the page would else be white."""
    above = paragraph(LOREM * (5 if rows > 20 else 1))
    arrangement = arranged(press, document(chapter("1", above, placed("t", grid(rows)))))
    sound(press, arrangement)
    parts = [p for p in arrangement.placed if p.item.what == "exhibit t"]
    assert (len(parts) > 1) == (rows > 20)
    assert arrangement.crowded == ()


def test_a_picture_of_any_shape_fits(press: Press, picture: bytes) -> None:
    for size in ((40_000, 10), (10, 40_000), (0, 0)):
        arrangement = arranged(press, document(chapter("1", image(picture, *size))))
        sound(press, arrangement)


def test_what_cannot_be_parted_is_made_smaller_and_said(press: Press) -> None:
    made = document(chapter("1", markdown_table_with(LOREM * 60)))
    arrangement = arranged(press, made)
    sound(press, arrangement)
    assert [item.what for item in arrangement.crowded] == ["a row of this table"]


def markdown_table_with(text: str) -> Block:
    table = markdown_table(rows=1, columns=1)
    return type(table)(table.alignment, table.head, ((paragraph(text).inlines,),), HERE)


def test_a_short_section_goes_on_where_there_is_room(press: Press) -> None:
    made = document(chapter("1", paragraph("Text.")), chapter("2", paragraph("Text.")))
    assert arranged(press, made).pages == 1


def test_a_section_begins_a_page_where_little_room_is_left(press: Press) -> None:
    made = document(chapter("1", *[paragraph(LOREM)] * 10), chapter("2", *[paragraph(LOREM)] * 5))
    arrangement = arranged(press, made)
    anchors = arrangement.anchors
    assert anchors["section2"] == anchors["section1"] + 1
    assert arrangement.running(anchors["section2"])[-2:] == ["2  Section 2", "Sources and methods"]


def test_no_opening_and_no_chapters_make_a_document(press: Press) -> None:
    sound(press, arranged(press, document()))
    sound(press, arranged(press, document(annex_=annex(sources=200))))


# Blocks as pairs of a name and a number, so that a failing example can be read.
PLAIN = {
    "text": lambda n: paragraph(LOREM * (1 + n % 14)),
    "word": lambda n: paragraph("x" * 20 * (n + 1)),
    "figure": lambda n: paragraph(number(str(n))),
    "heading": lambda n: heading("A heading", 2 + n % 3),
    "long heading": lambda n: heading("A heading " * (1 + n % 30)),
    "listing": lambda n: listing(*["An item."] * (n + 1)),
    "code": lambda n: CodeBlock("line\n" * 3 * n, HERE),
    "table": lambda n: markdown_table(n, 1 + n % 6),
}
NESTING = {
    "quote": lambda inner: Quote(inner, HERE),
    "aside": lambda inner: Container(Role.ASIDE, inner, HERE),
    "list": lambda inner: Listing((inner, (), inner), None, False, HERE),
    "numbers": lambda inner: Listing((inner,), 98, True, HERE),
}
EXHIBITS = {
    "grid": lambda n: grid(n + 1, 4),
    "wide grid": lambda n: grid(n + 1, 7),
    "timeline": lambda n: timeline(n + 1),
    "tiles": lambda n: tiles(1 + n % 6),
    "chart": lambda _: chart(),
}
NUMBERS = st.integers(0, 60)
RECIPES = st.recursive(
    st.tuples(st.sampled_from([*PLAIN, *EXHIBITS]), NUMBERS),
    lambda inner: st.tuples(st.sampled_from(list(NESTING)), st.lists(inner, max_size=3)),
    max_leaves=4,
)


def made_of(recipe: tuple, names: Iterator[str]) -> Block:
    name, argument = recipe
    if name in PLAIN:
        return PLAIN[name](argument)
    if name in EXHIBITS:
        return placed(next(names), EXHIBITS[name](argument))
    return NESTING[name](tuple(made_of(inner, names) for inner in argument))


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.lists(RECIPES, max_size=7), max_size=3))
@example([[], [("text", 0), ("aside", [("text", 22)]), ("list", [("tiles", 3)])]])
def test_any_document_ends_and_is_sound(press: Press, sections: list[list[tuple]]) -> None:
    names = (f"e{i}" for i in range(1000))
    chapters = [
        chapter(str(i + 1), *(made_of(recipe, names) for recipe in section))
        for i, section in enumerate(sections)
    ]
    arrangement = arranged(press, document(*chapters, opening=opening(paragraph("Point."))))
    sound(press, arrangement)
