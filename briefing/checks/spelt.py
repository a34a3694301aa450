"""Figures that a text writes in words: six million tonnes, twelve agreements, sixty percent."""

import re
from collections.abc import Iterator
from functools import cache

from briefing.checks.digits import quotations
from briefing.checks.sentences import any_of
from briefing.language.claims import Claims
from briefing.language.vocabulary import Vocabulary, holds

# From here on a number in words is a figure whatever it counts.
_LARGE = 11


def spelt(text: str, claims: Claims, words: Vocabulary) -> Iterator[tuple[int, str]]:
    """The figures in words with their offsets: those of money, of measures, in percent, of powers
    of ten, from eleven on, or of what the language lists as counted. What a determiner stands
    before (“the two countries”), names, quotations and spans of time are none."""
    if not claims.numerals:
        return
    free = list(quotations(text))
    for match in _pattern(claims).finditer(text):
        quoted = any(start <= match.start() < end for start, end in free)
        if not quoted and not _is_name(text, match) and _counts(text, match, claims, words):
            yield match.start(), match[0].strip()


def _pattern(claims: Claims) -> re.Pattern[str]:
    words = claims.numerals, claims.powers, claims.numeral_joins, claims.single
    return _compiled(*map(any_of, words))


@cache
def _compiled(one: str, power: str, joins: str, single: str) -> re.Pattern[str]:
    number = rf"(?:{one})(?:[\s-]+(?:(?:{joins or '(?!)'})\s+)?(?:{one}|{power}))*"
    few = rf"(?:{single or '(?!)'})\s+(?:{power})"
    return re.compile(rf"(?<![\w’-])(?:{number}|{few})(?![\w-])", re.IGNORECASE)


def _counts(text: str, match: re.Match[str], claims: Claims, words: Vocabulary) -> bool:
    following = re.findall(r"^[\s\u00a0]+([^\W\d_]+)(?:\s+([^\W\d_]+))?", text[match.end() :])
    after, then = (word.lower() for word in following[0]) if following else ("", "")
    parts = re.findall(r"\w+", match[0].lower())
    power = any(re.fullmatch(any_of(claims.powers), part) for part in parts)
    if after in claims.no_count:
        return False
    measured = holds(words.units, after) or bool(re.match(r"\s?%", text[match.end() :]))
    measured = measured or any(
        text[match.end() :].lstrip().startswith(p) for p in words.unit_phrases
    )
    if measured:
        return True
    if then in claims.no_count:
        return False
    if power:
        return bool(after)
    before = re.findall(r"([^\W\d_]+)\s+$", text[: match.start()])
    if before and before[0].lower() in claims.determiners:
        return False
    value = max((claims.numerals.get(part, 0) for part in parts), default=0)
    if value >= _LARGE:
        return bool(after)
    return value > 1 and (holds(words.counted, after) or holds(words.counted, then))


def _is_name(text: str, match: re.Match[str]) -> bool:
    """“Ten Commandments”, “Group of Seven”: a capital within a sentence."""
    lead = text[: match.start()].rstrip(' \u00a0“"‘(')
    begins = not lead or lead[-1] in ".!?:;•|\n"
    following = re.match(r"\s+[^\W\d_a-z]", text[match.end() :])
    return match[0][0].isupper() and (not begins or following is not None)
