"""Blocks and inlines of narrative: as read (with `Asked`) and as composed (with `Number`)."""

from enum import StrEnum
from typing import TypeAlias

from msgspec import Struct

from briefing.model.exhibit import Exhibit
from briefing.model.fact import Comparison, Fact
from briefing.model.place import Place
from briefing.model.reference import Reference


class Mark(StrEnum):
    """How a piece of text is set apart."""

    STRONG = "strong"
    EMPHASIS = "emphasis"
    CODE = "code"


class Link(Struct, frozen=True):
    """Where a link leads: an address or `#name`; `number` tells two of a section apart."""

    target: str
    number: int
    place: Place


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


class Heading(Struct, frozen=True):
    """`number` and `anchor` are given when the document is composed."""

    level: int
    inlines: tuple[Inline, ...]
    place: Place
    number: str = ""
    anchor: str = ""


class Paragraph(Struct, frozen=True):
    inlines: tuple[Inline, ...]
    place: Place


class Listing(Struct, frozen=True):
    """A list; `start` is None for bullets. Each item is blocks."""

    items: tuple[tuple["Block", ...], ...]
    start: int | None
    tight: bool
    place: Place


class Quote(Struct, frozen=True):
    blocks: tuple["Block", ...]
    place: Place


class Footnote(Struct, frozen=True):
    """A note: paragraphs. As read it stands at its section's end; as composed it has its number,
    and `tie`, of the mark that calls it first, and stands behind the block of that mark."""

    label: str
    blocks: tuple["Block", ...]
    place: Place
    number: int = 0
    tie: int = 0


class Code(Struct, frozen=True):
    text: str
    place: Place


class Rule(Struct, frozen=True):
    place: Place


class MarkdownTable(Struct, frozen=True):
    """A table typed by the author; alignment is `left`, `right` or `center` a column."""

    alignment: tuple[str, ...]
    head: tuple[tuple[Inline, ...], ...]
    rows: tuple[tuple[tuple[Inline, ...], ...], ...]
    place: Place


class Image(Struct, frozen=True):
    """A picture of the project; `data` is a PNG or JPEG, checked, empty until it is read.

    `words` is the alternative text as the author wrote it; `alt` the same, references written.
    """

    path: str
    alt: str
    place: Place
    data: bytes = b""
    width: int = 0
    height: int = 0
    words: tuple[Inline, ...] = ()


class Placement(Struct, frozen=True):
    """An exhibit asked for by name, with its title."""

    exhibit: str
    title: tuple[Inline, ...]
    place: Place


class Placed(Struct, frozen=True):
    """An exhibit in its place in a document: numbered, titled, described.

    `source_line` is the finished line under it: “Source: National Statistics Office [S3].”
    `related` are the labels and anchors of the table that prints a chart's figures, of the charts
    that draw a table's.
    """

    exhibit: Exhibit
    title: tuple[Inline, ...]
    label: str
    anchor: str
    alt: str
    place: Place
    source_line: str = ""
    related: tuple[tuple[str, str], ...] = ()


class Role(StrEnum):
    """What a `:::` block is."""

    LEAD = "lead"
    ASIDE = "aside"
    KEYPOINTS = "keypoints"


class Container(Struct, frozen=True):
    role: Role
    blocks: tuple["Block", ...]
    place: Place


class Condition(Struct, frozen=True):
    """`::: if NAME`: blocks that stay only when the reference has a value."""

    reference: Reference
    blocks: tuple["Block", ...]
    place: Place


Block: TypeAlias = (
    Heading
    | Paragraph
    | Listing
    | Quote
    | Footnote
    | Code
    | Rule
    | MarkdownTable
    | Image
    | Placement
    | Placed
    | Container
    | Condition
)
