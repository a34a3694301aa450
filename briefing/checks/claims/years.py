"""The years that a text speaks of, and the series and earlier values that a figure stands for."""

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal

from briefing.checks.bearing import form
from briefing.checks.figures import named
from briefing.checks.sentences import Clause, any_of, entry
from briefing.model import Facts, Number, Observation, Period, Series

_YEAR = re.compile(r"(?<![\d.,])(?:1[5-9]|2[01])\d\d(?![\d%])")


def typed(text: str) -> Iterator[tuple[int, int]]:
    """Each year that is typed, with its offset."""
    return ((match.start(), int(match[0])) for match in _YEAR.finditer(text))


def spoken_of(clause: Clause) -> set[int]:
    """The years that a clause speaks of, typed or as periods; not those of its figures."""
    years = {year for _, year in typed(clause.text)}
    return years | {year for _, year in _printed(clause)}


def named_in(clause: Clause) -> list[tuple[int, int]]:
    """Each year that a clause types or prints as a period, with its offset, in order."""
    return sorted([*typed(clause.text), *_printed(clause)])


def of_all(clause: Clause) -> set[int]:
    """The years that a clause speaks of, those of its figures too."""
    periods = (n.fact.period for _, n in clause.numbers if n.fact.period is not None)
    return spoken_of(clause) | {period.end.year for period in periods}


def after(clause: Clause, offset: int, words: int = 3) -> int | None:
    """The year that follows at an offset, at most so many words behind it."""
    for at, year in named_in(clause):
        if at >= offset and len(re.findall(r"\w+", clause.text[offset:at])) <= words:
            return year
    return None


def _printed(clause: Clause) -> Iterator[tuple[int, int]]:
    """The years of periods that references print."""
    for offset, number in clause.numbers:
        if isinstance(number.fact.value, Period):
            yield offset, number.fact.value.end.year
        elif form(number) == "period" and number.fact.period is not None:
            yield offset, number.fact.period.end.year


def span_before(clause: Clause, text: str) -> int | None:
    """For how many years a text claims something, “in five years”: by the language's words."""
    return _span(clause, text, clause.claims.spans)


def months_before(clause: Clause, text: str) -> int | None:
    """For how many months a text claims something, “in six months”."""
    return _span(clause, text, clause.claims.month_spans)


def _span(clause: Clause, text: str, spans: Mapping[str, int]) -> int | None:
    within = clause.claims.within
    if not spans or not within:
        return None
    match = re.search(
        rf"(?<!\w)(?:{any_of(within)})\s+(?:\w+\s+)?(?P<span>{any_of(spans)})(?!\w)",
        text,
        re.IGNORECASE,
    )
    return entry(spans, match["span"]) if match else None


def series_of(number: Number, facts: Facts) -> Series | None:
    """The series of which a plain figure is one value."""
    name = number.fact.name
    found = facts.series.get(name) or named(facts, name)
    return found if isinstance(found, Series) else None


def alike(number: Number, facts: Facts) -> tuple[tuple[Period, Decimal], ...]:
    """The values of the figure's series for spans like its own (years, the same months of other
    years), up to the edition's."""
    series, own = series_of(number, facts), number.fact.period
    if series is None or own is None:
        return ()
    known = ((o.period, o.value) for o in series.observations if _is_like(o, own, facts.period))
    return tuple((period, value) for period, value in known if value is not None)


def _is_like(one: Observation, own: Period, last: Period) -> bool:
    same = one.period.frequency is own.frequency and one.period.length == own.length
    years = own.end.year - one.period.end.year
    return (
        same
        and one.period.end <= last.end
        and (not own.is_range or one.period.shifted(years) == own)
    )
