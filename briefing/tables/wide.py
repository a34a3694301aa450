"""Wide tables, with periods or members in their header, made long; labels made keys."""

from collections.abc import Iterator

from msgspec.structs import replace

from briefing.model import Members, Place, Refusal, Row, TableSpec, did_you_mean
from briefing.tables.formats import Content, UnfitError, header_period
from briefing.workspace import shown


def keyed(spec: TableSpec, content: Content) -> Content:
    """With the new columns that the manifest's `members:` makes of columns of labels; a label that
    isn't listed there is its own key, for who reads the keys to find fault with."""
    for members in spec.members:
        if members.of not in content.columns:
            meant = did_you_mean(members.of, content.columns)
            message = f"table {spec.name}: no column “{shown(members.of)}”{meant}"
            listed = ", ".join(shown(column) for column in content.columns[:20])
            hint = f"the columns of {content.file} are: {listed}"
            raise _refusal(spec, content, message, hint, "B206")
        if members.column in content.columns:
            message = f"table {spec.name}: the file has a column “{shown(members.column)}”"
            raise _refusal(spec, content, message, "call the new column otherwise", "B203")
        content = replace(
            content,
            columns=(*content.columns, members.column),
            rows=tuple(_keyed(row, members) for row in content.rows),
            plain=False,
        )
    return content


def _keyed(row: Row, members: Members) -> Row:
    label = row.cells[members.of].strip()
    return replace(row, cells={**row.cells, members.column: members.are.get(label, label)})


def lengthened(spec: TableSpec, content: Content) -> Content:
    """A row for each cell below a header that the manifest's `columns:` takes for a period or
    member: its name stands in a column of that kind, its cell in the column of figures.

    A row keeps its number, and names the column of the file in which its value stands.
    """
    if spec.columns is None:
        return content
    value = spec.value
    spread = _spread(spec, content)
    made = (spec.columns.name, *filter(None, (spec.columns.member,)))
    kept = tuple(name for name in content.columns if name not in spread)
    if {*made, value} & set(kept):
        listed = ", ".join(f"“{shown(name)}”" for name in {*made, value} & set(kept))
        message = f"table {spec.name}: the file has already a column {listed}"
        raise _refusal(spec, content, message, "call the new columns otherwise", "B203")
    rows = tuple(
        Row(
            row.number,
            {
                **{name: row.cells[name] for name in kept},
                **dict(zip(made, parts, strict=True)),
                value: row.cells[column],
            },
            at=column,
        )
        for row in content.rows
        for column, parts in spread.items()
    )
    return replace(content, columns=(*kept, *made, value), rows=rows, plain=False)


def parted(header: str) -> tuple[str, str]:
    """The period that a header begins or ends with, and the rest of it; both empty where none."""
    words = header.split()
    for count in (1, 2):
        for period, rest in ((words[:count], words[count:]), (words[-count:], words[:-count])):
            if rest and (found := header_period(" ".join(period))):
                return found, " ".join(rest)
    return "", ""


def _spread(spec: TableSpec, content: Content) -> dict[str, tuple[str, ...]]:
    """The columns that become rows, each with the period or member that it stands for, or both."""
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
    spread = {name: _parts(spec, name) for name in names}
    if not spread:
        message = f"table {spec.name}: no header of {content.file} is a period"
        hint = 'list the headers: columns: {period: year, of: ["2014", "2015"]}'
        raise _refusal(spec, content, message, hint, "B208")
    return spread


def _parts(spec: TableSpec, header: str) -> tuple[str, ...]:
    assert spec.columns is not None
    if spec.columns.member:
        return parted(header)
    return (header_period(header) or header if spec.columns.periods else header,)


def _meant(spec: TableSpec, content: Content) -> Iterator[str]:
    """Headers that are periods; for members all that the manifest names for nothing else."""
    assert spec.columns is not None
    if spec.columns.member:
        yield from (name for name in content.columns if parted(name)[0])
        return
    if spec.columns.periods:
        yield from (name for name in content.columns if header_period(name))
        return
    used = {spec.period, spec.status, spec.sources, spec.unit_column, spec.as_of, *spec.totals}
    yield from (name for name in content.columns if name not in used)


def _refusal(spec: TableSpec, content: Content, message: str, hint: str, code: str) -> UnfitError:
    place = Place(content.file, content.header) if code != "B206" else spec.place
    return UnfitError(Refusal(message, hint, code, place))
