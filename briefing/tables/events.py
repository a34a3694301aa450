"""Rows of an events table."""

import re

from briefing import model
from briefing.tables.measure import RowReader


def events(
    spec: model.Spec, table_spec: model.TableSpec, table: model.Table
) -> tuple[tuple[model.Event, ...], tuple[model.Finding, ...]]:
    """The events that the edition knows, in order of time, then of row."""
    found: list[model.Event] = []
    findings: list[model.Finding] = []
    for row in table.rows:
        reader = RowReader(table_spec, table, row, spec.sources, table_spec.source)
        period, as_of, sources = reader.period(), reader.as_of(), reader.sources()
        findings += reader.findings
        findings += _untitled(spec, table_spec, table, row)
        if period is None or not model.known(spec, period, as_of):
            continue
        title = {lang: _line(row.cells[column]) for lang, column in table_spec.text.items()}
        detail = {lang: _line(row.cells[column]) for lang, column in table_spec.detail.items()}
        origin = model.CellRef(table.file, row.number, table_spec.period)
        found.append(model.Event(period, title, detail, dict(row.cells), sources, origin))
    return tuple(sorted(found, key=lambda event: event.period)), tuple(findings)


def _line(cell: str) -> str:
    """A cell as one line: breaks and tabs in it are spaces."""
    return " ".join(filter(None, re.split(r"[\t\r\n]+", cell.strip())))


def _untitled(
    spec: model.Spec, table_spec: model.TableSpec, table: model.Table, row: model.Row
) -> list[model.Finding]:
    findings = []
    for language in spec.languages:
        column = table_spec.text.get(language)
        if column is not None and not row.cells[column].strip():
            message = f"table {table_spec.name}: the event has no text in “{language}”"
            hint = f"write it in column “{column}”"
            where = model.place(table, row, column)
            findings.append(model.Finding("B216", where, message, hint))
    return findings
