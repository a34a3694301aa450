"""A reading as a sentence has it: the filters of a reference, by the rules of NUMBERS.md §1."""

from collections.abc import Mapping
from decimal import Decimal

from msgspec.structs import replace

from briefing import model
from briefing.figures import rolled
from briefing.language.amount import AS_USUAL, Amount, Precision, half_up, measure
from briefing.language.comparing import COMPARING
from briefing.language.exactness import PRECISIONS, only, precision
from briefing.language.grammars import grammar
from briefing.language.saying import Saying, Writer, called, place, value, wants
from briefing.language.told import Told, Unwritable, multiple
from briefing.language.told import dated as with_period


def write(
    reading: model.Reading,
    filters: tuple[model.Filter, ...],
    language: str,
    dated: bool = False,
    counted: bool = False,
) -> str:
    """What the text prints of a reading: “US$1.6 billion”, “a decrease of 2.7% or US$79 million”.

    `counted` gives a count its noun, where the language has it: “10 meetings”. `dated` adds the
    fact's period (“… in January–September 2025”), for a reference by `latest`. A comparison across
    a break of its series says so. A stated fact past its validity has the date as of which it
    holds. Raises Unwritable when a filter is unknown or doesn't fit the fact.
    """
    fact = reading.fact
    saying = Saying(reading, precision(fact, filters), grammar(language), language)
    forms = [f for f in filters if f.name not in PRECISIONS]
    if len(forms) > 1:
        raise Unwritable(
            f"“{forms[0].name}” and “{forms[1].name}” can't both write {called(fact)}",
            "keep one of them",
        )
    if not forms:
        text = saying.counted(fact) if counted else saying.plain(fact)
    else:
        form = forms[0]
        text = _writer(form.name)(saying, form.arguments)
    is_date = isinstance(fact.value, model.Period) or any(f.name == "period" for f in forms)
    if dated and fact.period is not None and not is_date:
        over, stock = rolled(fact.derivation), fact.kind is model.Kind.STOCK
        text = with_period(saying.speech, text, fact.period, stock, over)
    broken = reading.comparison.broken if reading.comparison else None
    if broken is not None:
        words = saying.speech.words
        when, what = saying.speech.period(broken), words.marks[model.Status.BREAK]
        text = f"{text} ({words.said.format(label=when, text=what)})"
    return text if fact.stale is None else saying.speech.as_of(text, model.Period.day(fact.stale))


def tell(fact: model.Fact, language: str, dated: bool = True) -> Told:
    """A fact as a value that captions take: its amount as prose rounds it, and its period."""
    return Saying(model.Reading(fact), AS_USUAL, grammar(language), language).told(fact, dated)


def _writer(name: str) -> Writer:
    if name in FILTERS:
        return FILTERS[name]
    known = sorted({*FILTERS, *PRECISIONS})
    raise Unwritable(
        f"there is no filter “{name}”{model.did_you_mean(name, known)}",
        f"the filters are {', '.join(known)}",
    )


def _balance(saying: Saying, arguments: tuple[str, ...]) -> str:
    only("balance", arguments, ())
    fact = saying.fact
    wants(fact, "balance", (model.Dimension.MONEY, model.Dimension.MEASURE, model.Dimension.COUNT))
    size = value(fact)
    sign = (size > 0) - (size < 0)
    return saying.speech.balance(sign, saying.measured(abs(size), fact))


def _number(saying: Saying, arguments: tuple[str, ...]) -> str:
    """A count, or so many days, without the noun: for a sentence that has it, or a table."""
    only("number", arguments, ())
    fact = saying.fact
    wants(fact, "number", (model.Dimension.COUNT, model.Dimension.DAYS))
    amount = saying.measured(value(fact), fact)
    uncounted = model.Unit(model.Dimension.COUNT, fact.unit.code, amount.unit.exponent)
    return saying.speech.amount(replace(amount, unit=uncounted))


def _share(saying: Saying, arguments: tuple[str, ...]) -> str:
    only("share", arguments, ())
    wants(saying.fact, "share", (model.Dimension.PERCENT,))
    return saying.plain(saying.fact)


def _rank(saying: Saying, arguments: tuple[str, ...]) -> str:
    only("rank", arguments, ("largest", "of"))
    fact, speech = saying.fact, saying.speech
    wants(fact, "rank", (model.Dimension.RANK,))
    ranked = place(fact)
    if "of" not in arguments:
        return (speech.largest if "largest" in arguments else speech.rank)(ranked, fact.tied)
    if fact.of is None:
        raise Unwritable(f"how many {called(fact)} was ranked among isn't known", "leave out “of”")
    return speech.among(ranked, fact.tied, fact.of, "largest" in arguments)


def _times(saying: Saying, arguments: tuple[str, ...]) -> str:
    """Whole times from ten up, one decimal below, two significant digits below one."""
    only("times", arguments, ("verb",), compares=True)
    ratio = _ratio(saying)
    fact = saying.fact
    if "verb" in arguments:
        told = multiple(ratio) if ratio > 0 else None
        if told is None:
            raise Unwritable(
                f"{called(fact)} is {ratio:.2f} times what it was: no multiple",
                "write change: verb, which says by how much it rose or fell",
            )
        return saying.speech.multiple(told, saying.gender)
    resolution = fact.resolution if fact.unit == model.RATIO else None
    if saying.precision.digits or saying.precision.exact:
        return saying.speech.times(measure(ratio, model.RATIO, resolution, saying.precision))
    if abs(ratio) < 1:
        return saying.speech.times(measure(ratio, model.RATIO, resolution, Precision(digits=2)))
    last = 0 if abs(half_up(ratio, -1)) >= 10 else -1
    return saying.speech.times(Amount(half_up(ratio, last), -last, model.RATIO))


def _ratio(saying: Saying) -> Decimal:
    """A ratio as it is, or how many times an earlier value the fact is."""
    comparison = saying.reading.comparison
    if comparison is None:
        wants(saying.fact, "times", (model.Dimension.RATIO,))
        return value(saying.fact)
    earlier = value(comparison.earlier)
    if earlier <= 0:
        raise Unwritable(
            f"{called(saying.fact)} was not above zero in {comparison.earlier.period}",
            "write change: verb, which needs no ratio",
        )
    return value(saying.fact) / earlier


def _record(saying: Saying, arguments: tuple[str, ...]) -> str:
    """Since when none was as high, or as low; a record where none ever was. `years`: over how many
    years it is the highest, or the lowest."""
    only("record", arguments, ("years",))
    standing = saying.stands("record")
    if "years" in arguments:
        return _of_years(saying, standing)
    return saying.speech.record(standing.high, standing.since, saying.fact.kind is model.Kind.STOCK)


def _of_years(saying: Saying, standing: model.Standing) -> str:
    own, since = saying.fact.period, standing.since
    years = own.end.year - since.end.year if own and since else 0
    if years < _FEWEST_YEARS:
        raise Unwritable(
            f"{called(saying.fact)} is no extreme of at least {_FEWEST_YEARS} years up to a year "
            "that was as high or as low",
            "write record, which says since when",
        )
    return saying.speech.of_years(years, standing.high)


def _since(saying: Saying, arguments: tuple[str, ...]) -> str:
    """The time of the last value that was as high, or as low."""
    only("since", arguments, ())
    since = saying.stands("since").since
    if since is None:
        raise Unwritable(
            f"{called(saying.fact)} is beyond all before it: there is no time since which it is",
            "write record, which says “a record”",
        )
    return saying.speech.since(since, saying.fact.kind is model.Kind.STOCK)


def _period(saying: Saying, arguments: tuple[str, ...]) -> str:
    """The fact's period by itself, `in`: as when, `of`: as whose."""
    only("period", arguments, ("in", "of"))
    fact = saying.fact
    itself = fact.value if arguments and isinstance(fact.value, model.Period) else None
    period = itself or fact.period
    if period is None:
        raise Unwritable(
            f"{called(saying.fact)} has no period", "give the fact a period in the manifest"
        )
    count = rolled(fact.derivation)
    if count > 1 and itself is None and "of" not in arguments:
        return saying.speech.run(count, period, "in" in arguments)
    if "in" in arguments:
        return saying.speech.at(period, fact.kind is model.Kind.STOCK)
    return saying.speech.of(period) if "of" in arguments else saying.speech.period(period)


def _year(saying: Saying, arguments: tuple[str, ...]) -> str:
    """The year of a date, else of the fact's period."""
    only("year", arguments, ())
    fact = saying.fact
    period = fact.value if isinstance(fact.value, model.Period) else fact.period
    if period is None:
        raise Unwritable(f"{called(fact)} has no date and no period", "give it one in the manifest")
    return str(period.end.year)


def _as(saying: Saying, arguments: tuple[str, ...]) -> str:
    """The plain amount in a case, where the language marks one on it."""
    only("as", arguments, _CASES)
    if len(arguments) != 1:
        raise Unwritable("“as” wants one case", f"write as: by; there are {', '.join(_CASES)}")
    fact = saying.fact
    return saying.speech.inflected(saying.measured(value(fact), fact), arguments[0])


_FEWEST_YEARS = 2
_CASES = ("of", "in", "to", "object", "from", "by", "with")
FILTERS: Mapping[str, Writer] = {
    **COMPARING,
    "as": _as,
    "balance": _balance,
    "number": _number,
    "period": _period,
    "rank": _rank,
    "record": _record,
    "since": _since,
    "share": _share,
    "times": _times,
    "year": _year,
}
