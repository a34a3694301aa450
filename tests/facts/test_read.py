from decimal import Decimal

import pytest

from briefing.model.period import Period
from briefing.model.series import Kind, Status
from briefing.model.text import Place
from briefing.model.unit import DATE


@pytest.fixture
def months(edition):
    values = {f"2024-{m:02}": "2" for m in range(1, 13)} | {
        f"2025-{m:02}": "1" for m in range(1, 10)
    }
    edition.store("fdi", values)
    edition.store("stock", {"2023-12": "70", "2024-12": "90"}, kind=Kind.STOCK)
    return edition


def test_without_a_period_it_is_the_editions(trade):
    fact = trade.read("exports").fact
    assert (fact.name, fact.value, fact.period) == ("exports", Decimal("76.872"), Period.year(2015))
    assert fact.cells[0].row == 4
    assert trade.read("exports period.previous").fact.value == Decimal("61.607")
    assert trade.read("exports period").fact == fact
    assert trade.read("exports 2013").fact.value == Decimal("61.773")


def test_a_member_of_a_family(trade):
    fact = trade.read("exports_to[$partner] 2014").fact
    assert (fact.name, fact.value) == ("exports_to[RUS]", Decimal("61.607"))
    assert trade.read("exports_to[CHN] latest").fact.period == Period.year(2014)


def test_a_derived_fact_says_how(trade):
    fact = trade.read("balance", balance="exports - imports").fact
    assert (fact.value, str(fact.derivation)) == (Decimal("-944.114"), "exports - imports")
    assert len(fact.cells) == 2


def test_the_editions_own_dates(trade):
    for text, written in {
        "period": "2015",
        "period.previous": "2014",
        "released": "2026-11-24",
    }.items():
        fact = trade.read(text).fact
        assert (fact.name, fact.unit, str(fact.value)) == (text, DATE, written)
    trade.released = None
    assert trade.unread("released").code == "B273"


def test_latest_is_the_last_with_a_value(edition):
    edition.store("x", {"2023": "1", "2024": "2", "2025": None})
    assert edition.read("x latest").fact.period == Period.year(2024)


def test_a_stated_fact_has_its_own_period(trade):
    trade.state("students", "2760", "persons", period="2000..2013")
    fact = trade.read("students").fact
    assert (fact.value, fact.period) == (2760, Period.parse("2000..2013"))
    assert trade.read("students 2000..2013").fact == fact
    assert trade.read("students latest").fact == fact
    assert "for 2000..2013 only" in trade.unread("students 2010").message


def test_a_range_sums_a_flow_and_takes_the_last_of_a_stock(months):
    flow = months.read("fdi 2025-01..2025-09").fact
    assert (flow.value, flow.period) == (9, Period.parse("2025-01..2025-09"))
    assert len(flow.cells) == 9
    assert str(flow.derivation) == 'sum_over(fdi, "2025-01..2025-09")'
    assert months.read("fdi 2024").fact.value == 24
    assert months.read("fdi 2024-Q4").fact.value == 6
    months.store("held", {"2023": "70", "2024": "90"}, kind=Kind.STOCK)
    stock = months.read("held 2023..2024").fact
    assert (stock.value, len(stock.cells)) == (90, 1)


def test_a_range_wants_every_period(months):
    assert months.unread("fdi 2025").message == (
        "fdi has no value for 2025: a range wants a value for every period in it, "
        "and there is none from 2025-10-01 on"
    )
    assert months.unread("fdi 2023-12..2024-02").code == "B273"
    assert months.unread("stock 2024").code == "B273"


def test_a_ratio_has_no_value_over_a_range(trade):
    finding = trade.unread("part 2013..2014", part="share(exports, imports)")
    assert finding.code == "B274"


@pytest.mark.parametrize(
    ("text", "code", "words"),
    [
        ("exprots", "B270", "there is no fact “exprots”; did you mean “exports”?"),
        ("exports_to", "B271", "exports_to has a series for each key"),
        ("exports_to[RSU]", "B271", "no member “RSU”; did you mean “RUS”?"),
        ("exports_to[$partnr]", "B271", "no parameter “partnr”; did you mean “partner”?"),
        ("exports_to[$reporter]", "B273", "exports_to has no rows of MNG"),
        ("exports[RUS]", "B271", "has no keys"),
        ("exports lastest", "B272", "“lastest” is no period; did you mean “latest”?"),
        ("exports 2014-13", "B272", "is no period"),
        ("period 2014", "B271", "neither keys nor periods"),
        ("exports 2016", "B273", "exports 2016 is after this edition’s period, 2015"),
        ("exports 2012", "B273", "exports has no value for 2012: it begins in 2013"),
        ("exports 2014-Q1", "B273", "there is no observation of that period"),
        ("exports_to[CHN]", "B273", "exports_to[CHN] has no value for 2015: it ends in 2014"),
    ],
)  # fmt: skip
def test_references_that_read_nothing(trade, text, code, words):
    finding = trade.unread(text)
    assert (finding.code, finding.place) == (code, Place("sections/en/trade.md", 3, 5))
    assert words in finding.message
    assert finding.hint


def test_a_series_that_ends_too_early_hints_at_latest(trade):
    assert "`latest`" in trade.unread("exports_to[CHN]").hint


def test_a_missing_value_gives_its_reason(edition):
    edition.store("x", {"2025": None})
    assert edition.unread("x").message == "x has no value for 2025: not published"


def test_a_part_year_is_not_the_year(months):
    finding = months.unread("net", net="-yearly(fdi)")
    assert finding.message == (
        "net has no value for 2025: only 2025-01..2025-09, a part of the year, is known"
    )
    assert months.read("net latest", net="-yearly(fdi)").fact.value == -9


def test_what_is_not_known_yet_says_since_when(trade):
    trade.state("treaty", "2019-09-03", "date")
    assert trade.unread("treaty").message == (
        "treaty has no value in this edition: "
        "its date, 2019-09-03, is after this edition’s period, 2015"
    )


def test_what_is_broken_is_read_in_silence(trade):
    from briefing import facts
    from briefing.model.text import Reference

    trade.broken = frozenset({"gone"})
    known, _ = trade.derive()
    asked = Reference("gone", Place("a.md"))
    assert facts.read(known, [asked]) == ({}, ())
    assert facts.held(known, [asked]) == (frozenset(), ())


def test_conditions_hold_when_there_is_a_value(trade):
    trade.state("treaty", "2019-09-03", "date")
    trade.state("visit", "2014-09", "date")
    holding, findings = trade.held(
        "treaty", "visit", "exports", "exports 2016", "exports_to", "exports_to 2014",
        "exports_to[$reporter]", "exports_to[CHN] latest", "period",
    )  # fmt: skip
    assert not findings
    assert holding == {"visit", "exports", "exports_to 2014", "exports_to[CHN] latest", "period"}


def test_a_condition_on_nothing_is_a_finding(trade):
    holding, findings = trade.held("exprots", "exports_to[RSU]", "exports soon")
    assert not holding
    assert [f.code for f in findings] == ["B270", "B271", "B272"]


def test_status_goes_with_the_fact(edition):
    edition.store("x", {"2025": "1"}, statuses={"2025": Status.PROVISIONAL})
    assert edition.read("x").fact.status is Status.PROVISIONAL
