"""What an author wrote, and where: a place, a phrase, a reference with its filters."""

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import TypeAlias

from msgspec import Struct


class Place(Struct, frozen=True, order=True):
    """A point in a file: path relative to the project with `/`; line and column from 1."""

    file: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


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


class Filter(Struct, frozen=True):
    """One filter with its arguments as written."""

    name: str
    arguments: tuple[str, ...]
    place: Place


class Reference(Struct, frozen=True):
    """A name, perhaps a key of a family, perhaps a period, and how to write what it reads.

    `key` is a code or `$parameter`; `period` is as written (`2014`, `latest`, `period.previous`),
    empty for the edition's own. `over` is `max` or `min` where it asks for the extreme of a series,
    up to the edition's period or within a range of periods.
    """

    name: str
    place: Place
    key: str = ""
    period: str = ""
    filters: tuple[Filter, ...] = ()
    over: str = ""

    def __str__(self) -> str:
        """What is asked for, without how to write it: `stock_from[CHN] 2014`."""
        key = f"[{self.key}]" if self.key else ""
        name = f"{self.over}({self.name}{key})" if self.over else f"{self.name}{key}"
        return f"{name} {self.period}".rstrip()

    def filter(self, name: str) -> Filter | None:
        """The filter of that name, if it stands there."""
        return next((f for f in self.filters if f.name == name), None)
