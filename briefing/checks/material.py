"""What the rules look at."""

from msgspec import Struct

from briefing.checks.sentences import Sentence
from briefing.model.document import Document
from briefing.model.fact import Facts
from briefing.model.manuscript import Manuscript
from briefing.model.spec import Spec


class Material(Struct, frozen=True):
    """A whole briefing before it is drawn: manifest, facts, manuscripts and documents.

    `sentences` are those of the documents that print a number.
    """

    spec: Spec
    facts: Facts
    manuscripts: tuple[Manuscript, ...]
    documents: tuple[Document, ...]
    sentences: tuple[Sentence, ...]
