"""Text of the manifest in one or more languages."""

from collections.abc import Mapping
from typing import TypeAlias

from msgspec import Struct

from briefing.model.place import Place


class Phrase(Struct, frozen=True):
    """A string of the author's and where its first character stands."""

    text: str
    place: Place


# Language code to phrase.
Text: TypeAlias = Mapping[str, Phrase]
