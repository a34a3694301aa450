"""Figures of a record as its pages write them, and in full."""

from decimal import Context, Decimal

from briefing.language.amount import AS_USUAL, Precision
from briefing.language.grammars import GRAMMARS, grammar
from briefing.language.saying import Saying
from briefing.model import Dimension, Entry, Fact, Period, Reading, Record

_OTHERWISE = "en"
_MOST_DIGITS = 15


def spoken(record: Record) -> str:
    """The first of an edition's languages that the product speaks, else English."""
    return next((code for code in record.languages if code in GRAMMARS), _OTHERWISE)


def recorded(entry: Entry, code: str, precision: Precision = AS_USUAL) -> str:
    """A figure as a sentence of its edition has it: “less than US$1 million”, “10 meetings”,
    “2,760 (as of 1 May 2025)”, a rank among how many; a mark where it has no value."""
    fact = entry.fact
    text = alone(fact, code, precision)
    return text if fact.stale is None else grammar(code).as_of(text, Period.day(fact.stale))


def apart(old: Entry, new: Entry, code: str) -> tuple[str, str]:
    """Both figures as `recorded`; where they read alike, both with as many digits as tell them
    apart."""
    usual = recorded(old, code), recorded(new, code)
    if usual[0] != usual[1] or old.number is None or new.number is None:
        return usual
    wanted = [Precision(digits=digits) for digits in range(2, _MOST_DIGITS + 1)]
    for precision in (*wanted, Precision(exact=True)):
        pair = recorded(old, code, precision), recorded(new, code, precision)
        if pair[0] != pair[1]:
            return pair
    return usual


def alone(fact: Fact, code: str, precision: Precision = AS_USUAL) -> str:
    """A figure as it is written by itself, in no sentence that asks for a case of it: “3.6%”,
    “3 September 2019”; a rank among how many; a mark where it has no value."""
    speech = grammar(code)
    if fact.value is None:
        return speech.words.marks.get(fact.status, "") or "[x]"
    if isinstance(fact.value, Period):
        return speech.period(fact.value)
    if fact.unit.dimension is Dimension.RANK:
        place = int(fact.value)
        if fact.of is None:
            return speech.rank(place, fact.tied)
        return speech.among(place, fact.tied, fact.of, largest=False)
    return Saying(Reading(fact), precision, speech, code).plain(fact)


# What a division leaves is shown to so many digits.
_SHORT = Context(prec=8)
_DIVIDED = 15
_WITHOUT_UNIT = frozenset({Dimension.DATE, Dimension.RANK, Dimension.RATIO})
_HELD = "\N{NO-BREAK SPACE}"


def full(fact: Fact, code: str, marked: bool = True) -> str:
    """“60,652.3 US$ thousand [p]”: unrounded, what a division left to eight digits, with the sign
    of a bound, the unit and, if `marked`, the mark of its status; a date as it is."""
    speech, value = grammar(code), fact.value
    if value is None:
        return fact.status.marks or "[x]"
    if not isinstance(value, Decimal):
        return speech.period(value, short=True)
    shown = _SHORT.plus(value) if len(value.as_tuple().digits) > _DIVIDED else value
    exponent = shown.normalize().as_tuple().exponent
    decimals = max(0, -exponent) if isinstance(exponent, int) else 0
    number = fact.bound + speech.number(shown, decimals)
    bare = fact.unit.dimension in _WITHOUT_UNIT
    unit = "" if bare else speech.unit(fact.unit).replace(" ", _HELD)
    mark = fact.status.marks if marked else ""
    held = _HELD.join(filter(None, (unit or number, mark)))
    return f"{number} {held}" if unit else held
