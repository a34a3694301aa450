"""What changed since an earlier edition, by its record: added, revised, corrected, unchanged."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from msgspec.structs import replace

from briefing import model
from briefing.exhibits import alt_text, notes, periods
from briefing.exhibits.amounts import fact, fitting, printed, sources
from briefing.exhibits.earlier import Earlier, decoded, first_line
from briefing.exhibits.frame import Frame
from briefing.exhibits.revisions import Revision, table
from briefing.exhibits.selection import Shown, figures_of
from briefing.figures import Read, between, cells, is_corrected, same
from briefing.language.amount import measure
from briefing.language.told import Counted, Pieces, joined, worded

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
    revisions: list[Revision]
    new: list[Revision]


def changes(frame: Frame) -> model.Exhibit:
    """For each figure shown what differs from the record of the edition that it is set against.

    A value is corrected where it is made otherwise of the same data, or of what the author typed
    alone; else its data were revised. Figures of later periods than the record has are added. Every
    figure of a line is a number, that of the record too, whose cell is its place there.
    """
    record, first, read = decoded(frame), first_line(frame.record), cells(frame.facts)
    found = _Found([], [], [], [], [], [], [])
    for figure in figures_of(frame):
        own = [(n, e) for n, e in enumerate(record.facts, start=first) if e.name == figure.name]
        _compare(
            frame, figure, Earlier(record, [e for _, e in own], [n for n, _ in own], read), found
        )
    if frame.asked.mode == "table":
        return _table(frame, found)
    captions = frame.captions
    content = model.Changes(
        tuple(
            model.Change(head, tuple(lines) or (_words(frame, captions.forms.none),))
            for head, lines in zip(captions.forms.changes, _lines_of(found), strict=True)
        )
    )
    return model.Exhibit(
        name=frame.asked.name,
        kind=frame.asked.kind,
        content=content,
        subtitle=frame.text(frame.asked.subtitle),
        says=frame.inlines(joined(" ", (_told(frame, c.head, c.lines) for c in content.columns))),
        notes=frame.lines(notes.notes(frame, ())),
        sources=sources(found.every),
        wide=True,
    )


def _table(frame: Frame, found: _Found) -> model.Exhibit:
    """A row a figure that differs; how many are as they were stands below. Where none differs the
    columns say so."""
    content = table(frame, found.revisions, found.new)
    if not content.rows:
        return changes(replace(frame, asked=replace(frame.asked, mode="grouped")))
    columns = zip(frame.captions.forms.changes, _lines_of(found), strict=True)
    told = [_told(frame, head, lines) for head, lines in columns if lines]
    kept = told.pop() if found.unchanged else ()
    shown = [cell for row in content.rows for cell in row.cells]
    marked = notes.notes(frame, [c.fact for c in shown if c.fact], [c.text for c in shown])
    return model.Exhibit(
        name=frame.asked.name,
        kind=frame.asked.kind,
        content=content,
        subtitle=frame.text(frame.asked.subtitle),
        says=frame.inlines(joined(" ", told)),
        notes=frame.lines((*((kept,) if kept else ()), *marked)),
        sources=sources(found.every),
        wide=frame.asked.wide,
    )


def _lines_of(found: _Found) -> tuple[list[Line], ...]:
    return found.added, found.revised, found.corrected, found.unchanged


def _told(frame: Frame, head: str, lines: Sequence[Line]) -> Pieces:
    """What a column says, after its head."""
    return worded(frame.speech.words.said, label=head, text=_said(model.Change(head, tuple(lines))))


def _compare(frame: Frame, figure: Shown | model.Fact, old: Earlier, found: _Found) -> None:
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
        found.revisions.append(Revision(label, before, now, corrected))
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
    return alt_text.counted(model.call(what, model.reference(name)), facts)


def _alike(before: model.Fact, now: model.Fact) -> bool:
    if isinstance(before.value, Decimal) and isinstance(now.value, Decimal):
        return same(before.value, now.value) and before.bound == now.bound
    return before.value == now.value


def _add(
    frame: Frame, figure: Shown | model.Fact, label: str, old: Sequence[model.Entry], found: _Found
) -> None:
    """The figure's newest period, where the record has none as late; a figure that is new."""
    if isinstance(figure, model.Fact):
        if not old and figure.value is not None:
            found.added.append(_words(frame, frame.captions.added(label, "")))
            found.every.append(figure)
            found.new.append(Revision(label, replace(figure, value=None), figure))
        return
    newest = periods.newest(frame, (figure,))
    if newest is None:
        return
    known = [e.fact.period for e in old if e.fact.period is not None]
    if not known or max(known) < newest:
        written = frame.speech.period(newest, short=True)
        found.added.append(_words(frame, frame.captions.added(label, written)))
        now = fact(figure, newest, figure.series.at(newest))
        found.every.append(now)
        found.new.append(Revision(label, replace(now, value=None), now))


def _now(figure: Shown | model.Fact, entry: model.Entry) -> model.Fact | None:
    """The figure's value at the period of the entry, if it has one now."""
    period = entry.fact.period
    if isinstance(figure, model.Fact):
        return figure if figure.value is not None and figure.period == period else None
    observation = figure.series.at(period) if period is not None else None
    if period is None or observation is None or observation.value is None:
        return None
    return fact(figure, period, observation)


def _before(frame: Frame, entry: model.Entry, now: model.Fact, row: int) -> model.Fact | None:
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
        derivation=model.reference(name),
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
