"""A part of the reference: what an author may write, entry by entry."""

from msgspec import Struct


class Explained(Struct, frozen=True):
    """What is written (`usage`, in the author's own notation) and what it is."""

    usage: str
    text: str


class Part(Struct, frozen=True):
    """Entries that belong together, with what holds for all of them."""

    title: str
    entries: tuple[Explained, ...]
    intro: str = ""


class Topic(Struct, frozen=True):
    """A topic of the reference: its name for `briefing help`, its title, its parts."""

    name: str
    title: str
    intro: str
    parts: tuple[Part, ...]
