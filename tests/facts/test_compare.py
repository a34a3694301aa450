from decimal import Decimal

import pytest

from briefing.model.period import Period
from briefing.model.series import Kind
from briefing.model.unit import PERCENT, POINTS, Unit


def test_change_is_on_a_year_earlier(trade):
    reading = trade.read("imports | change: verb")
    compared = reading.comparison
    assert reading.fact.value == Decimal("1020.986")
    assert compared.earlier.period == Period.year(2014)
    assert compared.difference.value == Decimal("-528.332")
    assert compared.difference.unit == Unit.parse("USD million")
    assert compared.difference.resolution == Decimal("0.001")
    assert (compared.growth.unit, round(compared.growth.value, 1)) == (PERCENT, Decimal("-34.1"))
    assert not compared.why


def test_change_since_another_year(trade):
    for argument in ("since 2013", "2013"):
        compared = trade.read(f"exports | change: {argument}, bare").comparison
        assert compared.earlier.period == Period.year(2013)
        assert compared.difference.value == Decimal("15.099")
    compared = trade.read("exports | change: since period.previous").comparison
    assert compared.earlier.period == Period.year(2014)


def test_what_was_compared_can_be_traced(trade):
    compared = trade.read("turnover | change: since 2013", turnover="exports + imports").comparison
    assert compared.difference.name == 'change_since(turnover, "2013")'
    assert (
        compared.growth.name == str(compared.growth.derivation) == 'growth_since(turnover, "2013")'
    )
    assert len(compared.growth.cells) == len(compared.difference.cells) == 4
    assert compared.growth.sources == ("nso",)
    yearly = trade.read("turnover | change", turnover="exports + imports").comparison
    assert yearly.growth.name == "growth(turnover)"


@pytest.mark.parametrize(
    ("earlier", "later", "why"),
    [
        ("0", "5", "the earlier value is zero"),
        ("-5", "5", "the sign changes"),
        ("5", "-5", "the sign changes"),
        ("-5", "-8", "the earlier value is below zero"),
    ],
)
def test_growth_that_is_undefined_leaves_the_amount(edition, earlier, later, why):
    edition.store("x", {"2024": earlier, "2025": later})
    compared = edition.read("x | change").comparison
    assert (compared.growth, compared.why) == (None, why)
    assert compared.difference.value == Decimal(later) - Decimal(earlier)


def test_a_share_changes_by_points(edition):
    edition.store("part", {"2005": "6.5", "2025": "2.6"}, "percent", Kind.RATIO)
    compared = edition.read("part | points: since 2005").comparison
    assert (compared.difference.value, compared.difference.unit) == (Decimal("-3.9"), POINTS)
    assert compared.growth is None
    assert "percentage points" in compared.why


def test_from_reads_an_earlier_value_of_anything(edition):
    edition.store("part", {"2005": "6.5", "2024": "3", "2025": "2.6"}, "percent", Kind.RATIO)
    compared = edition.read("part | from: 2005").comparison
    assert (compared.earlier.value, str(compared.earlier.period)) == (Decimal("6.5"), "2005")
    assert edition.read("part | from").comparison.earlier.value == 3
    assert edition.unread("part | from: 2004").code == "B273"


def test_an_average_growth_by_itself_needs_nothing_beside_it(edition):
    edition.store("x", {"2014": "100", "2025": "800"})
    reading = edition.read("c | average", c='cagr(x, "2014..2025")')
    assert (str(reading.fact.period), reading.comparison) == ("2014..2025", None)
    assert edition.unread("c | change", c='cagr(x, "2014..2025")').code == "B275"


def test_a_rank_changes_by_places(edition):
    for key, values in {"CHN": ("9", "9"), "RUS": ("1", "5"), "JPN": ("3", "3")}.items():
        edition.store(f"f[{key}]", {"2024": values[0], "2025": values[1]})
    compared = edition.read("r | change", r="rank(f, RUS)").comparison
    assert (compared.difference.value, compared.growth) == (-1, None)


def test_a_year_to_date_is_compared_with_the_same_months(edition):
    months = {f"{y}-{m:02}": str(y - 2000) for y in (2024, 2025) for m in range(1, 13)}
    edition.store("x", months)
    compared = edition.read("x 2025-01..2025-09 | change").comparison
    assert str(compared.earlier.period) == "2024-01..2024-09"
    assert (compared.earlier.value, compared.difference.value) == (216, 9)
    for since in ("2024", "2024-01..2024-10", "2024-02..2024-10", "2024-09"):
        finding = edition.unread(f"x 2025-01..2025-09 | change: since {since}")
        assert finding.code == "B275"
        assert "2024-01..2024-09" in finding.hint


@pytest.mark.parametrize("filters", ["average: 2013..2014 bare", "change: since 2013 bare"])
def test_arguments_without_a_comma_are_shown_with_it(trade, filters):
    finding = trade.unread(f"exports 2014 | {filters}")
    assert finding.code == "B272"
    assert finding.hint.startswith("arguments are parted by commas: 2013")
    assert finding.hint.endswith(", bare")


@pytest.mark.parametrize(
    ("text", "code", "words"),
    [
        ("exports | change: since 2012", "B273", "nothing to compare with: exports has no value"),
        ("exports 2013 | change", "B273", "it begins in 2013"),
        ("exports 2014 | change: since 2015", "B275", "2015 is not before 2014"),
        ("exports | change: since soon", "B272", "“soon” is no period"),
        ("exports | average", "B275", "wants the years that it spans"),
        ("students | change", "B275", "students is one value"),
        ("exprots | change", "B270", "did you mean “exports”?"),
    ],
)
def test_what_cannot_be_compared(trade, text, code, words):
    trade.state("students", "2760", "persons", period="2000..2013")
    finding = trade.unread(text)
    assert finding.code == code
    assert words in finding.message


def test_average_growth_over_years(edition):
    edition.store("x", {"2014": "100", "2020": "7", "2025": "800"})
    for argument in ("2014..2025", "since 2014", "2014"):
        reading = edition.read(f"x | average: {argument}")
        growth = reading.comparison.growth
        assert reading.fact.period == Period.year(2025)
        assert round(growth.value, 3) == Decimal("20.809")
        assert (growth.unit, str(growth.period)) == (PERCENT, "2014..2025")
        assert str(growth.derivation) == 'cagr(x, "2014..2025")'
    assert edition.unread("x | average: 2013..2025").code == "B273"
    assert edition.unread("x | average: 2014-01..2025-03").code == "B275"


def test_an_average_that_is_undefined(edition):
    edition.store("x", {"2014": "-100", "2025": "800"})
    compared = edition.read("x | average: 2014..2025").comparison
    assert (compared.growth, compared.why) == (None, "the first value is not above zero")
