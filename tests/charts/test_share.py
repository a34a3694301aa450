import pytest

from tests.charts import sample
from tests.charts.sample import MAIN, SIDE


@pytest.mark.parametrize("width", [SIDE, MAIN])
def test_two_periods_are_pairs_of_bars_that_name_the_years_once(width: float) -> None:
    page = sample.page(sample.products(), width)
    assert page.words.count("2014") == page.words.count("2024") == 1
    assert {"83.0", "87.2", "4.1", "4.4"} <= set(page.words)
    assert page.box("Mineral products").bottom > page.box("2014").top
    assert page.box("83.0").bottom > page.box("87.2").bottom


def test_one_period_is_a_bar_a_part_without_a_year() -> None:
    page = sample.page(sample.latest(sample.products()), MAIN)
    assert "2024" not in page.words
    assert abs(page.box("Textiles").top - page.box("2.6").top) < 2
    narrow = sample.page(sample.latest(sample.products()), SIDE)
    assert narrow.box("Textiles").bottom > narrow.box("2.6").top - 1
