"""Periods in French: the first of a month is “1er”, months are written small."""

from datetime import date

from briefing.model import Frequency, Period

NBSP = "\u00a0"
_MONTHS = (
    *("janvier", "février", "mars", "avril", "mai", "juin"),
    *("juillet", "août", "septembre", "octobre", "novembre", "décembre"),
)
_NUMBERS = (
    *("", "", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix"),
    *("onze", "douze"),
)
_COUNTED = {
    Frequency.YEAR: "années",
    Frequency.HALF: "semestres",
    Frequency.QUARTER: "trimestres",
    Frequency.MONTH: "mois",
    Frequency.WEEK: "semaines",
    Frequency.DAY: "jours",
}
_SHORT = (
    *("janv.", "févr.", "mars", "avr.", "mai", "juin"),
    *("juill.", "août", "sept.", "oct.", "nov.", "déc."),
)
# They have “au” and “du”.
_PARTS = (Frequency.QUARTER, Frequency.HALF)


def period(period: Period, short: bool = False) -> str:
    """“5 novembre 1921”, “janvier-septembre 2025”, “3e trimestre 2014”, “2000-2013”."""
    return _written(period, short)


def _written(period: Period, short: bool = False) -> str:
    first, last = period.start, period.end
    if period.frequency is Frequency.YEAR:
        return "-".join(
            year(n, period.is_fiscal) for n in dict.fromkeys((period.first, period.last))
        )
    if period.frequency is Frequency.WEEK:
        weeks = dict.fromkeys((first.isocalendar()[:2], last.isocalendar()[:2]))
        return " – ".join(f"semaine{NBSP}{week} de {of}" for of, week in weeks)
    if period.frequency is Frequency.DAY:
        return _days(first, last, short)
    name = {Frequency.QUARTER: _quarter, Frequency.HALF: _half}.get(period.frequency, _month)
    end = f"{name(last, short)} {last.year}"
    if not period.is_range:
        return end
    if first.year == last.year:
        if period.frequency in _PARTS and not short:
            return f"{name(first, short).partition(NBSP)[0]}-{name(last, short)}s {last.year}"
        return f"{name(first, short)}-{end}"
    return f"{name(first, short)} {first.year} – {end}"


def of(period: Period) -> str:
    """“de 2025”, “d’août 2014”, “du 5 novembre 1921”, “du 3e trimestre 2014”."""
    written = _written(period)
    if several(period):
        return f"des {written}"
    if period.frequency in (Frequency.DAY, *_PARTS):
        return f"du {written}"
    if period.frequency is Frequency.WEEK:
        return f"de la {written}"
    return f"d’{written}" if written[0] in "ao" else f"de {written}"


def at(period: Period, stock: bool = False) -> str:
    """“en 2025”, “le 5 novembre 1921”, “au 3e trimestre 2014”, “fin 2012”."""
    written = _written(period)
    if stock and not period.is_range:
        if period.frequency is Frequency.DAY:
            return f"au {written}"
        named = period.frequency in (Frequency.WEEK, *_PARTS)
        return f"à la fin {of(period)}" if named else f"fin {written}"
    if period.frequency is Frequency.DAY:
        return f"{'du' if period.is_range else 'le'} {written}"
    if period.frequency is Frequency.WEEK:
        return f"durant la {written}"
    if period.frequency in _PARTS:
        return f"{'aux' if several(period) else 'au'} {written}"
    return f"en {written}"


def to(period: Period) -> str:
    """“à 2025”, “au 2e trimestre 2025”, “au 5 novembre 1921”: behind “par rapport”."""
    written = _written(period)
    if period.frequency is Frequency.WEEK:
        return f"à la {written}"
    if period.frequency in (Frequency.DAY, *_PARTS):
        return f"{'aux' if several(period) else 'au'} {written}"
    return f"à {written}"


def than(period: Period) -> str:
    """“qu’en 2025”, “qu’au 2e trimestre 2025”, “que le 5 novembre 1921”."""
    when = at(period)
    return f"qu’{when}" if when[0] in "ae" else f"que {when}"


def several(period: Period) -> bool:
    """Whether it is quarters or halves of one year: “1er-3e trimestres 2025”."""
    same = period.start.year == period.end.year
    return period.frequency in _PARTS and period.is_range and same


def run(count: int, last: Period) -> str:
    """So many periods up to one: “quatre trimestres jusqu’au 2e trimestre 2025”."""
    number = counted(count)
    when = at(last)
    for before, until in (("durant la", "à la"), ("le ", "au ")):
        when = until + when.removeprefix(before) if when.startswith(before) else when
    return f"{number} {_COUNTED[last.frequency]} jusqu’{when}"


def counted(count: int) -> str:
    """A number in words up to twelve."""
    return _NUMBERS[count] if count < len(_NUMBERS) else str(count)


def tick(period: Period, narrow: bool = False) -> str:
    """“janv.”, “T3”, “S1”, “5”, of a week its number; of a month, `narrow`: “J”."""
    first = period.start
    if period.frequency is Frequency.MONTH:
        short = _SHORT[first.month - 1]
        return short[:1].upper() if narrow else short
    if period.frequency is Frequency.DAY:
        return str(first.day)
    if period.frequency is Frequency.WEEK:
        return str(first.isocalendar().week)
    if period.frequency is Frequency.QUARTER:
        return f"T{(first.month + 2) // 3}"
    return f"S{(first.month + 5) // 6}" if period.frequency is Frequency.HALF else str(first.year)


def months(period: Period, short: bool = True) -> str:
    """The months that a part-year covers, without the year: “janv.-sept.”."""
    first, last = _month(period.start, short), _month(period.end, short)
    return first if first == last else f"{first}-{last}"


def _days(first: date, last: date, short: bool) -> str:
    end = f"{_day(last)}{NBSP}{_month(last, short)} {last.year}"
    if first == last:
        return end
    if (first.year, first.month) == (last.year, last.month):
        return f"{_day(first)}-{end}"
    year = f" {first.year}" if first.year != last.year else ""
    return f"{_day(first)}{NBSP}{_month(first, short)}{year} – {end}"


def _day(day: date) -> str:
    return "1er" if day.day == 1 else str(day.day)


def _month(day: date, short: bool) -> str:
    return (_SHORT if short else _MONTHS)[day.month - 1]


def year(first: int, fiscal: bool) -> str:
    """“2011”; a year that ends in the next one: “2011/12”."""
    return f"{first}/{(first + 1) % 100:02}" if fiscal else str(first)


def _half(day: date, short: bool) -> str:
    number = (day.month + 5) // 6
    if short:
        return f"S{number}"
    return f"{number}{'er' if number == 1 else 'e'}{NBSP}semestre"


def _quarter(day: date, short: bool) -> str:
    number = (day.month + 2) // 3
    if short:
        return f"T{number}"
    return f"{number}{'er' if number == 1 else 'e'}{NBSP}trimestre"
