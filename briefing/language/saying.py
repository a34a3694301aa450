"""What is to be said of a fact, and what each way of saying it needs."""

from collections.abc import Callable
from decimal import Decimal
from typing import TypeAlias

from msgspec import Struct, structs

from briefing.figures import rolled
from briefing.language.amount import Amount, Precision, measure
from briefing.language.grammar import Grammar
from briefing.language.told import Ranked, Told, Unwritable, plain
from briefing.model import Comparison, Dimension, Fact, Kind, Period, Reading, Standing


class Saying(Struct, frozen=True):
    """The reading, how exactly it is written, and in which language."""

    reading: Reading
    precision: Precision
    speech: Grammar
    language: str

    @property
    def fact(self) -> Fact:
        """The fact that is read."""
        return self.reading.fact

    def measured(self, size: Decimal, fact: Fact) -> Amount:
        """A size in a fact's unit, rounded as asked; a bound keeps all its digits."""
        if fact.bound:
            exact = structs.replace(self.precision, exact=True)
            amount = measure(size, fact.unit, fact.resolution, exact)
            return structs.replace(amount, bound=fact.bound)
        return measure(size, fact.unit, fact.resolution, self.precision)

    def plain(self, fact: Fact) -> str:
        """A fact with its own unit; a count its number only, a rank its ordinal, a date."""
        return plain(self.speech, self.said(fact))

    def counted(self, fact: Fact) -> str:
        """A fact by itself in a sentence: a count with the noun that the language has for it."""
        noun = fact.unit.dimension is Dimension.COUNT and self.speech.counts(fact.unit)
        if not noun or isinstance(fact.value, Period):
            return self.plain(fact)
        return self.speech.amount(self.measured(value(fact), fact), counted=True)

    def said(self, fact: Fact) -> Amount | Ranked | Period:
        """What a sentence tells of a fact: an amount, a place, a date."""
        if isinstance(fact.value, Period):
            return fact.value
        if fact.unit.dimension is Dimension.RANK:
            return Ranked(place(fact), fact.tied)
        return self.measured(value(fact), fact)

    def told(self, fact: Fact, dated: bool = True) -> Told:
        """It with its period, which a date has in itself."""
        period = fact.period if dated and not isinstance(fact.value, Period) else None
        over = rolled(fact.derivation)
        return Told(self.said(fact), period, fact.kind is Kind.STOCK, over, fact)

    @property
    def gender(self) -> str:
        """The gender that the fact's label says, for a verb to agree with; empty for none."""
        label = self.fact.label or {}
        return label[self.language].gender if self.language in label else ""

    def compared(self, name: str) -> Comparison:
        """The comparison that a filter needs. Raises Unwritable where there is none."""
        if self.reading.comparison is None:
            raise Unwritable(
                f"“{name}” has nothing to compare {called(self.fact)} with",
                "it compares a series with an earlier period",
            )
        return self.reading.comparison

    def stands(self, name: str) -> Standing:
        """Where the fact stands among those before it. Raises Unwritable where nobody looked."""
        if self.reading.standing is None:
            raise Unwritable(
                f"“{name}” has nothing to set {called(self.fact)} against",
                "it sets a series against its earlier values",
            )
        return self.reading.standing


Writer: TypeAlias = Callable[[Saying, tuple[str, ...]], str]


def value(fact: Fact) -> Decimal:
    """The number that a fact has. Raises Unwritable where it has none."""
    if fact.value is None:
        why = f": {fact.reason}" if fact.reason else ""
        raise Unwritable(f"{called(fact)} has no value{why}", "wrap the text in ::: if … :::")
    if isinstance(fact.value, Period):
        raise Unwritable(f"{called(fact)} is a date, not a number", "leave out the filter")
    return fact.value


def place(fact: Fact) -> int:
    """The place that a rank is. Raises Unwritable where it is no whole number from 1 on."""
    number = value(fact)
    if number < 1 or number != int(number):
        raise Unwritable(f"{called(fact)} is no place in an order", "a rank is 1, 2, 3 …")
    return int(number)


def wants(fact: Fact, name: str, dimensions: tuple[Dimension, ...]) -> None:
    """Refuses a fact that is of none of these dimensions."""
    if fact.unit.dimension not in dimensions:
        raise Unwritable(
            f"“{name}” doesn't fit {called(fact)}, which is {KINDS[fact.unit.dimension]}",
            f"“{name}” is for {', '.join(_PLURALS[d] for d in dimensions)}",
        )


def called(fact: Fact) -> str:
    """A fact as messages call it."""
    return f"“{fact.name}”"


KINDS = {
    Dimension.MONEY: "money",
    Dimension.EXCHANGE: "a rate of exchange",
    Dimension.PER: "an amount per unit",
    Dimension.MEASURE: "a measure",
    Dimension.COUNT: "a count",
    Dimension.PERCENT: "a percentage",
    Dimension.POINTS: "a difference of percentages",
    Dimension.RATIO: "a ratio",
    Dimension.RANK: "a rank",
    Dimension.DATE: "a date",
    Dimension.DAYS: "a number of days",
}
_PLURALS = {
    Dimension.MONEY: "money",
    Dimension.MEASURE: "measures",
    Dimension.COUNT: "counts",
    Dimension.DAYS: "days",
    Dimension.PERCENT: "percentages",
    Dimension.RATIO: "ratios",
    Dimension.RANK: "ranks",
}
