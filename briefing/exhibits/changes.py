"""What changed since an earlier edition, by its record: added, revised, corrected, unchanged."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from msgspec.structs import replace

from briefing import model
from briefing.exhibits import alt_text, notes, periods
from briefing.exhibits.frame import Frame, Problem, Unshowable
from briefing.exhibits.selection import Shown, figures_of
from briefing.exhibits.values import fact, fitting, printed, sources
from briefing.figures import between
from briefing.figures.read import Cells, Read, cells
from briefing.figures.revised import is_corrected, same
from briefing.language.amount import measure
from briefing.language.told import Counted, Pieces, joined, worded
from briefing.model.entry import Entry
from briefing.model.expression import call, reference
from briefing.model.record import Record, decode

Line = tuple[model.Inline, ...]
_MOST_DECIMALS = 6
# Of one figure's revisions so many are told one by one.
_TOLD = 3
# Above it the two values say more than a percentage.
_MOST_PERCENT = 1000
_COLUMN = "facts"


@dataclass(slots=True)
class _Found:
    """The lines of each column, and every fact compared."""

    added: list[Line]
    revised: list[Line]
    corrected: list[Line]
    unchanged: list[Line]
    every: list[model.Fact]


@dataclass(frozen=True, slots=True)
class _Earlier:
    """What the record had of one figure; `rows` say where in it each entry stands, `cells` what
    figures are read from now."""

    record: Record
    entries: Sequence[Entry]
    rows: Sequence[int]
    cells: Cells


def changes(frame: Frame) -> model.Exhibit:
    """For each figure shown what differs from the record of the edition that it is set against.

    A value is corrected where it is made otherwise of the same data, or of what the author typed
    alone; else its data were revised. Figures of later periods than the record has are added. Every
    figure of a line is a number, that of the record too, whose cell is its place there.
    """
    record, first, read = _record(frame), _first_line(frame.record), cells(frame.facts)
    found = _Found([], [], [], [], [])
    for figure in figures_of(frame):
        own = [(n, e) for n, e in enumerate(record.facts, start=first) if e.name == figure.name]
        _compare(
            frame, figure, _Earlier(record, [e for _, e in own], [n for n, _ in own], read), found
        )
    captions = frame.captions
    columns = (found.added, found.revised, found.corrected, found.unchanged)
    content = model.Changes(
        tuple(
            model.Change(head, tuple(lines) or (_words(frame, captions.none()),))
            for head, lines in zip(captions.changes(), columns, strict=True)
        )
    )
    return model.Exhibit(
        name=frame.asked.name,
        kind=frame.asked.kind,
        content=content,
        subtitle=frame.text(frame.asked.subtitle),
        says=frame.inlines(
            joined(
                " ",
                (
                    worded(frame.speech.words.said, label=c.head, text=_said(c))
                    for c in content.columns
                ),
            )
        ),
        notes=frame.lines(notes.notes(frame, ())),
        sources=sources(found.every),
        wide=True,
    )


def _record(frame: Frame) -> Record:
    try:
        return decode(frame.record)
    except ValueError as error:
        raise Unshowable(
            Problem(
                "B357",
                f"exhibit {frame.asked.name}: the file that it is set against is no edition’s "
                f"record: {error}",
                "copy the record.json of the last edition into the project and name it: "
                "against: previous.json",
            )
        ) from None


def _first_line(data: bytes) -> int:
    """The line of the first fact, where each stands on its own as briefing writes a record; else
    facts are counted from one."""
    heads = (n for n, line in enumerate(data.split(b"\n"), 1) if line.startswith(b' "facts": ['))
    return next(heads, 0) + 1


def _compare(frame: Frame, figure: Shown | model.Fact, old: _Earlier, found: _Found) -> None:
    label = figure.label if isinstance(figure, Shown) else frame.text(figure.label) or figure.name
    alike: list[model.Fact] = []
    differ: list[model.Fact] = []
    for row, entry in zip(old.rows, old.entries, strict=True):
        now = _now(figure, entry)
        before = _before(frame, entry, now, row) if now is not None else None
        if now is None or before is None:
            continue
        found.every.append(now)
        if _alike(before, now):
            alike.append(now)
            continue
        differ.append(now)
        files = old.record.files, frame.files
        before_read = Read(entry.cells, entry.data, entry.as_of)
        corrected = is_corrected(before_read, old.cells.read(now.cells), *files)
        if len(differ) <= _TOLD:
            column = found.corrected if corrected else found.revised
            column.append(_revision(frame, label, before, now))
    if len(differ) > _TOLD:
        more = _counted("more", figure.name, differ[_TOLD:])
        found.revised.append(frame.inlines(frame.captions.more(label, more)))
    if alike:
        same_as = _counted("unchanged", figure.name, alike)
        found.unchanged.append(frame.inlines(frame.captions.unchanged(label, same_as)))
    _add(frame, figure, label, old.entries, found)


def _counted(what: str, name: str, facts: Sequence[model.Fact]) -> Counted:
    """How many values of a figure these are."""
    return alt_text.counted(call(what, reference(name)), facts)


def _alike(before: model.Fact, now: model.Fact) -> bool:
    if isinstance(before.value, Decimal) and isinstance(now.value, Decimal):
        return same(before.value, now.value) and before.bound == now.bound
    return before.value == now.value


def _add(
    frame: Frame, figure: Shown | model.Fact, label: str, old: Sequence[Entry], found: _Found
) -> None:
    """The figure's newest period, where the record has none as late; a figure that is new."""
    if isinstance(figure, model.Fact):
        if not old and figure.value is not None:
            found.added.append(_words(frame, frame.captions.added(label, "")))
            found.every.append(figure)
        return
    newest = periods.newest(frame, (figure,))
    if newest is None:
        return
    known = [e.fact.period for e in old if e.fact.period is not None]
    if not known or max(known) < newest:
        written = frame.speech.period(newest, short=True)
        found.added.append(_words(frame, frame.captions.added(label, written)))
        found.every.append(fact(figure, newest, figure.series.at(newest)))


def _now(figure: Shown | model.Fact, entry: Entry) -> model.Fact | None:
    """The figure's value at the period of the entry, if it has one now."""
    period = entry.fact.period
    if isinstance(figure, model.Fact):
        return figure if figure.value is not None and figure.period == period else None
    observation = figure.series.at(period) if period is not None else None
    if period is None or observation is None or observation.value is None:
        return None
    return fact(figure, period, observation)


def _before(frame: Frame, entry: Entry, now: model.Fact, row: int) -> model.Fact | None:
    """The entry's value in the unit of today, its cell the place in the record; None where the two
    can't be compared."""
    old = entry.fact
    value = old.value
    if value is None or not old.unit.converts_to(now.unit):
        return None
    if isinstance(value, Decimal):
        value = old.unit.convert(value, now.unit)
    assert frame.asked.against is not None
    return replace(
        old,
        name=f"earlier({now.name})",
        value=value,
        unit=now.unit,
        derivation=None,
        cells=(model.CellRef(frame.asked.against.text, row, _COLUMN),),
        sources=tuple(name for name in old.sources if name in frame.spec.sources),
        resolution=None if old.unit != now.unit else old.resolution,
    )


def _revision(frame: Frame, label: str, before: model.Fact, now: model.Fact) -> Line:
    """“Imports from Russia 2024, US$ million: 2,824.8, now 2,831.0 (+0.2%)”; no percentage that
    rounds to nothing."""
    when = frame.speech.period(now.period, short=True) if now.period else ""
    named = f"{label} {when}".strip()
    if not isinstance(now.value, Decimal) or not isinstance(before.value, Decimal):
        texts = [
            frame.speech.period(f.value) if isinstance(f.value, model.Period) else ""
            for f in (before, now)
        ]
        return _line(frame, named, "", (before, texts[0]), (now, texts[1]), None)
    unit = fitting(now.unit, (before, now))
    least = alt_text.one_decimal(now)
    pairs = [
        (printed(frame, before, unit, d), printed(frame, now, unit, d))
        for d in range(least, _MOST_DECIMALS + 1)
    ]
    old, new = next((pair for pair in pairs if pair[0] != pair[1]), pairs[-1])
    written = frame.speech.unit(unit)
    return _line(frame, named, written, (before, old), (now, new), _percent(frame, before, now))


def _percent(frame: Frame, before: model.Fact, now: model.Fact) -> model.Number | None:
    """The change in percent, where that means something."""
    assert isinstance(before.value, Decimal)
    assert isinstance(now.value, Decimal)
    growth = between.growth(before.value, now.value)
    if now.unit.dimension not in (model.Dimension.MONEY, model.Dimension.COUNT):
        return None
    if not isinstance(growth, Decimal) or abs(growth) > _MOST_PERCENT:
        return None
    size = measure(abs(growth), model.PERCENT, None)
    if size.is_nothing:
        return None
    name = f"revision({now.name})"
    made = replace(
        now,
        name=name,
        value=growth,
        unit=model.PERCENT,
        kind=None,
        label=None,
        resolution=None,
        derivation=reference(name),
        cells=(*now.cells, *before.cells),
    )
    sign = "" if size.below else "+" if growth > 0 else "\N{MINUS SIGN}"
    return _number(frame, made, sign + frame.speech.amount(size, counted=True))


def _line(
    frame: Frame,
    named: str,
    unit: str,
    before: tuple[model.Fact, str],
    now: tuple[model.Fact, str],
    percent: model.Number | None,
) -> Line:
    old, new = _number(frame, *before), _number(frame, *now)
    return frame.inlines(frame.captions.revised(named, unit, old, new, percent))


def _number(frame: Frame, of: model.Fact, text: str) -> model.Number:
    return model.Number(text, of, _place(frame))


def _words(frame: Frame, text: str) -> Line:
    return (model.Words(text, _place(frame)),)


def _place(frame: Frame) -> model.Place:
    return frame.asked.place


def _said(column: model.Change) -> Pieces:
    """The lines of a column, one after the other."""
    lines = (
        tuple(
            part.text if isinstance(part, model.Words) else part
            for part in line
            if isinstance(part, model.Words | model.Number)
        )
        for line in column.lines
    )
    return joined(" ", lines)
