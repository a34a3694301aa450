"""Where a cell stands in its file."""

from collections.abc import Sequence

from briefing.model import Place, Row, Table


def column_of(cells: Sequence[str], index: int) -> int:
    """The character column, from 1, at which a cell of an unquoted row begins."""
    return 1 + sum(len(cell) + 1 for cell in cells[:index])


def place(table: Table, row: Row, column: str) -> Place:
    """The place of a cell; column 1 where quoted cells make its own unknown."""
    if not table.plain:
        return Place(table.file, row.number)
    return Place(
        table.file, row.number, column_of(list(row.cells.values()), table.columns.index(column))
    )
