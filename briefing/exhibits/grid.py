"""Grids: periods by series, or a family's members by periods."""

from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise

from msgspec.structs import replace

from briefing import model
from briefing.exhibits import alt_text, notes, periods, selection
from briefing.exhibits.amounts import aligned, fact, fitting, number, sources, to_decimals
from briefing.exhibits.chosen import nothing
from briefing.exhibits.frame import Frame, Unshowable
from briefing.exhibits.rounding import members_differ, sums_differ
from briefing.language.told import Pieces

_LATEST = 10
_TOP = 10
_RUN = 5


def grid(frame: Frame) -> model.Exhibit:
    """A printed table; a column in another unit than the grid's says so in its head."""
    made = _family(frame) if selection.is_family(frame) else _series(frame)
    if frame.asked.transpose and isinstance(made.content, model.Grid):
        return replace(made, content=_transposed(made.content))
    return made


def _transposed(table: model.Grid) -> model.Grid:
    """The same table with a row a column, and its rows as columns."""
    corner, *heads = table.columns
    columns = (
        replace(corner, head=""),
        *(model.Column(row.head, numeric=True) for row in table.rows),
    )
    rows = tuple(
        model.GridRow(head.head, tuple(row.cells[n] for row in table.rows))
        for n, head in enumerate(heads)
    )
    return model.Grid(columns, rows)


def _series(frame: Frame) -> model.Exhibit:
    """A row a period, a column a series."""
    asked = selection.series_of(frame)
    span = periods.span(frame, asked)
    if not frame.asked.periods and frame.asked.start is None:
        span = span[-_LATEST:]
    if not any(periods.known(item, p) for item in asked for p in span):
        raise Unshowable(nothing(frame))
    shown = [item for item in asked if any(periods.answered(item, p) for p in span)]
    columns = [[fact(item, p, periods.at(item, p)) for p in span] for item in shown]
    every = [f for column in columns for f in column]
    unit = _unit(frame, every)
    units = [_column_unit(item.series.unit, unit) for item in shown]
    heads = [
        model.Column(_head(frame, item.label, own, unit), True)
        for item, own in zip(shown, units, strict=True)
    ]
    cells = [_cells(frame, column, own) for column, own in zip(columns, units, strict=True)]
    rows = [list(row) for row in zip(*cells, strict=True)]
    table = model.Grid(
        (model.Column(periods.head(frame, span), False), *heads),
        tuple(_period_row(frame, span, n, row) for n, row in enumerate(rows)),
    )
    mixed = any(own != unit for own in units)
    differ = sums_differ(frame, shown, columns, [[c.text for c in row] for row in rows])
    labelled = [(item.label, column) for item, column in zip(shown, columns, strict=True)]
    text = alt_text.courses(frame, labelled)
    named = (
        selection.statistic(frame, shown) if _of_one_family(shown) else "",
        selection.place(frame, shown),
    )
    return _exhibit(frame, table, every, unit, text, named, mixed, differ)


def _family(frame: Frame) -> model.Exhibit:
    """A row a member, the largest at the last period first, totals last; a column a period."""
    (family,) = selection.families_of(frame)
    listed = selection.members(frame, family, family.listed)
    span = periods.span(frame, listed)
    if not frame.asked.periods and frame.asked.start is None:
        span = span[-_RUN:]
    rows = {item: [fact(item, p, periods.at(item, p)) for p in span] for item in listed}
    known = [item for item in listed if any(f.value is not None for f in rows[item])]
    if not known:
        raise Unshowable(nothing(frame))
    ordered = sorted(known, key=lambda item: _newest_first(item, rows[item]))
    subject = frame.subject(family.listed)
    top = ordered[: frame.asked.top or _TOP]
    chosen = [item for item in ordered if item in top or item.key == subject]
    totals = selection.members(frame, family, sorted(family.totals & set(family.members)))
    rows |= {item: [fact(item, p, periods.at(item, p)) for p in span] for item in totals}
    every = [f for item in (*chosen, *totals) for f in rows[item]]
    unit = _unit(frame, every)
    columns = zip(*(rows[item] for item in (*chosen, *totals)), strict=True)
    cells = zip(*(_cells(frame, column, unit) for column in columns), strict=True)
    table = model.Grid(
        _member_heads(frame, family, span),
        tuple(
            model.GridRow(item.label, own, item in totals[:1], item.key == subject)
            for item, own in zip((*chosen, *totals), cells, strict=True)
        ),
    )
    text = alt_text.courses(frame, [(item.label, rows[item]) for item in chosen])
    named = (frame.text(family.label), selection.place(frame, chosen))
    keys = (item.key for item in (*chosen, *totals))
    differ = members_differ(frame, family, dict(zip(keys, table.rows, strict=True)))
    exhibit = _exhibit(frame, table, every, unit, text, named, mixed=False, differ=differ)
    below = frame.name(subject) if subject and len(chosen) > len(top) else ""
    newest = (next(f for f in reversed(rows[item]) if f.value is not None) for item in known)
    listed_note = frame.captions.listed(alt_text.listed(family.name, newest), len(top), below)
    return replace(exhibit, notes=(*frame.lines((listed_note,)), *exhibit.notes))


def _member_heads(
    frame: Frame, family: model.Family, span: Sequence[model.Period]
) -> tuple[model.Column, ...]:
    """What heads the members, then each period."""
    words = frame.speech.words
    periods_of = (model.Column(frame.speech.period(p, short=True), True) for p in span)
    return (model.Column(words.country if family.countries else words.item, False), *periods_of)


def _exhibit(
    frame: Frame,
    table: model.Grid,
    every: Sequence[model.Fact],
    unit: model.Unit,
    text: Pieces,
    named: tuple[str, str],
    mixed: bool,
    differ: bool,
) -> model.Exhibit:
    written = frame.speech.unit(unit)
    own = frame.text(frame.asked.subtitle)
    unit_said = frame.captions.unless_stated(written) if mixed else written
    parts = (own, unit_said) if own else (*named, unit_said)
    texts = [cell.text for row in table.rows for cell in row.cells]
    _seen(frame, table, unit)
    rounding = (frame.speech.words.rounded_sums,) if differ else ()
    return model.Exhibit(
        name=frame.asked.name,
        kind=frame.asked.kind,
        content=table,
        subtitle=notes.titled(frame, parts, every),
        says=frame.inlines(text),
        notes=frame.lines((*rounding, *notes.notes(frame, every, texts))),
        sources=sources(every),
        wide=frame.asked.wide,
    )


def _of_one_family(shown: Sequence[selection.Shown]) -> bool:
    """Whether the columns are members only, whose heads don't say what is measured."""
    return len({item.name.partition("[")[0] for item in shown}) == 1 and all(i.key for i in shown)


def _seen(frame: Frame, table: model.Grid, unit: model.Unit) -> None:
    """Refuse a unit so large that every value rounds to nothing in it."""
    cells = [c for row in table.rows for c in row.cells if c.fact and c.fact.value is not None]
    if cells and all(cell.text == "[low]" for cell in cells):
        raise Unshowable(
            model.Refusal(
                f"exhibit {frame.asked.name}: every value is less than half the last digit in "
                f"{unit}",
                "leave out the unit, or name a smaller one",
                "B353",
            )
        )


def _unit(frame: Frame, facts: Sequence[model.Fact]) -> model.Unit:
    """The grid's unit: as asked, else that of the first column at the scale that fits."""
    wanted = frame.asked.unit
    if wanted is None:
        return fitting(facts[0].unit, facts)
    if not any(f.unit.converts_to(wanted) for f in facts):
        raise Unshowable(
            model.Refusal(
                f"exhibit {frame.asked.name}: nothing that it shows is in {wanted}",
                f"“{facts[0].name}” is in {facts[0].unit}; leave out the unit or name that one",
                "B353",
            )
        )
    return wanted


def _column_unit(own: model.Unit, unit: model.Unit) -> model.Unit:
    """The grid's unit, where a column's converts to it; other money at the grid's scale."""
    if own.converts_to(unit):
        return unit
    return (
        own.scaled(unit.exponent)
        if own.dimension is unit.dimension is model.Dimension.MONEY
        else own
    )


def _head(frame: Frame, label: str, own: model.Unit, unit: model.Unit) -> str:
    """A column's head, with its unit where it isn't the grid's and the label lacks it."""
    written = frame.speech.unit(own)
    if own == unit or label.endswith(written):
        return label
    return frame.captions.with_unit(label, written)


def _cells(frame: Frame, column: Sequence[model.Fact], unit: model.Unit) -> list[model.Cell]:
    """The cells of a column, all with the same decimals."""
    decimals = aligned(frame, column, unit, alt_text.one_decimal)
    return [
        model.Cell(
            to_decimals(frame, value, unit, own),
            value.status if value.value is not None else model.Status.FINAL,
            value,
        )
        for value, own in zip(column, decimals, strict=True)
    ]


def _period_row(
    frame: Frame, span: Sequence[model.Period], number: int, cells: list[model.Cell]
) -> model.GridRow:
    period = _period_of(span[number], cells)
    newest = number == len(span) - 1
    return model.GridRow(
        head=frame.speech.period(period, short=True),
        cells=tuple(cells),
        spaced=_breaks(span, number),
        strong=newest and any(model.Status.PROVISIONAL in cell.status.parts for cell in cells),
    )


def _period_of(period: model.Period, cells: list[model.Cell]) -> model.Period:
    """The part-year that all of a row's values are of, else the period itself."""
    parts = {c.fact.period for c in cells if c.fact is not None and c.fact.value is not None}
    return parts.pop() or period if len(parts) == 1 else period


def _breaks(span: Sequence[model.Period], number: int) -> bool:
    """Whether a group of rows starts: after a jump beside a run, or within a long run."""
    if number == 0:
        return False
    jumps = [later.first - earlier.last > 1 for earlier, later in pairwise(span)]
    if jumps[number - 1]:
        after = number < len(jumps) and not jumps[number]
        before = number >= 2 and not jumps[number - 2]
        return after or before
    return len(span) > _RUN + 2 and not any(jumps) and span[number].first % _RUN == 0


def _newest_first(item: selection.Shown, facts: Sequence[model.Fact]) -> tuple[bool, Decimal, str]:
    """Sorts by the last period's value, the largest first; members without one come after."""
    known = [number(f) for f in facts if f.value is not None]
    return (facts[-1].value is None, -known[-1], item.key)
