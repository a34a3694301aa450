"""What a sentence tells of figures and of whom, as values: the grammar chooses case, order and
words, and says what it can't write."""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from enum import StrEnum
from string import Formatter
from types import MappingProxyType
from typing import Protocol, TypeAlias

from msgspec import Struct

from briefing.language.amount import Amount
from briefing.model import Fact, Number, Period, Place, Refusal

GENDERS = ("m", "f", "n", "pl")


class Role(StrEnum):
    """What the name does in its sentence; each brings its preposition, article, case or suffix.

    As an adjective (“российский”, “italienne”) it agrees with what it stands by: with its gender
    and number (`m`, `f`, `n`, `pl`), and with the part in the sentence that this has.
    """

    SUBJECT = "subject"
    OF = "of"
    FROM = "from"
    TO = "to"
    WITH = "with"
    IN = "in"
    ABOUT = "about"
    ADJECTIVE = "adjective"


class Named(Struct, frozen=True):
    """A country or another member: its code, its name, the forms that the project gives by role.

    `own` says that the name is the project's: a language's table knows nothing of it.
    """

    code: str
    name: str
    own: bool = False
    forms: Mapping[str, str] = MappingProxyType({})


class Unwritable(Refusal):  # the field's word, as in the message
    """A reference that no sentence of the language fits; message and hint are for the author."""


def uninflected(language: str) -> Unwritable:
    """That a language marks no case on an amount."""
    return Unwritable(f"{language} marks no case on an amount", "leave out the filter “as”")


def no_adjective(name: Named, language: str, sample: str) -> Unwritable:
    """That no adjective of a name is known."""
    given = f"text: {name.name}, adjective: {sample}"
    return Unwritable(
        f"the adjective of “{name.name}” is not known in “{language}”",
        f"give it, in the form of “{sample}”: names: {{{name.code}: {{{language}: {{{given}}}}}}}",
    )


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


# Below that a multiple says less than a percentage.
_LEAST = Decimal("1.8")
_EXACT = Decimal("0.025")
_NEARLY = Decimal("0.7")


class Near(StrEnum):
    """How a multiple stands to the whole number that names it: short of it, it, beyond it."""

    NEARLY = "nearly"
    JUST = "just"
    OVER = "over"


class Multiple(Struct, frozen=True):
    """A rise to so many times, or a fall to so many parts: of a fall to 0.4, over two."""

    rise: bool
    times: int
    near: Near = Near.JUST


def multiple(ratio: Decimal) -> Multiple | None:
    """The multiple that a ratio above zero is; None where it is too near to one."""
    size = ratio if ratio >= 1 else 1 / ratio
    if size < _LEAST:
        return None
    whole, nearest = int(size), int(size + Decimal("0.5"))
    if abs(size / nearest - 1) <= _EXACT:
        return Multiple(ratio >= 1, nearest)
    if size - whole >= _NEARLY:
        return Multiple(ratio >= 1, whole + 1, Near.NEARLY)
    return Multiple(ratio >= 1, whole, Near.OVER)
