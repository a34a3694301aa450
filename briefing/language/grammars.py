"""The languages of the product."""

from collections.abc import Mapping

from briefing.language.en import English
from briefing.language.grammar import Grammar

GRAMMARS: Mapping[str, Grammar] = {"en": English()}


def grammar(language: str) -> Grammar:
    """The grammar of a language. Raises KeyError for one that isn't in GRAMMARS."""
    return GRAMMARS[language]
