"""Periods: years, half-years, quarters, months, weeks, days and ranges of them."""

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta
from enum import StrEnum
from functools import lru_cache

from msgspec import Struct


class Frequency(StrEnum):
    """How often a period of this size comes."""

    YEAR = "year"
    HALF = "half-year"
    QUARTER = "quarter"
    MONTH = "month"
    WEEK = "week"
    DAY = "day"

    __hash__ = str.__hash__


_SECOND_DAY = date(1, 1, 2)
_PER_YEAR = {Frequency.YEAR: 1, Frequency.HALF: 2, Frequency.QUARTER: 4, Frequency.MONTH: 12}
# Where nothing says in which month a year that spans two begins.
_UNSAID, _USUAL = 0, 4
_PATTERN = re.compile(
    r"(?P<year>[0-9]{4})(?:-(?:H(?P<half>[12])|Q(?P<quarter>[1-4])|W(?P<week>[0-9]{2})"
    r"|(?P<month>[0-9]{2})(?:-(?P<day>[0-9]{2}))?)|/(?P<next>[0-9]{2}|[0-9]{4}))?"
    r"|FY(?P<fiscal>[0-9]{4})-(?P<begins>[0-9]{2})"
)


class Period(Struct, frozen=True):
    """A span of whole years, half-years, quarters, months, weeks or days.

    `first` and `last` count in the frequency: the year; year·2 + half − 1; year·4 + quarter − 1;
    year·12 + month − 1; weeks of ISO 8601 since the first Monday; the proleptic ordinal of the day.
    A single period has first == last. `begins` is the month in which a year begins: 1, that of a
    fiscal or academic year, or 0 where only the manifest can say it.
    """

    frequency: Frequency
    first: int
    last: int
    begins: int = 1

    @classmethod
    @lru_cache(maxsize=4096)
    def parse(cls, text: str) -> "Period":
        """`2014`, `2014-H1`, `2014-Q3`, `2014-09`, `2014-W05`, `2014-09-03`, a fiscal year
        `2014/15` (`FY2014-04` says that it begins in April), or a range `2011-01..2011-09`.

        Raises ValueError, in words for an author, for anything else.
        """
        head, dots, tail = text.strip().partition("..")
        frequency, first, begins = _ordinal(head)
        if not dots:
            return cls(frequency, first, first, begins)
        last_frequency, last, ends = _ordinal(tail)
        if frequency is not last_frequency:
            raise ValueError(f"“{text[:40]}” joins a {frequency} and a {last_frequency}")
        if begins != ends:
            raise ValueError(f"“{text[:40]}” joins years that begin in different months")
        if last < first:
            raise ValueError(f"“{text[:40]}” ends before it begins")
        return cls(frequency, first, last, begins)

    @classmethod
    def year(cls, year: int) -> "Period":
        """The calendar year."""
        return cls(Frequency.YEAR, year, year)

    @classmethod
    def day(cls, day: date) -> "Period":
        """The day."""
        return cls(Frequency.DAY, day.toordinal(), day.toordinal())

    @property
    def is_range(self) -> bool:
        """Whether it spans more than one year, quarter, month or day."""
        return self.first != self.last

    @property
    def length(self) -> int:
        """How many years, quarters, months or days it spans."""
        return self.last - self.first + 1

    @property
    def start(self) -> date:
        """Its first day."""
        return _day(self.frequency, self.first, self.begins)

    @property
    def end(self) -> date:
        """Its last day."""
        return _last_day(self.frequency, self.last, self.begins)

    @property
    def is_part_year(self) -> bool:
        """Whether it is a range of months or quarters inside one year, shorter than the year."""
        return (
            self.is_range
            and self.frequency in (Frequency.QUARTER, Frequency.MONTH)
            and self.start.year == self.end.year
            and self.length < _PER_YEAR[self.frequency]
        )

    def previous(self) -> "Period":
        """The span of the same length just before; of a part of a year the same months of the year
        before, with which alone it is compared."""
        if self.is_part_year:
            return self.year_earlier()
        return self._of(self.first - self.length, self.last - self.length)

    def following(self) -> "Period":
        """The single period just after."""
        return self._of(self.last + 1, self.last + 1)

    def up_to(self, other: "Period") -> "Period":
        """From its first to the other's last."""
        return self._of(self.first, other.last)

    @property
    def opening(self) -> "Period":
        """The first of the single periods that it spans."""
        return self._of(self.first, self.first)

    @property
    def closing(self) -> "Period":
        """The last of the single periods that it spans."""
        return self._of(self.last, self.last)

    @property
    def is_fiscal(self) -> bool:
        """Whether its years begin in another month than January."""
        return self.begins != 1

    def beginning(self, month: int) -> "Period":
        """The same where it says when its years begin; else with years that begin in the month."""
        if self.begins != _UNSAID:
            return self
        return Period(self.frequency, self.first, self.last, month)

    def _of(self, first: int, last: int) -> "Period":
        return Period(self.frequency, first, last, self.begins)

    def year_earlier(self) -> "Period":
        """The same months, quarters or days a year earlier."""
        return self.shifted(-1)

    def shifted(self, years: int) -> "Period":
        """The same span some years later (or earlier); 29 February becomes 28 February."""
        if self.frequency in _PER_YEAR:
            step = years * _PER_YEAR[self.frequency]
            return self._of(self.first + step, self.last + step)
        if self.frequency is Frequency.WEEK:
            return self._of(*(_same_week(n, years) for n in (self.first, self.last)))
        first, last = (_same_day(date.fromordinal(n), years) for n in (self.first, self.last))
        return Period(Frequency.DAY, first.toordinal(), last.toordinal())

    def covers(self, other: "Period") -> bool:
        """Whether every day of the other is in this one."""
        return self.start <= other.start and other.end <= self.end

    def each(self) -> Iterator["Period"]:
        """The single periods it spans, in order."""
        for ordinal in range(self.first, self.last + 1):
            yield self._of(ordinal, ordinal)

    def __lt__(self, other: "Period") -> bool:
        if self.frequency is other.frequency and self.begins == other.begins:
            return (self.last, self.first) < (other.last, other.first)
        return (self.end, self.start) < (other.end, other.start)

    def __str__(self) -> str:
        head, tail = (_written(self.frequency, n, self.begins) for n in (self.first, self.last))
        return f"{head}..{tail}" if self.is_range else head


def _ordinal(text: str) -> tuple[Frequency, int, int]:
    """What a single period counts in, which it is, and in which month its year begins."""
    match = _PATTERN.fullmatch(text)
    year = int(match["year"] or match["fiscal"]) if match else 0
    if match is None or not 1 <= year <= 9998:
        raise ValueError(f"“{text[:40]}” is no period")
    if match["fiscal"] or match["next"]:
        return Frequency.YEAR, year, _fiscal(text, match, year)
    if match["half"]:
        return Frequency.HALF, year * 2 + int(match["half"]) - 1, 1
    if match["quarter"]:
        return Frequency.QUARTER, year * 4 + int(match["quarter"]) - 1, 1
    if match["week"]:
        return Frequency.WEEK, _week(text, year, int(match["week"])), 1
    if match["month"] is None:
        return Frequency.YEAR, year, 1
    month = int(match["month"])
    if not 1 <= month <= 12:
        raise ValueError(f"“{text[:40]}” has no such month")
    if match["day"] is None:
        return Frequency.MONTH, year * 12 + month - 1, 1
    day = int(match["day"])
    if not 1 <= day <= monthrange(year, month)[1]:
        raise ValueError(f"“{text[:40]}” is no day of the calendar")
    return Frequency.DAY, date(year, month, day).toordinal(), 1


def _fiscal(text: str, match: re.Match[str], year: int) -> int:
    """The month in which the year of a fiscal year begins."""
    if match["begins"]:
        begins = int(match["begins"])
        if not 2 <= begins <= 12:
            raise ValueError(f"“{text[:40]}” begins in no month from February to December")
        return begins
    if int(match["next"]) not in (year + 1, (year + 1) % 100):
        raise ValueError(f"“{text[:40]}” is no year and the year after it")
    return _UNSAID


def _week(text: str, year: int, week: int) -> int:
    try:
        return (date.fromisocalendar(year, week, 1).toordinal() - 1) // 7
    except ValueError:
        raise ValueError(f"“{text[:40]}” is no week of that year") from None


@lru_cache(maxsize=4096)
def _day(frequency: Frequency, ordinal: int, begins: int = 1) -> date:
    if frequency is Frequency.DAY:
        return date.fromordinal(max(1, ordinal))
    if frequency is Frequency.WEEK:
        return date.fromordinal(max(0, ordinal) * 7 + 1)
    per_year = _PER_YEAR[frequency]
    year, part = divmod(ordinal, per_year)
    # Before the year 1 the calendar has no day: what would begin there begins with it.
    if year < 1:
        return date.min
    if begins != 1:
        return date(year, begins or _USUAL, 1)
    return date(year, part * (12 // per_year) + 1, 1)


@lru_cache(maxsize=4096)
def _last_day(frequency: Frequency, ordinal: int, begins: int = 1) -> date:
    if frequency is Frequency.DAY:
        return date.fromordinal(max(1, ordinal))
    return max(_day(frequency, ordinal + 1, begins), _SECOND_DAY) - timedelta(days=1)


def _same_day(day: date, years: int) -> date:
    year = max(1, day.year + years)
    return day.replace(year=year, day=min(day.day, monthrange(year, day.month)[1]))


def _same_week(ordinal: int, years: int) -> int:
    """The week of the same number some years later; a 53rd is the last where there is none."""
    year, week, _ = _day(Frequency.WEEK, ordinal).isocalendar()
    year = max(1, year + years)
    last = date(year, 12, 28).isocalendar().week
    return (date.fromisocalendar(year, min(week, last), 1).toordinal() - 1) // 7


def _written(frequency: Frequency, ordinal: int, begins: int = 1) -> str:
    day = _day(frequency, ordinal, begins)
    if frequency is Frequency.YEAR:
        if begins == _UNSAID:
            return f"{day.year:04}/{(day.year + 1) % 100:02}"
        return f"FY{day.year:04}-{begins:02}" if begins != 1 else f"{day.year:04}"
    if frequency is Frequency.HALF:
        return f"{day.year:04}-H{(day.month + 5) // 6}"
    if frequency is Frequency.QUARTER:
        return f"{day.year:04}-Q{(day.month + 2) // 3}"
    if frequency is Frequency.WEEK:
        year, week, _ = day.isocalendar()
        return f"{year:04}-W{week:02}"
    return f"{day.year:04}-{day.month:02}" if frequency is Frequency.MONTH else day.isoformat()
