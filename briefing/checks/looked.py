"""How much a rule looked at, for the statement in print: counted, never “passed”."""

from collections.abc import Callable, Mapping

from briefing.checks.material import Material
from briefing.checks.parts import exhibits, numbers
from briefing.model import facts_shown


def _text(material: Material) -> int:
    return len(material.told)


def _sentences(material: Material) -> int:
    return sum(bool(sentence.whole.numbers) for sentence in material.told)


def _figures(material: Material) -> int:
    """What the text prints and what exhibits show."""
    printed = sum(1 for document in material.documents for _ in numbers(document))
    shown = (placed for document in material.documents for placed in exhibits(document))
    return printed + sum(1 for placed in shown for _ in facts_shown(placed.exhibit))


def _exhibits(material: Material) -> int:
    return sum(1 for document in material.documents for _ in exhibits(document))


def _series(material: Material) -> int:
    """Series, members of families and stated facts."""
    facts = material.facts
    members = sum(len(family.members) for family in facts.families.values())
    return len(facts.series) + members + len(facts.stated)


def _sets(material: Material) -> int:
    return len(material.facts.families)


def _tables(material: Material) -> int:
    return len(material.spec.tables)


def _languages(material: Material) -> int:
    return len(material.documents)


LOOKED: Mapping[str, Callable[[Material], int]] = {
    "exhibits": _exhibits,
    "figures": _figures,
    "languages": _languages,
    "sentences": _sentences,
    "series": _series,
    "sets": _sets,
    "tables": _tables,
    "text": _text,
}
