"""Bars and lines over periods."""

from collections.abc import Sequence
from decimal import Decimal

from msgspec import Struct
from msgspec.structs import replace

from briefing.exhibits import alt_text, notes, periods
from briefing.exhibits.frame import Frame, Problem, Unshowable
from briefing.exhibits.selection import Shown, is_family, series_of
from briefing.exhibits.values import (
    aligned,
    common_unit,
    fact,
    number,
    own_decimals,
    size,
    sources,
    to_decimals,
)
from briefing.language.told import Pieces
from briefing.model import Chart, Dimension, Exhibit, Fact, Line, Period, Point, Unit, together
from briefing.model.expression import plus, reference
from briefing.model.quotient import added

_MOST_LINES = 4


def over_time(frame: Frame) -> Exhibit:
    """A chart of series over their periods; gaps stay, a part-year is hollow."""
    chosen = _chosen(frame)
    shown, span = chosen.shown, chosen.span
    facts = [[fact(item, p, periods.at(item, p)) for p in span] for item in shown]
    if chosen.rest and frame.asked.mode != "grouped":
        rest = [[fact(item, p, periods.at(item, p)) for p in span] for item in chosen.rest]
        shown, facts = (
            (*shown, _others(frame)),
            [*facts, list(map(_together, zip(*rest, strict=True)))],
        )
    every = [f for line in facts for f in line]
    unit = common_unit(frame, every)
    subject = frame.subject({item.key for item in shown} - {""})
    lines = tuple(
        Line(
            item.name, item.label, _points(frame, row, unit, bool(subject) and item.key == subject)
        )
        for item, row in zip(shown, facts, strict=True)
    )
    labelled = [(item.label, row) for item, row in zip(shown, facts, strict=True)]
    return Exhibit(
        name=frame.asked.name,
        kind=frame.asked.kind,
        content=Chart(frame.asked.kind, lines, frame.speech.unit(unit), frame.asked.mode),
        subtitle=notes.subtitle(frame, unit, every, statistic(frame, shown)),
        says=frame.inlines(alt_text.courses(frame, labelled)),
        notes=frame.lines(
            (
                *chosen.note,
                *notes.gaps(frame, labelled),
                *notes.breaks(frame, labelled),
                *notes.notes(frame, every, notes.printed(lines)),
            )
        ),
        sources=sources(every),
        wide=frame.asked.wide,
    )


class _Chosen(Struct, frozen=True):
    """What is drawn over which periods; of a family what is left out, and the note that says so."""

    shown: Sequence[Shown]
    span: tuple[Period, ...]
    rest: Sequence[Shown] = ()
    note: tuple[Pieces, ...] = ()


def _chosen(frame: Frame) -> _Chosen:
    """The series that have a value in the span, of a family the largest and the subject."""
    shown = series_of(frame)
    span = periods.span(frame, shown)
    known = [item for item in shown if any(periods.known(item, p) for p in span)]
    if not known:
        raise Unshowable(nothing(frame))
    if not is_family(frame):
        return _Chosen(known, span)
    keys = [item.key for item in known]
    subject = frame.subject(keys)
    largest = sorted(known, key=lambda item: (-_last(item, span), item.key))
    most = frame.asked.top or _MOST_LINES
    if frame.asked.mode != "grouped" and subject and largest.index(_of(known, subject)) >= most:
        # With the rest a stack has five parts that can be told apart, the subject among them.
        most = max(1, most - 1)
    top = largest[:most]
    drawn = [i for i in largest if i in top or i.key == subject]
    below = frame.name(subject) if len(drawn) > len(top) else ""
    newest = (_newest(item, span) for item in known)
    listed = alt_text.listed(frame.asked.show[0].text, newest)
    note = frame.captions.listed(listed, len(top), below)
    return _Chosen(drawn, span, [i for i in known if i not in drawn], (note,))


def _newest(item: Shown, span: Sequence[Period]) -> Fact:
    """The last value that a member has in the span."""
    period = next(p for p in reversed(span) if periods.known(item, p))
    return fact(item, period, periods.at(item, period))


def _of(shown: Sequence[Shown], key: str) -> Shown:
    return next(item for item in shown if item.key == key)


def _others(frame: Frame) -> Shown:
    """What all members that a stack leaves out are together called."""
    family = frame.facts.families[frame.asked.show[0].text]
    return Shown(
        f"{frame.asked.name}: other", frame.captions.others(), next(iter(family.members.values()))
    )


def _together(facts: Sequence[Fact]) -> Fact:
    """The members that are left out, added up: those that have a value."""
    known = [f for f in facts if isinstance(f.value, Decimal)]
    if not known:
        return facts[0]
    limits = [f.resolution for f in known if f.resolution is not None]
    return replace(
        known[0],
        name=" + ".join(f.name for f in known),
        value=added(number(f) for f in known),
        status=together(*(f.status for f in known)),
        sources=sources(known),
        derivation=plus(reference(f.name) for f in known),
        cells=tuple(dict.fromkeys(c for f in known for c in f.cells)),
        resolution=max(limits, default=None),
        label=None,
    )


def statistic(frame: Frame, shown: Sequence[Shown]) -> str:
    """What is measured, where the labels are names of members only, or there is one label."""
    families = {item.name.partition("[")[0] for item in shown if item.key}
    if families and all(item.key for item in shown if ":" not in item.name):
        named = [frame.text(frame.facts.families[name].label) for name in sorted(families)]
        if len(named) == 1:
            return named[0] or (shown[0].label if len(shown) == 1 else "")
    return shown[0].label if len(shown) == 1 else ""


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
    wanted = line_decimals(facts, unit)
    decimals = aligned(frame, facts, unit, lambda _: wanted)
    return tuple(
        Point(
            value=size(f, unit),
            text=to_decimals(frame, f, unit, own),
            fact=f,
            at=f.period,
            label=_months(frame, f),
            status=f.status,
            hollow=f.period is not None and f.period.is_part_year,
            highlighted=marked,
        )
        for f, own in zip(facts, decimals, strict=True)
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
