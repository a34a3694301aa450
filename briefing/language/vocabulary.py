"""The words of a language by which a figure is told from a date, a name or a rank."""

from msgspec import Struct


class Vocabulary(Struct, frozen=True):
    """Words in lower case, but for months, eras and currencies, which are as printed.

    `units` never follow a year; `counted` may (“in 2014 students …”). `singular` words end like a
    plural and are none. `year_before` stands before a year, `year_near` before a year or a figure,
    `amounts` before a figure. `numbered` are words that a number names (Article 5); `no_names`
    open a sentence with a capital and are no names.
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


def words(text: str) -> frozenset[str]:
    """The words of a text."""
    return frozenset(text.split())
