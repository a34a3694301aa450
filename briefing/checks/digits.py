"""Which digits of a text state a figure: all but those of dates, names and quotations."""

import re
from collections.abc import Collection, Iterator
from functools import cache

from briefing.language.vocabulary import DASH, YEAR, Vocabulary, holds

NUMBER = r"\d+(?:[.,’\u00a0\u202f]\d+)*"
# In place of a reference or of code: neither a letter nor a space nor a digit.
OBJECT = "\ufffc"
_QUOTED = re.compile(r"“[^”]*”|„[^“”]*[“”]|«[^»]*»|\"[^\"]*\"|(?<!\w)‘[^‘]*?’(?!\w)", re.DOTALL)
_ADDRESS = re.compile(r"\b(?:https?://|www\.)\S+|\S+@\S+\.\w+")
_MONEY_BEFORE = re.compile(r"(?:[$€£¥₽₮₩₹]|\bUS\$)\s?$")
_PERCENT_AFTER = re.compile(r"\s?(?:[%‰°]|[$€£¥₽₮])")
# G20, BPM6, CO2, COVID-19, T-72, 5G; never 30km or 50bn.
_TOKEN = re.compile(
    r"(?<![\w$€£¥.,-])(?:[^\W\d_]\w*\d\w*(?:[.-]\d+)*|[A-ZА-ЯЁ]\w*-\d+[^\W\d]*|\d[GD])(?!\w|[.,]\d)"
)
# +976 11 26-23-61, 11-26-23-61; never +10 000 000.
_PHONE = re.compile(
    r"(?<![\w.,])\+(?!\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?!\d))"
    r"\d{1,3}(?:[ \u00a0-]?\(?\d{2,4}\)?){2,5}(?![.,]?\d)"
    r"|(?<![\w.,-])\d{2,4}(?:-\d{2,4}){2,4}(?![\w-])"
)
# 17:35, 9:05:30; a resolution’s A/RES/70/1, a directive’s 2014/95/EU.
_CLOCK = re.compile(r"(?<![\w:.,])(?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d)?(?![\d:])")
_SLASHED = re.compile(r"(?<![\w/])(?=[\w./]*[A-Z])[A-Z\d]+(?:/[\w.]+){2,}")


def figures(
    text: str, words: Vocabulary, countries: Collection[str] = (), alone: bool = False
) -> Iterator[tuple[int, str]]:
    """The figures in a text with their offsets, those left out that need no fact.

    `countries` are names after which a number is no part of the name; `alone` says that the text
    is a table's cell, where a number by itself is a year only from 1800 on.
    """
    if not re.search(r"\d", text):
        return
    free = _free(text, words)
    for match in re.finditer(NUMBER, text):
        if all(free[match.start() : match.end()]):
            continue
        if _is_ordinal(text, match, words) or _is_year(text, match, words, alone):
            continue
        if _names(text, match, words, countries):
            continue
        yield match.start(), match[0]


def quotations(text: str) -> Iterator[tuple[int, int]]:
    """Where each stretch in quotation marks begins and ends."""
    return (match.span() for match in _QUOTED.finditer(text))


def _free(text: str, words: Vocabulary) -> list[bool]:
    """For each character whether it stands in a quotation, address, date, range or token."""
    free = [False] * len(text)
    dates = _dates(words.free)
    spans = [
        match
        for pattern in (_QUOTED, _ADDRESS, _CLOCK, _SLASHED)
        for match in pattern.finditer(text)
    ]
    found = (match for pattern in (*dates, _PHONE) for match in pattern.finditer(text))
    spans += [match for match in found if not _has_unit(text, match.end(), words)]
    spans += [match for match in _TOKEN.finditer(text) if not _is_sum(match[0], words)]
    for match in spans:
        free[match.start() : match.end()] = [True] * len(match[0])
    return free


@cache
def _dates(free: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
    """What the language writes without a fact; dates in digits, ranges of years."""
    return (
        *(re.compile(pattern) for pattern in free),
        re.compile(rf"(?<![\d.,]){YEAR}\s?=\s?100(?![\d.,]*\d)"),
        re.compile(rf"(?<![\d.,]){YEAR}-(?:\d{{2}}(?:-\d{{2}})?|Q[1-4])(?![\d.,]*\d)(?!\w)"),
        re.compile(rf"(?<![\d.,])\d{{1,2}}([./])\d{{1,2}}\1{YEAR}(?!\d)"),
        re.compile(rf"(?<![\d.,]){YEAR}([./])\d{{1,2}}\1\d{{1,2}}(?!\d)"),
        re.compile(rf"(?<![\d.,$€£¥]){YEAR}{DASH}(?:{YEAR}|\d{{2}})(?![\d.,]*\d)(?!\s?%|\w)"),
    )


def _is_sum(token: str, words: Vocabulary) -> bool:
    """Whether the letters are a currency's: USD500."""
    letters = re.match(r"[^\W\d_]*", token)
    return letters is not None and letters[0].upper() in words.currencies


def _is_ordinal(text: str, match: re.Match[str], words: Vocabulary) -> bool:
    """“75th anniversary”; not “2nd largest”, “ranked 4th”."""
    suffix = re.match(rf"(?:{_any(words.ordinals)})\b", text[match.end() :])
    if suffix is None or not match[0].isdigit():
        return False
    before = re.findall(r"\w+", text[: match.start()].rpartition(".")[2])[-2:]
    after = re.findall(r"\w+", text[match.end() + len(suffix[0]) :].partition(".")[0])[:2]
    return not any(holds(words.rank_words, word.lower()) for word in (*before, *after))


def _is_year(text: str, match: re.Match[str], words: Vocabulary, alone: bool) -> bool:
    """A four-digit year by itself: no unit, no currency, no counted noun that it counts."""
    if not re.fullmatch(YEAR, match[0]) or _is_measured(text, match, words):
        return False
    if alone and text.strip() == match[0]:
        return 1800 <= int(match[0]) <= 2100
    before, after = _before(text, match), _after(text, match)
    if text[match.end() : match.end() + 1] in ("-", "–") and not after:
        return True
    if holds(words.year_before, before):
        return True
    if holds(words.amounts, before) or int(match[0]) > 2100:
        return False
    counts = holds(words.counted, after) or (
        before and not holds(words.year_near, before) and _is_plural(after, words)
    )
    return not counts and int(match[0]) >= 1500


def _is_measured(text: str, match: re.Match[str], words: Vocabulary) -> bool:
    """Whether a currency stands before the number or a unit behind it."""
    if _MONEY_BEFORE.search(text[: match.start()]) or text[match.start() - 1 : match.start()] in (
        "−",
        "+",
        "±",
    ):
        return True
    if re.match(r"[^\W\d]", text[match.end() :]):
        return True
    before = re.search(r"\b([A-Z]{3})\s?$", text[: match.start()])
    if before is not None and before[1] in words.currencies:
        return True
    # “between 1200 and 1500 tonnes”: both numbers have the unit.
    further = re.match(rf"(?:{DASH}|\s(?:{_any(words.joins)})\s){NUMBER}", text[match.end() :])
    ends = [match.end(), *([match.end() + further.end()] if further else [])]
    return any(_has_unit(text, end, words) for end in ends)


def _has_unit(text: str, end: int, words: Vocabulary) -> bool:
    following = _following(text, end).lower()
    phrases = "|".join(phrase.replace(" ", r"\s?") for phrase in words.unit_phrases)
    phrase = phrases and re.match(rf"[\s\u00a0]+(?:{phrases})", text[end:], re.IGNORECASE)
    known = bool(following) and holds(words.units, following)
    return bool(known or phrase or _PERCENT_AFTER.match(text, end))


def _is_plural(word: str, words: Vocabulary) -> bool:
    plural = bool(words.plurals) and word.endswith(words.plurals)
    return word.islower() and plural and not holds(words.singular, word)


def _names(text: str, match: re.Match[str], words: Vocabulary, countries: Collection[str]) -> bool:
    """Whether the number is part of a name: Article 5, Resolution 1325, Power of Siberia 2."""
    start = match.start()
    named = re.search(
        rf"([^\W\d_][\w’'-]*)\.?\s(?:{NUMBER}[a-z]?(?:\s?\(\w+\))*"
        rf"(?:,\s|{DASH}|\s(?:{_any(words.joins)})\s))*(?:{NUMBER}\s?\()?$",
        text[:start],
    )
    if named is None or _is_measured_name(text, match, words):
        return False
    word = named[1]
    numbered = holds(words.numbered, word.lower())
    if not word[0].isupper() and not (words.numbered_small and numbered):
        return False
    if words.possessives and word.endswith(words.possessives):
        return False
    if numbered:
        return True
    single = re.fullmatch(r"\d+", match[0]) and not text[named.end(1) : start].strip(" \u00a0")
    if not single or word in countries or holds(words.no_names, word.lower()):
        return False
    following = _after(text, match)
    counts = holds(words.counted, following) or _is_plural(following, words)
    return not counts and (_is_acronym(word) or not _opens_sentence(text, named.start(1)))


def _is_measured_name(text: str, match: re.Match[str], words: Vocabulary) -> bool:
    if re.match(r"[a-z]\b", text[match.end() :]):
        return False
    return _is_measured(text, match, words)


def _is_acronym(word: str) -> bool:
    """ISO, UN; no longer word in capitals, which may be any."""
    return word.isupper() and 2 <= len(word) <= 4


def _opens_sentence(text: str, start: int) -> bool:
    lead = text[:start].rstrip(' \u00a0“"‘(')
    return not lead or lead[-1] in ".!?:;•|\n"


def _before(text: str, match: re.Match[str]) -> str:
    found = re.search(r"([^\W\d_]+)[\s\u00a0(-]*$", text[: match.start()])
    return found[1].lower() if found else ""


def _after(text: str, match: re.Match[str]) -> str:
    return _following(text, match.end())


def _following(text: str, end: int) -> str:
    found = re.match(r"[\s\u00a0-]+([^\W\d_]+)", text[end:])
    return found[1] if found else ""


def _any(words: Collection[str]) -> str:
    """A pattern's alternatives, longest first."""
    return "|".join(sorted(words, key=lambda word: (-len(word), word)))
