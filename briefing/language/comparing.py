"""Filters that set a fact beside an earlier one (NUMBERS.md §1: change, points, periods)."""

from collections.abc import Mapping

from briefing.figures import MOST_PERCENT, is_difference
from briefing.language.amount import crossed, measure, told_apart
from briefing.language.exactness import only
from briefing.language.saying import KINDS, Saying, Writer, called, value, wants
from briefing.language.told import Form, Unwritable
from briefing.model import PERCENT, POINTS, Comparison, Dimension, Fact

_CHANGING = (
    Dimension.MONEY,
    Dimension.EXCHANGE,
    Dimension.PER,
    Dimension.MEASURE,
    Dimension.COUNT,
    Dimension.DAYS,
)


def _change(saying: Saying, arguments: tuple[str, ...]) -> str:
    """Percentage and amount; without a percentage where it is undefined."""
    only("change", arguments, ("verb", "then", "bare"), compares=True)
    fact, comparison = saying.fact, saying.compared("change")
    if fact.unit.dimension not in _CHANGING:
        raise Unwritable(*_no_change(fact))
    difference = value(comparison.difference)
    amount = saying.measured(abs(difference), fact)
    growth = None if comparison.growth is None else value(comparison.growth)
    percent = None if growth is None else measure(abs(growth), PERCENT, None)
    form = next((f for f in (Form.THEN, Form.VERB) if f.value in arguments), Form.NOUN)
    sizes = (saying.measured(value(one), one) for one in (comparison.earlier, fact))
    nothing = amount.is_nothing and (percent is None or percent.is_nothing)
    if nothing and not crossed(*sizes):
        return saying.speech.unchanged(form, saying.gender)
    rise = difference > 0
    if percent is not None and growth is not None and growth > MOST_PERCENT:
        ends = (saying.told(comparison.earlier, dated=False), saying.told(fact, dated=False))
        if "bare" in arguments:
            return saying.speech.course(*ends)
        return saying.speech.grown(ends, (percent, amount), form, saying.gender)
    if "bare" in arguments:
        size = percent or amount
        if size.below:
            return saying.speech.points(rise, size)
        return ("+" if rise else "−") + saying.speech.amount(size, counted=True)
    before, now = value(comparison.earlier), value(fact)
    if is_difference(fact.derivation) and max(before, now) < 0:
        return saying.speech.widened(now < before, amount, form, saying.gender)
    return saying.speech.change(rise, percent, amount, form, saying.gender)


def _no_change(fact: Fact) -> tuple[str, str]:
    if fact.unit.dimension in (Dimension.PERCENT, Dimension.POINTS):
        hint = "a share changes in percentage points: write points"
    else:
        hint = "change is for money, measures and counts"
    return f"“change” doesn't fit {called(fact)}, which is {KINDS[fact.unit.dimension]}", hint


def _points(saying: Saying, arguments: tuple[str, ...]) -> str:
    only("points", arguments, (), compares=True)
    wants(saying.fact, "points", (Dimension.PERCENT,))
    comparison = saying.compared("points")
    difference = value(comparison.difference)
    amount = measure(abs(difference), POINTS, saying.fact.resolution, saying.precision)
    both = [value(one) for one in (comparison.earlier, saying.fact)]
    sizes = [saying.measured(size, saying.fact) for size in both]
    apart = crossed(*sizes) or (sizes[0].below and told_apart(*both))
    if amount.is_nothing and not apart:
        return saying.speech.unchanged(Form.NOUN, saying.gender)
    return saying.speech.points(difference > 0, amount)


def _average(saying: Saying, arguments: tuple[str, ...]) -> str:
    """Average growth a year and over which years; `bare` leaves them to the sentence.

    A fact that is an average growth by itself (`cagr`) has no comparison.
    """
    only("average", arguments, ("bare",), compares=True)
    comparison, growth = saying.reading.comparison, saying.fact
    if comparison is not None or growth.unit.dimension is not Dimension.PERCENT:
        growth = _growth(saying, saying.compared("average"))
    percent = measure(value(growth), PERCENT, None, saying.precision)
    years = None if "bare" in arguments else growth.period
    return saying.speech.average(percent, years)


def _growth(saying: Saying, comparison: Comparison) -> Fact:
    if comparison.growth is None:
        raise Unwritable(
            f"{called(saying.fact)} has no average growth: {comparison.why or 'it is undefined'}",
            "choose a span whose first and last values are above zero",
        )
    return comparison.growth


def _from(saying: Saying, arguments: tuple[str, ...]) -> str:
    """The earlier value and the later, each with its period; `bare` leaves the periods out."""
    only("from", arguments, ("bare",), compares=True)
    both = (saying.compared("from").earlier, saying.fact)
    earlier, later = (saying.told(fact, dated="bare" not in arguments) for fact in both)
    return saying.speech.course(earlier, later)


def _rate(saying: Saying, arguments: tuple[str, ...]) -> str:
    """A rate of growth that is itself data: “increased by 1.2%”; `bare`: its size alone, for a
    sentence that has its word."""
    only("growth", arguments, ("verb", "then", "bare"))
    fact = saying.fact
    wants(fact, "growth", (Dimension.PERCENT,))
    rate = value(fact)
    amount = saying.measured(abs(rate), fact)
    if "bare" in arguments:
        return saying.speech.amount(amount)
    form = next((f for f in (Form.THEN, Form.VERB) if f.value in arguments), Form.NOUN)
    if amount.is_nothing:
        return saying.speech.unchanged(form, saying.gender)
    return saying.speech.change(rate > 0, None, amount, form, saying.gender)


COMPARING: Mapping[str, Writer] = {
    "average": _average,
    "change": _change,
    "from": _from,
    "growth": _rate,
    "points": _points,
}
