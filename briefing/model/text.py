"""Text of the manifest in one or more languages."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeAlias

from briefing.model.place import Place


@dataclass(frozen=True, slots=True)
class Phrase:
    """A string of the author's and where its first character stands."""

    text: str
    place: Place


# Language code to phrase.
Text: TypeAlias = Mapping[str, Phrase]
