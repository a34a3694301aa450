"""Printed figures by what the reader calls them: their label, period and unit."""

from collections.abc import Iterable, Iterator
from decimal import Decimal

from msgspec import Struct

from briefing.checks.figures import apart, figure
from briefing.checks.parts import exhibits, numbers
from briefing.model import Document, Fact, Kind, Number, Place, facts_shown


class Labelled(Struct, frozen=True):
    """A figure under its label; `number` where the text prints it, else an exhibit does."""

    label: str
    fact: Fact
    place: Place
    exhibit: str = ""
    number: Number | None = None


def in_text(document: Document) -> Iterator[Labelled]:
    """The figures that the text prints as such: no changes, ratios or dates."""
    for number in numbers(document):
        if number.comparison is None and _counts(number.fact):
            label = _label(number.fact, document.language)
            yield Labelled(label, number.fact, number.place, number=number)


def in_exhibits(document: Document) -> Iterator[Labelled]:
    """The figures that exhibits show."""
    for placed in exhibits(document):
        for fact in facts_shown(placed.exhibit):
            if _counts(fact):
                label = _label(fact, document.language)
                yield Labelled(label, fact, placed.place, placed.exhibit.name)


def differing(printed: Iterable[Labelled]) -> Iterator[tuple[Labelled, Labelled]]:
    """Pairs of one label and period whose values differ beyond rounding; each two names once.

    A label of one word (“Total”) means what stands around it and is no name of a measure.
    """
    first: dict[tuple[object, ...], Labelled] = {}
    reported: set[tuple[str, str]] = set()
    for item in printed:
        fact = item.fact
        if " " not in item.label:
            continue
        key = (item.label, fact.period, fact.unit.dimension, fact.unit.code)
        other = first.setdefault(key, item)
        names = (other.fact.name, fact.name)
        if names[0] == names[1] or names in reported or not _differ(other.fact, fact):
            continue
        reported.add(names)
        yield other, item


def _differ(one: Fact, other: Fact) -> bool:
    first, second = figure(one, one.unit), figure(other, other.unit)
    return first is not None and second is not None and bool(apart(first, [second]))


def _counts(fact: Fact) -> bool:
    return isinstance(fact.value, Decimal) and fact.kind is not Kind.RATIO and not fact.bound


def _label(fact: Fact, language: str) -> str:
    phrase = (fact.label or {}).get(language)
    return phrase.text.strip() if phrase else ""
