"""Workbooks: XLSX, XLS and ODS by python-calamine, behind a guard."""

import datetime
from collections.abc import Mapping, Sequence
from typing import Any

from msgspec import Struct

from briefing.model import Finding, Place, Row
from briefing.tables.decode import UnfitError
from briefing.tables.formats import content, guard
from briefing.workspace import installed, shown


class Sheet(Struct, frozen=True):
    """A sheet of a workbook, and whether it is seen."""

    name: str
    visible: bool


_HINT = "save the workbook with its values (open it and save it again), or mend the cell"


def read(given: content.Given) -> content.Content:
    """The rows of a sheet: the one that `sheet:` names, or the only one that is seen.

    Numbers are those that are stored, a hidden sheet is read only by its name; a cell that holds
    an error, or a formula that nobody computed, is a finding at its row.
    """
    doubtful, book = _opened(given)
    pages = _pages(book)
    name = _chosen(given, [p.name for p in pages], [p.name for p in pages if p.visible])
    file = f"{given.file}#{name}"
    texts = _texts(given, book, name)
    number, columns = _header(given, texts)
    content.doubled(given, columns, number)
    rows = []
    for index, row in enumerate(texts[number:], number + 1):
        if index < given.spec.start:
            continue
        if content.ends(given.spec, row):
            break
        if any(cell.strip() for cell in row):
            rows.append(Row(index, dict(zip(columns, row, strict=True))))
    last = rows[-1].number if rows else number
    findings = tuple(
        Finding("B231", Place(file, cell.row), _says(given, cell, columns), _HINT)
        for cell in doubtful.get(name, ())
        if number < cell.row <= last and cell.column <= len(columns)
    )
    return content.Content(file, columns, tuple(rows), findings, header=number)


def sheets(given: content.Given) -> tuple[tuple[Sheet, ...], str, list[tuple[int, list[str]]]]:
    """All sheets; the name of the one that `sheet:` names, else of the first that is seen; and its
    rows with their numbers."""
    _, book = _opened(given)
    pages = _pages(book)
    seen = [page.name for page in pages if page.visible or page.name == given.spec.sheet]
    name = _chosen(given, [page.name for page in pages], seen[:1])
    return pages, name, list(enumerate(_texts(given, book, name), 1))


def _pages(book: Any) -> tuple[Sheet, ...]:
    return tuple(Sheet(s.name, str(s.visible).endswith(".Visible")) for s in book.sheets_metadata)


def _texts(given: content.Given, book: Any, name: str) -> list[list[str]]:
    try:
        cells = book.get_sheet_by_name(name).to_python(skip_empty_area=False)
    except Exception as error:  # calamine's errors share no class of their own but this
        raise _unreadable(given, error) from None
    return [[_text(cell) for cell in row] for row in cells]


def _opened(given: content.Given) -> tuple[Mapping[str, tuple[guard.Doubtful, ...]], Any]:
    from io import BytesIO

    calamine = installed.extra("python_calamine", "excel", "workbooks")
    doubtful = guard.examine(given)
    try:
        return doubtful, calamine.load_workbook(BytesIO(given.data))
    except Exception as error:  # calamine's errors share no class of their own but this
        raise _unreadable(given, error) from None


def _unreadable(given: content.Given, error: Exception) -> UnfitError:
    message = f"{given.file} can't be read as a workbook: {str(error)[:120]}"
    return content.unfit(given, message, "open it in a spreadsheet and save it again")


def _chosen(given: content.Given, names: Sequence[str], seen: Sequence[str]) -> str:
    wanted = given.spec.sheet
    if wanted in names:
        return wanted
    listed = ", ".join(shown(name) for name in names[:20])
    if wanted:
        raise content.unfit(given, f"no sheet “{shown(wanted)}”", f"the sheets are: {listed}")
    if len(seen) != 1:
        message = f"{given.file} has {len(seen)} sheets that are seen"
        raise content.unfit(given, message, f"name one by `sheet:`; the sheets are: {listed}")
    return seen[0]


def _header(given: content.Given, texts: Sequence[Sequence[str]]) -> tuple[int, tuple[str, ...]]:
    spec = given.spec
    lines = spec.header or (spec.skip + 1,)
    if lines[-1] > len(texts):
        message = f"the sheet ends at row {len(texts)}, above its header"
        raise content.unfit(given, message, "mend `skip:` or `header:`", "B203")
    return lines[-1], content.named(content.joined([texts[line - 1] for line in lines]))


def _text(value: Any) -> str:
    """A stored value as a cell; a whole number without the point that floats have."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
    if isinstance(value, datetime.datetime) and value.time() == datetime.time():
        return value.date().isoformat()
    if isinstance(value, datetime.date | datetime.time):
        return value.isoformat()
    return str(value)


def _says(given: content.Given, cell: guard.Doubtful, columns: Sequence[str]) -> str:
    name = columns[cell.column - 1]
    what = f"holds the error {shown(cell.error)}" if cell.error else "is a formula without a value"
    return f"table {given.spec.name}: cell {cell.reference} (“{shown(name)}”) {what}"
