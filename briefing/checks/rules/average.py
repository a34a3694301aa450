"""B116: an average that doesn't recompute."""

import re
from collections.abc import Iterator
from decimal import Decimal

from briefing.checks.bearing import AMOUNTS, claims_nothing, decimal, form
from briefing.checks.rule import Material, Rule
from briefing.checks.sentences import Clause, Sentence, found_but
from briefing.figures import average_over, between
from briefing.model import Code, Comparison, Finding, Kind, Number, Period

CODE = Code(
    "average that doesn't recompute",
    "“A year”, “on average” or “annually” stands with a figure that is none: the growth over "
    "several years as a whole, or a sum over several years; or the years that the sentence names "
    "are not those that an average growth spans.",
    "566 percent in twenty years is 9.9 percent a year. The one is quoted for the other, and few "
    "readers have a calculator at hand.",
    "Imports grew by {{ imports | change: since 2005, bare }} a year; from 2005 to 2025, where "
    "the average is of 2014..2025",
    "print the average itself: {{ imports | average: 2005..2025 }}",
)
_YEAR = re.compile(r"(?<![\d.,])(?:19|20|21)\d\d(?![\d%])")
_ROUNDING = Decimal("0.05")


def _examine(material: Material) -> Iterator[Finding]:
    for sentence in material.sentences:
        for clause in sentence.clauses:
            if clause.numbers and not claims_nothing(clause):
                yield from _claim(clause)
        yield from _years(sentence)


def _claim(clause: Clause) -> Iterator[Finding]:
    """A word of averages with one figure that is a growth or a sum over several years."""
    claims = clause.claims
    word = next(found_but(claims.averages, claims.not_averages, clause.text), None)
    wrong = [(n, why) for _, n in clause.numbers if (why := _is_whole(n))]
    own = [n for _, n in clause.numbers if _span(n) is not None]
    if word is None or len(wrong) != 1 or own:
        return
    number, why = wrong[0]
    message = f"“{word[0]}” is said of “{number.fact.name}”, but {number.text} is {why}"
    hint = "print the average itself: {{ name | average: 2014..2025 }}"
    about = (number.fact.name,)
    yield Finding("B116", clause.place(word.start()), message, hint, about)


def _is_whole(number: Number) -> str:
    """What a number is instead of an average; empty where it may be one."""
    fact, compared = number.fact, number.comparison
    if compared is not None and form(number) == "change":
        years = _years_between(compared, number)
        annual = _annual(compared, number, years)
        if years > 1 and annual is not None and not _is_same(compared, annual):
            return f"the growth over {years} years; a year it is {annual:.1f} percent"
        return ""
    period = fact.period
    years = period.end.year - period.start.year + 1 if period is not None else 1
    summed = fact.kind is Kind.FLOW and fact.unit.dimension in AMOUNTS and not form(number)
    return f"the sum over {years} years" if summed and years > 1 else ""


def _years_between(compared: Comparison, number: Number) -> int:
    earlier, later = compared.earlier.period, number.fact.period
    return later.end.year - earlier.end.year if earlier and later else 0


def _annual(compared: Comparison, number: Number, years: int) -> Decimal | None:
    """100·((V_T/V_0)^(1/T) − 1); None where it is undefined."""
    first, last = decimal(compared.earlier), decimal(number.fact)
    annual = between.average(first, last, years) if years > 0 else None
    return annual if isinstance(annual, Decimal) else None


def _is_same(compared: Comparison, annual: Decimal) -> bool:
    growth = compared.growth.value if compared.growth is not None else None
    return isinstance(growth, Decimal) and abs(growth - annual) <= _ROUNDING


def _years(sentence: Sentence) -> Iterator[Finding]:
    """Two years named in a sentence against those of its one average growth."""
    averages = [(o, n, span) for o, n in sentence.whole.numbers if (span := _span(n)) is not None]
    if len(averages) != 1:
        return
    _, number, span = averages[0]
    years = {int(match[0]) for match in _YEAR.finditer(sentence.whole.text)}
    for _, other in sentence.whole.numbers:
        if isinstance(other.fact.value, Period) and other is not number:
            years.add(other.fact.value.end.year)
    spanned = {span.start.year, span.end.year}
    if len(years) == 2 and years != spanned:
        first, last = sorted(years)
        message = (
            f"the sentence speaks of {first} to {last}, but “{number.fact.name}” is averaged over "
            f"{span}"
        )
        hint = f"average over the years that it names: {{{{ name | average: {first}..{last} }}}}"
        yield Finding("B116", number.place, message, hint, (number.fact.name,))


def _span(number: Number) -> Period | None:
    """The years of an average growth."""
    compared = number.comparison
    if compared is not None and form(number) == "average" and compared.earlier.period is not None:
        first, last = compared.earlier.period, number.fact.period
        return first.up_to(last) if last is not None else None
    return average_over(number.fact.derivation)


RULE = Rule(CODE, _examine, words=("averages", "not_averages"))
