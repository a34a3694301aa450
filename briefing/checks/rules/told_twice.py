"""B106: one measure with two values."""

import re
from collections.abc import Iterator
from itertools import combinations

from briefing.checks.figures import apart, cell_place, figures, told_apart
from briefing.checks.labelled import Labelled, differing, in_text
from briefing.checks.rule import Material, Rule
from briefing.checks.sentences import Clause, any_of
from briefing.figures import core
from briefing.model import Call, Code, Document, Finding, Number, SameSpec

CODE = Code(
    "one measure, two values",
    "Two names that are one measure by `checks: same:` differ beyond rounding; the text prints "
    "two figures of one label and one period that differ; or it prints one figure in two units "
    "or two roundings that the author chose.",
    "“Exports were US$62 million” on page 1 and “US$65 million” on page 4: the reader trusts "
    "neither, nor the rest.",
    "same: [[exports, goods_sold]]; {{ exports | unit: USD thousand }} here and "
    "{{ exports | unit: USD million }} there",
    "print one of the two everywhere; where two sources differ, say so with both labels",
)
_FORMS = {
    "unit": "choose one unit for it in the whole text",
    "rounded": "round it to as many digits in the whole text, or print it | exact once",
}


def _examine(material: Material) -> Iterator[Finding]:
    for declared in material.spec.checks.same:
        yield from _declared(material, declared)
    for document in material.documents:
        yield from _twice(list(in_text(document)))
        yield from _ranked(material, document)
        for form, hint in _FORMS.items():
            yield from _chosen(document, form, hint)


def _declared(material: Material, declared: SameSpec) -> Iterator[Finding]:
    for one, other in combinations(declared.names, 2):
        theirs = figures(material.facts, other)
        for period, own in figures(material.facts, one).items():
            twin = theirs.get(period)
            if twin is not None and apart(own, [twin]):
                texts = told_apart(own.value, twin.within(own.unit).value)
                message = f"{one} {period} is {texts[0]} {own.unit}, but {other} is {texts[1]}"
                hint = "correct the one that is wrong; the manifest says that they are the same"
                where = cell_place(twin.cells, declared.place)
                yield Finding("B106", where, message, hint, (one, other))


def _twice(printed: list[Labelled]) -> Iterator[Finding]:
    for first, second in differing(printed):
        message = (
            f"the text prints “{first.label}” {first.fact.period} as {first.fact.name} and as "
            f"{second.fact.name}, whose values differ"
        )
        hint = "print one of the two, or give them labels that tell them apart"
        about = (first.fact.name, second.fact.name)
        yield Finding("B106", second.place, message, hint, about, lighter=True)


def _ranked(material: Material, document: Document) -> Iterator[Finding]:
    """One partner's place told twice under one noun or label, by two sets."""
    first: dict[tuple[object, ...], tuple[Number, str]] = {}
    for sentence in material.told:
        if sentence.whole.passage.language != document.language:
            continue
        for offset, number in sentence.whole.numbers:
            ranking = core(number.fact.derivation) if number.fact.derivation else None
            called = _noun(sentence.whole, offset) or _label(number, document.language)
            if not isinstance(ranking, Call) or ranking.function != "rank" or not called:
                continue
            family, key = (str(argument) for argument in ranking.arguments[:2])
            key = material.facts.parameters.get(key.removeprefix("$"), key)
            about = (called, key, number.fact.period)
            other, others = first.setdefault(about, (number, family))
            if others != family and other.fact.value != number.fact.value:
                message = (
                    f"the text tells “{called}” of {key} twice: {other.text} by “{others}”, "
                    f"{number.text} by “{family}”"
                )
                hint = "rank it in one set, or name the sets apart"
                names = (other.fact.name, number.fact.name)
                yield Finding("B106", number.place, message, hint, names, lighter=True)


def _noun(clause: Clause, offset: int) -> str:
    """The noun behind a rank that says of what it is one: “supplier”."""
    nouns = any_of(clause.claims.ranked)
    following = clause.text[offset + 1 :]
    match = nouns and re.match(rf"\W+(?:\w+\s+)?(?P<noun>{nouns})(?!\w)", following, re.IGNORECASE)
    return match["noun"].lower() if match else ""


def _label(number: Number, language: str) -> str:
    phrase = (number.fact.label or {}).get(language)
    return phrase.text.strip() if phrase and " " in phrase.text else ""


def _chosen(document: Document, form: str, hint: str) -> Iterator[Finding]:
    """One fact in two units or roundings, each chosen by the author, that print different text."""
    chosen: dict[tuple[str, str], tuple[str, str]] = {}
    for item in in_text(document):
        reference = item.number.reference if item.number else None
        asked = reference.filter(form) if reference else None
        if asked is None or item.number is None:
            continue
        now = (" ".join(asked.arguments), item.number.text)
        first = chosen.setdefault((item.fact.name, str(item.fact.period)), now)
        if first[0] != now[0] and first[1] != now[1]:
            message = (
                f"“{item.fact.name}” {item.fact.period} is printed as “{first[1]}” and as "
                f"“{now[1]}”"
            )
            yield Finding("B106", item.place, message, hint, (item.fact.name,), lighter=True)


RULE = Rule(CODE, _examine, looks="figures")
