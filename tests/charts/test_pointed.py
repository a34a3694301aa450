"""What a chart points out: figures of the title, words of the author, levels, single points."""

from msgspec.structs import replace

from briefing.model.exhibit import Chart, Line
from tests.charts import sample
from tests.charts.sample import MAIN, SIDE

GREY, PETROL = (138, 148, 158), (15, 76, 107)


def over(values: dict[int, object], **marks: object) -> Line:
    """A line over years; `told`, `noted` and `highlighted` are marks of the year 2016."""
    points = [sample.point(v, str(y)) for y, v in values.items()]
    points = [replace(p, **marks) if str(p.at) == "2016" else p for p in points]  # type: ignore[arg-type]
    return Line("s", "Imports", tuple(points))


YEARS: dict[int, object] = {y: 1000 + (y * 389) % 900 for y in range(2005, 2026)} | {2016: 862}


def test_a_figure_of_the_title_has_its_value_and_its_year() -> None:
    for kind in ("bars", "line"):
        page = sample.page(Chart(kind, (over(YEARS, told=True),), "US$ million"), MAIN)
        assert {"862", "2016"} <= set(page.words), kind
        bare = sample.page(Chart(kind, (over(YEARS),), "US$ million"), MAIN)
        assert "862" not in bare.words, kind


def test_of_two_series_that_of_the_title_is_labelled() -> None:
    large = sample.over("Imports", {str(y): 3000 + y % 9 * 100 for y in range(2010, 2026)})
    small = sample.over("Exports", {str(y): 900 + y % 7 * 40 for y in range(2010, 2026)})
    told = replace(small.points[8], told=True)
    small = replace(small, points=(*small.points[:8], told, *small.points[9:]))
    page = sample.page(Chart("bars", (large, small), "US$ million"), MAIN)
    assert told.text in page.words


def test_the_authors_word_stands_below_its_value() -> None:
    for kind in ("bars", "line"):
        page = sample.page(Chart(kind, (over(YEARS, noted="low"),), "US$ million"), MAIN)
        value, word = page.box("862"), page.box("low, 2016")
        assert value.bottom >= word.top - 1, kind
        assert abs((value.left + value.right) - (word.left + word.right)) < 8, kind


def test_highlighted_years_are_strong_and_valued_the_others_grey() -> None:
    page = sample.page(Chart("bars", (over(YEARS, highlighted=True),), "US$ million"), MAIN, 4)
    assert "862" in page.words
    plot = page.box("0")._replace(right=MAIN, top=page.drawing.height)
    assert {GREY, PETROL} <= page.colours(plot)


def test_a_level_is_named_in_the_key_and_within_the_scale() -> None:
    level = sample.point(2500, "2025", "Target")
    for kind in ("bars", "line"):
        chart = Chart(kind, (over(YEARS),), "US$ million", levels=(level,))
        page = sample.page(chart, MAIN)
        assert "Target 2,500" in page.words, kind
        assert page.box("Target 2,500").bottom > page.box("2,000").top, kind


def test_a_level_of_a_ranking_is_an_upright_line() -> None:
    points = tuple(sample.point(v, label=n, key=n) for n, v in (("A", 40), ("B", 30), ("C", 5)))
    level = sample.point(20, label="Target")
    chart = Chart("ranking", (Line("r", "Sales", points),), "x", levels=(level,))
    assert "Target 20" in sample.page(chart, MAIN).words


def test_one_bar_is_no_slab_and_one_point_has_its_value_beside_it() -> None:
    bars = sample.page(Chart("bars", (over({2024: 57}),), "US$ million"), MAIN, 3)
    plot = bars.box("0")._replace(right=MAIN, top=bars.box("40").top)
    row = bars.pixels[int((bars.drawing.height + sample.MARGIN - plot.top + 4) * bars.scale)]
    dark = sum(tuple(int(v) for v in pixel) == PETROL for pixel in row) / bars.scale
    assert 10 < dark < 40
    line = sample.page(Chart("line", (over({2024: 57}),), "US$ million"), MAIN)
    assert abs(line.box("57").left - (line.box("2024").left + line.box("2024").right) / 2) < 20


def test_a_value_beside_which_all_vanish_gets_the_rest_a_panel() -> None:
    values: dict[int, object] = {y: 120 + y % 7 * 8 for y in range(2005, 2025)} | {2015: 98000}
    for kind in ("bars", "line"):
        page = sample.page(Chart(kind, (over(values),), "US$ million"), MAIN)
        assert any(word.startswith("Without 2015, scale enlarged about") for word in page.words)
        assert "100,000" in page.words
        near = sample.page(Chart(kind, (over(YEARS),), "US$ million"), MAIN)
        assert not any("enlarged" in word for word in near.words)


def test_a_small_series_below_zero_gets_a_panel_too() -> None:
    large = sample.over("Inflow", {str(y): 3000 + y % 9 * 100 for y in range(2010, 2026)})
    small = sample.over("Outflow", {str(y): -20 - y % 7 for y in range(2010, 2026)})
    page = sample.page(Chart("bars", (large, small), "US$ million"), MAIN)
    assert any(word.startswith("Outflow only, scale enlarged") for word in page.words)


def test_panels_of_their_own_scales_are_each_full() -> None:
    lines = tuple(
        sample.over(f"Good {n}", {str(2010 + k): 10**n * (5 + k % 4) for k in range(12)})
        for n in range(5)
    )
    own = sample.page(Chart("line", lines, "x", own_scales=True), MAIN)
    shared = sample.page(Chart("line", lines, "x"), MAIN)
    assert own.words.count("0") == shared.words.count("0") == 5
    assert shared.words.count("60,000") == 5
    assert own.words.count("60,000") == 1


def test_rankings_of_one_scale_have_bars_to_compare() -> None:
    def panel(name: str, value: int) -> Line:
        return Line(
            name, name, (sample.point(value, label="A"), sample.point(value // 2, label="B"))
        )

    lines = (panel("Imports", 4656), panel("Exports", 14095))
    own = sample.page(Chart("ranking", lines, "x", own_scales=True), sample.FULL)
    shared = sample.page(Chart("ranking", lines, "x"), sample.FULL)
    assert shared.box("4,656").left < own.box("4,656").left - 40
    assert abs(shared.box("14,095").left - own.box("14,095").left) < 2


def test_long_names_stand_over_their_bars_in_the_side_column() -> None:
    names = ["Machinery, mechanical appliances, nuclear reactors and boilers", "Rubber"]
    points = tuple(sample.point(90 - 50 * n, label=name) for n, name in enumerate(names))
    page = sample.page(Chart("ranking", (Line("r", "", points),), "x"), SIDE)
    assert page.box("Rubber").left < 1
    assert page.box("40").left > 5
    assert page.box("Rubber").bottom > page.box("40").bottom + 4


def test_bars_of_three_periods_each_say_of_when_they_are() -> None:
    lines = tuple(
        Line(year, year, (sample.point(60 + n, label="Minerals"), sample.point(20, label="Wool")))
        for n, year in enumerate(("2014", "2019", "2024"))
    )
    page = sample.page(Chart("share", lines, "%"), MAIN)
    assert [page.words.count(year) for year in ("2014", "2019", "2024")] == [2, 2, 2]
