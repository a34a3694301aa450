"""Peaked, a record, the highest since: what words claim of a figure among those before it."""

import re
from collections.abc import Iterator
from decimal import Decimal

from msgspec import Struct, structs

from briefing.checks.bearing import form
from briefing.checks.claims import years
from briefing.checks.claims.contradiction import contradiction
from briefing.checks.sentences import Clause, Sentence, any_of, entry, found, found_but
from briefing.model import Facts, Finding, Frequency, Number, Period

_OWN = ("record", "since")
# How far before its word a year or a span of years may stand.
_NEAR = 60


class ClaimedExtreme(Struct, frozen=True):
    """Words that claim an extreme, and where they begin and end.

    `turning` claims that of a whole series; else it is against what was before, `since` a year or
    over so many `years`, or ever.
    """

    text: str
    start: int
    end: int
    high: bool
    turning: bool = False
    since: int | None = None
    years: int | None = None
    months: int | None = None


def extreme(sentence: Sentence, clause: Clause, facts: Facts) -> Iterator[Finding]:
    """The one extreme that words claim against the series of the one figure beside them."""
    claimed = list(claimed_extremes(clause))
    if len(claimed) != 1:
        return
    said = claimed[0]
    # Without a figure of its own the clause speaks of the sentence's one.
    numbers = _figures(clause) or _figures(sentence.whole)
    names = {n.fact.name for n in numbers}
    if len(names) != 1:
        return
    number = next((n for o, n in clause.numbers if o >= said.end and n in numbers), numbers[-1])
    asked = number.reference.over if number.reference else ""
    if asked:
        wrong = _misdated(sentence, clause, said, number, asked)
    else:
        wrong = _contradicted(sentence, clause, said, number, facts)
    if wrong:
        message = f"“{said.text}” is said of “{number.fact.name}”, {wrong}"
        yield contradiction(clause, said.start, number, message, "" if said.turning else "record")


def claimed_extremes(clause: Clause) -> Iterator[ClaimedExtreme]:
    """What words of a clause claim, those that name a time first, each stretch once."""
    taken: list[tuple[int, int]] = []
    for said in (*_termed(clause), *_bounded(clause), *_turning(clause), *_ever(clause)):
        if not any(start < said.end and said.start < end for start, end in taken):
            taken.append((said.start, said.end))
            yield said


def _turning(clause: Clause) -> Iterator[ClaimedExtreme]:
    claims = clause.claims
    for words, high in ((claims.peaks, True), (claims.troughs, False)):
        for word in found(words, clause.text):
            yield ClaimedExtreme(word[0], word.start(), word.end(), high, turning=True)
    for words, high in ((claims.highest, True), (claims.lowest, False)):
        for word in found(words, clause.text):
            # “It was highest in 2011”: no article, and the year just behind.
            stands = re.search(
                rf"(?<!\w)(?:{any_of(claims.stands)})\s+(?:(?:{any_of(claims.stands_at)})\s+)?$",
                clause.text[: word.start()],
                re.IGNORECASE,
            )
            if claims.stands and stands and years.after(clause, word.end(), words=1):
                yield ClaimedExtreme(word[0], word.start(), word.end(), high, turning=True)


def _bounded(clause: Clause) -> Iterator[ClaimedExtreme]:
    """“The highest since 2008”, “the lowest in five years”."""
    claims = clause.claims
    for words, high in ((claims.highest, True), (claims.lowest, False)):
        for word in found(words, clause.text):
            if claims.since_after:
                yield from _since_before(clause, word, high)
                continue
            following = clause.text[word.end() :]
            since = next(found(claims.since, following[:60]), None)
            year = years.after(clause, word.end() + since.end(), words=1) if since else None
            span = years.span_before(clause, following[:60]) if year is None else None
            months = None if year or span else years.months_before(clause, following[:60])
            if year is None and span is None and months is None:
                continue
            end = word.end() + (since.end() if since else 0)
            text = clause.text[word.start() : end]
            said = f"{word[0]} {since[0]} {year}" if since else word[0]
            yield ClaimedExtreme(
                said, word.start(), word.start() + len(text), high, False, year, span, months
            )


def _since_before(clause: Clause, word: re.Match[str], high: bool) -> Iterator[ClaimedExtreme]:
    """“2008 оноос хойших хамгийн өндөр”: the year, or the span, stands before the word."""
    claims = clause.claims
    start = max(0, word.start() - _NEAR)
    before = clause.text[start : word.start()]
    since = next(found(claims.since_after, before), None)
    named = [year for at, year in years.named_in(clause) if start <= at < word.start()]
    span = None if since and named else years.span_before(clause, before)
    if span is None and not (since and named):
        return
    said = f"{named[-1]} {since[0]} {word[0]}" if since and named else word[0]
    year = named[-1] if since and named else None
    yield ClaimedExtreme(said, word.start(), word.end(), high, since=year, years=span)


def _termed(clause: Clause) -> Iterator[ClaimedExtreme]:
    """“A five-year high”, “its 10-year low”."""
    claims = clause.claims
    terms = any_of(claims.terms)
    if not terms:
        return
    if claims.term_units:
        terms = rf"{terms}|(?P<digits>\d{{1,2}})[-\s\u00a0](?:{any_of(claims.term_units)})"
    yield from _monthly(clause)
    for words, high in ((claims.highs, True), (claims.lows, False)):
        pattern = rf"(?<!\w)(?P<term>{terms})[-\s]+(?:{any_of(words)})(?!\w)"
        for match in re.finditer(pattern, clause.text, re.IGNORECASE):
            digits = match.groupdict().get("digits")
            count = int(digits) if digits else entry(claims.terms, match["term"])
            yield ClaimedExtreme(match[0], match.start(), match.end(), high, years=count)


def _monthly(clause: Clause) -> Iterator[ClaimedExtreme]:
    """“A six-month low”."""
    claims = clause.claims
    terms = any_of(claims.month_terms)
    for words, high in ((claims.highs, True), (claims.lows, False)) if terms else ():
        pattern = rf"(?<!\w)(?P<term>{terms})[-\s]+(?:{any_of(words)})(?!\w)"
        for match in re.finditer(pattern, clause.text, re.IGNORECASE):
            count = entry(claims.month_terms, match["term"])
            yield ClaimedExtreme(match[0], match.start(), match.end(), high, months=count)


def _ever(clause: Clause) -> Iterator[ClaimedExtreme]:
    claims = clause.claims
    for words, high in ((claims.record_lows, False), (claims.records, True)):
        for word in found_but(words, claims.not_records, clause.text):
            yield ClaimedExtreme(word[0], word.start(), word.end(), high)


def _figures(clause: Clause) -> list[Number]:
    """The plain figures of series in a clause; a period that is read of one counts."""
    return [
        n
        for _, n in clause.numbers
        if n.comparison is None
        and form(n) in ("", "balance", "share", "period", *_OWN)
        and isinstance(n.fact.value, Decimal)
        and n.fact.period is not None
    ]


def _misdated(
    sentence: Sentence, clause: Clause, said: ClaimedExtreme, number: Number, asked: str
) -> str:
    """What contradicts the words beside `max(…)` or `min(…)`: the other extreme, another year."""
    if (asked == "max") != said.high:
        return "the lowest of its series" if asked == "min" else "the highest of its series"
    year = years.after(clause, said.end) or years.after(sentence.whole, said.end)
    own = number.fact.period
    wrong = said.turning and year is not None and own is not None and year != own.end.year
    return f"which is of {own}" if wrong else ""


def _contradicted(
    sentence: Sentence, clause: Clause, said: ClaimedExtreme, number: Number, facts: Facts
) -> str:
    """What of its series contradicts the words; empty where nothing does."""
    values = dict(years.alike(number, facts))
    own = number.fact.period
    assert own is not None
    if said.turning:
        year = years.after(clause, said.end) or years.after(sentence.whole, said.end)
        at = own if year is None else own.shifted(year - own.end.year)
        values = _within(sentence.whole, at, values)
    else:
        at = own
        values = {p: v for p, v in values.items() if p < at or p == at}
    if at not in values or number.reference is None or form(number) in _OWN:
        return ""
    if said.since is not None:
        return _since(said, at, values)
    first = at.shifted(-said.years) if said.years is not None else None
    if said.months is not None:
        if at.frequency is not Frequency.MONTH or at.is_range:
            return ""
        first = structs.replace(at, first=at.first - said.months, last=at.last - said.months)
    others = {p: v for p, v in values.items() if p != at and (first is None or first < p)}
    return _beaten(said, at, values[at], others)


def _within(clause: Clause, at: Period, values: dict[Period, Decimal]) -> dict[Period, Decimal]:
    """The values of the years between two others that the clause names."""
    others = sorted(years.spoken_of(clause) - {at.end.year})
    if len(others) != 2:
        return values
    return {p: v for p, v in values.items() if others[0] <= p.end.year <= others[1] or p == at}


def _since(said: ClaimedExtreme, at: Period, values: dict[Period, Decimal]) -> str:
    """None after the year that is named may match it; that year did, or begins the series."""
    assert said.since is not None
    later = {p: v for p, v in values.items() if said.since < p.end.year and p != at}
    beaten = _beaten(said, at, values[at], later)
    base = at.shifted(said.since - at.end.year)
    if beaten or base not in values or base == min(values):
        return beaten
    surpassed = values[base] < values[at] if said.high else values[base] > values[at]
    than = "higher" if said.high else "lower"
    return f"which is {than} than in {said.since} already" if surpassed else ""


def _beaten(said: ClaimedExtreme, at: Period, value: Decimal, others: dict[Period, Decimal]) -> str:
    """The others' value that is beyond, if one is."""
    beyond = {p: v for p, v in others.items() if (v > value if said.high else v < value)}
    if not beyond:
        return ""
    most = (max if said.high else min)(beyond, key=lambda period: beyond[period])
    than = "higher" if said.high else "lower"
    return f"which was {than} in {most} than in {at}"
