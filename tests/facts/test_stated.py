from datetime import date
from decimal import Decimal

import pytest

from briefing.model.finding import Severity
from briefing.model.period import Period
from briefing.model.series import Kind, Status
from briefing.model.table import CellRef
from briefing.model.text import Place


def test_a_stated_value_and_where_it_stands(edition):
    edition.state("fdi", "297", "USD million", period="1990..2014", kind="cumulative flow")
    known, findings = edition.derive()
    assert not findings
    fact = known.stated["fdi"]
    assert (fact.value, fact.resolution, fact.kind) == (297, 1, Kind.CUMULATIVE_FLOW)
    assert fact.period == Period.parse("1990..2014")
    assert fact.cells == (CellRef("briefing.yaml", 40, "facts.fdi"),)
    assert fact.sources == ("mfa",)
    assert fact.derivation is None


@pytest.mark.parametrize("written", ["1921", "2014-09", "2019-09-03", "2024-09-02..2024-09-03"])
def test_dates_are_periods(edition, written):
    edition.state("signed", written, "date")
    known, findings = edition.derive()
    assert not findings
    assert known.stated["signed"].value == Period.parse(written)


def test_bounds(edition):
    edition.state("low", "<1", "percent")
    edition.state("high", ">1.5", "USD million")
    known, findings = edition.derive()
    assert not findings
    assert (known.stated["low"].value, known.stated["low"].bound) == (1, "<")
    assert (known.stated["high"].value, known.stated["high"].bound) == (Decimal("1.5"), ">")


@pytest.mark.parametrize(
    ("value", "unit", "words"),
    [
        ("about 300", "USD million", "“about 300” is no number"),
        ("1,650", "USD million", "“1,650” is no number"),
        ("3 September", "date", "“3 September” is no period"),
        ("2014-02-30", "date", "no day of the calendar"),
    ],
)
def test_values_that_cannot_be_read(edition, value, unit, words):
    edition.state("x", value, unit)
    known, findings = edition.derive()
    assert [(f.code, f.place) for f in findings] == [("B260", Place("briefing.yaml", 40, 12))]
    assert findings[0].message.startswith("fact x: ")
    assert words in findings[0].message
    assert known.broken == {"x"}


@pytest.mark.parametrize(
    ("value", "unit", "keys", "known_in"),
    [
        ("2760", "persons", {"period": "2000..2013"}, ["2013", "2014", "2025"]),
        ("1.65", "USD billion", {"period": "2018"}, ["2025"]),
        ("2019-09-03", "date", {}, ["2025"]),
        ("2013", "date", {}, ["2013", "2014", "2025"]),
        ("5", "km", {"as_of": "2026-11-24"}, ["2012", "2013", "2014", "2025"]),
        ("5", "km", {"as_of": "2026-11-25"}, []),
        ("4709.6", "km", {}, ["2012", "2013", "2014", "2025"]),
    ],
)
def test_what_an_edition_knows(new_edition, value, unit, keys, known_in):
    found = []
    for period in ("2012", "2013", "2014", "2025"):
        edition = new_edition(period=period)
        edition.state("x", value, unit, **keys)
        fact = edition.derive()[0].stated["x"]
        assert (fact.status is Status.MISSING) == (fact.value is None) == bool(fact.reason)
        if fact.value is not None:
            found.append(period)
    assert found == known_in


def test_an_edition_without_a_date_knows_all_that_is_dated(edition):
    edition.released = None
    edition.state("x", "5", "km", as_of=date(2030, 1, 1).isoformat())
    assert edition.derive()[0].stated["x"].value == 5


@pytest.mark.parametrize(
    ("value", "unit", "agrees"),
    [
        ("1.6", "USD billion", True),
        ("1.61", "USD billion", True),
        ("1610.9", "USD million", True),
        ("1611", "USD million", True),
        ("1611.0", "USD million", False),
        ("1.7", "USD billion", False),
        ("1610.92", "USD million", True),
        ("<2", "USD billion", True),
        (">2", "USD billion", False),
    ],
)
def test_a_stated_value_agrees_within_its_own_rounding(trade, value, unit, agrees):
    trade.state("published", value, unit, equals="exports + imports", period="2014")
    _, findings = trade.derive()
    assert [f.code for f in findings] == ([] if agrees else ["B261"])


def test_a_contradiction_says_what_the_data_give(trade):
    trade.state("published", "1.7", "USD billion", equals="exports + imports", period="2014")
    _, (finding,) = trade.derive()
    assert finding.message == (
        "fact published: 1.7 is stated, but the data give 1.610925 USD billion (exports + imports)"
    )
    assert finding.place == Place("briefing.yaml", 40, 12)


def test_equals_over_a_range_sums_the_flow(trade):
    trade.state("both", "123.4", "USD million", equals="exports", period="2013..2014")
    assert not trade.derive()[1]


def test_a_share_equals_a_ratio(trade):
    trade.state("part", "4.0", "percent", equals="exports / imports", period="2014")
    assert not trade.derive()[1]


@pytest.mark.parametrize(
    ("equals", "code", "severity"),
    [
        ("exprots", "B252", Severity.ERROR),
        ("exports +", "B250", Severity.ERROR),
        ("exports / imports", "B255", Severity.ERROR),
        ("exports_to", "B255", Severity.ERROR),
        ("growth(exports) * imports", "B262", Severity.WARNING),
    ],
)
def test_what_cannot_be_compared(trade, equals, code, severity):
    trade.state("x", "1", "USD million", equals=equals, period="2013")
    _, findings = trade.derive()
    assert [(f.code, f.severity) for f in findings] == [(code, severity)]
    assert findings[0].message.startswith("fact x")


def test_what_the_edition_does_not_know_is_not_compared(trade):
    trade.state("x", "1", "USD million", equals="exports", period="2020")
    trade.broken = frozenset({"gone"})
    trade.state("y", "1", "USD million", equals="gone", period="2014")
    assert not trade.derive()[1]
