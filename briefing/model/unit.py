"""Units: money and its scale, rates of exchange, so much per one, measures, counts, percentages."""

import re
from decimal import Decimal
from enum import StrEnum

from msgspec import Struct

from briefing.model.quotient import shifted


class Dimension(StrEnum):
    """What a unit measures."""

    MONEY = "money"
    EXCHANGE = "exchange rate"
    PER = "amount per unit"
    MEASURE = "measure"
    COUNT = "count"
    PERCENT = "percent"
    POINTS = "percentage points"
    RATIO = "ratio"
    RANK = "rank"
    DATE = "date"
    DAYS = "days"


_SCALES = {"": 0, "thousand": 3, "million": 6, "billion": 9, "trillion": 12}
_SIMPLE = {
    "percent": Dimension.PERCENT,
    "ratio": Dimension.RATIO,
    "rank": Dimension.RANK,
    "date": Dimension.DATE,
    "days": Dimension.DAYS,
}
_MEASURES = frozenset({"km", "tonne", "kg", "km2", "hectare", "barrel", "MW", "GWh"})
_CURRENCY = re.compile(r"[A-Z]{3}")
_EXCHANGE = re.compile(r"([A-Z]{3}) per ([A-Z]{3})")
_PER = re.compile(r"(.+) per ([^\W\d_]+2?)")
_WORD = re.compile(r"[^\W\d_]+")


class Unit(Struct, frozen=True):
    """A dimension, its code (`USD`, `EUR per USD`, `km`) and its scale as a power of ten.

    A count may bring its own noun: pairs of plural category and word; the category stands behind
    a language (`ru few`) where the noun has its forms in several.
    """

    dimension: Dimension
    code: str = ""
    exponent: int = 0
    noun: tuple[tuple[str, str], ...] = ()

    @classmethod
    def parse(cls, text: str) -> "Unit":
        """`USD million`, `EUR per USD`, `km`, `thousand tonne`, `persons`, `percent`, `date`.

        Raises ValueError, in words for an author.
        """
        words = text.split()
        if len(words) == 1 and words[0] in _SIMPLE:
            return cls(_SIMPLE[words[0]])
        exchange = _EXCHANGE.fullmatch(" ".join(words))
        if exchange and exchange[1] != exchange[2]:
            return cls(Dimension.EXCHANGE, exchange[0])
        amount = _PER.fullmatch(" ".join(words))
        if amount:
            return cls.parse(amount[1]).per(cls.parse(amount[2]))
        scales = [w for w in words if w in _SCALES]
        names = [w for w in words if w not in _SCALES]
        if len(names) != 1 or len(scales) > 1:
            raise ValueError(f"“{text[:40]}” is no unit")
        exponent = _SCALES[scales[0]] if scales else 0
        name = names[0]
        if _CURRENCY.fullmatch(name):
            return cls(Dimension.MONEY, name, exponent)
        if name in _MEASURES:
            return cls(Dimension.MEASURE, name, exponent)
        if name in _SIMPLE or not _WORD.fullmatch(name):
            raise ValueError(f"“{text[:40]}” is no unit")
        return cls(Dimension.COUNT, name, exponent)

    def per(self, other: "Unit") -> "Unit":
        """So much of it for each of the other: `USD per person`. Raises ValueError where the two
        make no such unit."""
        amounts = (Dimension.MONEY, Dimension.MEASURE, Dimension.COUNT)
        if self.dimension not in amounts or other.dimension not in amounts[1:]:
            raise ValueError(f"“{self} per {other}” is no unit")
        return Unit(Dimension.PER, f"{self.code} per {_single(other.code)}", self.exponent)

    @property
    def amount(self) -> "Unit":
        """Of an amount per something: the amount's unit."""
        return Unit.parse(self.code.partition(" per ")[0]).scaled(self.exponent)

    @property
    def each(self) -> str:
        """Of an amount per something: for one of what, in the singular."""
        return self.code.partition(" per ")[2]

    def converts_to(self, other: "Unit") -> bool:
        """Whether only the scale differs."""
        return self.dimension is other.dimension and self.code == other.code

    def convert(self, value: Decimal, to: "Unit") -> Decimal:
        """The value in the other unit, exactly. Raises ValueError when they don't match."""
        if not self.converts_to(to):
            raise ValueError(f"{self} is no {to}")
        return shifted(value, self.exponent - to.exponent)

    @property
    def currencies(self) -> tuple[str, ...]:
        """The codes of the currencies in it: none, one of money, two of a rate of exchange."""
        if self.dimension is Dimension.PER:
            return self.amount.currencies
        if self.dimension not in (Dimension.MONEY, Dimension.EXCHANGE):
            return ()
        return tuple(self.code.split(" per "))

    def scaled(self, exponent: int) -> "Unit":
        """The same unit at another scale."""
        return Unit(self.dimension, self.code, exponent, self.noun)

    def forms(self, language: str) -> dict[str, str]:
        """The forms of its own noun in a language, by plural category; empty where it has none."""
        own = {
            key.partition(" ")[2]: word for key, word in self.noun if key.startswith(f"{language} ")
        }
        return own or {key: word for key, word in self.noun if " " not in key}

    def __str__(self) -> str:
        scale = next(word for word, power in _SCALES.items() if power == self.exponent)
        if self.dimension is Dimension.PER:
            return f"{self.amount} per {self.each}"
        name = self.code or self.dimension.value
        return f"{name} {scale}".strip()


def _single(name: str) -> str:
    """A noun of counts in the singular: persons are counted, and so much is per person."""
    plural = len(name) > 3 and name.endswith("s") and not name.endswith("ss")
    return name[:-1] if plural else name


PERCENT = Unit(Dimension.PERCENT)
POINTS = Unit(Dimension.POINTS)
RATIO = Unit(Dimension.RATIO)
RANK = Unit(Dimension.RANK)
DATE = Unit(Dimension.DATE)
