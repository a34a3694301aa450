"""Blocks of narrative: as read (with `Placement`) and as composed (with `Placed`)."""

from enum import StrEnum
from typing import TypeAlias

from msgspec import Struct

from briefing.model.exhibit import Exhibit
from briefing.model.inline import Image, Inline
from briefing.model.text import Place, Reference


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


class CodeBlock(Struct, frozen=True):
    text: str
    place: Place


class Rule(Struct, frozen=True):
    place: Place


class MarkdownTable(Struct, frozen=True):
    """A table typed by the author; alignment is `left`, `right` or `center` a column. One with a
    caption is numbered among the tables when the document is composed: `label`."""

    alignment: tuple[str, ...]
    head: tuple[tuple[Inline, ...], ...]
    rows: tuple[tuple[tuple[Inline, ...], ...], ...]
    place: Place
    caption: tuple[Inline, ...] = ()
    label: str = ""


class Placement(Struct, frozen=True):
    """An exhibit asked for by name, with its title; by a block that shows but one `kind`, of it."""

    exhibit: str
    title: tuple[Inline, ...]
    place: Place
    kind: str = ""


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
    """What a `:::` block is. `lines` are to be taken: in them stands what is said only if `asked`,
    and what is to stay `unsaid`."""

    LEAD = "lead"
    ASIDE = "aside"
    KEYPOINTS = "keypoints"
    LINES = "lines"
    ASKED = "asked"
    UNSAID = "unsaid"


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
    | CodeBlock
    | Rule
    | MarkdownTable
    | Image
    | Placement
    | Placed
    | Container
    | Condition
)


class Section(Struct, frozen=True):
    """One section file: the blocks after its title."""

    name: str
    title: tuple[Inline, ...]
    blocks: tuple[Block, ...]
    place: Place


class Manuscript(Struct, frozen=True):
    """The briefing's title and its sections in one language, in the manifest's order."""

    language: str
    title: tuple[Inline, ...]
    sections: tuple[Section, ...]
