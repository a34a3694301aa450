"""A delimited file to a Table: every cell as written, every row with its line."""

import csv
from collections import Counter
from collections.abc import Iterator
from hashlib import sha256
from io import StringIO

from briefing.model.finding import Finding, Severity, did_you_mean
from briefing.model.place import Place
from briefing.model.spec import TableSpec
from briefing.model.table import Row, Table
from briefing.tables.decode import decode
from briefing.tables.places import column_of
from briefing.tables.repeated import few
from briefing.workspace import shown

MOST_COLUMNS = 1_000
MOST_BYTES = 32 * 1024


class _UnfitError(Exception):
    """The file can't be read further than here."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(finding.message)
        self.finding = finding


def load(spec: TableSpec, data: bytes) -> tuple[Table | None, tuple[Finding, ...]]:
    """The rows of a delimited file, read by the dialect that the manifest declares.

    Lines count from 1 in the file, whatever stands quoted in a cell; blank lines are no rows.
    None with findings when the file can't be read or lacks a column that the manifest names; a
    row that doesn't fit the header, or a cell over 32 kB, is a finding and is left out.
    """
    text, findings = decode(spec, data)
    if text is None:
        return None, findings
    plain = not (spec.quote and spec.quote in text)
    records = _records(spec, text)
    try:
        columns, missing = _header(spec, records, plain)
        if missing:
            return None, missing
        rows, findings = _rows(spec, columns, records)
    except _UnfitError as problem:
        return None, (problem.finding,)
    digest = sha256(data).hexdigest()
    return Table(
        spec.name, spec.file.text, digest, columns, rows, plain and "" not in columns
    ), few(findings)


def _records(spec: TableSpec, text: str) -> Iterator[tuple[int, list[str]]]:
    lines = StringIO(text, newline="")
    for _ in range(spec.skip):
        next(lines, "")
    try:
        reader = csv.reader(
            lines,
            delimiter=spec.delimiter,
            quotechar=spec.quote or None,
            quoting=csv.QUOTE_MINIMAL if spec.quote else csv.QUOTE_NONE,
            strict=True,
        )
    except (TypeError, ValueError) as error:
        message = f"table {spec.name}: the delimiter and the quote are one character each"
        hint = 'write `delimiter: ";"` and `quote: \'"\'`'
        raise _UnfitError(Finding("B202", Severity.ERROR, spec.place, message, hint)) from error
    while True:
        number = spec.skip + reader.line_num + 1
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            raise _UnfitError(_malformed(spec, number, str(error))) from error
        if cells:
            yield number, cells


def _malformed(spec: TableSpec, number: int, error: str) -> Finding:
    place = Place(spec.file.text, number)
    if "field larger" in error:
        message = f"table {spec.name}: a cell of more than 32 kB begins in this row"
        hint = "look for a quotation mark that is never closed; no cell may hold more than 32 kB"
        return Finding("B205", Severity.ERROR, place, message, hint)
    hint = f"double a quotation mark inside a cell, or declare `quote:` on table {spec.name}"
    if "unexpected end" in error:
        message = f"table {spec.name}: a quotation mark opened in this row is never closed"
    else:
        message = f"table {spec.name}: text stands after a closing quotation mark in this row"
    return Finding("B202", Severity.ERROR, place, message, hint)


def _header(
    spec: TableSpec, records: Iterator[tuple[int, list[str]]], plain: bool
) -> tuple[tuple[str, ...], tuple[Finding, ...]]:
    number, cells = next(records, (spec.skip + 1, []))
    place = Place(spec.file.text, number)
    if not cells:
        message = f"table {spec.name}: {spec.file.text} has no header row"
        hint = "its first row names the columns; `skip:` passes over lines before it"
        raise _UnfitError(Finding("B203", Severity.ERROR, place, message, hint))
    if len(cells) > MOST_COLUMNS:
        message = f"table {spec.name}: {len(cells):,} columns; at most {MOST_COLUMNS:,} are read"
        hint = "give each value a row of its own, or split the file"
        raise _UnfitError(Finding("B205", Severity.ERROR, place, message, hint))
    columns = tuple(cell.strip() for cell in cells)
    doubled = [c for c, count in Counter(columns).items() if c and count > 1]
    findings = []
    for name in doubled:
        second = columns.index(name, columns.index(name) + 1)
        at = Place(spec.file.text, number, column_of(cells, second) if plain else 1)
        message = f"table {spec.name}: two columns are called “{shown(name)}”"
        hint = "give each column a name of its own"
        findings.append(Finding("B203", Severity.ERROR, at, message, hint))
    return columns, (*findings, *_unknown(spec, columns))


def _unknown(spec: TableSpec, columns: tuple[str, ...]) -> Iterator[Finding]:
    named = [spec.period, spec.value, spec.status, spec.sources, spec.unit_column, spec.as_of]
    named += [*spec.totals, *spec.text.values(), *spec.detail.values()]
    asked = [(name, spec.place) for name in dict.fromkeys(named) if name]
    asked += [(value.column, value.place) for value in spec.values]
    for name, place in asked:
        if name not in columns:
            message = f"table {spec.name}: no column “{shown(name)}”{did_you_mean(name, columns)}"
            listed = ", ".join(shown(column) for column in columns[:20] if column)
            hint = f"the columns of {spec.file.text} are: {listed}"
            if mark := _other_delimiter(columns, name):
                hint = f'the columns seem to be parted by “{mark}”: add `delimiter: "{mark}"`'
            yield Finding("B206", Severity.ERROR, place, message, hint)


def _other_delimiter(columns: tuple[str, ...], name: str) -> str:
    """The mark at which the only column of a header falls into several, one of that name."""
    if len(columns) != 1:
        return ""
    marks = (mark for mark in ";,|\t" if name in (cell.strip() for cell in columns[0].split(mark)))
    return next(marks, "").replace("\t", r"\t")


def _rows(
    spec: TableSpec, columns: tuple[str, ...], records: Iterator[tuple[int, list[str]]]
) -> tuple[tuple[Row, ...], tuple[Finding, ...]]:
    rows: list[Row] = []
    findings: list[Finding] = []
    for number, cells in records:
        place = Place(spec.file.text, number)
        if len(cells) != len(columns):
            message = (
                f"table {spec.name}: this row has {len(cells)} cells, the header {len(columns)}"
            )
            hint = "quote a cell that holds the delimiter, and write every cell, also empty ones"
            findings.append(Finding("B204", Severity.ERROR, place, message, hint))
        elif any(len(c) > MOST_BYTES // 4 and len(c.encode()) > MOST_BYTES for c in cells):
            message = f"table {spec.name}: a cell of this row holds more than 32 kB"
            hint = "look for a quotation mark that is never closed"
            findings.append(Finding("B205", Severity.ERROR, place, message, hint))
        else:
            rows.append(Row(number, dict(zip(columns, cells, strict=True))))
    return tuple(rows), tuple(findings)
