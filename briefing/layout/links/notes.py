"""Footnotes' marks: the links from a mark to its note and back."""

from msgspec.structs import replace

from briefing.layout.theme import Look
from briefing.model import Footnote, Link, NoteMark, ToCall, ToNote
from briefing.model.style import TextStyle


def calling(mark: NoteMark) -> Link:
    """The link from a mark to its note."""
    return Link(ToNote(mark.number), mark.tie, mark.place)


def answering(note: Footnote) -> Link:
    """The link from a note to where it is first called."""
    return Link(ToCall(note.number), note.tie, note.place)


def mark(look: Look, setting: TextStyle) -> TextStyle:
    """How a note's number is set in a text of that setting."""
    own = look.style.text.footnote_mark
    rise = own.rise * setting.size / look.style.text.body.size
    return replace(own, leading=setting.leading, rise=rise)
