"""Where links lead: to the web or by mail, to a place of the document, a row of its register of
figures, a note; nobody reads it out of a text again."""

from typing import TypeAlias

from msgspec import Struct

from briefing.model.text import Place


class Url(Struct, frozen=True):
    """An address outside: https://…, http://… or mailto:…."""

    address: str


class Anchor(Struct, frozen=True):
    """A section, heading or exhibit by the name of its place; as an author writes it until the
    document is composed."""

    anchor: str


class ToRow(Struct, frozen=True):
    """A figure's row in the register."""

    number: str

    @property
    def anchor(self) -> str:
        """The name of its place, which no section or exhibit can have."""
        return f":register-{self.number}"


class ToFirst(Struct, frozen=True):
    """Where the figure of a row is printed first."""

    number: str

    @property
    def anchor(self) -> str:
        """The name of its place, which no section or exhibit can have."""
        return f":first-{self.number}"


class ToNote(Struct, frozen=True):
    """A footnote."""

    number: int

    @property
    def anchor(self) -> str:
        """The name of its place, which no section or exhibit can have."""
        return f":note-{self.number}"


class ToCall(Struct, frozen=True):
    """Where a footnote is called first."""

    number: int

    @property
    def anchor(self) -> str:
        """The name of its place, which no section or exhibit can have."""
        return f":call-{self.number}"


Target: TypeAlias = Url | Anchor | ToRow | ToFirst | ToNote | ToCall


class Link(Struct, frozen=True):
    """A link of a text; `number` tells two of a section apart."""

    target: Target
    number: int
    place: Place
