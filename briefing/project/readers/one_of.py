"""A word out of a list."""

from msgspec import Struct

from briefing.model import did_you_mean
from briefing.project.readers.refusal import phrase, refuse
from briefing.workspace import shown


class OneOf(Struct, frozen=True):
    """A reader of a word out of a list; `what` names it in the message."""

    what: str
    known: tuple[str, ...]

    def __call__(self, value: object) -> str:
        """The word that stands there, if it is of the list."""
        words = phrase(value)
        if words.text not in self.known:
            raise refuse(
                "B015",
                f"unknown {self.what} “{shown(words.text)}”{did_you_mean(words.text, self.known)}",
                f"write one of: {', '.join(self.known)}",
                words.place,
            )
        return words.text
