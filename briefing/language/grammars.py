"""The languages of the product, each loaded when it is first asked for."""

from collections import UserDict
from importlib import import_module

from briefing.language.grammar import Grammar

# The code of each language, which is its folder's name, and its grammar's class there.
_CLASSES = {
    "en": "English",
    "fr": "French",
    "mn": "Mongolian",
    "ru": "Russian",
}


class _Grammars(UserDict[str, Grammar]):
    """A briefing in one language loads that one only: the four take a tenth of a second."""

    def __getitem__(self, language: str) -> Grammar:
        if self.data[language] is None:
            module = import_module(f"briefing.language.{language}")
            self.data[language] = getattr(module, _CLASSES[language])()
        return self.data[language]


GRAMMARS: UserDict[str, Grammar] = _Grammars()
GRAMMARS.data.update(dict.fromkeys(_CLASSES))  # type: ignore[arg-type]


def grammar(language: str) -> Grammar:
    """The grammar of a language. Raises KeyError for one that isn't in GRAMMARS."""
    return GRAMMARS[language]
