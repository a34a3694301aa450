"""Numbers, dates, names, grammar and fixed phrases, in each language of the product."""

from briefing.language.country import CountryName, country, is_country
from briefing.language.en import WORDS
from briefing.language.words import Words


def words(language: str) -> Words:
    """The fixed words in a language. Raises KeyError for a language that the product lacks."""
    return {"en": WORDS}[language]


__all__ = ["CountryName", "Words", "country", "is_country", "words"]
