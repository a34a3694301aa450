"""The axis of periods under a panel: where each stands, and what is written of it.

Years stand by themselves; quarters, months and days stand over the year that they are of; ranges
of years stand side by side, each by its own name.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec import Struct

from briefing.charts.sheet import Label, Sheet
from briefing.charts.ticks import year_text, years
from briefing.language import grammar
from briefing.model import Frequency, Line, Period

# Behind the first year of a range and its dash.
_DASH = re.compile(r"(?<=[–-])")
_CENTURY = 100
_YEARS_IN_FULL = frozenset({"ru", "mn"})
_PER_YEAR = {
    Frequency.YEAR: 1,
    Frequency.HALF: 2,
    Frequency.QUARTER: 4,
    Frequency.MONTH: 12,
    Frequency.WEEK: 52,
    Frequency.DAY: 366,
}
# They are counted through, not year by year.
_COUNTED_ON = (Frequency.WEEK, Frequency.DAY)
# So many days at most are numbered, so many months at most named by every third.
_NUMBERED, _EVERY_THIRD = 62, 60
_STEPS = (1, 2, 5, 10, 15)
_SECOND, _LAST = 2, 30


class Axis(Struct, frozen=True):
    """The places of periods: `slots` are the first and the last, `margin` the part of a slot at
    either end; `spans` are ranges of years that have a slot each."""

    slots: tuple[float, float]
    frequency: Frequency = Frequency.YEAR
    fiscal: bool = False
    margin: float = 0.5
    spans: tuple[Period, ...] = ()

    @property
    def ends(self) -> tuple[float, float]:
        """Where the axis begins and ends, in slots."""
        around = self.margin if self.slots[0] < self.slots[1] else 0.5
        return self.slots[0] - around, self.slots[1] + around

    @property
    def length(self) -> float:
        """How many slots fit on it."""
        return self.ends[1] - self.ends[0]

    def slot(self, period: Period) -> float:
        """Where a period stands, counted in the frequency; a part-year stands in its year."""
        if self.spans:
            return float(self.spans.index(period))
        if self.frequency is Frequency.YEAR:
            return float(period.end.year)
        if period.frequency is self.frequency:
            return float(period.last)
        return float(period.end.year * _PER_YEAR[self.frequency])


class Tick(Struct, frozen=True):
    """A text at a place of the axis, in the row at the axis or the one below; `flush` begins at the
    slot's edge."""

    text: str
    at: float
    row: int = 0
    flush: bool = False


def axis_of(lines: Sequence[Line], margin: float = 0.5) -> Axis:
    """The axis that the lines' periods share."""
    periods = [p.at for line in lines for p in line.points if p.at is not None]
    if any(p.is_range and not p.is_part_year for p in periods):
        spans = tuple(sorted(set(periods)))
        return Axis((0.0, len(spans) - 1.0), margin=0.5, spans=spans)
    kinds = {p.frequency for p in periods if not p.is_range}
    plain = len(kinds) == 1 and not any(p.is_range for p in periods)
    frequency = kinds.pop() if plain else Frequency.YEAR
    fiscal = all(p.is_fiscal for p in periods)
    bare = Axis((0.0, 0.0), frequency)
    places = [bare.slot(p) for p in periods]
    return Axis((min(places), max(places)), frequency, fiscal, margin)


# Where half a year is narrower, in points, nothing within a year has room for a name.
_NARROWEST = 4.0


def ticks(sheet: Sheet, axis: Axis, width: float) -> tuple[Tick, ...]:
    """What is written under an axis `width` points long: the finest of what has room."""
    pitch = width / axis.length
    if axis.spans:
        return tuple(_spans(sheet, axis, pitch))
    if axis.frequency is not Frequency.YEAR:
        inner = _within_years(sheet, axis, pitch)
        if inner:
            return (*inner, *_below(sheet, axis, pitch))
    return tuple(_years(sheet, axis, pitch))


def rows(marks: Sequence[Tick]) -> int:
    """How many rows the texts take."""
    return 1 + max((tick.row for tick in marks), default=0)


def _width(sheet: Sheet, text: str) -> float:
    return sheet.width_of(Label(text, sheet.text.axis))


def _fits(sheet: Sheet, texts: Sequence[str], room: float) -> bool:
    """Whether each of these texts has its room, with a little white."""
    return max((_width(sheet, text) for text in texts), default=0.0) + 3 <= room


def _opens(
    sheet: Sheet, axis: Axis, texts: Sequence[str], periods: Sequence[Period], pitch: float
) -> bool:
    """Whether the second text has room: the first begins with an axis that has no margin."""
    if axis.margin or len(texts) < _SECOND or periods[0].first > axis.slots[0]:
        return True
    room = (periods[1].first - periods[0].first) * pitch
    return _width(sheet, texts[0]) + _width(sheet, texts[1]) / 2 + 3 <= room


def _spans(sheet: Sheet, axis: Axis, pitch: float) -> Iterator[Tick]:
    texts = [grammar(sheet.language).period(p, short=True) for p in axis.spans]
    whole = _fits(sheet, texts, pitch)
    parts = [_DASH.split(text, maxsplit=1) for text in texts]
    halves = [half for pair in parts for half in pair]
    # Where not even halves have room each second, third … is named.
    step = next(
        n
        for n in range(1, len(texts) + 1)
        if n == len(texts) or whole or _fits(sheet, halves, n * pitch)
    )
    for at, (text, (head, *tail)) in enumerate(zip(texts, parts, strict=True)):
        if at % step:
            continue
        yield Tick(text if whole else head, float(at))
        if not whole:
            yield from (Tick(half, float(at), row=1) for half in tail)


def _within_years(sheet: Sheet, axis: Axis, pitch: float) -> tuple[Tick, ...]:
    """Quarters, months or days by name; nothing where there is no room for any."""
    first, last = int(axis.slots[0]), int(axis.slots[1])
    begin, end = (Period(axis.frequency, n, n).start.year for n in (first, last))
    if pitch * (last - first + 1) < _NARROWEST * 2 * (end - begin + 1):
        return ()
    periods = [Period(axis.frequency, n, n) for n in range(first, last + 1)]
    speech = grammar(sheet.language)
    if axis.frequency in _COUNTED_ON:
        if axis.frequency is Frequency.DAY and len(periods) <= _NUMBERED:
            return _days(sheet, periods, pitch)
        return _named(sheet, axis, _first_of_months(axis.frequency, periods), pitch)
    for narrow in (False, True):
        texts = [speech.tick(p, narrow) for p in periods]
        if _fits(sheet, texts, pitch) and _opens(sheet, axis, texts, periods, pitch):
            return tuple(Tick(t, float(p.first)) for t, p in zip(texts, periods, strict=True))
    if axis.frequency is Frequency.MONTH and len(periods) <= _EVERY_THIRD:
        thirds = [p for p in periods if p.first % 3 == 0]
        return _named(sheet, axis, thirds, pitch)
    return ()


def _first_of_months(frequency: Frequency, periods: Sequence[Period]) -> list[Period]:
    """The first day, or week, of each month."""
    if frequency is Frequency.DAY:
        return [p for p in periods if p.start.day == 1]
    # A week is of the month in which it begins.
    found: dict[tuple[int, int], Period] = {}
    for period in periods:
        found.setdefault((period.start.year, period.start.month), period)
    return list(found.values())


def _named(sheet: Sheet, axis: Axis, periods: Sequence[Period], pitch: float) -> tuple[Tick, ...]:
    """Months by name at these places, where all have room."""
    if len(periods) < 2:
        return ()
    room = pitch * min(b.first - a.first for a, b in pairwise(periods))
    speech = grammar(sheet.language)
    for narrow in (False, True):
        texts = [speech.tick(_month_of(p), narrow) for p in periods]
        if _fits(sheet, texts, room) and _opens(sheet, axis, texts, periods, pitch):
            return tuple(Tick(t, float(p.first)) for t, p in zip(texts, periods, strict=True))
    return ()


def _month_of(period: Period) -> Period:
    """The month in which a period begins."""
    month = period.start.year * 12 + period.start.month - 1
    return Period(Frequency.MONTH, month, month)


def _days(sheet: Sheet, periods: Sequence[Period], pitch: float) -> tuple[Tick, ...]:
    """Days by number: each, each second, or the first of a month and the round ones."""
    widest = _width(sheet, "00") + 4
    step = next((step for step in _STEPS if pitch * step >= widest), _STEPS[-1])
    days = [p for p in periods if _is_round(p.start.day, step)]
    return tuple(Tick(str(p.start.day), float(p.first)) for p in days)


def _is_round(day: int, step: int) -> bool:
    """Whether a day is numbered; the last of a round step would touch the next month's first."""
    if step <= _SECOND:
        return day % step == 1 % step
    return day == 1 or (day % step == 0 and day < _LAST)


def _below(sheet: Sheet, axis: Axis, pitch: float) -> Iterator[Tick]:
    """The year, of days also the month, once under the first that is of it."""
    speech = grammar(sheet.language)
    days = axis.frequency is Frequency.DAY and axis.slots[1] - axis.slots[0] < _NUMBERED
    first, last = int(axis.slots[0]), int(axis.slots[1])
    found: list[Tick] = []
    seen = ""
    for n in range(first, last + 1):
        period = Period(axis.frequency, n, n)
        text = str(period.start.year)
        if days:
            text = speech.period(_month_of(period), short=True)
        if text != seen:
            found.append(Tick(text, float(n), row=1, flush=True))
            seen = text
    for tick, following in zip(found, [*found[1:], None], strict=True):
        end = following.at if following else axis.ends[1]
        if _width(sheet, tick.text) + 4 <= (end - tick.at + 0.5) * pitch or len(found) == 1:
            yield tick


def _years(sheet: Sheet, axis: Axis, pitch: float) -> Iterator[Tick]:
    first, last = (_year_of(position, axis.frequency) for position in axis.slots)
    # Over a century two digits name several years.
    far = last - first >= _CENTURY
    full = far or axis.fiscal or sheet.language in _YEARS_IN_FULL
    gap = sheet.measures.years.gap
    ends = _width(sheet, "0000/00" if axis.fiscal else "0000") + gap
    between = ends if full else _width(sheet, "’00") + gap
    for year in years(first, last, pitch * _PER_YEAR[axis.frequency], ends, between):
        text = year_text(year, (first, last), full)
        yield Tick(f"{year - 1}/{year % 100:02}" if axis.fiscal else text, _place(axis, year))


def _year_of(position: float, frequency: Frequency) -> int:
    """The year of a place on the axis."""
    if frequency in _COUNTED_ON:
        return Period(frequency, int(position), int(position)).start.year
    return int(position // _PER_YEAR[frequency])


def _place(axis: Axis, year: int) -> float:
    if axis.frequency is Frequency.YEAR:
        return float(year)
    day = Period.day(Period.year(year).start).first
    places = {Frequency.DAY: day, Frequency.WEEK: (day - 1) // 7}
    place = places.get(axis.frequency, year * _PER_YEAR[axis.frequency])
    return min(max(float(place), axis.slots[0]), axis.slots[1])
