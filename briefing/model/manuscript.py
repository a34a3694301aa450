"""The author's text as read, in which references still stand unread."""

from dataclasses import dataclass

from briefing.model.block import Block, Inline
from briefing.model.place import Place


@dataclass(frozen=True, slots=True)
class Section:
    """One section file: the blocks after its title."""

    name: str
    title: tuple[Inline, ...]
    blocks: tuple[Block, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class Manuscript:
    """The briefing's title and its sections in one language, in the manifest's order."""

    language: str
    title: tuple[Inline, ...]
    sections: tuple[Section, ...]
