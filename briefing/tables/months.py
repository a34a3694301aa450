"""Months and spans of months in words, in each language of the product."""

import re
from functools import cache, lru_cache

from briefing.language.grammars import GRAMMARS
from briefing.model import Period

_YEAR = r"(?P<{}>[0-9]{{4}})"
_NAME = r"(?P<{}>[^\W\d_]{{3,9}})\.?"
_TO = r"\s*(?:[-–—]|\b(?:to|по|à)\b)\s*"
# Behind a year: «2025 г.», «2025 года», “2025 он”.
_OF_YEAR = r"(?:[\s\u00a0]*(?:г\.|г|год|года|гг\.))?"
_NUMBERED = r"(?P<{}>[0-9]{{1,2}})"
# January–September 2025, янв.-сент. 2025 г., 2025 Jan-Sep, July 2024 – June 2025, январь 2025 года.
_FORMS = tuple(
    re.compile(form)
    for form in (
        _NAME.format("first") + _TO + _NAME.format("last") + r"[\s,]+" + _YEAR.format("year"),
        _YEAR.format("year") + r"[\s,:]+" + _NAME.format("first") + _TO + _NAME.format("last"),
        _NAME.format("first")
        + r"\s+"
        + _YEAR.format("year")
        + _TO
        + _NAME.format("last")
        + r"\s+"
        + _YEAR.format("until"),
        _NAME.format("first") + r"[\s,]+" + _YEAR.format("year"),
        _YEAR.format("year") + r"[\s,]+" + _NAME.format("first"),
    )
)
# 2025 оны 1–9 дүгээр сар, 2025 оны 9-р сар: Mongolian numbers its months.
_MONGOLIAN = re.compile(
    _YEAR.format("year")
    + r"\s+оны?\s+"
    + _NUMBERED.format("first")
    + r"(?:\s*[-–]\s*"
    + _NUMBERED.format("last")
    + r")?(?:\s+(?:дугаар|дүгээр)|-р|\s)*\s*сар(?:ын)?"
)
# 9M 2025, 9M2025: the first nine months; 2025M01-2025M09; Q1-Q3 2025.
_SO_MANY = re.compile(r"(?P<last>[0-9]{1,2})\s?[MМ][\s-]?(?P<year>[0-9]{4})")
_CODED = re.compile(
    r"(?P<year>[0-9]{4})M(?P<first>[0-9]{2})-(?P<until>[0-9]{4})M(?P<last>[0-9]{2})"
)
_QUARTERS = re.compile(r"Q(?P<first>[1-4])\s?[-–]\s?Q(?P<last>[1-4])[\s/,]+(?P<year>[0-9]{4})")


@lru_cache(maxsize=4096)
def spoken_months(text: str) -> str:
    """What words say of months, as periods are written here: `2025-01..2025-09`; else nothing."""
    written = " ".join(re.sub(_OF_YEAR + "$", "", text.strip()).split())
    if match := _QUARTERS.fullmatch(written):
        return f"{match['year']}-Q{match['first']}..{match['year']}-Q{match['last']}"
    if match := _SO_MANY.fullmatch(written):
        return _span(match["year"], 1, match["year"], int(match["last"]))
    numbered = _MONGOLIAN.fullmatch(written) or _CODED.fullmatch(written)
    for match in (form.fullmatch(written) for form in (() if numbered else _FORMS)):
        found = match.groupdict() if match else {}
        first = _month(found.get("first") or "")
        last = _month(found.get("last") or "") if found.get("last") else first
        if first and last:
            return _span(found["year"], first, found.get("until") or found["year"], last)
    if numbered is None:
        return ""
    found = numbered.groupdict()
    first, last = int(found["first"]), int(found["last"] or found["first"])
    return _span(found["year"], first, found.get("until") or found["year"], last)


def _span(year: str, first: int, until: str, last: int) -> str:
    """One month, or a range; nothing where there are no such months."""
    if not (1 <= first <= 12 and 1 <= last <= 12) or (year, first) > (until, last):
        return ""
    begins, ends = f"{year}-{first:02}", f"{until}-{last:02}"
    return begins if begins == ends else f"{begins}..{ends}"


def _month(name: str) -> int:
    """The number of a month by its name, or short name, in any of the languages; 0 for none."""
    return _names().get(name.casefold(), 0)


@cache
def _names() -> dict[str, int]:
    """Names of months in their cases, and their short forms, as the grammars write them."""
    known = {"jan": 1, "feb": 2, "apr": 4, "jun": 6, "jul": 7, "sep": 9, "oct": 10, "dec": 12}
    found: dict[str, set[int]] = {word: {number} for word, number in known.items()}
    for speech in GRAMMARS.values():
        for number in range(1, 13):
            period = Period.parse(f"2001-{number:02}")
            for text in (
                speech.period(period),
                speech.period(period, short=True),
                speech.of(period),
            ):
                for word in re.findall(r"[^\W\d_]{3,}", text):
                    found.setdefault(word.casefold(), set()).add(number)
    # What stands with several months is no month: «года», “сар”.
    return {word: numbers.pop() for word, numbers in found.items() if len(numbers) == 1}
