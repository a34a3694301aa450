"""B108: a year to date set against a full year."""

import re
from collections.abc import Iterator
from itertools import combinations

from briefing.checks.bearing import AMOUNTS, amount
from briefing.checks.digits import OBJECT
from briefing.checks.rule import Material, Rule
from briefing.checks.sentences import Sentence, any_of, found
from briefing.figures import compares
from briefing.figures.signatures import needs
from briefing.model import Code, Facts, Finding, Frequency, Node, Number, Period, Place

CODE = Code(
    "year to date against a full year",
    "A sentence that compares prints a figure of a part of a year beside one of a whole year, or "
    "an expression takes one from the other or divides them.",
    "Nine months always look like a fall beside twelve.",
    "Inflows fell from {{ net_fdi 2024 }} to {{ net_fdi latest }}, where the latest figure is of "
    "January–September",
    "compare the same months: {{ inflow 2024-01..2024-09 }}; or tell the two in sentences of "
    "their own",
)


def _examine(material: Material) -> Iterator[Finding]:
    for sentence in material.sentences:
        yield from _sentence(sentence)
    for name, derived in material.spec.series.items():
        tree = material.facts.expressions.get(name)
        if derived.expression is not None and tree is not None and compares(tree):
            yield from _expression(material.facts, name, tree, derived.expression.place)


def _sentence(sentence: Sentence) -> Iterator[Finding]:
    whole = sentence.whole
    before = any_of(whole.claims.against)
    against = before and re.search(rf"(?<!\w)(?:{before})\s+{OBJECT}", whole.text, re.IGNORECASE)
    if not (any(found(whole.claims.compares, whole.text)) or against):
        return
    amounts = [n for _, n in whole.numbers if amount(n) is not None]
    for one, other in combinations(amounts, 2):
        part = _against(one, other) or _against(other, one)
        if part is None or one.fact.unit.dimension is not other.fact.unit.dimension:
            continue
        part_of, full = part
        message = (
            f"“{part_of.fact.name}” of {part_of.fact.period} stands in one sentence with "
            f"“{full.fact.name}” of {full.fact.period}, a whole year"
        )
        hint = "compare the same months of both years, or part the sentence"
        about = (part_of.fact.name, full.fact.name)
        yield Finding("B108", part_of.place, message, hint, about)
        return


def _against(one: Number, other: Number) -> tuple[Number, Number] | None:
    """The two where the first is of a part of a year and the second of a whole one."""
    first, second = one.fact.period, other.fact.period
    if first is None or second is None or not first.is_part_year or not _is_year(second):
        return None
    return one, other


def _expression(facts: Facts, name: str, tree: Node, place: Place) -> Iterator[Finding]:
    """Facts of a part of a year in one expression with those of a year."""
    used = [(n, period) for n in needs(tree) for period in _periods(facts, n)]
    parts = [n for n, period in used if period.is_part_year]
    years = [n for n, period in used if _is_year(period)]
    if parts and years:
        message = (
            f"series {name} sets {parts[0]}, of a part of a year, against {years[0]}, of years"
        )
        hint = "use the same months of both, or `yearly(…)` and its complete years"
        about = (name, parts[0], years[0])
        yield Finding("B108", place, message, hint, about)


def _periods(facts: Facts, name: str) -> Iterator[Period]:
    """The period of a fact of some amount; for a series, its first."""
    fact, series = facts.stated.get(name), facts.series.get(name)
    if fact is not None and fact.period is not None and fact.unit.dimension in AMOUNTS:
        yield fact.period
    elif series is not None and series.observations and series.unit.dimension in AMOUNTS:
        yield series.observations[0].period


def _is_year(period: Period) -> bool:
    return period.frequency is Frequency.YEAR and not period.is_range


RULE = Rule(CODE, _examine, words=("compares", "against"))
