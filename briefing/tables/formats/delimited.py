"""Delimited text: every cell as written, every row with its line."""

import csv
from collections import Counter
from collections.abc import Iterator
from io import StringIO

from briefing.model import Finding, Place, Refusal, Row, TableSpec, column_of
from briefing.tables.decode import UnfitError, decode
from briefing.tables.formats.content import MOST_COLUMNS, Content, Given, ends, joined
from briefing.workspace import shown

MOST_BYTES = 32 * 1024

Records = Iterator[tuple[int, list[str]]]


def read(given: Given) -> Content:
    """The rows of a delimited file, read by the dialect that the manifest declares.

    Lines count from 1 in the file, whatever stands quoted in a cell; lines that are blank or hold
    delimiters only are no rows, and end the table where `end: blank` says so. A row that doesn't
    fit the header, or a cell over 32 kB, is a finding and is left out.
    """
    spec = given.spec
    text = decode(spec, given.file, given.data)
    plain = not (spec.quote and spec.quote in text)
    records = _records(given, text)
    number, columns = _header(given, records, plain)
    names = tuple(name or f"column {place}" for place, name in enumerate(columns, 1))
    rows, findings = _rows(given, names, records)
    return Content(given.file, names, rows, findings, plain and "" not in columns, header=number)


def _records(given: Given, text: str) -> Records:
    spec = given.spec
    skip = spec.header[0] - 1 if spec.header else spec.skip
    lines = StringIO(text, newline="")
    for _ in range(skip):
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
        raise UnfitError(Refusal(message, hint, "B202", spec.place)) from error
    while True:
        number = skip + reader.line_num + 1
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            raise UnfitError(_malformed(given, number, str(error))) from error
        if cells or spec.end == "blank":
            yield number, cells


def _malformed(given: Given, number: int, error: str) -> Refusal:
    spec = given.spec
    place = Place(given.file, number)
    if "field larger" in error:
        message = f"table {spec.name}: a cell of more than 32 kB begins in this row"
        hint = "look for a quotation mark that is never closed; no cell may hold more than 32 kB"
        return Refusal(message, hint, "B205", place)
    hint = f"double a quotation mark inside a cell, or declare `quote:` on table {spec.name}"
    if "unexpected end" in error:
        message = f"table {spec.name}: a quotation mark opened in this row is never closed"
    else:
        message = f"table {spec.name}: text stands after a closing quotation mark in this row"
    return Refusal(message, hint, "B202", place)


def _header(given: Given, records: Records, plain: bool) -> tuple[int, tuple[str, ...]]:
    spec = given.spec
    number, cells = _heading(spec, records)
    place = Place(given.file, number)
    if not cells:
        message = f"table {spec.name}: {given.file} has no header row"
        hint = "its first row names the columns; `skip:` passes over lines before it"
        raise UnfitError(Refusal(message, hint, "B203", place))
    if len(cells) > MOST_COLUMNS:
        message = f"table {spec.name}: {len(cells):,} columns; at most {MOST_COLUMNS:,} are read"
        hint = "give each value a row of its own, or split the file"
        raise UnfitError(Refusal(message, hint, "B205", place))
    columns = tuple(cell.strip() for cell in cells)
    doubled = [c for c, count in Counter(columns).items() if c and count > 1]
    twice = []
    for name in doubled:
        second = columns.index(name, columns.index(name) + 1)
        at = Place(given.file, number, column_of(cells, second) if plain else 1)
        message = f"table {spec.name}: two columns are called “{shown(name)}”"
        hint = "give each column a name of its own"
        twice.append(Refusal(message, hint, "B203", at))
    if twice:
        raise UnfitError(*twice)
    return number, columns


def _heading(spec: TableSpec, records: Records) -> tuple[int, list[str]]:
    """The line and the cells of the header; those of several rows joined by column."""
    number, cells = next(records, (spec.skip + 1, []))
    if len(spec.header) < 2:
        return number, cells
    rows = [cells]
    while number < spec.header[-1]:
        number, cells = next(records, (spec.header[-1], []))
        if number in spec.header and cells:
            rows.append(cells)
    return number, joined(rows)


def _rows(
    given: Given, columns: tuple[str, ...], records: Records
) -> tuple[tuple[Row, ...], tuple[Finding, ...]]:
    spec = given.spec
    rows: list[Row] = []
    findings: list[Finding] = []
    for number, cells in records:
        if number < spec.start:
            continue
        if spec.end and ends(spec, cells):
            break
        cells = _without_surplus(cells, len(columns))
        if not any(map(str.strip, cells)):
            continue
        if len(cells) != len(columns):
            message = (
                f"table {spec.name}: this row has {len(cells)} cells, the header {len(columns)}"
            )
            hint = "quote a cell that holds the delimiter, and write every cell, also empty ones"
            findings.append(Finding("B204", Place(given.file, number), message, hint))
        elif any(len(c) > MOST_BYTES // 4 and len(c.encode()) > MOST_BYTES for c in cells):
            message = f"table {spec.name}: a cell of this row holds more than 32 kB"
            hint = "look for a quotation mark that is never closed"
            findings.append(Finding("B205", Place(given.file, number), message, hint))
        else:
            rows.append(Row(number, dict(zip(columns, cells, strict=True))))
    return tuple(rows), tuple(findings)


def _without_surplus(cells: list[str], columns: int) -> list[str]:
    """The cells without empty ones behind the last column: some sources end rows by a delimiter."""
    return cells if any(map(str.strip, cells[columns:])) else cells[:columns]
