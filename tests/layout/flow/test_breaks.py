"""Pages are as full as they get: what the search over breaks gains, keeps together, and costs."""

from collections.abc import Callable
from time import process_time

import pytest
from msgspec.structs import replace

from briefing.layout.arrangement import Arrangement, arrange
from briefing.layout.box import Column
from briefing.layout.boxes.framed import ChartBox, Framed
from briefing.layout.flow.elastic import HIGHEST, LOWEST
from briefing.layout.flow.places import Placement
from briefing.layout.text.setting import Setting
from briefing.layout.theme import Look
from briefing.model.block import Container, Role
from briefing.model.document import Document
from briefing.model.exhibit import Chart
from briefing.pdf import Tree
from briefing.pdf.drawing import Drawing
from briefing.run.drawing import Charts
from tests.layout.conftest import Press
from tests.layout.documents import (
    HERE,
    LOREM,
    aside,
    chapter,
    chart,
    document,
    grid,
    heading,
    paragraph,
)
from tests.layout.documents import placed as exhibit

Make = Callable[[int], Document]
MM = 72 / 25.4


class Counted:
    """Charts that are drawn as ever, and counted."""

    def __init__(self, charts: Charts) -> None:
        self.charts = charts
        self.drawn: list[tuple[int, float, float]] = []

    def height(self, chart: Chart, width: float, factor: float) -> float:
        return self.charts.height(chart, width, factor)

    def draw(self, chart: Chart, width: float, factor: float) -> Drawing:
        self.drawn.append((id(chart), width, factor))
        return self.charts.draw(chart, width, factor)


def pages(press: Press, made: Document) -> Arrangement:
    setting = Setting(Look(press.style, press.faces), "en")
    return arrange(setting, made, press.draws(), Tree().root)


def lower(one: Placement) -> float:
    return one.top + one.item.box.measure(one.width)


def white(press: Press, made: Arrangement, page: int) -> float:
    """The white at a page's foot, in mm."""
    held = [lower(one) for one in made.placed if one.page == page]
    return (press.style.page.bottom - max(held)) / MM


def shown(made: Arrangement) -> list[tuple[ChartBox, float]]:
    """The charts, each with its width."""
    held = [(one.item.box, one.width) for one in made.placed]
    bodies = [(box.body, width) for box, width in held if isinstance(box, Framed)]
    return [(body, width) for body, width in bodies if isinstance(body, ChartBox)]


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
    made = pages(press, charted(count))
    assert all(white(press, made, page) <= 25 for page in range(1, made.pages))
    assert all(LOWEST <= body.factor <= HIGHEST for body, _ in shown(made))
    assert len({body.factor for body, _ in shown(made)}) > 1


@pytest.mark.parametrize("count", [3, 5])
def test_a_chart_is_drawn_once_as_high_as_its_place(press: Press, count: int) -> None:
    made = charted(count)
    counted = Counted(press.draws())
    setting = Setting(Look(press.style, press.faces), "en")
    placed = arrange(setting, made, counted, Tree().root)
    assert counted.drawn == []
    for body, width in shown(placed):
        assert counted.draw(body.chart, width, body.factor).height == pytest.approx(
            body.measure(width), abs=1e-6
        )
    press.paginate(made, counted := Counted(press.draws()))
    assert len(counted.drawn) == len(shown(placed))


def test_an_exhibit_stands_over_both_columns_where_nothing_is_beside(press: Press) -> None:
    note = aside(paragraph("A note."))
    blocks = (paragraph(LOREM), note, exhibit("beside", chart()), exhibit("alone", chart()))
    made = pages(press, document(chapter("1", heading("Sub"), *blocks, paragraph(LOREM))))
    beside, alone = (one for one in made.placed if one.item.order)
    assert round(beside.width / MM) == 111
    assert round(alone.width / MM) == 170


def test_a_head_and_its_lead_stay_with_the_text_that_follows(press: Press) -> None:
    """Neither breaks, nor do they stand at a page's foot by themselves."""
    lead = Container(Role.LEAD, (paragraph(LOREM),), HERE)
    for count in range(8, 20):
        first = chapter("1", *[paragraph(LOREM)] * count)
        made = pages(press, document(first, chapter("2", lead, *[paragraph(LOREM)] * 9)))
        held = [one for one in made.placed if one.section == 2]
        assert len({one.page for one in held[:3]}) == 1


def test_an_exhibit_stands_before_its_text_where_there_is_no_room_after(press: Press) -> None:
    blocks = [*[paragraph(LOREM)] * 4, exhibit("t", grid(16, 4))]
    found = set()
    for count in range(4, 16):
        opened = chapter("1", *[paragraph(LOREM)] * count, exhibit("c", chart()), *blocks)
        made = pages(press, document(opened, chapter("2", *[paragraph(LOREM)] * 16)))
        assert all(white(press, made, page) <= 26 for page in range(2, made.pages)), count
        order = [one.item.order for one in made.placed if one.item.order]
        assert order == sorted(order)
        found.add(made.pages)
    assert len(found) > 1


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
        begun = process_time()
        found = arrange(setting, made, press.draws(), Tree().root)
        return (process_time() - begun) / found.pages

    assert min(long(40) for _ in range(2)) < 2.5 * max(long(8) for _ in range(2))


@pytest.mark.parametrize("letters", [1, 2])
def test_wide_text_goes_on_in_the_main_measure_beside_what_hangs_lower(
    press: Press, letters: int
) -> None:
    """Also before an exhibit over both columns; what begins below the aside is wide again."""
    note = aside(paragraph("A note beside. " * 25))
    shown = exhibit("table", grid(6, 8))
    blocks = [note, paragraph("Short."), shown, heading("Next"), paragraph("Word " * 40 * letters)]
    ends = [heading("Last"), *[paragraph(LOREM)] * 9]
    made = pages(press, document(chapter("1", heading("Sub"), *blocks, *ends)))
    held = [one for one in made.placed if one.page == 1 and one.item.column is not Column.SIDE]
    beside = next(one for one in made.placed if one.item.column is Column.SIDE)
    table = next(one for one in held if one.item.order)
    word = next(one for one in held if "Word" in words_of(one))
    assert word.item.column is Column.MAIN
    assert word.top < table.top
    assert table.top >= lower(beside)
    assert table.top - lower(word) < 25 * MM
    last = [one for one in made.placed if "Last" in words_of(one)]
    assert [one.item.column for one in last] == [Column.WIDE]
