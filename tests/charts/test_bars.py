from briefing.charts.paper import Rect
from briefing.model.exhibit import Chart, Line
from tests.charts import sample
from tests.charts.sample import MAIN, SIDE

PETROL, OCHRE = (15, 76, 107), (200, 132, 24)


def test_a_series_too_small_to_see_gets_a_panel_that_says_its_scale() -> None:
    page = sample.page(sample.imports_and_exports(), MAIN)
    assert "Exports to Russia only, scale enlarged about 13\u00a0times" in page.words
    assert page.words.count("0") == 2
    assert {"3,000", "2,000", "1,000", "100", "50"} <= set(page.words)
    assert [w for w in page.words if w.startswith("’") or w in ("2005", "2025")] == [
        "2005",
        "’10",
        "’15",
        "’20",
        "2025",
    ]


def test_two_series_of_one_size_share_a_panel() -> None:
    page = sample.page(Chart("bars", sample.chinas(), "US$ million"), MAIN)
    assert not any("scale" in word for word in page.words)
    assert {"Exports to China", "Imports from China"} <= set(page.words)


def test_names_and_values_stand_clear_of_the_bars() -> None:
    page = sample.page(sample.imports_and_exports(), MAIN, scale=8)
    assert not {PETROL, OCHRE} & page.colours(page.box("Imports from Russia").grown(-0.5)) - {
        PETROL
    }
    assert OCHRE not in page.colours(page.box("Exports to Russia"))
    assert PETROL not in page.colours(page.box("Exports to Russia"))


def test_the_last_value_has_its_mark_and_the_years_stand_over_hanging_bars() -> None:
    page = sample.page(sample.balance(), SIDE)
    assert any("[p]" in word for word in page.words)
    assert page.box("2005").bottom > page.box("0").bottom
    assert OCHRE not in page.colours(Rect(0, 0, page.drawing.width, page.drawing.height))


def test_a_part_year_is_hollow_and_names_its_months() -> None:
    page = sample.page(sample.CHARTS["part-year"](), MAIN, scale=6)
    months = page.box("Jan–Sept")
    over_it = Rect(page.box("2025").left, months.top + 8, page.box("2025").right, months.top + 20)
    colours = page.colours(over_it)
    assert (255, 255, 255) in colours
    assert PETROL in colours
    assert {"4,477", "−4,171"} <= set(page.words)


def test_negative_bars_are_ochre_where_there_are_positive_ones() -> None:
    page = sample.page(sample.CHARTS["part-year"](), MAIN)
    low = page.box("−4,171")
    assert OCHRE in page.colours(Rect(low.left, low.top, low.right, low.top + 20))


def test_a_missing_year_shows_its_mark_where_the_bar_would_stand() -> None:
    values = dict.fromkeys(map(str, range(2005, 2026)), 20) | {"2010": None}
    page = sample.page(Chart("bars", (sample.over("x", values),), "US$ million"), MAIN)
    mark = page.box("[x]")
    tick = page.box("’10")
    assert abs((mark.left + mark.right) - (tick.left + tick.right)) < 3


def test_categories_lie_flat() -> None:
    points = (sample.point(5, label="Coal"), sample.point(3, label="Copper"))
    page = sample.page(Chart("bars", (Line("x", "Exports", points),), "US$ million"), SIDE)
    assert page.box("Coal").bottom > page.box("Copper").bottom
    assert abs(page.box("Coal").left - page.box("Copper").left) < 0.5


def test_many_series_get_a_panel_each_on_one_scale() -> None:
    page = sample.page(Chart("bars", sample.stacked().lines, "US$ million"), MAIN)
    assert page.words.count("15,000") == 4
    assert page.box("Imports from Russia").left < page.box("Exports to Russia").left


def test_stacked_bars_are_named_beside_the_last() -> None:
    page = sample.page(sample.stacked(), MAIN)
    names = [line.label for line in sample.stacked().lines]
    tops = [page.box(name).top for name in names]
    assert tops[0] < tops[2] < tops[3] or tops == sorted(tops)
