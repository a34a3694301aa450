"""Periods: years, quarters, months, days and ranges of them."""

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
    QUARTER = "quarter"
    MONTH = "month"
    DAY = "day"

    __hash__ = str.__hash__


_SECOND_DAY = date(1, 1, 2)
_PER_YEAR = {Frequency.YEAR: 1, Frequency.QUARTER: 4, Frequency.MONTH: 12}
_PATTERN = re.compile(
    r"(?P<year>[0-9]{4})(?:-(?:Q(?P<quarter>[1-4])|(?P<month>[0-9]{2})(?:-(?P<day>[0-9]{2}))?))?"
)


class Period(Struct, frozen=True):
    """A span of whole years, quarters, months or days.

    `first` and `last` count in the frequency: the year; year·4 + quarter − 1;
    year·12 + month − 1; the proleptic ordinal of the day. A single period has first == last.
    """

    frequency: Frequency
    first: int
    last: int

    @classmethod
    @lru_cache(maxsize=4096)
    def parse(cls, text: str) -> "Period":
        """`2014`, `2014-Q3`, `2014-09`, `2014-09-03`, or a range `2011-01..2011-09`.

        Raises ValueError, in words for an author, for anything else.
        """
        head, dots, tail = text.strip().partition("..")
        first_frequency, first = _ordinal(head)
        if not dots:
            return cls(first_frequency, first, first)
        last_frequency, last = _ordinal(tail)
        if first_frequency is not last_frequency:
            raise ValueError(f"“{text[:40]}” joins a {first_frequency} and a {last_frequency}")
        if last < first:
            raise ValueError(f"“{text[:40]}” ends before it begins")
        return cls(first_frequency, first, last)

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
        return _day(self.frequency, self.first)

    @property
    def end(self) -> date:
        """Its last day."""
        return _last_day(self.frequency, self.last)

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
        return Period(self.frequency, self.first - self.length, self.last - self.length)

    def year_earlier(self) -> "Period":
        """The same months, quarters or days a year earlier."""
        return self.shifted(-1)

    def shifted(self, years: int) -> "Period":
        """The same span some years later (or earlier); 29 February becomes 28 February."""
        if self.frequency is not Frequency.DAY:
            step = years * _PER_YEAR[self.frequency]
            return Period(self.frequency, self.first + step, self.last + step)
        first, last = (_same_day(date.fromordinal(n), years) for n in (self.first, self.last))
        return Period(Frequency.DAY, first.toordinal(), last.toordinal())

    def covers(self, other: "Period") -> bool:
        """Whether every day of the other is in this one."""
        return self.start <= other.start and other.end <= self.end

    def each(self) -> Iterator["Period"]:
        """The single periods it spans, in order."""
        for ordinal in range(self.first, self.last + 1):
            yield Period(self.frequency, ordinal, ordinal)

    def __lt__(self, other: "Period") -> bool:
        if self.frequency is other.frequency:
            return (self.last, self.first) < (other.last, other.first)
        return (self.end, self.start) < (other.end, other.start)

    def __str__(self) -> str:
        head = _written(self.frequency, self.first)
        return f"{head}..{_written(self.frequency, self.last)}" if self.is_range else head


def _ordinal(text: str) -> tuple[Frequency, int]:
    match = _PATTERN.fullmatch(text)
    if match is None or not 1 <= int(match["year"]) <= 9998:
        raise ValueError(f"“{text[:40]}” is no period")
    year = int(match["year"])
    if match["quarter"]:
        return Frequency.QUARTER, year * 4 + int(match["quarter"]) - 1
    if match["month"] is None:
        return Frequency.YEAR, year
    month = int(match["month"])
    if not 1 <= month <= 12:
        raise ValueError(f"“{text[:40]}” has no such month")
    if match["day"] is None:
        return Frequency.MONTH, year * 12 + month - 1
    day = int(match["day"])
    if not 1 <= day <= monthrange(year, month)[1]:
        raise ValueError(f"“{text[:40]}” is no day of the calendar")
    return Frequency.DAY, date(year, month, day).toordinal()


@lru_cache(maxsize=4096)
def _day(frequency: Frequency, ordinal: int) -> date:
    if frequency is Frequency.DAY:
        return date.fromordinal(max(1, ordinal))
    per_year = _PER_YEAR[frequency]
    year, part = divmod(ordinal, per_year)
    # Before the year 1 the calendar has no day: what would begin there begins with it.
    if year < 1:
        return date.min
    return date(year, part * (12 // per_year) + 1, 1)


@lru_cache(maxsize=4096)
def _last_day(frequency: Frequency, ordinal: int) -> date:
    if frequency is Frequency.DAY:
        return date.fromordinal(max(1, ordinal))
    return max(_day(frequency, ordinal + 1), _SECOND_DAY) - timedelta(days=1)


def _same_day(day: date, years: int) -> date:
    year = max(1, day.year + years)
    return day.replace(year=year, day=min(day.day, monthrange(year, day.month)[1]))


def _written(frequency: Frequency, ordinal: int) -> str:
    day = _day(frequency, ordinal)
    if frequency is Frequency.YEAR:
        return f"{day.year:04}"
    if frequency is Frequency.QUARTER:
        return f"{day.year:04}-Q{(day.month + 2) // 3}"
    return f"{day.year:04}-{day.month:02}" if frequency is Frequency.MONTH else day.isoformat()
