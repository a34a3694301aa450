"""Rose, fell and unchanged, from one figure to another; the first figure above the second."""

import re
from collections.abc import Iterator
from decimal import Decimal

from briefing import language
from briefing.checks.bearing import amount, decimal, form, moved, pair
from briefing.checks.claims import years
from briefing.checks.claims.contradiction import contradiction
from briefing.checks.digits import OBJECT
from briefing.checks.sentences import Clause, Sentence, any_of, found
from briefing.language.told import Form
from briefing.model import Facts, Finding, Number

# Words between “exceeded” and its second figure.
_NEAR = 5


def direction(sentence: Sentence, clause: Clause, facts: Facts) -> Iterator[Finding]:
    """Rose, fell and unchanged against the direction."""
    claims, text = clause.claims, clause.text
    rises, falls = list(found(claims.rises, text)), list(found(claims.falls, text))
    steady = list(found(claims.steady, text))
    if bool(rises) + bool(falls) + bool(steady) != 1:
        return
    word = (rises or falls or steady)[0]
    bearing = _moved(sentence, clause, facts, word)
    if bearing is None:
        return
    number, change = bearing
    went = "rose" if change > 0 else "fell" if change < 0 else "did not change"
    if steady:
        speech = language.grammar(clause.passage.language)
        same = (speech.unchanged(f, gender) for f in Form for gender in ("m", "f", "n", "pl"))
        if change == 0 or number.text in same:
            return
    elif (change > 0 and rises) or (change < 0 and falls):
        return
    message = f"“{word[0]}” is said of “{number.fact.name}”, which {went}"
    yield contradiction(clause, word.start(), number, message)


def _moved(
    sentence: Sentence, clause: Clause, facts: Facts, word: re.Match[str]
) -> tuple[Number, Decimal] | None:
    """The one number that the word bears on, and how it moved."""
    moves = [(n, moved(n)) for _, n in clause.numbers]
    told = [(n, change) for n, change in moves if change is not None]
    if told:
        return told[0] if len(told) == 1 else None
    both = two(clause)
    if both is not None:
        earlier, later = both
        before = earlier.fact.unit.convert(decimal(earlier.fact), later.fact.unit)
        change = _change(clause, before, decimal(later.fact))
        if change is None:
            return None
        # What prints the same is unchanged to a reader, though it may have moved.
        same = earlier.text == later.text and any(found(clause.claims.steady, clause.text))
        return later, Decimal(0) if same else change
    return _reached(sentence, clause, facts, word)


def two(clause: Clause) -> tuple[Number, Number] | None:
    """The earlier and the later of two figures of a clause, of one unit: as the text sets them, or
    of one measure."""
    both = from_to(clause) or pair([n for _, n in clause.numbers])
    return both if both and both[0].fact.unit.converts_to(both[1].fact.unit) else None


def from_to(clause: Clause) -> tuple[Number, Number] | None:
    """The two figures of “from … to …”, or of “…, up from …”, as the text sets them."""
    claims = clause.claims
    if not claims.starts:
        return None
    starts, to = any_of(claims.starts), any_of(claims.to)
    plain = {o: n for o, n in clause.numbers if _is_plain(n)}
    gap = rf"[^{OBJECT}]{{0,40}}?"
    course = (
        rf"(?<!\w)(?:{starts})\s{gap}(?P<one>{OBJECT}){gap}(?<!\w)(?:{to})\s{gap}(?P<two>{OBJECT})"
    )
    back = rf"(?P<two>{OBJECT})[^{OBJECT}]{{0,60}}?(?<!\w)(?:{starts})\s{gap}(?P<one>{OBJECT})"
    for pattern in (course, back):
        match = re.search(pattern, clause.text, re.IGNORECASE)
        if match is None:
            continue
        first, second = plain.get(match.start("one")), plain.get(match.start("two"))
        if first and second and first.fact.unit.converts_to(second.fact.unit):
            return first, second
    return None


def _is_plain(number: Number) -> bool:
    value = number.fact.value
    return number.comparison is None and form(number) != "period" and isinstance(value, Decimal)


def _reached(
    sentence: Sentence, clause: Clause, facts: Facts, word: re.Match[str]
) -> tuple[Number, Decimal] | None:
    """“Rose to X”: against the year that the sentence names besides, else a year earlier."""
    to = any_of(clause.claims.to)
    text = clause.text[word.end() :]
    after = re.match(rf".{{0,40}}?\b(?:{to})\s(?P<number>{OBJECT})", text)
    if clause.claims.verb_last:
        after = re.match(rf".{{0,40}}?(?P<number>{OBJECT})\S*\s+(?:{to})(?!\w)", text)
    if after is None or any(found(clause.claims.reaches, after[0])):
        return None
    number = dict(clause.numbers)[word.end() + after.start("number")]
    period, series = number.fact.period, years.series_of(number, facts)
    if period is None or series is None or amount(number) is None:
        return None
    others = years.of_all(sentence.whole) - {period.end.year, period.end.year - 1}
    since = base_year(clause) if len(others) == 1 else None
    if others and since not in others:
        return None
    back = period.end.year - since if since else 1
    earlier = series.at(period.shifted(-back))
    if earlier is None or earlier.value is None:
        return None
    change = _change(clause, earlier.value, decimal(number.fact))
    return None if change is None else (number, change)


def base_year(clause: Clause) -> int | None:
    """The year that stands just behind “since” or “from”."""
    for word in found((*clause.claims.since, *clause.claims.starts), clause.text):
        year = years.after(clause, word.end(), words=0)
        if year is not None:
            return year
    return None


def _change(clause: Clause, earlier: Decimal, later: Decimal) -> Decimal | None:
    """Later less earlier; of deficits that are called so, by their size, else nothing certain."""
    if earlier >= 0 and later >= 0:
        return later - earlier
    called = any(found(clause.claims.deficits, clause.text))
    called = called or any(form(number) == "balance" for _, number in clause.numbers)
    return earlier - later if called and earlier < 0 and later < 0 else None


def order(sentence: Sentence) -> Iterator[Finding]:
    """“X exceeded Y” against the only two figures of a sentence."""
    clause = sentence.whole
    claims = clause.claims
    plain = [(o, n) for o, n in clause.numbers if _is_plain(n)]
    if not claims.above or len(plain) != 2 or len(clause.numbers) != 2:
        return
    (start, first), (end, second) = plain
    between = clause.text[start:end]
    above, below = list(found(claims.above, between)), list(found(claims.below, between))
    if bool(above) == bool(below) or not first.fact.unit.converts_to(second.fact.unit):
        return
    other = second.fact.unit.convert(decimal(second.fact), first.fact.unit)
    difference = decimal(first.fact) - other
    word = (above or below)[0]
    # A clause of its own between the word and the second figure speaks of something else.
    apart = len(between[word.end() :].split()) > _NEAR or any(
        found(claims.joins, between[word.start() :])
    )
    if apart or ((difference > 0) if above else (difference < 0)):
        return
    is_what = "smaller" if difference < 0 else "larger" if difference > 0 else "no other"
    message = (
        f"“{word[0]}” stands between “{first.fact.name}” and “{second.fact.name}”, but the first "
        f"is {is_what}"
    )
    yield contradiction(clause, start + word.start(), first, message)
