"""Cells of periods, as offices write them."""

import re
from functools import cache, lru_cache

from briefing.model import Frequency, Period, TableSpec
from briefing.tables.months import spoken_months

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_FULL = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
_YEAR = r"(?P<year>[0-9]{4})"
_MONTH = r"(?P<name>[A-Za-z]{3,9})\.?"
# 2019M01, 2019Q1, 1Q 2019, Q1 2019, 2019S1, 2019-B2, 2019W05, 2019A1, Jan 2019, 2019 January.
_FORMS = (
    rf"{_YEAR}[- ]?M(?P<month>[0-9]{{1,2}})",
    rf"{_YEAR}[- ]?Q(?P<quarter>[1-4])",
    rf"{_YEAR} ?(?P<quarter>[1-4])Q",
    rf"(?:Q(?P<quarter>[1-4])|(?P<other>[1-4])Q)[ /-]?{_YEAR}",
    rf"{_YEAR}[- ]?[SHB](?P<half>[12])",
    rf"[SH](?P<half>[12])[ /-]?{_YEAR}",
    rf"{_YEAR}[- ]?W(?P<week>[0-9]{{1,2}})",
    rf"{_YEAR}-?A1?",
    rf"{_MONTH}[ -]{_YEAR}",
    rf"{_YEAR}[ -]{_MONTH}",
)
_FISCAL = re.compile(r"(?:FY ?)?([0-9]{4}) ?[-/–] ?([0-9]{2}|[0-9]{4})")
_ONE_YEAR = re.compile(r"(?:FY ?)?([0-9]{4})")


def cell_period(spec: TableSpec, written: str, month: str = "") -> Period:
    """The period that a cell says; `month` is what the column of months holds beside it.

    Raises ValueError, in words for an author.
    """
    text = written.strip()
    if spec.month:
        return Period.parse(_beside(text, month.strip()))
    if spec.year_starts > 1 and (found := _fiscal(spec, text)):
        return found
    period = Period.parse(_plain(text))
    if spec.frequency == "quarter" and period.frequency is Frequency.MONTH:
        ends = (ordinal // 3 for ordinal in (period.first, period.last))
        return Period(Frequency.QUARTER, *ends)
    return period


def _beside(year: str, month: str) -> str:
    number = _month(month)
    if month.isdigit() and 1 <= int(month) <= 12:
        number = int(month)
    if number:
        return f"{year}-{number:02}"
    if match := re.fullmatch(r"[QqHh]?([1-4])", month):
        return f"{year}-{month[0].upper()}{match[1]}"
    raise ValueError(f"“{month[:40]}” is no month")


def _fiscal(spec: TableSpec, text: str) -> Period | None:
    """A year that ends in the next one, `2011-12`; of one named by one year, as the table says."""
    if match := _FISCAL.fullmatch(text):
        first = int(match[1])
        if int(match[2]) in (first + 1, (first + 1) % 100):
            return Period(Frequency.YEAR, first, first, spec.year_starts)
        return None
    if match := _ONE_YEAR.fullmatch(text):
        if not spec.year_named:
            raise ValueError(f"“{text}” doesn't say whether that year begins or ends in it")
        first = int(match[1]) - (spec.year_named == "end")
        return Period(Frequency.YEAR, first, first, spec.year_starts)
    return None


@cache
def _forms() -> tuple[re.Pattern[str], ...]:
    """Compiled when a cell wants them, which most files don't."""
    return tuple(map(re.compile, _FORMS))


@lru_cache(maxsize=4096)
def _plain(text: str) -> str:
    """What another form says as periods are written here; others stay as they are."""
    if _ONE_YEAR.fullmatch(text):
        return text
    for form in _forms():
        match = form.fullmatch(text)
        if match is None:
            continue
        found = {key: value for key, value in match.groupdict().items() if value}
        year = found["year"]
        if name := found.get("name"):
            number = _month(name)
            return f"{year}-{number:02}" if number else spoken_months(text) or text
        if quarter := found.get("quarter") or found.get("other"):
            return f"{year}-Q{quarter}"
        for letter, key in (("", "month"), ("H", "half"), ("W", "week")):
            if key in found:
                width = 1 if key == "half" else 2
                return f"{year}-{letter}{int(found[key]):0{width}}"
        return year
    return spoken_months(text) or text


def _month(name: str) -> int:
    """The number of a month by its English name; 0 for none."""
    word = name.lower().rstrip(".")
    if word == "sept":
        return 9
    for names in (_MONTHS, _FULL):
        if word in names:
            return names.index(word) + 1
    return 0
