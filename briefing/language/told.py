"""What a sentence tells of figures, as values: the grammar chooses case, order and words."""

from collections.abc import Iterable
from enum import StrEnum
from string import Formatter
from typing import Protocol, TypeAlias

from msgspec import Struct

from briefing.language.amount import Amount
from briefing.model import Fact, Number, Period, Place


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
    fact: Fact | None = None


class Counted(Struct, frozen=True):
    """So many, and the fact that says so."""

    count: int
    fact: Fact | None = None

    @property
    def pieces(self) -> "Pieces":
        """The number."""
        return piece(str(self.count), self.fact)


class Told(Struct, frozen=True):
    """A value, and the time that the sentence names with it; `stock`: counted at its end; `over`:
    added up over so many periods, of which that is the last. With its `fact` the value is a number
    of the sentence, that can be traced."""

    value: Amount | Ranked | Period
    period: Period | None = None
    stock: bool = False
    over: int = 0
    fact: Fact | None = None


class Movement(Struct, frozen=True):
    """What became of a figure since a period: up or down by an amount, None where it is level.

    `earlier` is the value then, where an amount would mislead; `fact` is that of the amount. Of a
    `deficit` a rise is that it is wider.
    """

    since: Period
    rise: bool | None = None
    by: Amount | None = None
    earlier: Amount | None = None
    fact: Fact | None = None
    deficit: bool = False


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

    def times(self, ratio: Amount) -> str:
        """So many times."""

    def period(self, period: Period, short: bool = False) -> str:
        """A period."""

    def timed(self, period: Period, stock: bool, over: int = 0) -> tuple[str, str]:
        """What stands before and after a value that is of this period, or added up `over` so many
        of which it is the last."""


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
    return dated(speech, text, what.period, what.stock, what.over)


def dated(speech: Speech, text: str, period: Period, stock: bool, over: int = 0) -> str:
    """A phrase of the language's own with its period, or all that it is added up over."""
    before, after = speech.timed(period, stock, over)
    return f"{before}{text}{after}"


# A sentence that the product makes: its words, and its figures as numbers of their facts.
Pieces: TypeAlias = tuple[str | Number, ...]


def piece(text: str, fact: Fact | None) -> Pieces:
    """A figure as its sentence writes it: a number, where it has a fact."""
    return (text if fact is None else Number(text, fact, Place("")),)


def alone(speech: Speech, what: Told) -> Pieces:
    """A value by itself."""
    return piece(plain(speech, what.value), what.fact)


def phrase(speech: Speech, what: Told) -> Pieces:
    """A value with its period, if it has one."""
    if what.period is None:
        return alone(speech, what)
    before, after = speech.timed(what.period, what.stock, what.over)
    return (before, *alone(speech, what), after)


def worded(form: str, *parts: str | Pieces, **named: str | Pieces) -> Pieces:
    """A form, “{0}: {1}.”, filled with words and figures."""
    found: list[str | Number] = []
    for words, field, _, _ in Formatter().parse(form):
        found.append(words)
        if field is not None:
            part = parts[int(field)] if field.isdecimal() else named[field]
            found.extend((part,) if isinstance(part, str) else part)
    return tuple(piece for piece in found if piece != "")


def joined(sign: str, parts: Iterable[Pieces]) -> Pieces:
    """The sentences or phrases that say something, with a sign between them."""
    found: list[str | Number] = []
    for part in filter(None, parts):
        found += (sign, *part) if found else part
    return tuple(found)


def going_on(pieces: Pieces) -> Pieces:
    """A sentence that another goes on with: its first letter is small."""
    first, *rest = pieces or ("",)
    if isinstance(first, Number):
        return pieces
    return (f"{first[:1].lower()}{first[1:]}", *rest)


def written(pieces: Pieces) -> str:
    """The sentence as text."""
    return "".join(part if isinstance(part, str) else part.text for part in pieces)
