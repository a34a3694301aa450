"""Rows of an events table."""

import re

from briefing.model import CellRef, Event, Finding, Row, Severity, Spec, Table, TableSpec
from briefing.tables.knowledge import known
from briefing.tables.measure import RowReader
from briefing.tables.places import place


def events(
    spec: Spec, table_spec: TableSpec, table: Table
) -> tuple[tuple[Event, ...], tuple[Finding, ...]]:
    """The events that the edition knows, in order of time, then of row."""
    found: list[Event] = []
    findings: list[Finding] = []
    for row in table.rows:
        reader = RowReader(table_spec, table, row, spec.sources, table_spec.source)
        period, as_of, sources = reader.period(), reader.as_of(), reader.sources()
        findings += reader.findings
        findings += _untitled(spec, table_spec, table, row)
        if period is None or not known(spec, period, as_of):
            continue
        title = {lang: _line(row.cells[column]) for lang, column in table_spec.text.items()}
        detail = {lang: _line(row.cells[column]) for lang, column in table_spec.detail.items()}
        origin = CellRef(table.file, row.number, table_spec.period)
        found.append(Event(period, title, detail, dict(row.cells), sources, origin))
    return tuple(sorted(found, key=lambda event: event.period)), tuple(findings)


def _line(cell: str) -> str:
    """A cell as one line: breaks and tabs in it are spaces."""
    return " ".join(filter(None, re.split(r"[\t\r\n]+", cell.strip())))


def _untitled(spec: Spec, table_spec: TableSpec, table: Table, row: Row) -> list[Finding]:
    findings = []
    for language in spec.languages:
        column = table_spec.text.get(language)
        if column is not None and not row.cells[column].strip():
            message = f"table {table_spec.name}: the event has no text in “{language}”"
            hint = f"write it in column “{column}”"
            where = place(table, row, column)
            findings.append(Finding("B216", Severity.ERROR, where, message, hint))
    return findings
