"""Periods in Mongolian: the year first, ordinals in words of a table, suffixes by a table."""

from datetime import date

from briefing.model import Frequency, Period

NBSP = "\u00a0"
# The word that makes a number an ordinal follows the vowels of the spoken number: a closed table
# for the tens and the units, read from the numerals, never computed from letters.
_FRONT = frozenset({1, 4, 9, 40, 90})
# The genitive of a day by its spoken number: 1, 4, 9 take -ний, all others -ны.
_DAYS_FRONT = frozenset({1, 4, 9, 11, 14, 19, 21, 24, 29, 31})
_QUARTERS = ("I", "II", "III", "IV")


_ATTRIBUTES = {
    **{2: "хоёр", 3: "гурван", 4: "дөрвөн", 5: "таван", 6: "зургаан", 7: "долоон"},
    **{8: "найман", 9: "есөн", 10: "арван"},
}
# What is counted, and in it.
_COUNTED = {
    Frequency.YEAR: ("жил", "жилд"),
    Frequency.HALF: (f"хагас{NBSP}жил", f"хагас{NBSP}жилд"),
    Frequency.QUARTER: ("улирал", "улиралд"),
    Frequency.MONTH: ("сар", "сард"),
    Frequency.WEEK: (f"долоо{NBSP}хоног", f"долоо{NBSP}хоногт"),
    Frequency.DAY: ("өдөр", "өдөрт"),
}
_FROM = {
    "онд": "оноос",
    "сард": "сараас",
    "улиралд": "улирлаас",
    "эцэст": "эцсээс",
    "өдөр": "өдрөөс",
    "хагаст": "хагасаас",
    "хоногт": "хоногоос",
}


def ordinal(number: int) -> str:
    """“2 дугаар”, “9 дүгээр”."""
    return f"{number}{NBSP}{ordinal_word(number)}"


def ordinal_word(number: int) -> str:
    """“дугаар” or “дүгээр”, by the last word of the number."""
    last = number % 10 or number % 100
    return "дүгээр" if last in _FRONT else "дугаар"


def period(period: Period, short: bool = False) -> str:
    """“1921 оны 11 дүгээр сарын 5”, “2025 оны 1–9 дүгээр сар”; `short`: “1921.11.05”, “2025”."""
    return _short(period) if short else _written(period)


def of(period: Period) -> str:
    """“2025 оны”, “2000 оны 11 дүгээр сарын”, “2019 оны 9 дүгээр сарын 2–3-ны”."""
    if period.frequency is Frequency.YEAR:
        return f"{_years(period)}{NBSP}оны"
    if period.frequency is Frequency.DAY:
        return f"{_written(period)}-{_genitive(period.end.day)}"
    if period.frequency is Frequency.QUARTER:
        return f"{_written(period).removesuffix('улирал')}улирлын"
    if period.frequency is Frequency.WEEK:
        return f"{_written(period)}ийн"
    return f"{_written(period)}ын"


def at(period: Period, stock: bool = False) -> str:
    """“2025 онд”, “2025 оны 1–9 дүгээр сард”, “… сарын 5-ны өдөр”, “2012 оны эцэст”."""
    if stock and not period.is_range:
        if period.frequency is Frequency.DAY:
            return f"{of(period)} өдөр"
        return f"{of(period)} эцэст"
    if period.frequency is Frequency.YEAR:
        return f"{_years(period)}{NBSP}онд"
    if period.frequency is Frequency.DAY:
        return f"{of(period)}{NBSP}өдөр"
    if period.frequency is Frequency.QUARTER:
        return f"{_written(period).removesuffix('улирал')}улиралд"
    if period.frequency in (Frequency.HALF, Frequency.WEEK):
        return f"{_written(period)}т"
    return f"{_written(period)}д"


def run(count: int, last: Period, inside: bool) -> str:
    """So many periods up to one: “2025 оны II улирал хүртэлх дөрвөн улирал”; `inside`: “… -д”."""
    number = counted(count)
    word, dative = _COUNTED[last.frequency]
    until = f"{_years(last)}{NBSP}он" if last.frequency is Frequency.YEAR else _written(last)
    return f"{until} хүртэлх {number}{NBSP}{dative if inside else word}"


def counted(count: int) -> str:
    """A number before what it counts: “таван”, “12”."""
    return _ATTRIBUTES.get(count, str(count))


def since(period: Period, stock: bool = False) -> str:
    """“2008 оноос”, “2008 оны 3 дугаар сараас”, “2012 оны эцсээс”."""
    written = at(period, stock)
    for ending, ablative in _FROM.items():
        if written.endswith(ending):
            return written.removesuffix(ending) + ablative
    return f"{written}өөс"


def tick(period: Period, narrow: bool = False) -> str:  # noqa: ARG001
    """The number of a month, “III” of a quarter, “5” of a day, the number of a week."""
    first = period.start
    if period.frequency is Frequency.MONTH:
        return str(first.month)
    if period.frequency is Frequency.DAY:
        return str(first.day)
    if period.frequency is Frequency.WEEK:
        return str(first.isocalendar().week)
    months = {Frequency.QUARTER: 3, Frequency.HALF: 6}.get(period.frequency)
    return _QUARTERS[(first.month - 1) // months] if months else str(first.year)


def months(period: Period, short: bool = True) -> str:
    """The months that a part-year covers, without the year: “1–9 дүгээр сар”."""
    first, last = period.start.month, period.end.month
    if first == last:
        return f"{ordinal(last)}{NBSP}сар"
    return f"{first}–{ordinal(last)}{NBSP}сар" if not short else f"{first}–{last}-р{NBSP}сар"


def _years(period: Period) -> str:
    if period.frequency is Frequency.YEAR:
        ends = dict.fromkeys((period.first, period.last))
        return "–".join(f"{n}/{(n + 1) % 100:02}" if period.is_fiscal else str(n) for n in ends)
    first, last = period.start.year, period.end.year
    return f"{first}–{last}" if first != last else str(last)


def _written(period: Period) -> str:
    first, last = period.start, period.end
    if period.frequency is Frequency.YEAR:
        return _years(period)
    parts = (Frequency.QUARTER, Frequency.HALF)
    if period.frequency in parts and first.year != last.year:
        return " – ".join(_written(end) for end in (period.opening, period.closing))
    if period.frequency is Frequency.QUARTER:
        one, other = (_QUARTERS[(day.month - 1) // 3] for day in (first, last))
        span = one if one == other else f"{one}–{other}"
        head = f"{_years(period)}{NBSP}оны"
        return f"{head} {span}{NBSP}улирал"
    if period.frequency is Frequency.HALF:
        halves = dict.fromkeys(_QUARTERS[(day.month - 1) // 6] for day in (first, last))
        return f"{_years(period)}{NBSP}оны {'–'.join(halves)}{NBSP}хагас"
    if period.frequency is Frequency.WEEK:
        return " – ".join(map(_week, dict.fromkeys((first, period.closing.start))))
    if first.year != last.year:
        return " – ".join(_written(end) for end in (period.opening, period.closing))
    head = f"{last.year}{NBSP}оны"
    if period.frequency is Frequency.MONTH:
        return f"{head} {months(period, short=False)}"
    if first == last:
        return f"{head} {ordinal(last.month)}{NBSP}сарын{NBSP}{last.day}"
    if first.month == last.month:
        return f"{head} {ordinal(last.month)}{NBSP}сарын{NBSP}{first.day}–{last.day}"
    start = f"{ordinal(first.month)}{NBSP}сарын{NBSP}{first.day}"
    return f"{head} {start} – {ordinal(last.month)}{NBSP}сарын{NBSP}{last.day}"


def _week(day: date) -> str:
    year, week, _ = day.isocalendar()
    return f"{year}{NBSP}оны {ordinal(week)}{NBSP}долоо{NBSP}хоног"


def _genitive(day: int) -> str:
    return "ний" if day in _DAYS_FRONT else "ны"


def _short(period: Period) -> str:
    first, last = period.start, period.end
    if period.frequency is Frequency.YEAR:
        return _years(period)
    if period.frequency is Frequency.DAY:
        if first == last:
            return f"{last:%Y.%m.%d}"
        if (first.year, first.month) == (last.year, last.month):
            return f"{first:%Y.%m.%d}–{last:%d}"
        return f"{first:%Y.%m.%d}–{last:%Y.%m.%d}"
    if period.frequency is Frequency.MONTH:
        if first.year != last.year:
            return f"{first:%Y.%m}–{last:%Y.%m}"
        return f"{first:%Y.%m}" if not period.is_range else f"{first:%Y.%m}–{last:%m}"
    if period.frequency is Frequency.QUARTER:
        ends = dict.fromkeys(_short_quarter(day) for day in (first, last))
        return "–".join(ends)
    return _written(period)


def _short_quarter(day: date) -> str:
    return f"{day.year}{NBSP}{_QUARTERS[(day.month - 1) // 3]}"
