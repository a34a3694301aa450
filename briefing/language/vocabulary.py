"""The words of a language by which a figure is told from a date, a name or a rank."""

from msgspec import Struct

from briefing.model.memory import remembers

YEAR = r"(?:1\d{3}|20\d{2}|21\d{2})"
DASH = r"\s?[–—/-]\s?"


class Vocabulary(Struct, frozen=True):
    """Words in lower case, but for months, eras and currencies, which are as printed.

    `units` never follow a year; `counted` may (“in 2014 students …”). `singular` words end like a
    plural and are none. `year_before` stands before a year, `year_near` before a year or a figure,
    `amounts` before a figure. `numbered` are words that a number names (Article 5); `no_names`
    open a sentence with a capital and are no names. A word that ends in `*` stands for all that
    begin so.

    `free` are patterns of dates and numbers that need no fact; `unit_phrases` units of several
    words. `plurals` are the endings of nouns in the plural, `possessives` those of owners;
    `numbered_small` says that a numbered word has no capital (“статья 5”).
    `abbreviations` are words whose stop ends no sentence.
    """

    months: frozenset[str]
    ordinals: frozenset[str]
    joins: frozenset[str]
    eras: frozenset[str]
    rank_words: frozenset[str]
    units: frozenset[str]
    counted: frozenset[str]
    singular: frozenset[str]
    year_before: frozenset[str]
    year_near: frozenset[str]
    amounts: frozenset[str]
    numbered: frozenset[str]
    no_names: frozenset[str]
    currencies: frozenset[str]
    free: tuple[str, ...] = ()
    unit_phrases: tuple[str, ...] = ()
    plurals: tuple[str, ...] = ()
    possessives: tuple[str, ...] = ()
    numbered_small: bool = False
    abbreviations: tuple[str, ...] = ()


def words(text: str) -> frozenset[str]:
    """The words of a text."""
    return frozenset(text.split())


@remembers(4096)
def holds(listed: frozenset[str], word: str) -> bool:
    """Whether a word is listed, by itself or by its beginning."""
    return word in listed or any(
        entry.endswith("*") and word.startswith(entry[:-1]) for entry in listed
    )


def calendar(months: str, ordinals: str, joins: str, of: str = "") -> tuple[str, ...]:
    """Patterns of days with months and of months with years, where the month has a name.

    The arguments are alternatives of a pattern, `of` what may stand between day and month.
    """
    day = rf"\d{{1,2}}(?:{ordinals})?"
    days = rf"{day}(?:(?:{DASH}|,\s|\s(?:{joins})\s){day})*"
    month, year = rf"(?:{months})\.?", rf"(?:,?\s{YEAR})?"
    between = rf"(?:{of}\s)?" if of else ""
    return (
        rf"\b{days}\s{between}{month}(?!\w){year}(?!\d)",
        rf"\b{month}\s{days}(?![\d.,]*\d|\s?%){year}",
        rf"\b{month}\s{YEAR}\b(?![.,]\d)",
    )
