"""What the first page has beside its text: where the countries lie, how old the figures are."""

from msgspec import Struct

from briefing.model.inline import Image, Inline
from briefing.model.period import Period


class Locator(Struct, frozen=True):
    """A map of two countries by code, with the names of all that may stand on it, in the document's
    language; `note` stands below. A project's own `picture` stands in its place."""

    first: str
    second: str
    names: tuple[tuple[str, str], ...]
    alt: str
    note: str
    picture: Image | None = None


class Span(Struct, frozen=True):
    """From when to when there are figures of something: `last_text` is its last period as printed,
    `says` all of it in words; `open` where the last is provisional or a part of a year, `old` where
    it is years ago."""

    label: str
    first: Period
    last: Period
    last_text: str
    says: str
    open: bool
    old: bool


class Ages(Struct, frozen=True):
    """How current the figures are, under a title; `note` explains the marks."""

    title: str
    spans: tuple[Span, ...]
    note: str


class Changed(Struct, frozen=True):
    """How many figures were added, revised, corrected or are as they were since an earlier edition,
    under a title; `leads` is the way to where they are told, with its `page` by that pattern."""

    title: str
    counts: tuple[tuple[str, Inline], ...]
    leads: tuple[Inline, ...] = ()
    page: str = ""
