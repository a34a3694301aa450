"""Indicators of trade: values worked out by hand, limits, and what must hold of any values."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.model.period import Period
from briefing.model.series import Kind, Status
from briefing.model.unit import PERCENT, POINTS, RATIO, Unit

_AMOUNTS = st.decimals(0, 10**9, places=1)
_POSITIVE = st.decimals(Decimal("0.1"), 10**9, places=1)
_KEYS = ("CHN", "RUS", "JPN", "KOR", "USA", "DEU")
_SMALL = Decimal("1e-15")


def _family(edition, values, period="2014", name="f"):
    for key, value in zip(_KEYS, values, strict=False):
        edition.store(f"{name}[{key}]", {period: str(value)})
    return edition


def _one(edition, expression):
    (observation,) = edition.value(expression).observations
    return observation


def test_turnover_and_balance_are_in_the_exports_unit(edition):
    edition.store("x", {"2014": "61.607"})
    edition.store("m", {"2014": "1549318"}, "USD thousand")
    turnover, balance = _one(edition, "turnover(x, m)"), _one(edition, "balance(x, m)")
    assert (turnover.value, balance.value) == (Decimal("1610.925"), Decimal("-1487.711"))
    assert len(turnover.cells) == 2


def test_the_normalised_balance(edition):
    edition.store("x", {"2013": "0", "2014": "30", "2015": "0"})
    edition.store("m", {"2013": "5", "2014": "10", "2015": "0"})
    values = edition.value("normalised(x, m)")
    assert values.unit == PERCENT
    assert [o.value for o in values.observations] == [-100, 50, None]
    assert values.observations[2].reason == "there is no trade"


@given(_AMOUNTS, _POSITIVE)
def test_the_normalised_balance_is_between_its_bounds(new_edition, exports, imports):
    edition = new_edition()
    edition.store("x", {"2014": str(exports)})
    edition.store("m", {"2014": str(imports)})
    assert -100 <= _one(edition, "normalised(x, m)").value <= 100


def test_openness_is_of_the_product(edition):
    edition.store("x", {"2014": "20"})
    edition.store("m", {"2014": "30"})
    edition.store("gdp", {"2014": "0.2"}, "USD billion")
    edition.store("none", {"2014": "0"}, "USD billion")
    assert _one(edition, "openness(x, m, gdp)").value == 25
    assert _one(edition, "openness(x, m, none)").reason == "the product is not above zero"


def test_contributions_of_a_familys_members(edition):
    for key, (before, after) in {"CHN": ("60", "75"), "RUS": ("40", "35")}.items():
        edition.store(f"f[{key}]", {"2013": before, "2014": after})
    known, findings = edition.derive(c="contribution(f, sum(f))")
    assert not findings
    members = known.families["c"].members
    assert {k: m.observations[0].value for k, m in members.items()} == {"CHN": 15, "RUS": -5}
    assert {m.unit for m in members.values()} == {POINTS}
    assert [str(o.period) for o in members["CHN"].observations] == ["2014"]
    assert len(members["CHN"].observations[0].cells) == 4


@given(st.lists(st.tuples(_AMOUNTS, _AMOUNTS), min_size=1, max_size=6))
def test_contributions_sum_to_the_totals_growth(new_edition, values):
    edition = new_edition()
    for key, (before, after) in zip(_KEYS, values, strict=False):
        edition.store(f"f[{key}]", {"2013": str(before), "2014": str(after)})
    known, findings = edition.derive(c="contribution(f, sum(f))", g="growth(sum(f))")
    assert not findings
    growth = known.series["g"].observations[0]
    parts = [m.observations[0] for m in known.families["c"].members.values()]
    if growth.value is None:
        assert {p.reason for p in parts} == {growth.reason} == {"the earlier value is zero"}
    else:
        assert abs(sum(p.value for p in parts) - growth.value) < Decimal("1e-13")


def test_contributions_over_months_and_in_another_scale(edition):
    edition.store("x", {"2013-05": "2", "2014-05": "3"})
    edition.store("all", {"2013-05": "0.01", "2014-05": "0.02"}, "USD billion")
    assert edition.values("contribution(x, all)") == {"2014-05": 10}


def test_concentration_leaves_totals_out(edition):
    _family(edition, ["50", "30", "15", "5"])
    edition.store("f[WLD]", {"2014": "100"})
    index = _one(edition, "hhi(f)")
    assert index.value == Decimal("0.365")
    assert len(index.cells) == 4
    assert round(_one(edition, "hhi_normalised(f)").value, 4) == Decimal("0.1533")
    assert edition.value("hhi(f)").unit == RATIO


@pytest.mark.parametrize(
    ("values", "index", "reason"),
    [
        (["5"], "1", "only one member is listed"),
        (["0", "0"], None, "the members add up to zero"),
        (["-1", "2"], None, "a member is below zero"),
    ],
)
def test_concentration_that_is_undefined(edition, values, index, reason):
    _family(edition, values)
    assert _one(edition, "hhi(f)").value == (None if index is None else Decimal(index))
    normalised = _one(edition, "hhi_normalised(f)")
    assert (normalised.status, normalised.reason) == (Status.NOT_APPLICABLE, reason)


def test_concentration_of_a_family_with_a_gap_is_missing(edition):
    edition.store("f[CHN]", {"2014": "5"})
    edition.store("f[RUS]", {"2014": None})
    index = _one(edition, "hhi(f)")
    assert (index.value, index.status, index.reason) == (None, Status.MISSING, "not published")


@given(st.lists(_POSITIVE, min_size=2, max_size=6))
def test_concentration_lies_between_its_bounds(new_edition, values):
    edition = _family(new_edition(), values)
    index, normalised = (_one(edition, f"{name}(f)").value for name in ("hhi", "hhi_normalised"))
    assert 1 / Decimal(len(values)) - _SMALL <= index <= 1
    assert -_SMALL <= normalised <= 1
    if len(set(values)) == 1:
        assert abs(normalised) < _SMALL


def _comparison(edition, values, expression):
    for name, value in zip("abcd", values, strict=True):
        edition.store(name, {"2014": str(value)})
    return _one(edition, expression)


def test_comparative_advantage(edition):
    values = ("11", "140", "42", "12000")
    assert round(_comparison(edition, values, "rca(a, b, c, d)").value, 2) == Decimal("22.45")
    assert round(_one(edition, "rca_symmetric(a, b, c, d)").value, 3) == Decimal("0.915")


@given(_AMOUNTS, _POSITIVE, _POSITIVE, _POSITIVE)
def test_the_symmetric_index_is_between_its_bounds_and_agrees(new_edition, a, b, c, d):
    edition = new_edition()
    index = _comparison(edition, (a, b, c, d), "rca(a, b, c, d)").value
    symmetric = _one(edition, "rca_symmetric(a, b, c, d)").value
    assert -1 <= symmetric <= 1
    if abs(index - 1) > _SMALL:
        assert (symmetric > 0) == (index > 1)


@pytest.mark.parametrize(
    ("values", "reason"),
    [
        (("1", "0", "1", "1"), "a whole is zero"),
        (("1", "1", "1", "0"), "a whole is zero"),
        (("1", "1", "0", "1"), "the share to compare with is zero"),
    ],
)
@pytest.mark.parametrize("name", ["rca", "rca_symmetric", "intensity"])
def test_a_comparison_with_nothing_is_not_applicable(edition, values, reason, name):
    one = _comparison(edition, values, f"{name}(a, b, c, d)")
    assert (one.value, one.status, one.reason) == (None, Status.NOT_APPLICABLE, reason)


def test_intensity_takes_the_world_with_or_without_the_reporter(edition):
    for name, value in {
        "x": "10",
        "all": "100",
        "theirs": "5",
        "world": "110",
        "own": "10",
    }.items():
        edition.store(name, {"2014": value})
    assert round(_one(edition, "intensity(x, all, theirs, world)").value, 6) == Decimal("2.2")
    assert round(_one(edition, "intensity(x, all, theirs, world - own)").value, 6) == 2


def test_a_comparison_of_two_currencies_is_of_shares(edition):
    edition.store("x", {"2014": "1"}, "EUR million")
    edition.store("all", {"2014": "10000"}, "EUR thousand")
    edition.store("wx", {"2014": "5"})
    edition.store("w", {"2014": "100"})
    assert _one(edition, "rca(x, all, wx, w)").value == 2
    assert "USD million and EUR million" in edition.refusal("rca(wx, x, wx, w)").message


def test_a_share_of_the_inward_stock_wants_stocks(edition):
    edition.store("from_russia", {"2012": "296"}, kind=Kind.STOCK)
    edition.store("inward", {"2012": "15000"}, kind=Kind.STOCK)
    edition.store("cumulated", {"2012": "15000"}, kind=Kind.CUMULATIVE_FLOW)
    share = _one(edition, "fdi_share(from_russia, inward)")
    assert round(share.value, 2) == Decimal("1.97")
    refused = edition.refusal("fdi_share(from_russia, cumulated)")
    assert refused.code == "B256"
    assert "cumulative flows are not a stock" in refused.hint


def test_an_undefined_result_is_not_applicable_with_its_reason(edition):
    edition.store("x", {"2024": "0", "2025": "5"})
    finding = edition.unread("g", g="growth(x)")
    assert finding.message == "g is not applicable for 2025: the earlier value is zero"


def test_a_market_share_is_of_the_partners_imports(edition):
    edition.store("m", {"2014": "40"})
    edition.store("w", {"2014": "0.8"}, "USD billion")
    assert _one(edition, "market_share(m, w)").value == 5


def test_joined_is_one_measure_from_two_tables(edition):
    edition.store("x", {"2012": "1.5", "2014": None, "2015": "3"})
    edition.store("y", {"2012": "9", "2013": "2500", "2014": "2750"}, "USD thousand")
    joined = edition.value("joined(x, y)")
    assert {str(o.period): str(o.value) for o in joined.observations} == {
        "2012": "1.5",
        "2013": "2.500",
        "2014": "2.750",
        "2015": "3",
    }
    assert [o.cells[0].file for o in joined.observations] == ["x.csv", "y.csv", "y.csv", "x.csv"]
    assert joined.observations[1].resolution == Decimal("0.001")


def test_joined_takes_families_of_one_unit(edition):
    edition.store("f[CHN]", {"2014": "1"})
    edition.store("g[CHN]", {"2013": "2"})
    edition.store("g[RUS]", {"2013": "3"})
    known, _ = edition.derive(j="joined(f, g)")
    members = known.families["j"].members
    assert {key: len(series.observations) for key, series in members.items()} == {
        "CHN": 2,
        "RUS": 1,
    }
    edition.store("t", {"2014": "1"}, "tonne")
    assert "don't go together" in edition.refusal("joined(f[CHN], t)").message


def test_years_to_date_have_the_same_months(edition):
    months = {f"2024-{month:02}": "2" for month in range(1, 13)}
    months |= {f"2025-{month:02}": "3" for month in range(1, 10)}
    months |= {f"2023-{month:02}": "1" for month in range(3, 13)} | {"2025-10": None}
    edition.store("x", dict(sorted(months.items())))
    assert edition.values("to_date(x)") == {"2024-01..2024-09": 18, "2025-01..2025-09": 27}
    assert edition.values("growth(to_date(x))") == {"2025-01..2025-09": 50}


def test_a_whole_year_to_date_is_the_year(edition):
    edition.store("x", {f"{y}-Q{q}": "1" for y in (2024, 2025) for q in (1, 2, 3, 4)})
    assert edition.values("to_date(x)") == {"2024": 4, "2025": 4}


def test_a_familys_years_to_date_end_together(edition):
    edition.store("f[CHN]", {"2024-01": "1", "2024-02": "1", "2025-01": "1", "2025-02": "2"})
    edition.store("f[RUS]", {"2024-01": "1", "2024-02": "1", "2025-01": "1"})
    known, findings = edition.derive(f_to_date="to_date(f)", s="share(to_date(f), sum(to_date(f)))")
    assert not findings
    members = known.families["f_to_date"].members
    assert [str(o.period) for o in members["RUS"].observations] == ["2024-01..2024-02"]
    assert members["CHN"].at(Period.parse("2025-01..2025-02")).value == 3
    assert known.families["s"].members["RUS"].observations[0].value == 50


_ECB = {"2022": "1.0530", "2023": "1.0813"}


def test_convert_divides_by_what_the_other_currency_costs(edition):
    edition.store("x", {"2022": "93365.8", "2023": "112709.7", "2024": "1"}, "USD thousand")
    edition.store("rate", _ECB, "USD per EUR", Kind.RATIO)
    converted = edition.value("convert(x, rate)")
    assert (converted.unit, converted.kind) == (Unit.parse("EUR thousand"), Kind.FLOW)
    assert [round(o.value, 1) for o in converted.observations] == [
        Decimal("88666.5"),
        Decimal("104235.4"),
    ]
    assert [c.file for c in converted.observations[0].cells] == ["x.csv", "rate.csv"]
    # The rate's fourth decimal is worth nine thousand euros, more than the amount's first.
    assert round(converted.observations[1].resolution, 1) == Decimal("9.6")


def test_convert_multiplies_by_the_price_of_its_currency(edition):
    edition.store("x", {"2022": "2", "2023": "0"}, "EUR million")
    edition.store("rate", _ECB, "USD per EUR", Kind.RATIO)
    first, second = edition.value("convert(x, rate)").observations
    assert (first.value, first.resolution) == (Decimal("2.106"), Decimal("1.053"))
    assert second.value == 0
    assert edition.value("convert(x, rate)").unit == Unit.parse("USD million")


def test_a_stated_rate_converts_every_member_and_period(edition):
    for key, value in {"DEU": "195.583", "WLD": "391.166"}.items():
        edition.store(f"f[{key}]", {"1997": value, "1998": value}, "DEM million", Kind.STOCK)
    edition.state("mark", "1.95583", "DEM per EUR")
    known, findings = edition.derive(euros="convert(f, mark)")
    assert not findings
    family = known.families["euros"]
    assert family.totals == {"WLD"}
    assert [o.value for o in family.members["DEU"].observations] == [100, 100]
    assert family.members["WLD"].kind is Kind.STOCK
    assert family.members["WLD"].observations[0].sources == ("nso", "mfa")


@pytest.mark.parametrize("price", ["0", "-1"])
def test_no_conversion_at_a_rate_that_is_none(edition, price):
    edition.store("x", {"2022": "2"}, "EUR million")
    edition.store("rate", {"2022": price}, "USD per EUR", Kind.RATIO)
    (one,) = edition.value("convert(x, rate)").observations
    assert (one.value, one.status) == (None, Status.NOT_APPLICABLE)
    assert one.reason == "the rate of exchange is not above zero"


def test_a_missing_rate_makes_the_converted_value_missing(edition):
    edition.store("x", {"2022": "2"}, "EUR million")
    edition.store("rate", {"2022": None}, "USD per EUR", Kind.RATIO)
    (one,) = edition.value("convert(x, rate)").observations
    assert (one.value, one.status, one.reason) == (None, Status.MISSING, "not published")


@pytest.mark.parametrize(
    ("expression", "code", "message", "hint"),
    [
        (
            "convert(x, pounds)",
            "B255",
            "convert: USD million is not exchanged by GBP per EUR",
            "name a rate of which one currency is USD",
        ),
        (
            "convert(x, x)",
            "B255",
            "convert: USD million is no rate of exchange",
            "give the rate its unit: EUR per USD",
        ),
        (
            "convert(pounds, x)",
            "B255",
            "convert: GBP per EUR is no money",
            "write convert(x, rate): the amount comes first",
        ),
        (
            "convert(x, flow)",
            "B256",
            "convert: the rate is called a flow, which would be added up over a range",
            "call it what it is: kind: ratio",
        ),
        (
            "x * flow",
            "B255",
            "USD million times USD per EUR is no unit",
            "money changes its currency by convert(x, rate)",
        ),
        (
            "x / flow",
            "B255",
            "USD million by USD per EUR is no unit",
            "money changes its currency by convert(x, rate)",
        ),
        (
            "x + y",
            "B255",
            "a sum: USD million and EUR million don't go together",
            "bring both to one currency: convert(x, rate)",
        ),
    ],
)
def test_what_cannot_be_converted(edition, expression, code, message, hint):
    edition.store("x", {"2022": "2"})
    edition.store("y", {"2022": "2"}, "EUR million")
    edition.store("pounds", {"2022": "0.8"}, "GBP per EUR", Kind.RATIO)
    edition.store("flow", {"2022": "1.1"}, "USD per EUR")
    finding = edition.refusal(expression)
    assert (finding.code, finding.hint) == (code, hint)
    assert finding.message == f"series result: {message}"


@given(
    st.decimals(-(10**9), 10**9, places=3),
    st.decimals(Decimal("0.0001"), 10**5, places=4),
    st.sampled_from(["EUR", "USD"]),
)
def test_there_and_back_is_the_value(new_edition, value, price, currency):
    edition = new_edition()
    edition.store("x", {"2022": str(value)}, f"{currency} thousand")
    edition.store("rate", {"2022": str(price)}, "USD per EUR", Kind.RATIO)
    back = edition.value("convert(convert(x, rate), rate)")
    (one,) = back.observations
    assert back.unit == Unit.parse(f"{currency} thousand")
    assert abs(one.value - value) <= abs(value) * Decimal("1e-25")
