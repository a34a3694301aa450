"""What a sentence tells of figures, as values: the grammar chooses case, order and words."""

from enum import StrEnum
from typing import Protocol

from msgspec import Struct

from briefing.language.amount import Amount
from briefing.model import Period


class Form(StrEnum):
    """How a change stands in its sentence: as a noun, as the verb, as a verb after which another
    follows (“fell by 2.7% and …”)."""

    NOUN = "noun"
    VERB = "verb"
    THEN = "then"


class Ranked(Struct, frozen=True):
    """A place in an order, perhaps shared, perhaps among so many."""

    place: int
    tied: bool = False
    of: int | None = None


class Told(Struct, frozen=True):
    """A value, and the time that the sentence names with it; `stock`: counted at its end; `over`:
    added up over so many periods, of which that is the last."""

    value: Amount | Ranked | Period
    period: Period | None = None
    stock: bool = False
    over: int = 0


class Movement(Struct, frozen=True):
    """What became of a figure since a period: up or down by an amount, None where it is level.

    `earlier` is the value then, where an amount would mislead.
    """

    since: Period
    rise: bool | None = None
    by: Amount | None = None
    earlier: Amount | None = None


class Speech(Protocol):
    """What of a grammar writes single values."""

    def amount(self, amount: Amount, counted: bool = False) -> str:
        """A value with its unit."""

    def inflected(self, amount: Amount, role: str) -> str:
        """A value in a case. Raises Unwritable where the language marks none."""

    def rank(self, place: int, tied: bool) -> str:
        """A place."""

    def largest(self, place: int, tied: bool) -> str:
        """A place, by size."""

    def period(self, period: Period, short: bool = False) -> str:
        """A period."""

    def dated(self, text: str, period: Period, stock: bool) -> str:
        """A phrase of the language's own with its period."""

    def over(self, text: str, count: int, period: Period) -> str:
        """A phrase of the language's own with the periods that it is added up over."""


def plain(speech: Speech, value: Amount | Ranked | Period) -> str:
    """A value by itself."""
    if isinstance(value, Period):
        return speech.period(value)
    if isinstance(value, Ranked):
        return speech.rank(value.place, value.tied)
    return speech.amount(value)


def told(speech: Speech, what: Told) -> str:
    """A value with its period, if it has one."""
    text = plain(speech, what.value)
    if what.period is None:
        return text
    if what.over > 1:
        return speech.over(text, what.over, what.period)
    return speech.dated(text, what.period, what.stock)
