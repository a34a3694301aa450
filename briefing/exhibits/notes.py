"""Subtitles and notes: unit, period, status, part-years, roundings, in one way for all kinds."""

from collections.abc import Iterable, Sequence

from briefing.exhibits.frame import Frame
from briefing.figures import rolled
from briefing.language.told import Pieces
from briefing.model import Chart, Fact, Frequency, Kind, Line, Period, Status, Unit

_TOLD_ABOVE = (Status.PROVISIONAL, Status.ESTIMATED)
_MOST_RUNS = 4
_BOTH = 2


def subtitle(frame: Frame, unit: Unit | None, values: Sequence[Fact], statistic: str = "") -> str:
    """“Trade turnover, US$ million, 2005–2025; 2025 provisional”; the manifest's own is first."""
    own = frame.text(frame.asked.subtitle) or statistic
    written = frame.speech.unit(unit) if unit else ""
    return titled(frame, (own, written), values)


def titled(frame: Frame, parts: tuple[str, ...], values: Sequence[Fact]) -> str:
    """These parts, the time that the values cover, and what is provisional or estimated."""
    times = _times(values)
    if len(times) == 1:
        statuses = tuple(
            frame.speech.words.marks[s]
            for s in _TOLD_ABOVE
            if any(s in v.status.parts for v in values)
        )
        return frame.captions.subtitle((*parts, covered(frame, values), *statuses), ())
    return frame.captions.subtitle((*parts, covered(frame, values)), remarks(frame, values))


def covered(frame: Frame, values: Iterable[Fact]) -> str:
    """The first and last period with a value as one span; a stock's single period as an instant."""
    known = [v for v in values if v.value is not None and v.period is not None]
    periods = _times(known)
    if not periods:
        return ""
    first, last = periods[0], periods[-1]
    if len(periods) == 1:
        count = rolled(known[0].derivation)
        if count > 1:
            return frame.speech.run(count, last, inside=False)
        if known[0].kind is Kind.STOCK and not last.is_range:
            return frame.captions.instant(last)
        return frame.speech.period(last)
    if len(periods) == _BOTH and not first.is_part_year and first.following() != last.opening:
        return frame.captions.two(frame.speech.period(first), frame.speech.period(last))
    if all(not p.is_fiscal and (p.frequency is Frequency.YEAR or p.is_part_year) for p in periods):
        whole = Period(Frequency.YEAR, first.start.year, last.end.year)
        return frame.speech.period(whole)
    if first.frequency is last.frequency and first.begins == last.begins:
        return frame.speech.period(first.up_to(last))
    return f"{frame.speech.period(first)}–{frame.speech.period(last)}"


def _times(values: Iterable[Fact]) -> list[Period]:
    return sorted({v.period for v in values if v.value is not None and v.period is not None})


def remarks(frame: Frame, values: Sequence[Fact]) -> tuple[str, ...]:
    """“2025 provisional”, for each status that a reader must know before looking."""
    found = []
    for status in _TOLD_ABOVE:
        held = {v.period for v in values if status in v.status.parts and v.period}
        if held:
            found.append(frame.captions.has_status(_when(frame, held), status))
    return tuple(found)


def told_of_all(values: Iterable[Fact]) -> Status:
    """The status that all of these share, where the subtitle tells it: then no value is marked by
    itself. Else FINAL."""
    statuses = {v.status for v in values}
    shared = statuses.pop() if len(statuses) == 1 else Status.FINAL
    return shared if shared in _TOLD_ABOVE else Status.FINAL


def notes(
    frame: Frame,
    values: Iterable[Fact],
    texts: Iterable[str] = (),
    unmarked: Status = Status.FINAL,
) -> tuple[str, ...]:
    """Part-years named, marks explained but for the one that stands at no value, the manifest's
    own note."""
    facts = tuple(values)
    parts = sorted({v.period for v in facts if v.period and v.period.is_part_year and _has(v)})
    found = [frame.captions.part_year(p) for p in parts]
    if any(v.kind is Kind.CUMULATIVE_FLOW and _has(v) for v in facts):
        found.append(frame.captions.forms.cumulative)
    marked = tuple(v for v in facts if v.status is not unmarked)
    found.extend(_marks(frame, marked, tuple(texts)))
    own = frame.text(frame.asked.note)
    return (*found, *([own] if own else []))


def printed(lines: Iterable[Line]) -> list[str]:
    """The labels of a chart's points that have a value: a mark among them is explained."""
    return [point.text for line in lines for point in line.points if point.value is not None]


def gaps(frame: Frame, lines: Sequence[tuple[str, Sequence[Fact]]]) -> tuple[Pieces, ...]:
    """“2003: not available.”: periods without a value, which a chart alone can't tell from zero.

    Of several lines each gap says whose it is. Days that nobody gives a value for are no gaps.
    """
    found = []
    marks = frame.speech.words.marks
    for label, facts in lines:
        for status in (Status.MISSING, Status.CONFIDENTIAL, Status.NOT_APPLICABLE):
            lacking = {f.period for f in facts if f.period and _gap(f) and _lacks(f, status)}
            if lacking:
                when = _when(frame, lacking)
                head = when if len(lines) == 1 else frame.captions.with_unit(label, when)
                found.append(frame.captions.about(head, (f"{marks[status]}.",)))
    return tuple(found)


def breaks(frame: Frame, lines: Sequence[tuple[str, Sequence[Fact]]]) -> tuple[Pieces, ...]:
    """“2012: break in series.”, of values between the ends of a line, which have no label."""
    found = []
    meaning = frame.speech.words.marks[Status.BREAK]
    for label, facts in lines:
        broken = {f.period for f in facts[:-1] if f.period and Status.BREAK in f.status.parts}
        if broken:
            when = _when(frame, broken)
            head = when if len(lines) == 1 else frame.captions.with_unit(label, when)
            found.append(frame.captions.about(head, (f"{meaning}.",)))
    return tuple(found)


def scales(frame: Frame, chart: Chart) -> tuple[str, ...]:
    """That an axis doesn't begin at zero, that panels have scales of their own."""
    found = () if chart.from_zero else (frame.captions.forms.not_from_zero,)
    return (*found, frame.captions.forms.own_scales) if chart.own_scales else found


def _marks(frame: Frame, facts: tuple[Fact, ...], texts: tuple[str, ...]) -> Iterable[str]:
    shown = {part.marks for v in facts if _has(v) for part in v.status.parts}
    shown.update(text for text in texts if text.startswith("["))
    for mark, meaning in frame.speech.words.symbols:
        if mark in shown:
            yield frame.captions.mark(mark, meaning)


def _when(frame: Frame, periods: Iterable[Period]) -> str:
    """“2019, 2023–2025”, “May 2023”; of more spans than a note can hold, “parts of 2019–2025”."""
    runs = _runs(periods)
    if len(runs) <= _MOST_RUNS or all(run.frequency is Frequency.YEAR for run in runs):
        return ", ".join(map(frame.speech.period, runs))
    years = _runs(Period.year(run.end.year) for run in runs)
    return frame.captions.partly(", ".join(map(frame.speech.period, years)))


def _runs(periods: Iterable[Period]) -> list[Period]:
    """Periods as spans: 2019, 2023–2025; whole years of months as years; a part-year its year."""
    runs: list[Period] = []
    for period in sorted({_noted(period) for period in periods}):
        last = runs[-1] if runs else None
        if last and last.following() == period.opening:
            runs[-1] = last.up_to(period)
        else:
            runs.append(period)
    return [_in_years(run) for run in runs]


def _noted(period: Period) -> Period:
    return Period.year(period.end.year) if period.is_part_year else period


def _in_years(run: Period) -> Period:
    """A run that is just some whole years, as these."""
    years = Period(Frequency.YEAR, run.start.year, run.end.year)
    return years if (years.start, years.end) == (run.start, run.end) else run


def _gap(value: Fact) -> bool:
    """Whether a value is missed: a day that no row is of is as often a weekend."""
    return bool(value.cells) or value.period is None or value.period.frequency is not Frequency.DAY


def _has(value: Fact) -> bool:
    return value.value is not None


def _lacks(value: Fact, status: Status) -> bool:
    """Whether it has no value for that reason; any other status counts as missing."""
    others = (Status.CONFIDENTIAL, Status.NOT_APPLICABLE)
    reason = value.status if value.status in others else Status.MISSING
    return value.value is None and reason is status
