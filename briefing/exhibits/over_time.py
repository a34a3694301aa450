"""Bars and lines over periods."""

from collections.abc import Sequence
from decimal import Decimal

from briefing.exhibits import alt_text, notes, periods
from briefing.exhibits.frame import Frame, Problem, Unshowable
from briefing.exhibits.selection import Shown, is_family, series_of
from briefing.exhibits.values import common_unit, fact, own_decimals, printed, size, sources
from briefing.model.exhibit import Chart, Exhibit, Line, Point
from briefing.model.fact import Fact
from briefing.model.period import Period
from briefing.model.unit import Dimension, Unit

_MOST_LINES = 4


def over_time(frame: Frame) -> Exhibit:
    """A chart of series over their periods; gaps stay, a part-year is hollow."""
    shown, span = _chosen(frame)
    facts = [[fact(item, p, periods.at(item, p)) for p in span] for item in shown]
    every = [f for line in facts for f in line]
    unit = common_unit(frame, every)
    subject = frame.subject({item.key for item in shown} - {""})
    lines = tuple(
        Line(
            item.name, item.label, _points(frame, row, unit, bool(subject) and item.key == subject)
        )
        for item, row in zip(shown, facts, strict=True)
    )
    statistic = shown[0].label if len(shown) == 1 else ""
    labelled = [(item.label, row) for item, row in zip(shown, facts, strict=True)]
    return Exhibit(
        name=frame.asked.name,
        kind=frame.asked.kind,
        content=Chart(frame.asked.kind, lines, frame.speech.unit(unit), frame.asked.mode),
        subtitle=notes.subtitle(frame, unit, every, statistic),
        says=alt_text.courses(frame, labelled),
        notes=(*notes.gaps(frame, labelled), *notes.notes(frame, every, notes.printed(lines))),
        sources=sources(every),
        wide=frame.asked.wide,
    )


def _chosen(frame: Frame) -> tuple[Sequence[Shown], tuple[Period, ...]]:
    """The series that have a value in the span, of a family the largest and the subject."""
    shown = series_of(frame)
    span = periods.span(frame, shown)
    known = [item for item in shown if any(periods.known(item, p) for p in span)]
    if not known:
        raise Unshowable(nothing(frame))
    if not is_family(frame):
        return known, span
    keys = [item.key for item in known]
    subject = frame.subject(keys)
    largest = sorted(known, key=lambda item: (-_last(item, span), item.key))
    top = largest[: frame.asked.top or _MOST_LINES]
    return [i for i in largest if i in top or i.key == subject], span


def nothing(frame: Frame) -> Problem:
    """That the exhibit is empty in this edition."""
    names = ", ".join(phrase.text for phrase in frame.asked.show)
    first = frame.asked.show[0].text
    when = "" if first in frame.facts.events else " latest"
    if frame.asked.periods:
        when = f" {frame.asked.periods[-1]}"
    return Problem(
        "B354",
        f"exhibit {frame.asked.name}: {names} has nothing to show in the edition "
        f"{frame.spec.period}",
        f"wrap it in ::: if {first}{when} … :::, or choose other periods",
    )


def _last(item: Shown, span: tuple[Period, ...]) -> Decimal:
    values = (periods.at(item, p) for p in reversed(span))
    unit = item.series.unit
    known = (o.value for o in values if o is not None and o.value is not None)
    return next((unit.convert(value, unit.scaled(0)) for value in known), Decimal(0))


def _points(frame: Frame, facts: Sequence[Fact], unit: Unit, marked: bool) -> tuple[Point, ...]:
    decimals = line_decimals(facts, unit)
    return tuple(
        Point(
            value=size(f, unit),
            text=printed(frame, f, unit, decimals),
            fact=f,
            at=f.period,
            label=_months(frame, f),
            status=f.status,
            hollow=f.period is not None and f.period.is_part_year,
            highlighted=marked,
        )
        for f in facts
    )


def _months(frame: Frame, value: Fact) -> str:
    part = value.period is not None and value.period.is_part_year
    return frame.speech.months(value.period) if part and value.period else ""


def line_decimals(facts: Sequence[Fact], unit: Unit) -> int:
    """One decimal for all values of a line, none when its largest has four digits or is a count."""
    if unit.dimension in (Dimension.COUNT, Dimension.DAYS, Dimension.RANK):
        return 0
    if unit.dimension is Dimension.EXCHANGE:
        return own_decimals(facts)
    sizes = [abs(s) for s in (size(f, unit) for f in facts) if s is not None]
    return 0 if max(sizes, default=Decimal(0)) >= 1000 else 1
