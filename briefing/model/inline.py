"""Inlines of narrative: as read (with `Asked`) and as composed (with `Number`); pictures."""

from enum import StrEnum
from typing import TypeAlias

from msgspec import Struct

from briefing.model.fact import Comparison, Fact
from briefing.model.link import Link
from briefing.model.text import Place, Reference


class Mark(StrEnum):
    """How a piece of text is set apart."""

    STRONG = "strong"
    EMPHASIS = "emphasis"
    CODE = "code"


class Words(Struct, frozen=True):
    """Literal text; `language` (BCP 47) only where it isn't the document's."""

    text: str
    place: Place
    marks: frozenset[Mark] = frozenset()
    link: Link | None = None
    language: str = ""


class Asked(Struct, frozen=True):
    """A reference that stands in the text."""

    reference: Reference
    marks: frozenset[Mark] = frozenset()
    link: Link | None = None


class Number(Struct, frozen=True):
    """A fact as printed; `text` is all that the page shows of it, in the document's language.

    `reference` is how the author asked for it, `comparison` the earlier fact beside it where a
    filter compares.
    """

    text: str
    fact: Fact
    place: Place
    marks: frozenset[Mark] = frozenset()
    link: Link | None = None
    reference: Reference | None = None
    comparison: Comparison | None = None

    @property
    def stated(self) -> tuple[Fact, ...]:
        """The facts that the text gives: of a comparison its growth and its difference, or both
        values, as its filter writes them."""
        compared = self.comparison
        if compared is None or self.reference is None:
            return (self.fact,)
        if self.reference.filter("from"):
            return (self.fact, compared.earlier)
        growth = () if compared.growth is None else (compared.growth,)
        change = self.reference.filter("change")
        if self.reference.filter("average") or (growth and change and "bare" in change.arguments):
            return growth
        return (*growth, compared.difference) if change else (compared.difference,)


class Break(Struct, frozen=True):
    """A line break that the author asked for."""


class NoteMark(Struct, frozen=True):
    """Where the text calls a footnote; `number` is given when the document is composed.

    `tie` tells it from the links of its section.
    """

    label: str
    tie: int
    place: Place
    number: int = 0

    @property
    def text(self) -> str:
        """What is printed."""
        return str(self.number)


class Clause(Struct, frozen=True):
    """`[…]{if=NAME}`: words that stay only when the reference has a value."""

    reference: Reference
    inlines: tuple["Inline", ...]


Inline: TypeAlias = Words | Asked | Number | Break | NoteMark | Clause


class Image(Struct, frozen=True):
    """A picture of the project; `data` is a PNG or JPEG, checked, empty until it is read.

    `words` is the alternative text as the author wrote it; `alt` the same, references written;
    `caption` stands under it, `share` is the percentage of the column that it takes at most.
    """

    path: str
    alt: str
    place: Place
    data: bytes = b""
    width: int = 0
    height: int = 0
    words: tuple[Inline, ...] = ()
    caption: tuple[Inline, ...] = ()
    share: int = 100
