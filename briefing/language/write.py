"""A reading as a sentence has it: the filters of a reference, by the rules of NUMBERS.md §1."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TypeAlias

from briefing.language.amount import AS_USUAL, Amount, Precision, half_up, measure
from briefing.language.exactness import PRECISIONS, only, precision
from briefing.language.grammar import Grammar
from briefing.language.grammars import grammar
from briefing.language.unwritable import Unwritable
from briefing.model.fact import Comparison, Fact, Reading
from briefing.model.finding import did_you_mean
from briefing.model.period import Period
from briefing.model.reference import Filter
from briefing.model.series import Kind
from briefing.model.unit import PERCENT, POINTS, Dimension

_CHANGING = (Dimension.MONEY, Dimension.MEASURE, Dimension.COUNT, Dimension.DAYS)


@dataclass(frozen=True, slots=True)
class _Saying:
    """What is to be said: the reading, how exactly, and in which language."""

    reading: Reading
    precision: Precision
    speech: Grammar

    @property
    def fact(self) -> Fact:
        return self.reading.fact


_Writer: TypeAlias = Callable[[_Saying, tuple[str, ...]], str]


def write(reading: Reading, filters: tuple[Filter, ...], language: str, dated: bool = False) -> str:
    """What the text prints of a reading: “US$1.6 billion”, “a decrease of 2.7% or US$79 million”.

    `dated` adds the fact's period (“… in January–September 2025”), for a reference by `latest`.
    Raises Unwritable when a filter is unknown or doesn't fit the fact.
    """
    saying = _Saying(reading, precision(reading.fact, filters), grammar(language))
    forms = [f for f in filters if f.name not in PRECISIONS]
    if len(forms) > 1:
        raise Unwritable(
            f"“{forms[0].name}” and “{forms[1].name}” can't both write {_called(saying.fact)}",
            "keep one of them",
        )
    if not forms:
        text = _plain(saying)
    else:
        form = forms[0]
        text = _writer(form.name)(saying, form.arguments)
    period = reading.fact.period
    is_date = isinstance(reading.fact.value, Period) or any(f.name == "period" for f in forms)
    if not dated or period is None or is_date:
        return text
    return saying.speech.dated(text, period, reading.fact.kind is Kind.STOCK)


def _writer(name: str) -> _Writer:
    if name in FILTERS:
        return FILTERS[name]
    known = sorted({*FILTERS, *PRECISIONS})
    raise Unwritable(
        f"there is no filter “{name}”{did_you_mean(name, known)}",
        f"the filters are {', '.join(known)}",
    )


def _plain(saying: _Saying) -> str:
    """The value with its own unit; a count its number only."""
    fact, speech = saying.fact, saying.speech
    if isinstance(fact.value, Period):
        return speech.period(fact.value)
    if fact.unit.dimension is Dimension.RANK:
        return _rank(saying, ())
    return _sized(saying, _value(fact), fact)


def _sized(saying: _Saying, value: Decimal, fact: Fact, counted: bool = False) -> str:
    if fact.bound:
        exact = replace(saying.precision, exact=True)
        amount = measure(value, fact.unit, fact.resolution, exact)
        return saying.speech.bounded(fact.bound, saying.speech.amount(amount, counted))
    return saying.speech.amount(_measured(saying, value, fact), counted)


def _measured(saying: _Saying, value: Decimal, fact: Fact) -> Amount:
    return measure(value, fact.unit, fact.resolution, saying.precision)


def _change(saying: _Saying, arguments: tuple[str, ...]) -> str:
    """Percentage and amount; without a percentage where it is undefined."""
    only("change", arguments, ("verb", "bare"), compares=True)
    fact, comparison = saying.fact, _compared(saying.reading, "change")
    if fact.unit.dimension not in _CHANGING:
        raise Unwritable(*_no_change(fact))
    difference = _value(comparison.difference)
    amount = measure(abs(difference), fact.unit, fact.resolution, saying.precision)
    growth = None if comparison.growth is None else _value(comparison.growth)
    percent = None if growth is None else measure(abs(growth), PERCENT, None)
    verb = "verb" in arguments
    if amount.is_nothing and (percent is None or percent.is_nothing):
        return saying.speech.unchanged(verb)
    # Of two negative values the size grows or shrinks, as “a deficit of …” speaks of it.
    rise = (difference if growth is None else growth) > 0
    written = "" if percent is None else saying.speech.amount(percent)
    if "bare" in arguments:
        size = written or saying.speech.amount(amount, counted=True)
        return f"{'+' if rise else '−'}{size}"
    return saying.speech.change(rise, written, saying.speech.amount(amount, counted=True), verb)


def _no_change(fact: Fact) -> tuple[str, str]:
    if fact.unit.dimension in (Dimension.PERCENT, Dimension.POINTS):
        hint = "a share changes in percentage points: write points"
    else:
        hint = "change is for money, measures and counts"
    return f"“change” doesn't fit {_called(fact)}, which is {_KINDS[fact.unit.dimension]}", hint


def _points(saying: _Saying, arguments: tuple[str, ...]) -> str:
    only("points", arguments, (), compares=True)
    _wants(saying.fact, "points", (Dimension.PERCENT,))
    difference = _value(_compared(saying.reading, "points").difference)
    amount = measure(abs(difference), POINTS, saying.fact.resolution, saying.precision)
    if amount.is_nothing:
        return saying.speech.unchanged(verb=False)
    return saying.speech.points(difference > 0, saying.speech.amount(amount))


def _balance(saying: _Saying, arguments: tuple[str, ...]) -> str:
    only("balance", arguments, ())
    fact = saying.fact
    _wants(fact, "balance", (Dimension.MONEY, Dimension.MEASURE, Dimension.COUNT))
    value = _value(fact)
    sign = (value > 0) - (value < 0)
    return saying.speech.balance(sign, _sized(saying, abs(value), fact, counted=True))


def _share(saying: _Saying, arguments: tuple[str, ...]) -> str:
    only("share", arguments, ())
    _wants(saying.fact, "share", (Dimension.PERCENT,))
    return _sized(saying, _value(saying.fact), saying.fact)


def _rank(saying: _Saying, arguments: tuple[str, ...]) -> str:
    only("rank", arguments, ("largest", "of"))
    fact, speech = saying.fact, saying.speech
    _wants(fact, "rank", (Dimension.RANK,))
    place = int(_value(fact))
    text = (speech.largest if "largest" in arguments else speech.rank)(place, fact.tied)
    if "of" not in arguments:
        return text
    if fact.of is None:
        raise Unwritable(f"how many {_called(fact)} was ranked among isn't known", "leave out “of”")
    return speech.among(text, fact.of)


def _average(saying: _Saying, arguments: tuple[str, ...]) -> str:
    only("average", arguments, (), compares=True)
    comparison = _compared(saying.reading, "average")
    if comparison.growth is None:
        raise Unwritable(
            f"{_called(saying.fact)} has no average growth: {comparison.why or 'it is undefined'}",
            "choose a span whose first and last values are above zero",
        )
    percent = measure(_value(comparison.growth), PERCENT, None, saying.precision)
    return saying.speech.average(saying.speech.amount(percent))


def _times(saying: _Saying, arguments: tuple[str, ...]) -> str:
    """Whole times from ten up, one decimal below, two significant digits below one."""
    only("times", arguments, ())
    fact = saying.fact
    _wants(fact, "times", (Dimension.RATIO,))
    value = _value(fact)
    if saying.precision == AS_USUAL:
        last = 0 if abs(half_up(value, -1)) >= 10 else -1
        if abs(value) < 1:
            return saying.speech.times(
                saying.speech.amount(
                    measure(value, fact.unit, fact.resolution, Precision(digits=2))
                )
            )
        return saying.speech.times(saying.speech.number(half_up(value, last), -last))
    return saying.speech.times(saying.speech.amount(_measured(saying, value, fact)))


def _period(saying: _Saying, arguments: tuple[str, ...]) -> str:
    only("period", arguments, ())
    period = saying.fact.period
    if period is None:
        raise Unwritable(
            f"{_called(saying.fact)} has no period", "give the fact a period in the manifest"
        )
    return saying.speech.period(period)


def _value(fact: Fact) -> Decimal:
    if fact.value is None:
        why = f": {fact.reason}" if fact.reason else ""
        raise Unwritable(f"{_called(fact)} has no value{why}", "wrap the text in ::: if … :::")
    if isinstance(fact.value, Period):
        raise Unwritable(f"{_called(fact)} is a date, not a number", "leave out the filter")
    return fact.value


def _compared(reading: Reading, name: str) -> Comparison:
    if reading.comparison is None:
        raise Unwritable(
            f"“{name}” has nothing to compare {_called(reading.fact)} with",
            "it compares a series with an earlier period",
        )
    return reading.comparison


def _wants(fact: Fact, name: str, dimensions: tuple[Dimension, ...]) -> None:
    if fact.unit.dimension not in dimensions:
        raise Unwritable(
            f"“{name}” doesn't fit {_called(fact)}, which is {_KINDS[fact.unit.dimension]}",
            f"“{name}” is for {', '.join(_PLURALS[d] for d in dimensions)}",
        )


def _called(fact: Fact) -> str:
    return f"“{fact.name}”"


_KINDS = {
    Dimension.MONEY: "money",
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
    Dimension.PERCENT: "percentages",
    Dimension.RATIO: "ratios",
    Dimension.RANK: "ranks",
}
FILTERS: Mapping[str, _Writer] = {
    "change": _change,
    "balance": _balance,
    "share": _share,
    "points": _points,
    "rank": _rank,
    "average": _average,
    "times": _times,
    "period": _period,
}
