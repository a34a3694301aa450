"""Which digits of a text state a figure: all but those of dates, names and quotations."""

import re
from collections.abc import Collection, Iterator
from functools import cache

from briefing.language.vocabulary import Vocabulary

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
_YEAR = r"(?:1\d{3}|20\d{2}|21\d{2})"
_DASH = r"\s?[–—/-]\s?"


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
    dates = _dates(_any(words.months), _any(words.joins), _any(words.eras))
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
def _dates(months: str, joins: str, eras: str) -> tuple[re.Pattern[str], ...]:
    """Days, months, years with months or eras, ranges of years, decades."""
    day = r"\d{1,2}(?:st|nd|rd|th)?"
    days = rf"{day}(?:(?:{_DASH}|,\s|\s(?:{joins})\s){day})*"
    month = rf"(?:{months})\.?"
    year = rf"(?:,?\s{_YEAR})?"
    return (
        re.compile(rf"\b{days}\s(?:of\s)?{month}(?!\w){year}(?!\d)"),
        re.compile(rf"\b{month}\s{days}(?![\d.,]*\d|\s?%){year}"),
        re.compile(rf"\b{month}\s{_YEAR}\b(?![.,]\d)"),
        re.compile(rf"(?<![\d.,]){_YEAR}-(?:\d{{2}}(?:-\d{{2}})?|Q[1-4])(?![\d.,]*\d)(?!\w)"),
        re.compile(rf"(?<![\d.,])\d{{1,2}}([./])\d{{1,2}}\1{_YEAR}(?!\d)"),
        re.compile(rf"(?<![\d.,$€£¥]){_YEAR}{_DASH}(?:{_YEAR}|\d{{2}})(?![\d.,]*\d)(?!\s?%|\w)"),
        re.compile(r"(?<![\d.,])(?:1\d|20|21)\d0s\b|(?<!\w)['’‘]?\d0s\b"),
        re.compile(rf"\b\d{{1,4}}\s(?:{eras})\b|\bAD\s\d{{1,4}}\b"),
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
    return words.rank_words.isdisjoint(word.lower() for word in (*before, *after))


def _is_year(text: str, match: re.Match[str], words: Vocabulary, alone: bool) -> bool:
    """A four-digit year by itself: no unit, no currency, no counted noun that it counts."""
    if not re.fullmatch(_YEAR, match[0]) or _is_measured(text, match, words):
        return False
    if alone and text.strip() == match[0]:
        return 1800 <= int(match[0]) <= 2100
    before, after = _before(text, match), _after(text, match)
    if text[match.end() : match.end() + 1] in ("-", "–") and not after:
        return True
    if before in words.year_before:
        return True
    if before in words.amounts or int(match[0]) > 2100:
        return False
    counts = after in words.counted or (
        before and before not in words.year_near and _is_plural(after, words)
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
    further = re.match(rf"(?:{_DASH}|\s(?:{_any(words.joins)})\s){NUMBER}", text[match.end() :])
    ends = [match.end(), *([match.end() + further.end()] if further else [])]
    return any(_has_unit(text, end, words) for end in ends)


def _has_unit(text: str, end: int, words: Vocabulary) -> bool:
    following = _following(text, end).lower()
    per_cent = following == "per" and re.match(r"[\s\u00a0]+per\s?cent", text[end:], re.IGNORECASE)
    return bool(following in words.units or per_cent or _PERCENT_AFTER.match(text, end))


def _is_plural(word: str, words: Vocabulary) -> bool:
    return word.islower() and word.endswith("s") and word not in words.singular


def _names(text: str, match: re.Match[str], words: Vocabulary, countries: Collection[str]) -> bool:
    """Whether the number is part of a name: Article 5, Resolution 1325, Power of Siberia 2."""
    start = match.start()
    named = re.search(
        rf"([^\W\d_][\w’'-]*)\.?\s(?:{NUMBER}[a-z]?(?:\s?\(\w+\))*"
        rf"(?:,\s|{_DASH}|\s(?:{_any(words.joins)})\s))*(?:{NUMBER}\s?\()?$",
        text[:start],
    )
    if named is None or _is_measured_name(text, match, words):
        return False
    word = named[1]
    if not word[0].isupper() or word.endswith(("’s", "'s", "s’")):
        return False
    if word.lower() in words.numbered:
        return True
    single = re.fullmatch(r"\d+", match[0]) and not text[named.end(1) : start].strip(" \u00a0")
    if not single or word in countries or word.lower() in words.no_names:
        return False
    following = _after(text, match)
    counts = following in words.counted or _is_plural(following, words)
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
