"""Subtitles and notes: unit, period, status, part-years, roundings, in one way for all kinds."""

from collections.abc import Iterable, Sequence

from briefing.exhibits.frame import Frame
from briefing.model.exhibit import Line
from briefing.model.fact import Fact
from briefing.model.period import Frequency, Period
from briefing.model.series import Kind, Status
from briefing.model.unit import Unit

_TOLD_ABOVE = (Status.PROVISIONAL, Status.ESTIMATED)


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
            frame.speech.words.marks[s] for s in _TOLD_ABOVE if any(v.status is s for v in values)
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
        if known[0].kind is Kind.STOCK and not last.is_range:
            return frame.captions.instant(last)
        return frame.speech.period(last)
    if all(p.frequency is Frequency.YEAR or p.is_part_year for p in periods):
        whole = Period(Frequency.YEAR, first.start.year, last.end.year)
        return frame.speech.period(whole)
    if first.frequency is last.frequency:
        return frame.speech.period(Period(first.frequency, first.first, last.last))
    return f"{frame.speech.period(first)}–{frame.speech.period(last)}"


def _times(values: Iterable[Fact]) -> list[Period]:
    return sorted({v.period for v in values if v.value is not None and v.period is not None})


def remarks(frame: Frame, values: Sequence[Fact]) -> tuple[str, ...]:
    """“2025 provisional”, for each status that a reader must know before looking."""
    found = []
    for status in _TOLD_ABOVE:
        years = sorted({v.period.end.year for v in values if v.status is status and v.period})
        if years:
            found.append(frame.captions.has_status(_runs(years), status))
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
        found.append(frame.captions.cumulative())
    marked = tuple(v for v in facts if v.status is not unmarked)
    found.extend(_marks(frame, marked, tuple(texts)))
    own = frame.text(frame.asked.note)
    return (*found, *([own] if own else []))


def printed(lines: Iterable[Line]) -> list[str]:
    """The labels of a chart's points that have a value: a mark among them is explained."""
    return [point.text for line in lines for point in line.points if point.value is not None]


def gaps(frame: Frame, lines: Sequence[tuple[str, Sequence[Fact]]]) -> tuple[str, ...]:
    """“2003: not available.”: years without a value, which a chart alone can't tell from zero.

    Of several lines each gap says whose it is.
    """
    found = []
    marks = frame.speech.words.marks
    for label, facts in lines:
        for status in (Status.MISSING, Status.CONFIDENTIAL, Status.NOT_APPLICABLE):
            years = sorted({f.period.end.year for f in facts if f.period and _lacks(f, status)})
            if years:
                when = ", ".join(map(frame.speech.period, _runs(years)))
                head = when if len(lines) == 1 else frame.captions.with_unit(label, when)
                found.append(frame.captions.about(head, f"{marks[status]}."))
    return tuple(found)


def _marks(frame: Frame, facts: tuple[Fact, ...], texts: tuple[str, ...]) -> Iterable[str]:
    shown = {f"[{v.status}]" for v in facts if v.status and _has(v)}
    shown.update(text for text in texts if text.startswith("["))
    for mark, meaning in frame.speech.words.symbols:
        if mark in shown:
            yield frame.captions.mark(mark, meaning)


def _runs(years: list[int]) -> list[Period]:
    """Years as spans: 2019, 2023–2025."""
    runs: list[tuple[int, int]] = []
    for year in years:
        if runs and runs[-1][1] == year - 1:
            runs[-1] = (runs[-1][0], year)
        else:
            runs.append((year, year))
    return [Period(Frequency.YEAR, *run) for run in runs]


def _has(value: Fact) -> bool:
    return value.value is not None


def _lacks(value: Fact, status: Status) -> bool:
    """Whether it has no value for that reason; any other status counts as missing."""
    others = (Status.CONFIDENTIAL, Status.NOT_APPLICABLE)
    reason = value.status if value.status in others else Status.MISSING
    return value.value is None and reason is status
