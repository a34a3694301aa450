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
