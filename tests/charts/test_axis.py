"""What stands under a panel: months, quarters, days and ranges by name, over their years."""

import pytest

from briefing.model.exhibit import Chart, Line
from tests.charts import sample
from tests.charts.sample import MAIN, SIDE


def series(values: dict[str, object]) -> Line:
    return Line("s", "Shipments", tuple(sample.point(v, at) for at, v in values.items()))


def months(first: int, count: int) -> Line:
    return series({f"{first + n // 12}-{n % 12 + 1:02}": 40 + n * 7 % 30 for n in range(count)})


@pytest.mark.parametrize(("language", "january"), [("en", "Jan"), ("fr", "janv."), ("ru", "янв.")])
@pytest.mark.parametrize("kind", ["bars", "line"])
def test_each_month_of_a_year_is_named(kind: str, language: str, january: str) -> None:
    chart = Chart(kind, (months(2024, 12),), "US$ million")
    page = sample.page(chart, sample.FULL, language=language)
    assert january in page.words
    assert page.words.count("2024") == 1
    assert page.box("2024").top < page.box(january).bottom


def test_months_are_numbers_in_mongolian() -> None:
    page = sample.page(Chart("bars", (months(2024, 12),), "x"), MAIN, language="mn")
    assert [w for w in page.words if w.isdigit() and int(w) <= 12 and w != "0"] >= ["1", "10"]


def test_months_that_are_too_many_are_initials_or_every_third() -> None:
    narrow = sample.page(Chart("bars", (months(2024, 12),), "x"), SIDE)
    assert [w for w in narrow.words if len(w) == 1 and w.isalpha()] == list("JFMAMJJASOND")
    three = sample.page(Chart("bars", (months(2022, 36),), "x"), MAIN)
    assert three.words.count("Oct") == 3
    assert "Nov" not in three.words
    assert {"2022", "2023", "2024"} <= set(three.words)


def test_quarters_stand_over_their_years() -> None:
    quarters = {f"{2023 + n // 4}-Q{n % 4 + 1}": 10 + n for n in range(8)}
    page = sample.page(Chart("bars", (series(quarters),), "x"), MAIN)
    assert page.words.count("Q1") == page.words.count("Q4") == 2
    assert page.box("2024").left > page.box("2023").right


def test_days_are_numbered_under_their_month() -> None:
    days = {f"2024-12-{n:02}": 1 + n % 5 for n in range(1, 32)}
    page = sample.page(Chart("line", (series(days),), "x"), MAIN)
    assert {"1", "11", "31", "Dec 2024"} <= set(page.words)


def test_days_of_a_year_stand_under_months() -> None:
    from datetime import date, timedelta

    start = date(2024, 1, 1)
    days = {str(start + timedelta(n)): n % 9 for n in range(366)}
    page = sample.page(Chart("line", (series(days),), "x"), MAIN)
    assert {"Jan", "July", "2024"} <= set(page.words)


def test_ranges_of_years_stand_side_by_side() -> None:
    spans = {"2000..2004": 12, "2005..2009": 20, "2010..2014": 31, "2015..2024": 28}
    page = sample.page(Chart("bars", (series(spans),), "x"), MAIN)
    assert {"2000–2004", "2015–2024"} <= set(page.words)
    narrow = sample.page(Chart("bars", (series(spans),), "x"), SIDE)
    assert "2024" in narrow.words


def test_years_stay_as_they_were() -> None:
    page = sample.page(
        Chart("bars", (series({str(y): y % 7 for y in range(2005, 2026)}),), "x"), MAIN
    )
    assert [w for w in page.words if w.startswith("’") or w in ("2005", "2025")] == [
        "2005",
        "’10",
        "’15",
        "’20",
        "2025",
    ]
