"""Pages are as full as they get: what the search over breaks gains, keeps together, and costs."""

from collections.abc import Callable
from dataclasses import replace as changed
from time import process_time

import pytest
from msgspec.structs import replace

from briefing import charts, layout
from briefing.layout.arrangement import Arrangement, arrange
from briefing.layout.box import Column
from briefing.layout.boxes.framed import ChartBox, Framed
from briefing.layout.flow.elastic import HIGHEST, LOWEST
from briefing.layout.flow.places import Placement
from briefing.layout.text.setting import Setting
from briefing.layout.theme import Look
from briefing.model.document import Document
from briefing.pdf import Tree
from briefing.pdf.drawing import Drawing
from tests.layout.conftest import Press
from tests.layout.documents import LOREM, aside, chapter, chart, document, grid, heading, paragraph
from tests.layout.documents import placed as exhibit

Make = Callable[[int], Document]
MM = 72 / 25.4


def pages(press: Press, made: Document, *, elastic: bool = True) -> Arrangement:
    wanted = layout.charts(made, press.style)

    def redraw(anchor: str, factor: float) -> Drawing:
        drawn, width = wanted[anchor]
        return charts.draw(drawn, width, press.style.stretched(factor), press.faces, "en")

    setting = Setting(Look(press.style, press.faces), "en")
    again = redraw if elastic else None
    return arrange(setting, made, press.drawings(made), Tree().root, again)


def lower(one: Placement) -> float:
    return one.top + one.item.box.measure(one.width)


def white(press: Press, made: Arrangement, page: int) -> float:
    """The white at a page's foot, in mm."""
    held = [lower(one) for one in made.placed if one.page == page]
    return (press.style.page.bottom - max(held)) / MM


def drawn(made: Arrangement) -> list[tuple[float, float]]:
    """The charts' heights, and those of the room for them."""
    boxes = [one.item.box for one in made.placed]
    bodies = [box.body for box in boxes if isinstance(box, Framed)]
    return [(b.drawing.height, b.high) for b in bodies if isinstance(b, ChartBox)]


def charted(count: int) -> Document:
    """Text with a chart after every `count` paragraphs."""
    shown = ((f"c{n}", chart()) for n in range(6))
    blocks = [
        block
        for name, content in shown
        for block in (*[paragraph(LOREM)] * count, exhibit(name, content))
    ]
    return document(chapter("1", heading("Sub"), *blocks))


@pytest.mark.parametrize("count", [2, 3, 4, 5, 7])
def test_charts_fill_the_pages_within_their_bounds(press: Press, count: int) -> None:
    stiff, made = pages(press, charted(count), elastic=False), pages(press, charted(count))
    body = range(1, made.pages - 1)
    assert all(white(press, made, page) <= 25 for page in body)
    assert made.pages <= stiff.pages
    whole = {round(high, 1) for _, high in drawn(stiff)}
    for height, room in drawn(made):
        assert height <= room + 0.5
        assert LOWEST * min(whole) - 0.5 <= height <= HIGHEST * max(whole) + 0.5


def test_what_cannot_be_drawn_so_stays_as_it_is(press: Press) -> None:
    made = charted(3)
    setting = Setting(Look(press.style, press.faces), "en")
    drawings = press.drawings(made)

    def redraw(anchor: str, _: float) -> Drawing:
        return changed(drawings[anchor], height=999)

    stubborn = arrange(setting, made, drawings, Tree().root, redraw)
    assert {round(high, 3) for _, high in drawn(stubborn)} == {
        round(one.height, 3) for one in drawings.values()
    }


@pytest.mark.parametrize("count", range(4, 14))
def test_an_aside_begins_on_the_page_of_its_block(press: Press, count: int) -> None:
    note = aside(heading("Note"), paragraph(LOREM * 3))
    block = paragraph("Its block. " * 40)
    blocks = [*[paragraph(LOREM)] * count, heading("Sub"), note, block, *[paragraph(LOREM)] * 12]
    made = pages(press, document(chapter("1", *blocks)))
    beside = next(one for one in made.placed if one.item.column is Column.SIDE)
    held = next(one for one in made.placed if "Its" in words_of(one))
    assert beside.page == held.page
    assert beside.top >= held.top - 72


def words_of(one: Placement) -> list[str]:
    parts = getattr(one.item.box, "segments", ())
    return [piece.text for part in parts for piece in part.pieces]


def test_exhibits_stand_in_the_order_of_their_numbers(press: Press) -> None:
    """An exhibit in an aside isn't pulled before one of the text that has no room."""
    for count in range(6, 14):
        beside = aside(exhibit("second", chart()))
        blocks = [*[paragraph(LOREM)] * count, exhibit("first", grid(20)), beside]
        made = pages(press, document(chapter("1", *blocks, *[paragraph(LOREM)] * 6)))
        numbered = sorted((o.page, o.top, o.item.order) for o in made.placed if o.item.order)
        assert [order for *_, order in numbered] == sorted(order for *_, order in numbered)


def test_text_without_asides_is_wide(press: Press) -> None:
    note = aside(paragraph("A note."))
    made = pages(
        press,
        document(
            chapter("1", heading("With"), note, paragraph(LOREM * 3), heading("Without"),
                    paragraph(LOREM), exhibit("c", chart())),
            chapter("2", paragraph(LOREM)),
        ),
    )  # fmt: skip
    widths = [round(one.width / MM) for one in made.placed if one.item.place or one.item.order]
    assert widths.count(140) == 3
    assert widths[-1] != 111
    assert {round(one.width / MM) for one in made.placed} >= {51, 111, 140, 170}


def test_a_column_no_wider_than_the_text_makes_none_wide(press: Press) -> None:
    narrow = replace(press.style, column=replace(press.style.column, wide=press.style.column.main))
    made = pages(Press(narrow, press.faces), document(chapter("1", paragraph(LOREM))))
    assert Column.WIDE not in {one.item.column for one in made.placed}


def test_the_same_document_breaks_the_same_way(press: Press) -> None:
    one, other = (pages(press, charted(4)) for _ in range(2))
    assert [(p.page, p.top) for p in one.placed] == [(p.page, p.top) for p in other.placed]


def test_breaking_takes_time_in_proportion_to_pages(press: Press) -> None:
    def long(times: int) -> float:
        parts = [chapter(str(n), *charted(4).chapters[0].blocks[:8]) for n in range(times)]
        setting, made = Setting(Look(press.style, press.faces), "en"), document(*parts)
        drawings, begun = press.drawings(made), process_time()
        found = arrange(setting, made, drawings, Tree().root)
        return (process_time() - begun) / found.pages

    assert min(long(40) for _ in range(2)) < 2.5 * max(long(8) for _ in range(2))
