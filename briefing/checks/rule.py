"""What a rule is, and what it looks at."""

from collections.abc import Callable, Iterator

from msgspec import Struct

from briefing.checks.sentences import Sentence
from briefing.model import Code, Document, Facts, Finding, Manuscript, Spec


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
