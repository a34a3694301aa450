"""Where words may be broken, by the patterns of their language."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

import pyphen

from briefing.model.memory import remembers

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

# The patterns that a language's documents are set with, where it has several.
_PATTERNS = {"en": "en_GB", "mn": "mn_MN", "ru": "ru_RU"}
_WORD = re.compile(r"[^\W\d_]+")
_SHORTEST = 6
_LEFT, _RIGHT = 3, 3
_DIGITS = {ord(digit): None for digit in "0123456789"}
_CODED = re.compile(r"\^\^([0-9a-f]{2})")
# What a pattern says of how a word is spelt where it is broken: where it is, is all we ask.
_SPELLING = re.compile(r"/.*")


class _Patterns:
    """Liang’s patterns of a file of pyphen's, which are read when a word has their letters: to read
    all 14,000 of English takes as long as to set a page.

    F. M. Liang, “Word Hy-phen-a-tion by Com-put-er” (1983).
    """

    def __init__(self, file: "Traversable") -> None:
        encoding, _, rest = file.read_bytes().partition(b"\n")
        name = encoding.decode().strip().lower()
        text = rest.decode("cp1251" if name == "microsoft-cp1251" else name)
        text = _CODED.sub(lambda match: chr(int(match[1], 16)), text)
        text = _SPELLING.sub("", text).replace("\r", "")
        letters = text.translate(_DIGITS).split("\n")
        self._known = dict(zip(letters, text.split("\n"), strict=True))
        self._longest = max(len(run) for run in letters if " " not in run)

    def points(self, word: str) -> Iterator[int]:
        """Indexes in the word before which it may be broken."""
        whole = f".{word.lower()}."
        marks = [0] * (len(whole) + 1)
        for start in range(len(whole) - 1):
            for end in range(start + 1, min(start + self._longest, len(whole)) + 1):
                at = start
                for sign in self._known.get(whole[start:end], ""):
                    if sign.isdigit():
                        marks[at] = max(marks[at], int(sign))
                    else:
                        at += 1
        for index, mark in enumerate(marks, start=-1):
            if mark % 2 and _LEFT <= index <= len(word) - _RIGHT:
                yield index


@lru_cache(maxsize=8)
def _patterns(language: str) -> _Patterns | None:
    found = pyphen.language_fallback(_PATTERNS.get(language, language))
    return _Patterns(pyphen.LANGUAGES[found]) if found else None


@remembers(4096)
def points(word: str, language: str, *, begins: bool = False) -> tuple[int, ...]:
    """Indexes in the word before which it may be broken with a hyphen.

    Only runs of letters are broken, at least six long, and none that begins with a capital (names),
    unless it `begins` what it stands in, where any has one. A language without patterns has none.
    """
    patterns = _patterns(language)
    if patterns is None:
        return ()
    found: list[int] = []
    for match in _WORD.finditer(word):
        letters = match.group()
        capital = letters[0].isupper() and not (begins and letters[1:].islower())
        if len(letters) < _SHORTEST or capital:
            continue
        found.extend(match.start() + index for index in patterns.points(letters))
    return tuple(found)
