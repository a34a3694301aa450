"""Where words may be broken, by the patterns of their language."""

import re
from functools import lru_cache

import pyphen

# The patterns that a language's documents are set with, where it has several.
_PATTERNS = {"en": "en_GB", "mn": "mn_MN", "ru": "ru_RU"}
_WORD = re.compile(r"[^\W\d_]+")
_SHORTEST = 6
_LEFT, _RIGHT = 3, 3


@lru_cache(maxsize=8)
def _dictionary(language: str) -> pyphen.Pyphen | None:
    found = pyphen.language_fallback(_PATTERNS.get(language, language))
    return pyphen.Pyphen(lang=found, left=_LEFT, right=_RIGHT) if found else None


@lru_cache(maxsize=20_000)
def points(word: str, language: str) -> tuple[int, ...]:
    """Indexes in the word before which it may be broken with a hyphen.

    Only runs of letters are broken, at least six long, and none that begins with a capital (names).
    A language without patterns has none.
    """
    dictionary = _dictionary(language)
    if dictionary is None:
        return ()
    found: list[int] = []
    for match in _WORD.finditer(word):
        letters = match.group()
        if len(letters) < _SHORTEST or letters[0].isupper():
            continue
        found.extend(match.start() + int(index) for index in dictionary.positions(letters))
    return tuple(found)
