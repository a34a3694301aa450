from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.facts import INDICATORS
from briefing.model.period import Period
from briefing.model.series import Kind, Status
from briefing.model.unit import PERCENT, RANK, Unit

_AMOUNTS = st.decimals(0, 10**9, places=1)
_POSITIVE = st.decimals(Decimal("0.1"), 10**9, places=1)
_KEYS = ("CHN", "RUS", "JPN", "KOR", "USA", "DEU")


def _family(edition, values):
    for key, value in zip(_KEYS, values, strict=False):
        edition.store(f"f[{key}]", {"2014": str(value)})
    return edition


def test_share_of_the_world_row(trade):
    share = trade.value("share(exports, exports_to[WLD])")
    assert (share.unit, share.kind) == (PERCENT, Kind.RATIO)
    assert round(share.observations[0].value, 3) == Decimal("1.067")
    assert [c.file for c in share.observations[0].cells] == ["exports.csv", "exports_to[WLD].csv"]


def test_share_of_each_member(trade):
    known, findings = trade.derive(shares="share(exports_to, exports_to[WLD])")
    assert not findings
    shares = known.families["shares"]
    assert round(shares.members["CHN"].observations[0].value, 3) == Decimal("87.861")
    assert shares.totals == {"WLD"}


@given(st.lists(_POSITIVE, min_size=1, max_size=6))
def test_shares_sum_to_100(new_edition, values):
    edition = _family(new_edition(), values)
    known, _ = edition.derive(s="share(f, sum(f))")
    total = sum(m.observations[0].value for m in known.families["s"].members.values())
    assert abs(total - 100) < Decimal("1e-25")


def test_a_share_of_nothing_is_not_applicable(edition):
    edition.store("a", {"2014": "0"})
    (one,) = edition.value("share(a, a)").observations
    assert (one.value, one.status, one.reason) == (None, Status.NOT_APPLICABLE, "the whole is zero")


def test_sum_leaves_totals_out(trade):
    total = trade.value("sum(exports_to)")
    assert total.observations[0].value == Decimal("5159.457")
    assert len(total.observations[0].cells) == 3


def test_sum_takes_the_members_of_each_period(edition):
    edition.store("f[CHN]", {"2014": "1", "2015": "2"})
    edition.store("f[RUS]", {"2015": "500"}, "USD thousand")
    assert edition.values("sum(f)") == {"2014": 1, "2015": Decimal("2.5")}
    edition.store("f[JPN]", {"2015": None})
    assert edition.values("sum(f)") == {"2014": 1, "2015": None}
    assert edition.values("sum(zero(f))") == {"2014": 1, "2015": Decimal("2.5")}


def test_rank_counts_the_strictly_larger(trade):
    rank = trade.value("rank(exports_to, $partner)")
    (one,) = rank.observations
    assert (rank.unit, one.value, one.of, one.tied) == (RANK, 2, 3, False)
    assert len(one.cells) == 3


def test_rank_of_equals_is_joint(edition):
    _family(edition, ["5", "3", "3", "1"])
    (russia,) = edition.value("rank(f, RUS)").observations
    assert (russia.value, russia.of, russia.tied) == (2, 4, True)
    (korea,) = edition.value("rank(f, KOR)").observations
    assert (korea.value, korea.tied) == (4, False)


def test_rank_is_among_those_with_a_value(edition):
    edition.store("f[CHN]", {"2014": None, "2015": "9"})
    edition.store("f[RUS]", {"2014": "1", "2015": None})
    first, second = edition.value("rank(f, RUS)").observations
    assert (first.value, first.of) == (1, 1)
    assert (second.value, second.status, second.reason) == (None, Status.MISSING, "not published")


@given(st.lists(_AMOUNTS, min_size=1, max_size=6))
def test_ranks_are_those_of_the_sorted_values(new_edition, values):
    edition = _family(new_edition(), values)
    known, findings = edition.derive(**{key: f"rank(f, {key})" for key in _KEYS[: len(values)]})
    assert not findings
    ordered = sorted(values, reverse=True)
    for key, value in zip(_KEYS, values, strict=False):
        rank = known.series[key].observations[0]
        assert rank.value == ordered.index(value) + 1
        assert rank.tied == (values.count(value) > 1)
        assert rank.of == len(values)


@pytest.mark.parametrize(
    ("expression", "words"),
    [
        ("rank(exports_to, WLD)", "WLD is a total, no member"),
        ("rank(exports_to, RSU)", "exports_to has no member “RSU”; did you mean “RUS”?"),
        ("rank(exports, RUS)", "this is no family"),
        ("rank(exports_to, 5)", "a key of the family is wanted here"),
        ("sum(exports)", "this is none"),
        ("share(exports, exports_to)", "the whole is a family"),
        ("share(exports)", "share takes 2 arguments, not 1"),
        ("shar(exports, imports)", "there is no function “shar”; did you mean “share”?"),
        ("gini(exports_to)", "there is no function “gini”"),
        ("hhi(exports)", "hhi goes over the members of a family; this is none"),
        ("contribution(exports, exports_to)", "the total is one series"),
        ("fdi_share(exports, imports)", "fdi_share wants stocks; this is a flow"),
        ("to_date(exports)", "to_date adds up months or quarters"),
        ("to_date(share(exports, imports))", "to_date adds up a flow; this is a ratio"),
        ("normalised(exports, share(exports, imports))", "USD million and percent don't go"),
        ("cagr(exports, 2014)", "cagr wants a range of years"),
        ('cagr(exports, "2014")', "wants a range of years"),
        ('cagr(exports, "soon")', "“soon” is no period"),
        ('cagr(exports_to, "2013..2014")', "cagr wants one series"),
        ("growth(share(exports, imports))", "don't grow by a percentage"),
        ("yearly(share(exports, imports))", "yearly adds up a flow; this is a ratio"),
    ],
)
def test_what_an_indicator_refuses(trade, expression, words):
    finding = trade.refusal(expression)
    assert words in finding.message
    assert finding.hint


def test_an_unknown_function_lists_those_there_are(trade):
    hint = trade.refusal("gini(exports_to)").hint
    assert hint == f"functions are: {', '.join(INDICATORS)}"
    assert sorted(INDICATORS) == list(INDICATORS)


def test_a_year_of_months(edition):
    months = {f"2024-{month:02}": "-10.5" for month in range(1, 13)}
    months |= {f"2025-{month:02}": "-1" for month in range(1, 10)}
    edition.store("fdi", months)
    yearly = edition.value("-yearly(fdi)")
    assert [str(o.period) for o in yearly.observations] == ["2024", "2025-01..2025-09"]
    assert [o.value for o in yearly.observations] == [126, 9]
    assert yearly.observations[1].period.is_part_year
    assert [len(o.cells) for o in yearly.observations] == [12, 9]
    assert yearly.observations[0].resolution == Decimal("0.1")


def test_a_year_with_a_gap_or_without_its_last_months(edition):
    edition.store("x", {"2023-Q1": "1", "2023-Q2": "1", "2023-Q4": "1",
                        "2024-Q1": "1", "2024-Q2": None, "2024-Q3": "1", "2024-Q4": "1",
                        "2025-Q1": "5", "2025-Q2": "6", "2025-Q3": None})  # fmt: skip
    gap, missing, part = edition.value("yearly(x)").observations
    assert (str(gap.period), gap.value) == ("2023", None)
    assert gap.reason == "there is no value between 2023-Q2 and 2023-Q4"
    assert (str(missing.period), missing.value, missing.reason) == ("2024", None, "not published")
    assert (str(part.period), part.value) == ("2025-Q1..2025-Q2", 11)


def test_growth_is_on_the_same_period_a_year_earlier(edition):
    edition.store("x", {"2013-01..2013-09": "80", "2013": "100", "2014-01..2014-09": "100",
                        "2014": "90"})  # fmt: skip
    assert edition.values("growth(x)") == {"2014-01..2014-09": 25, "2014": -10}


@pytest.mark.parametrize(
    ("earlier", "later", "reason"),
    [
        ("0", "5", "the earlier value is zero"),
        ("-5", "5", "the sign changes"),
        ("5", "-5", "the sign changes"),
        ("-5", "-8", "the earlier value is below zero"),
        ("-5", "0", "the earlier value is below zero"),
        (None, "5", "not published"),
    ],
)
def test_growth_that_is_undefined(edition, earlier, later, reason):
    edition.store("x", {"2013": earlier, "2014": later})
    (one,) = edition.value("growth(x)").observations
    assert (one.value, one.reason) == (None, reason)


@given(_POSITIVE, _POSITIVE)
def test_growth_inverts(new_edition, earlier, later):
    edition = new_edition()
    edition.store("x", {"2013": str(earlier), "2014": str(later)})
    (growth,) = edition.value("growth(x)").observations
    assert abs(earlier * (1 + growth.value / 100) - later) < Decimal("1e-15")


def test_cagr_is_one_value_of_its_range(edition):
    edition.store("x", {"2014": "100", "2019": "5", "2025": "800"})
    known, findings = edition.derive(
        c='cagr(x, "2014..2025")', short='cagr(x, "2013..2025")', zero='cagr(x - x, "2014..2025")'
    )
    assert not findings
    c = known.stated["c"]
    assert (c.name, c.unit, c.period) == ("c", PERCENT, Period.parse("2014..2025"))
    assert round(c.value, 4) == Decimal("20.8089")
    assert str(c.derivation) == 'cagr(x, "2014..2025")'
    assert len(c.cells) == 2
    assert known.stated["short"].reason == "there is no value for 2013"
    assert known.stated["zero"].status is Status.NOT_APPLICABLE


@given(_POSITIVE, st.integers(1, 30), st.integers(-90, 300))
def test_cagr_inverts(new_edition, first, years, rate):
    edition = new_edition()
    last = first * (1 + Decimal(rate) / 100) ** years
    if not 0 < last < Decimal("1e28"):
        return
    edition.store("x", {"1990": str(first), str(1990 + years): str(last)})
    known, findings = edition.derive(c=f'cagr(x, "1990..{1990 + years}")')
    assert not findings
    if last > Decimal("0.001"):
        assert abs(known.stated["c"].value - rate) < Decimal("0.0001")


def test_cover_and_mirror_gap(trade):
    assert round(trade.values("cover(exports, imports)")["2014"], 2) == Decimal("3.98")
    trade.store("russia_reports", {"2014": "40"})
    gap = trade.value("mirror_gap(exports, russia_reports)").observations[0]
    assert round(gap.value, 1) == Decimal("-42.5")
    assert round(trade.values("mirror_gap(russia_reports, exports)")["2014"], 1) == Decimal("42.5")
    trade.store("nothing", {"2014": "0"})
    (one,) = trade.value("mirror_gap(nothing, nothing)").observations
    assert one.status is Status.NOT_APPLICABLE


def test_zero_counts_what_is_missing_as_nothing_and_says_so(edition):
    edition.store("x", {"2013": "1", "2014": None})
    first, second = edition.value("zero(x)").observations
    assert (first.value, first.reason) == (1, "")
    assert (second.value, second.status) == (0, Status.FINAL)
    assert second.reason == "counted as nothing: not published"
    assert len(second.cells) == 1


def test_rolling_adds_up_the_latest_periods_and_leaves_gaps_out(edition):
    edition.store("x", {f"2024-Q{n}": str(n) for n in (1, 2, 3, 4)} | {"2025-Q1": "10"})
    assert edition.values("rolling(x, 4)") == {"2024-Q4": 10, "2025-Q1": 19}
    edition.store("gap", {"2024-Q1": "1", "2024-Q3": "2", "2024-Q4": "4"})
    assert edition.values("rolling(gap, 2)") == {"2024-Q4": 6}
    edition.store("stock", {"2024": "1", "2025": "2"}, kind=Kind.STOCK)
    assert "rolling adds up a flow" in edition.refusal("rolling(stock, 2)").message
    for wrong in ("0", "1.5", "x", "2000"):
        assert "a whole number from 1 to 1000" in edition.refusal(f"rolling(x, {wrong})").message


def test_a_rolling_sum_is_not_added_up_once_more(edition):
    edition.store("x", {f"2024-Q{n}": str(n) for n in (1, 2, 3, 4)} | {"2025-Q1": "10"})
    assert edition.value("rolling(x, 4)").kind is Kind.RATIO
    assert "rolling adds up a flow" in edition.refusal("rolling(rolling(x, 2), 2)").message


def test_an_index_is_100_in_its_base(edition):
    edition.store("x", {"2014": "50", "2015": "40", "2016": "42.5"})
    assert edition.values("index(x, 2015)") == {"2014": 125, "2015": 100, "2016": Decimal("106.25")}
    assert edition.values('index(x, "2015")') == edition.values("index(x, 2015)")
    edition.store("q", {f"2015-Q{n}": str(10 * n) for n in (1, 2, 3, 4)} | {"2016-Q1": "50"})
    assert edition.values("index(q, 2015)")["2016-Q1"] == 200
    edition.store("part", {f"2015-Q{n}": "10" for n in (1, 2, 3)})
    one, *_ = edition.value("index(part, 2015)").observations
    assert (one.value, one.reason) == (None, "the base, 2015, is not whole")
    edition.store("below", {"2015": "-4", "2016": "2"})
    statuses = {o.status for o in edition.value("index(below, 2015)").observations}
    assert statuses == {Status.NOT_APPLICABLE}


def test_an_average_is_of_all_periods_of_its_range(edition):
    edition.store("x", {"2010": "1", "2011": "2", "2012": "4", "2014": "9"})
    known, findings = edition.derive(a='average(x, "2010..2012")', b='average(x, "2012..2014")')
    assert not findings
    assert known.stated["a"].value == Decimal(7) / 3 or known.stated["a"].value * 3 == 7
    assert (known.stated["a"].period, known.stated["a"].unit) == (
        Period.parse("2010..2012"),
        Unit.parse("USD million"),
    )
    assert known.stated["b"].reason == "there is no value for 2013"


def test_the_largest_members_are_those_of_each_period(edition):
    rows = {"A": ("5", "1"), "B": ("3", "4"), "C": ("1", "3"), "WLD": ("9", "8")}
    for key, values in rows.items():
        edition.store(f"to[{key}]", dict(zip(("2014", "2015"), values, strict=True)))
    assert edition.values("top(to, 2)") == {"2014": 8, "2015": 7}
    assert edition.values("share(top(to, 2), to[WLD])")["2015"] == Decimal("87.5")
