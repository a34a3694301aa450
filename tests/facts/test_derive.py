import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from briefing.model.text import Place

_PIECES = st.sampled_from(
    ["exports", "imports", "exports_to", "[WLD]", "[$partner]", "[XXX]", "$partner", "+", "-", "*",
     "/", "(", ")", ",", "2", '"2013..2014"', "share(", "rank(", "sum(", "yearly(", "growth(",
     "cagr(", "zero(", "limit", "signed"]
)  # fmt: skip


def test_a_series_may_build_on_one_that_stands_later(trade):
    known, findings = trade.derive(
        cover="turnover / imports", turnover="exports + imports", same="exports_to[$partner]"
    )
    assert not findings
    assert list(known.series["turnover"].observations)
    assert str(known.series["cover"].derivation) == "turnover / imports"
    assert known.series["same"].name == "same"
    assert (
        known.series["same"].observations
        == known.families["exports_to"].members["RUS"].observations
    )


def test_a_cycle_is_one_finding_and_the_rest_is_made(trade):
    known, findings = trade.derive(
        top="b + exports", b="c + 1 * exports", c="d - exports", d="b", ok="-exports"
    )
    assert [f.code for f in findings] == ["B258"]
    assert findings[0].message == "series b builds on itself: b → c → d → b"
    assert known.broken == {"top", "b", "c", "d"}
    assert "ok" in known.series


def test_two_cycles_and_one_that_holds_itself(trade):
    _, findings = trade.derive(a="b", b="a", c="c + exports", d="a + c")
    assert sorted(f.message for f in findings) == [
        "series a builds on itself: a → b → a",
        "series c builds on itself: c → c",
    ]


def test_a_long_chain_of_names_is_no_trouble(trade):
    chain = {f"n{i}": f"n{i + 1} + exports" for i in range(2000)}
    known, findings = trade.derive(**chain, n2000="exports")
    assert not findings
    assert (
        known.series["n0"].observations[1].value
        == 2001 * known.series["exports"].observations[1].value
    )


@pytest.mark.parametrize(
    ("expression", "code", "column", "words"),
    [
        ("exprots + imports", "B252", 9, "there is no “exprots”; did you mean “exports”?"),
        ("exports + exports_to[RSU]", "B253", 19, "no member “RSU”; did you mean “RUS”?"),
        ("exports[RUS]", "B253", 9, "exports is one series or value and has no keys"),
        (
            "exports_to[$partnr]",
            "B259",
            9,
            "there is no parameter “partnr”; did you mean “partner”?",
        ),
        ("exports + $partner", "B254", 19, "“$partner” is a code, no value"),
        ('exports + "2014"', "B254", 19, "“2014” is a period, no value"),
        ("exports + growth", "B252", 19, "growth is a function"),
        ("exports +", "B250", 18, "ends where"),
    ],
)
def test_findings_stand_inside_the_phrase(trade, expression, code, column, words):
    finding = trade.refusal(expression)
    assert finding.code == code
    assert finding.place == Place("briefing.yaml", 30, column)
    assert words in finding.message
    assert finding.message.startswith("series result: ")


def test_what_is_broken_breaks_what_builds_on_it_silently(trade):
    trade.broken = frozenset({"gone"})
    known, findings = trade.derive(a="gone + exports", b="a * 2", c="-exports")
    assert not findings
    assert known.broken == {"gone", "a", "b"}


def test_a_parameter_without_rows_is_an_empty_series(trade):
    (member,) = list(trade.families["exports_to"].members.values())[:1]
    trade.families["f"] = replace(trade.families["exports_to"], members={"MNG": member})
    known, findings = trade.derive(
        to_me="exports_to[$reporter]", both="exports_to[$reporter] + exports", other="f[$reporter]"
    )
    assert not findings
    assert known.series["to_me"].observations == ()
    assert known.series["both"].observations == ()


def test_facts_stand_in_expressions(trade):
    trade.state("rate", "2", "ratio")
    trade.state("published", "61607", "USD thousand", period="2014")
    known, findings = trade.derive(
        double="exports * rate", gap="exports - published", six="rate * 3"
    )
    assert not findings
    assert (
        known.series["double"].observations[1].value * 2
        == 4 * known.series["exports"].observations[1].value
    )
    assert known.series["gap"].observations[1].value == 0
    assert known.series["gap"].observations[1].sources == ("nso", "mfa")
    assert (known.stated["six"].value, str(known.stated["six"].derivation)) == (6, "rate * 3")


def test_a_date_is_no_amount(trade):
    trade.state("signed", "2014-09-03", "date")
    assert trade.refusal("signed + signed").code == "B257"


@given(text=st.one_of(st.text(max_size=40), st.lists(_PIECES, max_size=14).map("".join)))
def test_any_expression_gives_a_value_or_findings(new_edition, text):
    edition = new_edition()
    edition.store("exports", {"2013": "1", "2014": "0"})
    edition.store("imports", {"2013": "-1", "2014": None}, "EUR million")
    edition.store("exports_to[RUS]", {"2014": "1"})
    edition.store("exports_to[WLD]", {"2014": "0"})
    edition.state("limit", "<1", "USD million")
    edition.state("signed", "2014-09-03", "date")
    known, findings = edition.derive(result=text)
    made = "result" in {*known.series, *known.families, *known.stated}
    assert made != bool(findings)
    assert all(f.hint and f.place.column >= 9 for f in findings)
