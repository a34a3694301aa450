"""What is asked of an expression is answered alike for every spelling."""

import pytest

from briefing.facts.indicators import INDICATORS
from briefing.figures import ask
from briefing.figures.parse import parse
from briefing.figures.signatures import SIGNATURES


def alike(one: str, other: str) -> bool:
    return ask.canonical(parse(one)) == ask.canonical(parse(other))


DIFFERENCES = (
    "exports - imports",
    "(exports - imports)",
    "-imports + exports",
    "exports + (-imports)",
    "exports - imports * 1",
    "exports - imports / 1",
    "balance(exports, imports)",
    "-1 * (imports - exports)",
    "-balance(imports, exports)",
    "2 * exports - exports - (3 - 2) * imports",
)
SUMS = (
    "exports + imports",
    "(exports) + (imports)",
    "turnover(exports, imports)",
    "exports - (-imports)",
    "-(-exports - imports)",
    "1 * exports + imports",
)


@pytest.mark.parametrize("text", DIFFERENCES)
def test_a_difference_in_every_spelling(text: str) -> None:
    assert ask.is_difference(parse(text))
    assert alike(text, "exports - imports")
    assert not alike(text, "imports - exports")


@pytest.mark.parametrize("text", SUMS)
def test_a_sum_in_every_spelling(text: str) -> None:
    assert not ask.is_difference(parse(text))
    assert alike(text, "exports + imports")


@pytest.mark.parametrize(
    "text", ["a * b - b * a * c", "growth(x)", "-x", "x - x", "2 - 1", "x / y"]
)
def test_what_is_no_difference(text: str) -> None:
    assert not ask.is_difference(parse(text))


def test_a_name_stands_for_its_expression() -> None:
    expressions = {"surplus": parse("exports - imports"), "again": parse("surplus")}
    assert ask.is_difference(parse("1 * again"), expressions)
    assert not ask.is_difference(parse("again"))


@pytest.mark.parametrize("text", ["share(a, b)", "(share(a, b))", "--share(a, b)", "share(a,b)*1"])
def test_a_share_and_a_growth(text: str) -> None:
    text = text.replace("--share(a, b)", "-(-share(a, b))")
    assert ask.is_share(parse(text))
    assert not ask.is_growth(parse(text))
    assert ask.is_growth(
        parse(text.replace("share(a, b)", "growth(a)").replace("share(a,b)", "growth(a)"))
    )


@pytest.mark.parametrize(
    "text", ["cagr(x, '2014..2025')", 'cagr((x), "2014..2025")', "1*cagr(x, '2014..2025')"]
)
def test_the_years_of_an_average(text: str) -> None:
    assert str(ask.average_over(parse(text))) == "2014..2025"
    assert ask.average_over(parse("growth(x)")) is None


def test_families_that_are_gone_over() -> None:
    for text in (
        "sum(to)",
        "sum(zero(to))",
        "share(to[RUS], sum(zero(to)))",
        "hhi(1 * to)",
        "(rank(to, RUS))",
    ):
        assert ask.families(parse(text)) == {"to"}, text
    assert ask.families(parse("growth(to)")) == frozenset()
    assert "to" in ask.families(parse("sum(known)"), {"known": parse("zero(to)")})


def test_mirror_figures() -> None:
    for text in ("mirror_gap(own, theirs[$p])", "-mirror_gap((own), 1 * theirs[RUS])"):
        assert ask.gap_between(parse(text), {"p": "RUS"}) == ("own", "theirs[RUS]")
    assert ask.gap_between(parse("own - theirs"), {}) is None


@pytest.mark.parametrize(
    "text",
    [
        "a - b",
        "-(a + b) * c / (d - e)",
        'cagr(x[RUS], "2014..2025")',
        "a / (b * c)",
        "-(-a)",
        "1.50 * a - (b + -c)",
    ],
)
def test_an_expression_is_written_so_that_it_reads_the_same(text: str) -> None:
    written = str(parse(text))
    assert str(parse(written)) == written
    assert ask.canonical(parse(written)) == ask.canonical(parse(text))


def test_every_function_has_a_signature_and_every_signature_a_function() -> None:
    assert SIGNATURES.keys() == INDICATORS.keys()
    assert all(signature.usage.startswith(f"{name}(") for name, signature in SIGNATURES.items())
