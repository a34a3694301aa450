"""Largest, second largest, ranked third, was second: what words claim of a rank."""

import re
from collections.abc import Iterator
from decimal import Decimal

from msgspec import Struct

from briefing.checks.bearing import one
from briefing.checks.claims.contradiction import contradiction
from briefing.checks.digits import OBJECT
from briefing.checks.sentences import Clause, any_of, entry
from briefing.model import Dimension, Finding, Number


class ClaimedRank(Struct, frozen=True):
    """A place that words claim, and where; `certain` says that the words can mean nothing else."""

    place: int
    text: str
    offset: int
    certain: bool


def rank(clause: Clause) -> Iterator[Finding]:
    """The one rank that words claim against the one that is printed."""
    ranks = ((n, n.fact.value) for _, n in clause.numbers if is_rank(n))
    bearing = one((n, v) for n, v in ranks if isinstance(v, Decimal))
    claimed = list(claimed_ranks(clause))
    if bearing is None or len(claimed) != 1:
        return
    said, (number, value) = claimed[0], bearing
    if value != said.place:
        message = f"“{said.text}” is said of “{number.fact.name}”, which is {value:f}"
        yield contradiction(clause, said.offset, number, message)


def claimed_ranks(clause: Clause) -> Iterator[ClaimedRank]:
    """The ranks that words of the clause claim; not a word that a printed rank brings."""
    claims = clause.claims
    for match in _pattern(clause).finditer(clause.text):
        named = match.groupdict()
        ordinal = next(filter(None, (named.get(way) for way in ("nth", "placed", "set", "is"))), "")
        if match["among"] or _is_one_of(clause, match) or _is_brought(clause, match):
            continue
        place = entry(claims.ordinals, ordinal) if ordinal else 1
        certain = bool(ordinal) or _counts(clause, match)
        yield ClaimedRank(place, match[0].strip(), match.start(), certain)


def _pattern(clause: Clause) -> re.Pattern[str]:
    claims = clause.claims
    ordinals, among = any_of(claims.ordinals), any_of(claims.among)
    ways = [rf"(?:(?P<nth>{ordinals})[\s-]+)?(?:{any_of(claims.largest)})(?!\w)"]
    if claims.ranking:
        ways.append(rf"(?:{any_of(claims.ranking)})\s+(?P<placed>{ordinals})(?!\w)")
    if claims.places:
        ways.append(rf"(?P<set>{ordinals})\s+(?:{any_of(claims.places)})(?!\w)")
    if claims.stands:
        ends = rf"(?=\s*(?:[,;.:({OBJECT}]|$|(?:{any_of(claims.stood_by) or '(?!)'})\s))"
        ways.append(rf"(?:{any_of(claims.stands)})\s+(?P<is>{ordinals}){ends}")
    before = rf"(?P<among>(?:{among})\s+)?" if claims.among else "(?P<among>(?!))?"
    return re.compile(rf"{before}(?<!\w)(?:{'|'.join(ways)})", re.IGNORECASE)


def is_rank(number: Number) -> bool:
    """Whether a number prints a rank."""
    return number.fact.unit.dimension is Dimension.RANK


def _is_one_of(clause: Clause, match: re.Match[str]) -> bool:
    """Whether what follows makes it one of several."""
    several = any_of(clause.claims.among_after)
    following = clause.text[match.end() :]
    return bool(several and re.match(rf"(?:\W+\w+){{0,3}}?\W+(?:{several})(?!\w)", following))


def _is_brought(clause: Clause, match: re.Match[str]) -> bool:
    """“The 129th largest”: the printed rank is the word's own ordinal."""
    before = re.search(rf"(?P<number>{OBJECT})[\s\u00a0-]*$", clause.text[: match.start()])
    number = dict(clause.numbers).get(before.start("number")) if before else None
    return number is not None and is_rank(number)


def _counts(clause: Clause, match: re.Match[str]) -> bool:
    """Whether what is the largest is a partner in trade."""
    nouns = any_of(clause.claims.ranked)
    following = clause.text[match.end() :]
    return bool(nouns and re.match(rf"(?:\s+\w+)?\s+(?:{nouns})(?!\w)", following, re.IGNORECASE))
