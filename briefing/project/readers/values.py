"""The kinds of value that a manifest holds, read and checked one by one.

Each reader takes a node of the tree and gives the value or raises; entries.py says which key has
which kind.
"""

import codecs
import re
from collections.abc import Iterable
from datetime import date

from msgspec import Struct

from briefing.model import Kind, Occasion, Period, Phrase, did_you_mean, is_language_tag
from briefing.project.readers.refusal import cell, phrase, refuse
from briefing.project.yaml.tree import Listed
from briefing.workspace import shown
from briefing.workspace.devices import is_bearable


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


PATH_NAME = re.compile(r"[A-Za-z0-9_-][A-Za-z0-9._-]*")
PERIODS = (
    "a period is 2014, 2014/15, 2014-H1, 2014-Q3, 2014-09, 2014-W05, 2014-09-03 or a range "
    "2005..2014"
)
MOST_COLUMNS = 100
_SERIES_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_]*")
_RULE = re.compile(r"B1[0-9]{2}")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_WHOLE = re.compile(r"[0-9]{1,6}")
# Codecs of names and of escapes: no file is written in them, and some raise errors of their own.
_NO_FILES = frozenset({"punycode", "idna", "undefined", "unicode-escape", "raw-unicode-escape"})
_ADDRESS = re.compile(r"https?://[^\s/?#]+\S*")


def word(value: object) -> str:
    """Text that is not empty."""
    return phrase(value).text


def mark(value: object) -> str:
    """Text that may be empty."""
    return cell(value).text


def several(value: object) -> object:
    """A single value where a list may stand is a list of one."""
    if not isinstance(value, Phrase):
        return value
    one = Listed(value.place)
    one.append(value)
    return one


def is_path_name(name: str) -> bool:
    """Whether a name can be a file's on every system."""
    return PATH_NAME.fullmatch(name) is not None and is_bearable(name)


def path_name(value: object) -> str:
    """A name that becomes a path: letters, digits, `.`, `_`, `-`, no leading dot."""
    name = phrase(value)
    if not is_path_name(name.text):
        raise refuse(
            "B011",
            f"“{shown(name.text)}” is no name",
            "a name is letters (a–z), digits, “.”, “_” and “-”, begins and ends with no dot, and "
            "is no device of Windows (con, nul, aux)",
            name.place,
        )
    return name.text


def is_series_name(name: str) -> bool:
    """Whether an expression can call it so."""
    return _SERIES_NAME.fullmatch(name) is not None


def period(value: object) -> Period:
    """A period (MANIFEST.md §2)."""
    words = phrase(value)
    try:
        return Period.parse(words.text)
    except ValueError as problem:
        raise refuse("B018", shown(str(problem)), PERIODS, words.place) from None


def columns_period(value: object) -> Period:
    """A period of an exhibit's list, where a range stands for each of its parts."""
    found = period(value)
    if found.length > MOST_COLUMNS:
        raise refuse(
            "B005",
            f"“{found}” stands for {found.length:,} {found.frequency}s",
            f"the limit is {MOST_COLUMNS} of them in one range",
            phrase(value).place,
        )
    return found


def day(value: object) -> date:
    """A day, `2026-11-24`."""
    words = phrase(value)
    try:
        if _DAY.fullmatch(words.text):
            return date.fromisoformat(words.text)
        problem = "is no date"
    except ValueError:
        problem = "is no day of the calendar"
    hint = "a date is written 2026-11-24"
    raise refuse("B019", f"“{shown(words.text)}” {problem}", hint, words.place)


def whole(value: object) -> int:
    """A whole number from 0 to 999999."""
    words = phrase(value)
    if not _WHOLE.fullmatch(words.text):
        hint = "write digits only, such as 10"
        raise refuse("B032", f"“{shown(words.text)}” is no whole number", hint, words.place)
    return int(words.text)


def positive(value: object) -> int:
    """A whole number from 1."""
    number = whole(value)
    if number == 0:
        raise refuse("B032", "must be 1 or more", "write 1 or more", phrase(value).place)
    return number


def month(value: object) -> int:
    """The number of a month, 1 to 12."""
    number = positive(value)
    if number > 12:
        hint = "write the month's number: 4 for April"
        raise refuse("B032", f"{number} is no month", hint, phrase(value).place)
    return number


def one_of(what: str, choices: Iterable[str]) -> OneOf:
    """The reader of one of these words."""
    return OneOf(what, tuple(choices))


_KIND = one_of("kind", Kind)


def kind(value: object) -> Kind:
    """How a measure behaves over time: flow, stock, cumulative flow or ratio."""
    return Kind(_KIND(value))


_OCCASION = one_of("kind of day", Occasion)


def occasion(value: object) -> Occasion:
    """What a day of the calendar is: a visit, a release or an anniversary."""
    return Occasion(_OCCASION(value))


_FLAG = one_of("answer", ("true", "false"))


def flag(value: object) -> bool:
    """`true` or `false`."""
    return _FLAG(value) == "true"


def character(value: object) -> str:
    """One character, such as a delimiter."""
    words = cell(value)
    if len(words.text) != 1:
        hint = 'put one character in quotes; a tab is "\\t"'
        raise refuse("B015", f"“{shown(words.text)}” is not one character", hint, words.place)
    return words.text


def encoding(value: object) -> str:
    """The name of a text encoding."""
    words = phrase(value)
    if words.text == "cp1251-mn":
        return words.text
    try:
        found = codecs.lookup(words.text) if words.text.isascii() else None
        if found and found._is_text_encoding and found.name not in _NO_FILES:
            return words.text
    except (LookupError, ValueError):
        pass
    raise refuse(
        "B015",
        f"unknown encoding “{shown(words.text)}”",
        "write utf-8, cp1251, cp1251-mn, cp1252, utf-16 or another name that Python knows",
        words.place,
    )


def language_tag(value: object) -> str:
    """The tag of a language: ru, mn, sr-Latn."""
    words = phrase(value)
    if not is_language_tag(words.text):
        hint = "write its tag (BCP 47): ru, mn, zh-Hans"
        message = f"“{shown(words.text)}” is no language"
        raise refuse("B023", message, hint, words.place)
    return words.text


def address(value: object) -> Phrase:
    """A web address."""
    words = phrase(value)
    if not _ADDRESS.fullmatch(words.text):
        hint = "a web address begins with https:// or http:// and has no spaces"
        raise refuse("B033", f"“{shown(words.text)}” is no web address", hint, words.place)
    return words


def rule(value: object) -> str:
    """The code of a rule: B101 and on."""
    words = phrase(value)
    if not _RULE.fullmatch(words.text):
        hint = "rules are called B101 and on; `briefing rules` lists them"
        raise refuse("B015", f"there is no rule “{shown(words.text)}”", hint, words.place)
    return words.text
