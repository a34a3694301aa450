"""Numbers, dates, names, grammar and fixed phrases, in each language of the product."""

from briefing.language.cell import cell, date, period, unit
from briefing.language.country import *
from briefing.language.grammars import GRAMMARS, grammar
from briefing.language.moment import moment
from briefing.language.phrase import fill
from briefing.language.recorded import alone, apart, full, recorded, spoken
from briefing.language.told import Unwritable
from briefing.language.words import Words
from briefing.language.write import tell, write


def words(language: str) -> Words:
    """The fixed words in a language. Raises KeyError for a language that the product lacks."""
    return grammar(language).words


def headed(language: str, head: str, text: str = "") -> str:
    """A text behind what it is of, “Symbols: …”, in a language; without a text what stands before
    one. Raises KeyError for a language that the product lacks."""
    return grammar(language).captions.headed(head, text)


__all__ = [
    "GRAMMARS",
    "CountryName",
    "Unwritable",
    "Words",
    "alone",
    "apart",
    "by_name",
    "cell",
    "country",
    "date",
    "fill",
    "full",
    "grammar",
    "headed",
    "is_country",
    "is_named",
    "meant",
    "moment",
    "named",
    "near_name",
    "period",
    "recorded",
    "spoken",
    "tell",
    "unit",
    "words",
    "write",
]
