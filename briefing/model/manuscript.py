"""The author's text as read, in which references still stand unread."""

from msgspec import Struct

from briefing.model.block import Block
from briefing.model.inline import Inline
from briefing.model.text import Place


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
