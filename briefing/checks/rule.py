"""What a rule is, and what and how much it looks at."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping

from msgspec import Struct

from briefing.checks.parts import exhibits, numbers
from briefing.checks.sentences import Sentence
from briefing.model import Code, Document, Facts, Finding, Manuscript, Spec, facts_shown


class Material(Struct, frozen=True):
    """A whole briefing before it is drawn: manifest, facts, manuscripts and documents.

    `told` are all sentences of the documents, `sentences` those of them that print a number.
    """

    spec: Spec
    facts: Facts
    manuscripts: tuple[Manuscript, ...]
    documents: tuple[Document, ...]
    told: tuple[Sentence, ...]

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        """The sentences that print a number, and those beside them in one block."""
        return tuple(s for s in self.told if s.whole.passage.numbers)


def always(_: Material) -> str:
    """For a rule that every briefing has something for."""
    return ""


class Rule(Struct, frozen=True):
    """One rule of NUMBERS.md §3: its documentation, what it finds, and why it can't look.

    `idle` gives nothing where there is something to look at, else what is lacking. `looks` says at
    what it looks, a name of `LOOKED`. `words` are the lists of a language's Claims that it knows.
    """

    code: Code
    examine: Callable[[Material], Iterator[Finding]]
    idle: Callable[[Material], str] = always
    words: tuple[str, ...] = ()
    looks: str = "sentences"


def _text(material: Material) -> int:
    return _most(sentence.whole.passage.language for sentence in material.told)


def _sentences(material: Material) -> int:
    told = (sentence.whole for sentence in material.told if sentence.whole.numbers)
    return _most(clause.passage.language for clause in told)


def _most(languages: Iterable[str]) -> int:
    """How many there are in one language: what one file holds."""
    return max(Counter(languages).values(), default=0)


def _figures(material: Material) -> int:
    """What the text prints and what exhibits show, in one language."""
    return max((_figures_of(document) for document in material.documents), default=0)


def _figures_of(document: Document) -> int:
    shown = sum(1 for placed in exhibits(document) for _ in facts_shown(placed.exhibit))
    return shown + sum(1 for _ in numbers(document))


def _exhibits(material: Material) -> int:
    return max((sum(1 for _ in exhibits(d)) for d in material.documents), default=0)


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
