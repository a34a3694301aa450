"""Footnotes' marks: the links from a mark to its note and back."""

from msgspec.structs import replace

from briefing.layout.theme import Look
from briefing.model import Footnote, Link, NoteMark
from briefing.model.style import TextStyle

# No section or exhibit can have these names.
_NOTE = ":note-"
_CALL = ":call-"


def note_anchor(number: int) -> str:
    """The name of a note's place."""
    return f"{_NOTE}{number}"


def call_anchor(number: str) -> str:
    """The name of the place where a note is first called."""
    return f"{_CALL}{number}"


def calling(mark: NoteMark) -> Link:
    """The link from a mark to its note."""
    return Link(f"#{note_anchor(mark.number)}", mark.tie, mark.place)


def answering(note: Footnote) -> Link:
    """The link from a note to where it is first called."""
    return Link(f"#{call_anchor(str(note.number))}", note.tie, note.place)


def note_of(target: str) -> str:
    """The number of the note that a link leads to; empty for any other link."""
    return target.removeprefix(f"#{_NOTE}") if target.startswith(f"#{_NOTE}") else ""


def call_of(target: str) -> str:
    """The number of the note whose call a link leads to; empty for any other link."""
    return target.removeprefix(f"#{_CALL}") if target.startswith(f"#{_CALL}") else ""


def mark(look: Look, setting: TextStyle) -> TextStyle:
    """How a note's number is set in a text of that setting."""
    own = look.style.text.footnote_mark
    rise = own.rise * setting.size / look.style.text.body.size
    return replace(own, leading=setting.leading, rise=rise)
