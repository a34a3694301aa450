"""The languages of the product."""

from collections.abc import Mapping

from briefing.language.en import English
from briefing.language.fr import French
from briefing.language.grammar import Grammar
from briefing.language.mn import Mongolian
from briefing.language.ru import Russian

GRAMMARS: Mapping[str, Grammar] = {
    "en": English(),
    "fr": French(),
    "mn": Mongolian(),
    "ru": Russian(),
}


def grammar(language: str) -> Grammar:
    """The grammar of a language. Raises KeyError for one that isn't in GRAMMARS."""
    return GRAMMARS[language]
