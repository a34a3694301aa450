from decimal import Context, Decimal, localcontext

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.model.series import Kind, Status
from briefing.model.unit import PERCENT, RATIO, Unit

_VALUES = st.decimals(-(10**9), 10**9, places=3)


def test_sums_and_differences_convert_the_scale(edition):
    edition.store("a", {"2014": "1.5"}, "USD million")
    edition.store("b", {"2014": "250.25"}, "USD thousand")
    total = edition.value("a + b")
    assert total.unit == Unit.parse("USD million")
    assert total.observations[0].value == Decimal("1.75025")
    assert total.observations[0].resolution == Decimal("0.1")
    assert edition.value("b - a").observations[0].value == Decimal("-1249.75")
    assert edition.value("b - a").observations[0].resolution == 100


def test_a_derived_observation_unites_what_it_is_made_of(trade):
    turnover = trade.value("exports + imports")
    year = turnover.observations[1]
    assert year.value == Decimal("1610.925")
    assert [str(c.file) for c in year.cells] == ["exports.csv", "imports.csv"]
    assert year.sources == ("nso",)
    assert year.resolution == Decimal("0.001")
    assert (turnover.kind, str(turnover.derivation)) == (Kind.FLOW, "exports + imports")


def test_the_worst_status_and_the_reason_of_what_is_missing(edition):
    edition.store("a", {"2013": "1", "2014": "2", "2015": None})
    edition.store("b", {"2013": "1", "2014": "2", "2015": "3"},
                  statuses={"2013": Status.PROVISIONAL, "2014": Status.ESTIMATED})  # fmt: skip
    first, second, third = edition.value("a + b").observations
    assert (first.status, second.status) == (Status.PROVISIONAL, Status.ESTIMATED)
    assert (third.value, third.status, third.reason) == (None, Status.MISSING, "not published")
    assert len(third.cells) == 2


def test_series_join_on_the_same_periods(edition):
    edition.store("a", {"2013": "1", "2014": "2"})
    edition.store("b", {"2014": "3", "2015": "4"})
    assert edition.values("a + b") == {"2014": 5}


def test_families_join_on_the_same_keys(edition):
    for key, value in {"CHN": "1", "RUS": "2", "WLD": "9"}.items():
        edition.store(f"exports_to[{key}]", {"2014": value})
    for key, value in {"RUS": "10", "WLD": "20", "JPN": "5"}.items():
        edition.store(f"imports_from[{key}]", {"2014": value})
    known, findings = edition.derive(trade_with="exports_to + imports_from")
    assert not findings
    family = known.families["trade_with"]
    assert {k: m.observations[0].value for k, m in family.members.items()} == {"RUS": 12, "WLD": 29}
    assert family.totals == {"WLD"}
    assert family.members["RUS"].name == "trade_with[RUS]"


def test_percent_is_a_hundredth_in_products(edition):
    edition.store("money", {"2014": "200"})
    edition.store("part", {"2014": "25"}, "percent", Kind.RATIO)
    assert edition.values("money * part") == {"2014": 50}
    assert edition.value("part * money").unit == Unit.parse("USD million")
    assert edition.values("money / part") == {"2014": 800}
    assert edition.values("part * part") == {"2014": Decimal("6.25")}
    assert edition.value("part * part").unit == PERCENT
    assert edition.values("2 * money") == {"2014": 400}
    assert edition.values("part / part") == {"2014": 1}


def test_two_of_one_unit_make_a_ratio(edition):
    edition.store("a", {"2014": "3"}, "USD billion")
    edition.store("b", {"2014": "1500"}, "USD million")
    ratio = edition.value("a / b")
    assert (ratio.unit, ratio.kind, ratio.observations[0].value) == (RATIO, Kind.RATIO, 2)
    assert ratio.observations[0].resolution is None


@pytest.mark.parametrize(
    ("expression", "code", "column", "words"),
    [
        ("usd + eur", "B255", 13, "USD million and EUR million don't go together"),
        ("usd + part", "B255", 13, "USD million and percent don't go together"),
        ("usd + 1", "B255", 13, "USD million and ratio"),
        ("usd * eur", "B255", 13, "USD million times EUR million is no unit"),
        ("people / usd", "B255", 16, "persons by USD million is no unit"),
        ("usd + usd_stock", "B256", 13, "a flow and a stock don't go together"),
        ("place + place", "B257", 15, "a rank is a place in an order"),
        ("usd + limit", "B257", 15, "limit is a bound (<1)"),
        ("usd + (usd - eur)", "B255", 20, "a difference"),
    ],
)
def test_units_that_do_not_go_together(edition, expression, code, column, words):
    edition.store("usd", {"2014": "1"})
    edition.store("eur", {"2014": "1"}, "EUR million")
    edition.store("part", {"2014": "1"}, "percent", Kind.RATIO)
    edition.store("people", {"2014": "1"}, "persons", Kind.STOCK)
    edition.store("usd_stock", {"2014": "1"}, kind=Kind.STOCK)
    edition.store("f[RUS]", {"2014": "1"})
    edition.state("limit", "<1", "USD million")
    known, findings = edition.derive(place="rank(f, RUS)", result=expression)
    assert "result" in known.broken
    assert [(f.code, f.place.line, f.place.column) for f in findings] == [(code, 30, column)]
    assert findings[0].message.startswith("series result: ")
    assert words in findings[0].message


def test_division_by_zero_is_not_applicable(edition):
    edition.store("a", {"2014": "1", "2015": "2"})
    edition.store("b", {"2014": "0", "2015": "4"})
    first, second = edition.value("a / b").observations
    assert (first.value, first.status) == (None, Status.NOT_APPLICABLE)
    assert first.reason == "the divisor is zero"
    assert second.value == Decimal("0.5")


def test_a_result_out_of_range_is_not_applicable(edition):
    edition.store("a0", {"2014": "1e30"}, "ratio", Kind.RATIO)
    chain = {f"a{n + 1}": f"a{n} * a{n}" for n in range(40)}
    known, findings = edition.derive(**chain)
    assert not findings
    last = known.series["a40"].observations[0]
    assert (last.value, last.status) == (None, Status.NOT_APPLICABLE)
    assert last.reason == "the result is out of range"


@given(_VALUES, _VALUES)
def test_results_do_not_depend_on_the_surrounding_context(new_edition, a, b):
    edition = new_edition()
    edition.store("a", {"2014": str(a)})
    edition.store("b", {"2014": str(b)})
    with localcontext(Context(prec=2)):
        poor = edition.value("a - b").observations
    assert poor[0].value == a - b
    assert poor == edition.value("a - b").observations


def test_an_amount_by_a_count_or_a_measure_is_so_much_per_one(edition):
    edition.store("gdp", {"2014": "12.2"}, "USD billion")
    edition.store("people", {"2014": "2.9"}, "million persons")
    edition.store("coal", {"2014": "5"}, "thousand tonne")
    head = edition.value("gdp / people")
    assert (str(head.unit), head.kind) == ("USD per person", Kind.RATIO)
    assert head.observations[0].value * Decimal("2.9") == 12200
    assert str(edition.value("coal / people").unit) == "tonne per person"
    assert edition.value("gdp / coal").unit == Unit.parse("USD per tonne")
    assert edition.value("gdp / coal").observations[0].value == 2440000
    edition.store("declared", {"2014": "4"}, "USD thousand per tonne", Kind.RATIO)
    assert str(edition.series["declared"].unit) == "USD thousand per tonne"
    total = edition.value("declared + gdp / coal")
    assert total.observations[0].value == 2444
    for wrong in ("gdp / gdp / gdp + people / gdp", "people / gdp"):
        assert edition.refusal(wrong).code == "B255"


@pytest.mark.parametrize(
    "text", ["USD per person", "GWh per person", "USD per km2", "kg per hectare"]
)
def test_an_amount_per_something_is_written_as_it_is_read(text):
    assert str(Unit.parse(text)) == text
    assert Unit.parse("USD per persons") == Unit.parse("USD per person")
    for wrong in ("percent per person", "USD per USD", "per person", "USD per", "rank per km"):
        with pytest.raises(ValueError, match="is no unit"):
            Unit.parse(wrong)
