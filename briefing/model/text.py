"""Text of the manifest in one or more languages."""

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import TypeAlias

from msgspec import Struct

from briefing.model.place import Place

# A tag of BCP 47 as far as its form goes.
LANGUAGE_TAG = "^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$"


def is_language_tag(text: str) -> bool:
    """Whether a text has the form of a language's tag: mn, sr-Latn."""
    return re.fullmatch(LANGUAGE_TAG, text) is not None


class Phrase(Struct, frozen=True):
    """A string of the author's and where its first character stands.

    `gender` (m, f, n or pl) and `forms`, by the part in a sentence, are what agreement needs in
    some languages.
    """

    text: str
    place: Place
    gender: str = ""
    forms: Mapping[str, str] = MappingProxyType({})


# Language code to phrase.
Text: TypeAlias = Mapping[str, Phrase]
