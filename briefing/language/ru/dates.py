"""Periods in Russian: cases of months and years, quarters in Roman numerals."""

from datetime import date

from briefing.model import Frequency, Period

NBSP = "\u00a0"
# Nominative, genitive, prepositional.
_MONTHS = (
    ("январь", "января", "январе"),
    ("февраль", "февраля", "феврале"),
    ("март", "марта", "марте"),
    ("апрель", "апреля", "апреле"),
    ("май", "мая", "мае"),
    ("июнь", "июня", "июне"),
    ("июль", "июля", "июле"),
    ("август", "августа", "августе"),
    ("сентябрь", "сентября", "сентябре"),
    ("октябрь", "октября", "октябре"),
    ("ноябрь", "ноября", "ноябре"),
    ("декабрь", "декабря", "декабре"),
)
_SHORT = (
    *("янв.", "февр.", "март", "апр.", "май", "июнь"),
    *("июль", "авг.", "сент.", "окт.", "нояб.", "дек."),
)
_QUARTERS = ("I", "II", "III", "IV")
_FEW_WORDS = {3: "три", 4: "четыре"}
_NUMBERS = {
    **{2: "два", 3: "три", 4: "четыре", 5: "пять", 6: "шесть"},
    **{7: "семь", 8: "восемь", 9: "девять", 10: "десять"},
}
# After 1 and 21, after 2 to 4, and after 5 and more.
_COUNTED = {
    Frequency.YEAR: ("год", "года", "лет"),
    Frequency.HALF: ("полугодие", "полугодия", "полугодий"),
    Frequency.QUARTER: ("квартал", "квартала", "кварталов"),
    Frequency.MONTH: ("месяц", "месяца", "месяцев"),
    Frequency.WEEK: ("неделю", "недели", "недель"),
    Frequency.DAY: ("день", "дня", "дней"),
}
_NOMINATIVE, _GENITIVE, _PREPOSITIONAL = range(3)
# One year and several, in each of the three cases.
_YEAR = ("год", "года", "году")
_YEARS = ("годы", "годов", "годах")
_HALF = ("полугодие", "полугодия", "полугодии")
_WEEK = (("я", "неделя"), ("й", "недели"), ("й", "неделе"))
_QUARTER = ("квартал", "квартала", "квартале")
_SEVERAL = {
    Frequency.QUARTER: ("кварталы", "кварталов", "кварталах"),
    Frequency.HALF: ("полугодия", "полугодий", "полугодиях"),
}


def period(period: Period, short: bool = False) -> str:
    """“5 ноября 1921 года”, “январь–сентябрь 2025 года”, “2000–2013”; `short`: “5 нояб. 1921”."""
    return _short(period) if short else _written(period, _NOMINATIVE, bare=True)


def of(period: Period) -> str:
    """“2025 года”, “ноября 2000 года”, “2000–2013 годов”."""
    return _written(period, _GENITIVE)


def at(period: Period, stock: bool = False) -> str:
    """“в 2025 году”, “в январе–сентябре 2025 года”, “5 ноября 1921 года”, “на конец 2012 года”."""
    if stock and not period.is_range:
        if period.frequency is Frequency.DAY:
            return f"на {_written(period, _GENITIVE)}"
        return f"на конец {_written(period, _GENITIVE)}"
    if period.frequency is Frequency.DAY:
        return _written(period, _GENITIVE)
    if period.frequency is Frequency.WEEK:
        return f"на{NBSP}{_written(period, _PREPOSITIONAL)}"
    before = "во" if _begins(period) == "II" else "в"
    return f"{before}{NBSP}{_written(period, _PREPOSITIONAL)}"


def run(count: int, last: Period) -> str:
    """So many periods up to one: «четыре квартала по II квартал 2025 года», «12 месяцев по …»."""
    number = _FEW_WORDS.get(count, str(count))
    word = _counted(last.frequency, count)
    if last.frequency is Frequency.YEAR:
        written = _year(last, _YEAR[0], _YEARS[0])
    else:
        written = period(last).replace(f"-я{NBSP}неделя", f"-ю{NBSP}неделю")
    return f"{number}{NBSP}{word} по{NBSP}{written}"


def years(count: int) -> str:
    """So many years, in the accusative: «пять лет», «12 лет», «22 года»."""
    return f"{_NUMBERS.get(count, str(count))}{NBSP}{_counted(Frequency.YEAR, count)}"


def _counted(what: Frequency, count: int) -> str:
    return _COUNTED[what][number(count)]


def number(count: int) -> int:
    """Which form a noun takes behind a count: 0 after 1, 21; 1 after 2 to 4; 2 after all else."""
    if count % 10 == 1 and count % 100 != 11:
        return 0
    return 1 if count % 10 in (2, 3, 4) and count % 100 not in (12, 13, 14) else 2


def since(period: Period) -> str:
    """“с 2005 годом”: behind “по сравнению”."""
    if period.frequency is Frequency.YEAR:
        return f"с {_year(period, 'годом', 'годами')}"
    return f"с показателем {of(period)}"


def tick(period: Period, narrow: bool = False) -> str:
    """“янв.”, “III”, “5”, of a week its number; of a month, `narrow`: “Я”."""
    first = period.start
    if period.frequency is Frequency.MONTH:
        short = _SHORT[first.month - 1]
        return short[:1].upper() if narrow else short
    if period.frequency is Frequency.DAY:
        return str(first.day)
    if period.frequency is Frequency.WEEK:
        return str(first.isocalendar().week)
    months = {Frequency.QUARTER: 3, Frequency.HALF: 6}.get(period.frequency)
    return _QUARTERS[(first.month - 1) // months] if months else str(first.year)


def months(period: Period, short: bool = True) -> str:
    """The months that a part-year covers, without the year: “янв.–сент.”."""
    names = _SHORT if short else tuple(month[_NOMINATIVE] for month in _MONTHS)
    first, last = names[period.start.month - 1], names[period.end.month - 1]
    return first if first == last else f"{first}–{last}"


def _begins(period: Period) -> str:
    months = {Frequency.QUARTER: 3, Frequency.HALF: 6}.get(period.frequency)
    return _QUARTERS[(period.start.month - 1) // months] if months else ""


def _year(period: Period, one: str, several: str) -> str:
    written = _bare_years(period)
    return f"{written}{NBSP}{several if period.is_range else one}"


def _bare_years(period: Period) -> str:
    """“2011”, “2005–2011”; years that end in the next one: “2011/12”."""
    ends = dict.fromkeys((period.first, period.last))
    return "–".join(f"{n}/{(n + 1) % 100:02}" if period.is_fiscal else str(n) for n in ends)


def _written(period: Period, case: int, bare: bool = False) -> str:
    """`bare` leaves the word for the year away from years by themselves."""
    first, last = period.start, period.end
    if period.frequency is Frequency.YEAR:
        if bare:
            return _bare_years(period)
        return _year(period, _YEAR[case], _YEARS[case])
    if period.frequency is Frequency.DAY:
        return _days(first, last)
    if period.frequency is Frequency.WEEK:
        return " – ".join(_week(day, case) for day in dict.fromkeys((first, period.closing.start)))
    names = {Frequency.QUARTER: _quarter, Frequency.HALF: _half}
    name = names.get(period.frequency, _month)
    ends = f"{last.year}{NBSP}года"
    if not period.is_range:
        return f"{name(last, case)} {ends}"
    if first.year == last.year:
        head = name(first, case).partition(NBSP)[0]
        if period.frequency in _SEVERAL:
            until = name(last, case).partition(NBSP)[0]
            return f"{head}–{until}{NBSP}{_SEVERAL[period.frequency][case]} {ends}"
        return f"{head}–{name(last, case)} {ends}"
    return f"{name(first, case)} {first.year}{NBSP}года – {name(last, case)} {ends}"


def _days(first: date, last: date) -> str:
    end = f"{last.day}{NBSP}{_month(last, _GENITIVE)} {last.year}{NBSP}года"
    if first == last:
        return end
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{end}"
    head = f"{first.day}{NBSP}{_month(first, _GENITIVE)}"
    year = f" {first.year}{NBSP}года" if first.year != last.year else ""
    return f"{head}{year} – {end}"


def _month(day: date, case: int) -> str:
    return _MONTHS[day.month - 1][case]


def _half(day: date, case: int) -> str:
    return f"{_QUARTERS[(day.month - 1) // 6]}{NBSP}{_HALF[case]}"


def _week(day: date, case: int) -> str:
    year, week, _ = day.isocalendar()
    ending, word = _WEEK[case]
    return f"{week}-{ending}{NBSP}{word} {year}{NBSP}года"


def _quarter(day: date, case: int) -> str:
    return f"{_QUARTERS[(day.month - 1) // 3]}{NBSP}{_QUARTER[case]}"


def _short(period: Period) -> str:
    first, last = period.start, period.end
    if period.frequency is Frequency.YEAR:
        return _bare_years(period)
    if period.frequency in (Frequency.HALF, Frequency.WEEK):
        return _written(period, _NOMINATIVE).removesuffix(f"{NBSP}года")
    if period.frequency is Frequency.QUARTER:
        one, other = (_QUARTERS[(day.month - 1) // 3] for day in (first, last))
        end = f"{other}{NBSP}кв. {last.year}"
        if first.year != last.year:
            return f"{one}{NBSP}кв. {first.year} – {end}"
        return end if one == other else f"{one}–{end}"
    if period.frequency is Frequency.MONTH:
        same = first.year == last.year
        return f"{months(period)} {last.year}" if same else _written(period, _NOMINATIVE)
    end = f"{last.day}{NBSP}{_of_month(last)} {last.year}"
    if not period.is_range:
        return end
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{end}"
    year = f" {first.year}" if first.year != last.year else ""
    return f"{first.day}{NBSP}{_of_month(first)}{year} – {end}"


def _of_month(day: date) -> str:
    """A month behind its day, short where it has a short form: “нояб.”, “мая”."""
    whole = {3: "марта", 5: "мая", 6: "июня", 7: "июля"}
    return whole.get(day.month, _SHORT[day.month - 1])
