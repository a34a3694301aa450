"""Periods in English: day before month, en dash without spaces."""

from datetime import date

from briefing.model import Frequency, Period

NBSP = "\u00a0"
_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
_NUMBERS = ("", "", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_SHORT = ["Jan", "Feb", "Mar", "Apr", "May", "June", "July", "Aug", "Sept", "Oct", "Nov", "Dec"]


def period(period: Period, short: bool = False) -> str:
    """“5 November 1921”, “November 2000”; `short`: “5 Nov 1921”."""
    return _written(period, short)


def _written(period: Period, short: bool = False) -> str:
    """“5 November 1921”, “November 2000”, “Q3 2014”, “H1 2014”, “2–3 September 2019”, “2011/12”."""
    first, last = period.start, period.end
    if period.frequency is Frequency.YEAR:
        return "–".join(
            year(n, period.is_fiscal) for n in dict.fromkeys((period.first, period.last))
        )
    if period.frequency is Frequency.WEEK:
        weeks = dict.fromkeys((first.isocalendar()[:2], last.isocalendar()[:2]))
        return "–".join(f"week{NBSP}{week} of {of}" for of, week in weeks)
    if period.frequency is Frequency.DAY:
        return _span(
            (str(first.day), _month(first, short), str(first.year)),
            (str(last.day), _month(last, short), str(last.year)),
        )
    name = {Frequency.QUARTER: _quarter, Frequency.HALF: _half}.get(period.frequency, _month)
    return _span(
        (name(first, short), str(first.year)),
        (name(last, short), str(last.year)),
    )


def tick(period: Period, narrow: bool = False) -> str:
    """“Jan”, “Q3”, “H1”, “5”, of a week its number; of a month, `narrow`: “J”."""
    first = period.start
    if period.frequency is Frequency.MONTH:
        return _month(first, True)[:1] if narrow else _month(first, True)
    if period.frequency is Frequency.DAY:
        return str(first.day)
    if period.frequency is Frequency.WEEK:
        return str(first.isocalendar().week)
    named = {Frequency.QUARTER: _quarter, Frequency.HALF: _half}.get(period.frequency)
    return named(first, True) if named else str(first.year)


def months(period: Period, short: bool = True) -> str:
    """The months that a part-year covers, without the year: “Jan–Sept”."""
    first, last = _month(period.start, short), _month(period.end, short)
    return first if first == last else f"{first}–{last}"


def run(count: int, last: Period) -> str:
    """So many periods up to one: “four quarters to Q2 2025”, “12 months to June 2025”."""
    number = _NUMBERS[count] if count < len(_NUMBERS) else str(count)
    return f"{number} {last.frequency}s to {period(last)}"


def of_years(years: int, word: str) -> str:
    """“a five-year high”, “an eight-year high”, “an 18-year low”."""
    number = _NUMBERS[years] if years < len(_NUMBERS) else str(years)
    article = "an" if number.startswith(("eight", "8", "11", "18")) else "a"
    return f"{article} {number}-year {word}"


def at(period: Period, stock: bool = False) -> str:
    """“in January–September 2025”, “on 5 November 1921”, “at the end of 2012”."""
    if stock and not period.is_range:
        return f"at the end {of(period)}"
    return f"{'on' if period.frequency is Frequency.DAY else 'in'} {_written(period)}"


def of(period: Period) -> str:
    """“of 2024”."""
    return f"of {_written(period)}"


def _span(first: tuple[str, ...], last: tuple[str, ...]) -> str:
    """Two dates joined by a dash; what they share at the end is written once."""
    if first == last:
        return _joined(last)
    distinct = len(first)
    while first[distinct - 1] == last[distinct - 1]:
        distinct -= 1
    return f"{_joined(first[:distinct])}–{_joined(last)}"


def _joined(parts: tuple[str, ...]) -> str:
    day, rest = parts[:-2], parts[-2:]
    return NBSP.join((*day, " ".join(rest))) if len(parts) > 2 else _day_or_month(parts)


def _day_or_month(parts: tuple[str, ...]) -> str:
    return (NBSP if parts[0].isdigit() else " ").join(parts)


def _month(day: date, short: bool) -> str:
    return (_SHORT if short else _MONTHS)[day.month - 1]


def year(first: int, fiscal: bool) -> str:
    """“2011”; a year that ends in the next one: “2011/12”."""
    return f"{first}/{(first + 1) % 100:02}" if fiscal else str(first)


def _half(day: date, _short: bool) -> str:
    return f"H{(day.month + 5) // 6}"


def _quarter(day: date, _short: bool) -> str:
    return f"Q{(day.month + 2) // 3}"
