from briefing.charts.paper import Rect
from briefing.model.exhibit import Chart
from tests.charts import sample
from tests.charts.sample import MAIN

PETROL = (15, 76, 107)


def test_a_missing_value_breaks_the_line() -> None:
    values: dict[str, object] = {str(year): 5 + year % 4 for year in range(2005, 2026)}
    values |= dict.fromkeys(("2014", "2015", "2016"))
    page = sample.page(Chart("line", (sample.over("x", values),), "US$ million"), MAIN)
    tick = page.box("’15")
    gap = Rect(tick.left, tick.top + 8, tick.right, page.drawing.height)
    assert PETROL not in page.colours(gap)
    other = page.box("’20")
    assert PETROL in page.colours(Rect(other.left, tick.top + 8, other.right, gap.top))


def test_the_highlighted_line_is_the_subject_and_others_are_grey() -> None:
    page = sample.page(sample.shares(), MAIN, scale=6)
    name = page.box("Russia")
    beside = Rect(name.left - 60, 0, name.left - 4, name.top)
    assert PETROL in page.colours(beside)
    china = page.box("China")
    above = Rect(china.left - 60, china.bottom - 10, china.left - 4, china.top)
    assert PETROL not in page.colours(above)
    assert (138, 148, 158) in page.colours(above)


def test_names_and_last_values_stand_at_the_right_without_a_legend() -> None:
    page = sample.page(sample.shares(), MAIN)
    for text in ("China", "Russia"):
        assert page.box(text).left > page.box("2024").left
    assert {"0", "25", "50", "75", "100"} <= set(page.words)


def test_a_line_that_ends_early_says_its_year() -> None:
    exports = sample.trade("CHN", "export")
    early = {**exports, "2025": None}
    lines = (sample.over("To China", exports), sample.over("Early", early))
    page = sample.page(Chart("line", lines, "US$ million"), MAIN)
    assert any("(2024)" in word for word in page.words)


def test_values_far_from_zero_do_not_start_there() -> None:
    rates = {str(2005 + n): 3400 + 10 * n for n in range(20)}
    lines = (sample.over("Rate", rates),)
    page = sample.page(Chart("line", lines, "tögrög", from_zero=False), MAIN)
    assert "0" not in page.words
    lowest = min(page.box(word).bottom for word in page.words if word.startswith("3,"))
    assert lowest - page.box("2005").top > 8


def test_a_name_longer_than_its_room_is_cut_between_letters() -> None:
    lines = (sample.over("w" * 120, sample.trade("CHN", "export")), *sample.chinas()[1:])
    page = sample.page(Chart("line", lines, "US$ million"), MAIN)
    parts = [word for word in page.words if set(word) == {"w"}]
    assert "".join(parts) == "w" * 120
    assert len(parts) > 1
    assert all(page.box(part).left > MAIN / 2 for part in parts)
