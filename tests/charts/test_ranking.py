import pytest
from msgspec.structs import replace

from briefing.charts.paper import Rect
from briefing.model import Chart, Line, Number, Place
from tests.charts import sample
from tests.charts.sample import FULL, MAIN, SIDE

PETROL, GREY = (15, 76, 107), (138, 148, 158)


@pytest.mark.parametrize("width", [SIDE, MAIN])
def test_labels_are_flush_left_and_the_subject_is_highlighted(width: float) -> None:
    page = sample.page(Chart("ranking", (sample.suppliers(),), "US$ million"), width)
    labels = [(t, box) for t, box in page.texts if t.startswith("Land")]
    assert len(labels) == 6
    assert max(box.left for _, box in labels) - min(box.left for _, box in labels) < 1.2
    assert [box.top for _, box in labels] == sorted((b.top for _, b in labels), reverse=True)
    for text, box in labels:
        row = Rect(box.right + 1, box.bottom, width, box.top)
        wanted, other = (PETROL, GREY) if text == "Land RUS" else (GREY, PETROL)
        assert wanted in page.colours(row)
        assert other not in page.colours(row)


def test_several_rankings_stand_side_by_side_where_there_is_room() -> None:
    lines = (sample.suppliers(), Line("x", "Exports, by destination", sample.suppliers().points))
    chart = Chart("ranking", lines, "US$ million")
    wide, narrow = sample.page(chart, FULL), sample.page(chart, SIDE)
    titles = ("Imports, by source", "Exports, by destination")
    assert wide.box(titles[0]).bottom == pytest.approx(wide.box(titles[1]).bottom, abs=1)
    assert narrow.box(titles[0]).bottom > narrow.box(titles[1]).top


def test_a_long_label_takes_two_lines_and_a_higher_row() -> None:
    long = "Democratic Republic of the Congo and neighbours"
    points = (sample.point(5, label=long), sample.point(3, label="Chad"))
    chart = Chart("ranking", (Line("x", "x", points),), "US$ million")
    short = Chart("ranking", (Line("x", "x", (points[1], points[1])),), "US$ million")
    page = sample.page(chart, SIDE)
    assert long not in page.words
    assert page.drawing.height > sample.page(short, SIDE).drawing.height


def test_negative_values_go_left_of_the_zero_line() -> None:
    points = (sample.point(5, label="Chad"), sample.point(-3, label="Mali"))
    page = sample.page(Chart("ranking", (Line("x", "x", points),), "US$ million"), MAIN)
    assert page.box("−3").right < page.box("5").left


@pytest.mark.parametrize(
    "label", ["Land RUS, 12th", "A land with a name that takes two lines, 12th"]
)
def test_a_place_in_a_label_is_printed_as_the_figure_that_it_is(label: str) -> None:
    low = sample.point(3, label=label)
    rank = Number("12th", replace(low.fact, name="rank(x, RUS)"), Place("briefing.yaml"))
    points = (sample.point(5, label="Chad"), replace(low, rank=rank))
    chart = Chart("ranking", (Line("x", "x", points),), "US$ million")
    page = sample.page(chart, SIDE)
    (found,) = [one for one in page.drawing.printed if one.fact == rank.fact]
    assert found.text == "12th"
    left, bottom, right, top = found.box
    assert 0 <= left < right <= SIDE
    assert bottom < top
