"""A file to a Table: every cell as written, every row with its number."""

from collections.abc import Iterator
from hashlib import sha256

from briefing.model import Finding, Place, SeriesSpec, Table, TableSpec, did_you_mean, few, refused
from briefing.tables import formats
from briefing.tables.formats import Content, Given, UnfitError
from briefing.tables.wide import keyed, lengthened
from briefing.workspace import shown
from briefing.workspace.large import Stored

# Formats that are queried where they are stored, and never read into memory whole.
LARGE = frozenset({"parquet", "large-delimited"})
_SCALES = ("UNIT_MULT", "SCALE", "MULTIPLICATOR")


# How files that are no delimited tables begin.
_MARKUP = (
    *(("<!doctype html", "a page of HTML"), ("<!DOCTYPE html", "a page of HTML")),
    *(("<html", "a page of HTML"), ("<", "XML"), ("{", "JSON"), ("[", "JSON")),
)


def load(
    spec: TableSpec, data: bytes | Stored, cuts: tuple[SeriesSpec, ...] = ()
) -> tuple[Table | None, tuple[Finding, ...]]:
    """The rows of a file, read by the format that the manifest declares.

    Rows have the number by which they are found in the file: a line, a sheet's row, a record. Of a
    large file only those are read that `cuts`, the series of the table, ask for. None with findings
    when the file can't be read or lacks a column that the manifest names; a row that doesn't fit is
    a finding and is left out.
    """
    stored = data if isinstance(data, Stored) else None
    content = data if isinstance(data, bytes) else b""
    given = Given(spec, spec.file.text, content, stored, cuts)
    try:
        read = keyed(spec, lengthened(spec, formats.read(given)))
    except UnfitError as problem:
        return None, few(refused(reason, spec.place) for reason in problem.reasons)
    missing = tuple(_unknown(spec, read))
    if missing:
        return None, missing
    digest = stored.sha256 if stored else sha256(content).hexdigest()
    table = Table(spec.name, read.file, digest, read.columns, read.rows, read.plain)
    return table, few((*read.findings, *_scaled(spec, read)))


def _unknown(spec: TableSpec, read: Content) -> Iterator[Finding]:
    columns = read.columns
    named = [
        spec.period,
        spec.month,
        spec.value,
        spec.status,
        spec.sources,
        spec.unit_column,
        spec.as_of,
    ]
    named += [*spec.totals, *spec.text.values(), *spec.detail.values()]
    asked = [(name, spec.place) for name in dict.fromkeys(named) if name]
    asked += [(value.column, value.place) for value in spec.values]
    for name, place in asked:
        if name not in columns:
            message = f"table {spec.name}: no column “{shown(name)}”{did_you_mean(name, columns)}"
            listed = ", ".join(shown(column) for column in columns[:20] if column)
            hint = f"the columns of {read.file} are: {listed}"
            if mark := _other_delimiter(columns, name):
                hint = f'the columns seem to be parted by “{mark}”: add `delimiter: "{mark}"`'
            elif markup := next(
                (what for sign, what in _MARKUP if "".join(columns[:1]).startswith(sign)), ""
            ):
                hint = f"this is {markup}, no table of rows: `briefing inspect` says what reads it"
            elif len(set(filter(None, map(formats.header_period, columns)))) > 1:
                hint += "; periods stand in its header: `briefing inspect` writes how to read it"
            yield Finding("B206", place, message, hint)


def _other_delimiter(columns: tuple[str, ...], name: str) -> str:
    """The mark at which the only column of a header falls into several, one of that name."""
    if len(columns) != 1:
        return ""
    marks = (mark for mark in ";,|\t" if name in (cell.strip() for cell in columns[0].split(mark)))
    return next(marks, "").replace("\t", r"\t")


def _scaled(spec: TableSpec, read: Content) -> Iterator[Finding]:
    """A doubt where the file states a scale, which means different things to different services."""
    if spec.scaled or not spec.format.startswith("sdmx"):
        return
    for column in _SCALES:
        scales = {row.cells[column] for row in read.rows if column in row.cells} - {"", "0"}
        if scales:
            message = (
                f"table {spec.name}: column “{column}” says {', '.join(sorted(scales)[:5])}: "
                "values may be that power of ten more than they seem, or have it in them already"
            )
            hint = (
                "compare one value with the publisher's page, give `unit:` as the values stand "
                "(USD million), and add `scaled: true`"
            )
            yield Finding("B232", Place(read.file, 1), message, hint)
