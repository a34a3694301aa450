"""Wide tables, with periods or members in their header, made long."""

from collections.abc import Iterator

from msgspec.structs import replace

from briefing.model.finding import Finding, Severity, did_you_mean
from briefing.model.place import Place
from briefing.model.spec import TableSpec
from briefing.model.table import Row
from briefing.tables.formats import Content, UnfitError, header_period
from briefing.workspace import shown


def lengthened(spec: TableSpec, content: Content) -> Content:
    """A row for each cell below a header that the manifest's `columns:` takes for a period or
    member: its name stands in a column of that kind, its cell in the column of figures.

    A row keeps its number, and names the column of the file in which its value stands.
    """
    if spec.columns is None:
        return content
    new, value = spec.columns.name, spec.value
    spread = _spread(spec, content)
    kept = tuple(name for name in content.columns if name not in spread)
    if {new, value} & set(kept):
        message = f"table {spec.name}: the file has a column “{shown(new)}” or “{shown(value)}”"
        raise _refusal(spec, content, message, "call the new columns otherwise", "B203")
    rows = tuple(
        Row(
            row.number,
            {**{name: row.cells[name] for name in kept}, new: member, value: row.cells[column]},
            at=column,
        )
        for row in content.rows
        for column, member in spread.items()
    )
    return replace(content, columns=(*kept, new, value), rows=rows, plain=False)


def _spread(spec: TableSpec, content: Content) -> dict[str, str]:
    """The columns that become rows, each with the period or member that it stands for."""
    wide = spec.columns
    assert wide is not None
    for name in wide.of:
        if name not in content.columns:
            message = (
                f"table {spec.name}: no column “{shown(name)}”{did_you_mean(name, content.columns)}"
            )
            listed = ", ".join(shown(column) for column in content.columns[:20])
            raise _refusal(spec, content, message, f"the columns are: {listed}", "B206")
    names = wide.of or tuple(_meant(spec, content))
    spread = {name: header_period(name) or name if wide.periods else name for name in names}
    if not spread:
        message = f"table {spec.name}: no header of {content.file} is a period"
        hint = 'list the headers: columns: {period: year, of: ["2014", "2015"]}'
        raise _refusal(spec, content, message, hint, "B208")
    return spread


def _meant(spec: TableSpec, content: Content) -> Iterator[str]:
    """Headers that are periods; for members all that the manifest names for nothing else."""
    assert spec.columns is not None
    if spec.columns.periods:
        yield from (name for name in content.columns if header_period(name))
        return
    used = {spec.period, spec.status, spec.sources, spec.unit_column, spec.as_of, *spec.totals}
    yield from (name for name in content.columns if name not in used)


def _refusal(spec: TableSpec, content: Content, message: str, hint: str, code: str) -> UnfitError:
    place = Place(content.file, content.header) if code != "B206" else spec.place
    return UnfitError(Finding(code, Severity.ERROR, place, message, hint))
