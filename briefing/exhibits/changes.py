"""What changed since an earlier edition, by its record: added, revised, corrected, unchanged."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Any

from msgspec.structs import replace

from briefing import language
from briefing.exhibits import alt_text, notes, periods
from briefing.exhibits.frame import Frame, Problem, Unshowable
from briefing.exhibits.selection import Shown, figures_of
from briefing.exhibits.values import fact, fitting, printed, sources
from briefing.figures import rate
from briefing.language.amount import measure
from briefing.model.exhibit import Change, Changes, Exhibit
from briefing.model.fact import Fact
from briefing.model.period import Period
from briefing.model.series import Status
from briefing.model.table import are_stated
from briefing.model.unit import PERCENT, Dimension, Unit

Entry = Mapping[str, Any]
_MOST_DECIMALS = 6
# Of one figure's revisions so many are told one by one.
_TOLD = 3
_NEEDED = {"name", "value", "unit"}


@dataclass(slots=True)
class _Found:
    """The lines of each column, and every fact compared."""

    added: list[str]
    revised: list[str]
    corrected: list[str]
    unchanged: list[str]
    every: list[Fact]


def changes(frame: Frame) -> Exhibit:
    """For each figure shown what differs from the record of the edition that it is set against.

    A value is corrected where it is made in another way than before, or from what the author typed
    alone; else its data were revised. Figures of later periods than the record has are added.
    """
    old = _entries(frame)
    found = _Found([], [], [], [], [])
    for figure in figures_of(frame):
        _compare(frame, figure, [e for e in old if e["name"] == figure.name], found)
    captions = frame.captions
    columns = (found.added, found.revised, found.corrected, found.unchanged)
    content = Changes(
        tuple(
            Change(head, tuple(lines) or (captions.none(),))
            for head, lines in zip(captions.changes(), columns, strict=True)
        )
    )
    return Exhibit(
        name=frame.asked.name,
        kind=frame.asked.kind,
        content=content,
        subtitle=frame.text(frame.asked.subtitle),
        says=" ".join(f"{c.head}: {' '.join(c.lines)}" for c in content.columns),
        notes=notes.notes(frame, ()),
        sources=sources(found.every),
        wide=True,
    )


def _entries(frame: Frame) -> list[Entry]:
    """The facts of the record, those that have what is needed."""
    try:
        content = json.loads(frame.record)
        entries = content["facts"]
        whole: list[Entry] = [e for e in entries if {*e} >= _NEEDED]
    except (ValueError, KeyError, TypeError, RecursionError):
        whole = []
    if not whole:
        raise Unshowable(
            Problem(
                "B357",
                f"exhibit {frame.asked.name}: the file that it is set against is no edition’s "
                "record",
                "copy the record.json of the last edition into the project and name it: "
                "against: previous.json",
            )
        )
    return whole


def _compare(frame: Frame, figure: Shown | Fact, old: Sequence[Entry], found: _Found) -> None:
    label = figure.label if isinstance(figure, Shown) else frame.text(figure.label) or figure.name
    same, told = 0, 0
    for entry in old:
        now = _now(figure, entry)
        before = _before(entry, now) if now is not None else None
        if now is None or before is None:
            continue
        found.every.append(now)
        if before.value == now.value:
            same += 1
            continue
        told += 1
        column = found.corrected if _is_corrected(entry, now) else found.revised
        if told <= _TOLD:
            column.append(_revision(frame, label, before, now))
    if told > _TOLD:
        found.revised.append(frame.captions.more(label, told - _TOLD))
    if same:
        found.unchanged.append(frame.captions.unchanged(label, same))
    _add(frame, figure, label, old, found)


def _add(
    frame: Frame, figure: Shown | Fact, label: str, old: Sequence[Entry], found: _Found
) -> None:
    """The figure's newest period, where the record has none as late; a figure that is new."""
    if isinstance(figure, Fact):
        if not old and figure.value is not None:
            found.added.append(frame.captions.added(label, ""))
            found.every.append(figure)
        return
    newest = periods.newest(frame, (figure,))
    if newest is None:
        return
    known = [p for p in map(_period, old) if p is not None]
    if not known or max(known) < newest:
        written = frame.speech.period(newest, short=True)
        found.added.append(frame.captions.added(label, written))
        found.every.append(fact(figure, newest, figure.series.at(newest)))


def _now(figure: Shown | Fact, entry: Entry) -> Fact | None:
    """The figure's value at the period of the entry, if it has one now."""
    period = _period(entry)
    if isinstance(figure, Fact):
        return figure if figure.value is not None and figure.period == period else None
    observation = figure.series.at(period) if period is not None else None
    if period is None or observation is None or observation.value is None:
        return None
    return fact(figure, period, observation)


def _before(entry: Entry, now: Fact) -> Fact | None:
    """The entry's value in the unit of today; None where the two can't be compared."""
    try:
        if now.unit.dimension is Dimension.DATE:
            return replace(now, value=Period.parse(str(entry["value"])))
        value = Decimal(str(entry["value"]))
        if not value.is_finite():
            return None
        if str(entry["unit"]) != str(now.unit):
            value = Unit.parse(str(entry["unit"])).convert(value, now.unit)
        return replace(now, value=value)
    except (ValueError, InvalidOperation):
        return None


def _period(entry: Entry) -> Period | None:
    try:
        return Period.parse(str(entry["period"])) if entry.get("period") else None
    except ValueError:
        return None


def _is_corrected(entry: Entry, now: Fact) -> bool:
    otherwise = entry.get("is", "") != now.derivation
    return otherwise or are_stated([cell.column for cell in now.cells])


def _revision(frame: Frame, label: str, before: Fact, now: Fact) -> str:
    """“Imports from Russia 2024, US$ million: 2,824.8, now 2,831.0 (+0.2%)”; no percentage that
    rounds to nothing."""
    captions = frame.captions
    when = frame.speech.period(now.period, short=True) if now.period else ""
    if not isinstance(now.value, Decimal) or not isinstance(before.value, Decimal):
        old, new = (_dated(frame, value) for value in (before, now))
        return captions.revised(label, when, "", old, new, "")
    unit = fitting(now.unit, (before, now))
    least = alt_text.one_decimal(now)
    texts = [
        (printed(frame, before, unit, d), printed(frame, now, unit, d))
        for d in range(least, _MOST_DECIMALS + 1)
    ]
    old, new = next((pair for pair in texts if pair[0] != pair[1]), texts[-1])
    growth = rate.growth(before.value, now.value)
    percent = ""
    if isinstance(growth, Decimal) and now.unit.dimension in (Dimension.MONEY, Dimension.COUNT):
        nothing = measure(growth, PERCENT, None).is_nothing
        percent = "" if nothing else language.cell(growth, Status.FINAL, PERCENT, 1, frame.language)
    return captions.revised(label, when, frame.speech.unit(unit), old, new, percent)


def _dated(frame: Frame, value: Fact) -> str:
    return frame.speech.period(value.value) if isinstance(value.value, Period) else ""
