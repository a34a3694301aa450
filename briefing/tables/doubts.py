"""What is doubtful in a table although every cell can be read."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from briefing import model
from briefing.tables.measure import Measure, Record
from briefing.workspace import shown

_FISCAL = re.compile(r"([0-9]{4})-([0-9]{2})")
_AMOUNTS = (model.Dimension.MONEY, model.Dimension.COUNT, model.Dimension.MEASURE)
_FEWEST = 3
# A period so many years and so many times their span away from all others is a slip of the pen.
_FAR_YEARS, _FAR_TIMES = 50, 3


def doubts(
    spec: model.TableSpec, table: model.Table, measure: Measure, records: Sequence[Record]
) -> Iterator[model.Finding]:
    """Fiscal years and quarters read as months, thousands read as decimals, mistyped years."""
    yield from _fiscal_years(spec, table)
    yield from _quarters(spec, table, records)
    yield from _thousands(spec, table, measure)
    yield from _far(spec, table, records)


def same_rows(cuts: Sequence[model.SeriesSpec]) -> Iterator[model.Finding]:
    """Series cut from the same rows under two names, and imports that are cut from exports."""
    seen: dict[object, str] = {}
    for cut in cuts:
        conditions = tuple(sorted((column, tuple(sorted(v))) for column, v in cut.where.items()))
        first = seen.setdefault((cut.table, cut.by, cut.value, conditions), cut.name)
        crossed = _crossed(cut)
        if first != cut.name or crossed:
            message = f"series {cut.name}: it is cut from the same rows as {first}"
            if crossed:
                message = f"series {cut.name}: its name says {crossed[0]}, its rows {crossed[1]}"
            hint = "correct `where:`, or use one of them only"
            yield model.Finding("B246", cut.place, message, hint, (cut.name, first))


def _crossed(cut: model.SeriesSpec) -> tuple[str, str] | None:
    """What a name says and what its rows are, where these are the opposite."""
    cells = " ".join(value for values in cut.where.values() for value in values).casefold()
    label = cut.label["en"].text if cut.label and "en" in cut.label else ""
    name = f"{cut.name} {label}".casefold()
    for said, other in (("import", "export"), ("export", "import")):
        if said in name and other not in name and other in cells and said not in cells:
            return f"{said}s", f"{other}s"
    return None


def _fiscal_years(spec: model.TableSpec, table: model.Table) -> Iterator[model.Finding]:
    if spec.year_starts > 1 or spec.month:
        return
    cells = {row.cells[spec.period].strip(): row for row in table.rows}
    matches = [_FISCAL.fullmatch(cell) for cell in cells]
    if len(cells) < _FEWEST or not all(
        match and int(match[2]) == (int(match[1]) + 1) % 100 for match in matches
    ):
        return
    last = max(cells)
    message = (
        f"table {spec.name}: each month of “{shown(spec.period)}” is thirteen after one before, as "
        f"{shown(last)}: these are fiscal years"
    )
    hint = (
        "say in which month they begin, `year_starts: 4`, and write 2011/12 in manifest and text; "
        "or write 2011-04..2012-03 in the file"
    )
    where = model.place(table, next(iter(cells.values())), spec.period)
    yield model.Finding("B242", where, message, hint, (spec.name,))


def _quarters(
    spec: model.TableSpec, table: model.Table, records: Sequence[Record]
) -> Iterator[model.Finding]:
    periods = sorted({record.observation.period for record in records})
    months = [p.first for p in periods if p.frequency is model.Frequency.MONTH and not p.is_range]
    if len(months) < 4 or len(months) != len(periods):
        return
    if all(later - earlier == 3 for earlier, later in pairwise(months)):
        first = next(r for r in records if r.observation.period == periods[0])
        message = f"table {spec.name}: its months stand three apart: each seems to name a quarter"
        hint = "if so, say it: `frequency: quarter`"
        where = model.place(table, first.row, spec.period)
        yield model.Finding("B243", where, message, hint, (spec.name,))


def _thousands(
    spec: model.TableSpec, table: model.Table, measure: Measure
) -> Iterator[model.Finding]:
    """Each value with a decimal sign has just three digits behind it, some have none."""
    if measure.unit is not None and measure.unit.dimension not in _AMOUNTS:
        return
    if spec.thousands:
        return
    pattern = re.compile(rf"[-+]?[1-9][0-9]{{0,2}}{re.escape(spec.decimal)}[0-9]{{3}}")
    grouped: list[model.Row] = []
    whole = 0
    for row in table.rows:
        cell = row.cells[measure.column].strip()
        if spec.decimal not in cell:
            whole += cell.lstrip("-+").isdigit()
        elif pattern.fullmatch(cell):
            grouped.append(row)
        else:
            return
    if len(grouped) < _FEWEST or not whole:
        return
    cell = grouped[0].cells[measure.column].strip()
    message = (
        f"table {spec.name}: “{shown(cell)}” and all others with a “{spec.decimal}” have three "
        f"digits behind it: it seems to part thousands"
    )
    other = "," if spec.decimal == "." else "."
    hint = f'declare `thousands: "{spec.decimal}"` and `decimal: "{other}"`, or write the zeros'
    where = model.place(table, grouped[0], measure.column)
    yield model.Finding("B241", where, message, hint, (spec.name,))


def _far(
    spec: model.TableSpec, table: model.Table, records: Sequence[Record]
) -> Iterator[model.Finding]:
    years = sorted({record.observation.period.end.year for record in records})
    if len(records) < _FEWEST or len(years) < 2:
        return
    for odd, others in ((years[0], years[1:]), (years[-1], years[:-1])):
        near = others[0] if odd < others[0] else others[-1]
        far = _FAR_TIMES * (others[-1] - others[0]) + _FAR_YEARS
        rows = [r for r in records if r.observation.period.end.year == odd]
        if abs(near - odd) > far and len(rows) * _FEWEST < len(records):
            yield _is_far(spec, table, rows[0], near)


def _is_far(spec: model.TableSpec, table: model.Table, record: Record, near: int) -> model.Finding:
    period: model.Period = record.observation.period
    message = f"table {spec.name}: {period} is far from all other periods, the next is of {near}"
    where = model.place(table, record.row, spec.period)
    return model.Finding("B244", where, message, "correct the year", (spec.name,))
