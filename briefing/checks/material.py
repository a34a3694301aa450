"""What the rules look at."""

from msgspec import Struct

from briefing.checks.sentences import Sentence
from briefing.model import Document, Facts, Manuscript, Spec


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
