"""What the numbers of a clause say by themselves: sign, direction, growth, rank."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from briefing.checks.sentences import Clause, found_but
from briefing.figures import is_difference, is_growth
from briefing.model import POINTS, Dimension, Fact, Facts, Number

AMOUNTS = (Dimension.MONEY, Dimension.MEASURE, Dimension.COUNT, Dimension.DAYS)
_FORMS = (
    "change",
    "from",
    "points",
    "average",
    "balance",
    "share",
    "rank",
    "times",
    "period",
    "growth",
    "record",
    "since",
)


def claims_nothing(clause: Clause) -> bool:
    """Whether it denies or supposes: then its words are no claim."""
    claims = clause.claims
    unreal = (*claims.denies, *claims.supposes)
    return any(found_but(unreal, claims.steady, clause.text))


def form(number: Number) -> str:
    """The filter that writes the number; empty for its plain value."""
    filters = number.reference.filters if number.reference else ()
    return next((f.name for f in filters if f.name in _FORMS), "")


def amount(number: Number) -> Decimal | None:
    """The value of a number that prints an amount, or the size of a balance; else None."""
    plain = form(number) in ("", "balance") and number.fact.unit.dimension in AMOUNTS
    value = number.fact.value
    return value if plain and isinstance(value, Decimal) else None


def is_balance(number: Number, facts: Facts) -> bool:
    """Whether it is of a measure that can be a deficit: a difference, or negative somewhere."""
    if form(number) == "balance":
        return True
    fact = number.fact
    if isinstance(fact.value, Decimal) and fact.value < 0:
        return True
    series = facts.series.get(fact.name)
    below = series is not None and any(o.value is not None and o.value < 0 for o in series.known)
    return below or is_difference(fact.derivation, facts.expressions)


def moved(number: Number) -> Decimal | None:
    """By how much a number says that something rose or fell, in whatever unit; else None."""
    fact, comparison = number.fact, number.comparison
    if comparison is not None:
        growth = comparison.growth.value if comparison.growth is not None else None
        change = comparison.difference.value if growth is None else growth
        return change if isinstance(change, Decimal) else None
    grows = fact.unit == POINTS or form(number) == "growth" or is_growth(fact.derivation)
    return fact.value if grows and isinstance(fact.value, Decimal) else None


def grown(number: Number) -> Decimal | None:
    """The growth in percent that a number says: of a change, or of a multiple; else None."""
    if number.comparison is not None:
        growth = number.comparison.growth
        told = form(number) in ("change", "from")
        value = growth.value if growth is not None and told else None
        return value if isinstance(value, Decimal) else None
    value = number.fact.value
    if number.fact.unit.dimension is Dimension.RATIO and isinstance(value, Decimal):
        return 100 * (value - 1)
    return None


def pair(numbers: Sequence[Number]) -> tuple[Number, Number] | None:
    """The earlier and the later of just two plain figures of one measure."""
    plain = [n for n in numbers if n.comparison is None and isinstance(n.fact.value, Decimal)]
    if len(plain) != 2 or plain[0].fact.name != plain[1].fact.name:
        return None
    first, second = plain
    if first.fact.period is None or second.fact.period is None or form(first) != form(second):
        return None
    if first.fact.period == second.fact.period:
        return None
    return (first, second) if first.fact.period < second.fact.period else (second, first)


def one(values: Iterator[tuple[Number, Decimal]]) -> tuple[Number, Decimal] | None:
    """The only one of several; None for none and for more."""
    several = list(values)
    return several[0] if len(several) == 1 else None


def decimal(fact: Fact) -> Decimal:
    """The value of a fact that is known to have a number."""
    assert isinstance(fact.value, Decimal)
    return fact.value
