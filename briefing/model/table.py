"""Data as sources gave it, with where each cell stands."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date

from msgspec import Struct

from briefing.model.text import Phrase, Place, Text

_STATED = "facts."


class CellRef(Struct, frozen=True, order=True):
    """One cell of a file: path in the project, row from 1, column name.

    The row is a line (the header is one), a sheet's row (`trade.xlsx#Data`), or the number of a
    record among those that the path's fragment names (`gdp.json#1`, `exports.px#DATA`).
    """

    file: str
    row: int
    column: str

    @property
    def path(self) -> str:
        """The file's path in the project, whatever part of it the cell stands in."""
        return self.file.partition("#")[0]


def stated_column(name: str) -> str:
    """The column of a fact that the author states: its key in the manifest."""
    return f"{_STATED}{name}"


def is_stated(column: str) -> bool:
    """Whether a column is no table's but a stated fact's."""
    return column.startswith(_STATED)


def are_stated(columns: Collection[str]) -> bool:
    """Whether a value was made of stated facts alone."""
    return bool(columns) and all(map(is_stated, columns))


class Source(Struct, frozen=True):
    """Who published data, and when it was taken from there.

    `language` (BCP 47) is that of its title and publisher, where it isn't the document's.
    """

    name: str
    title: Text
    publisher: Text
    place: Place
    url: Phrase | None = None
    retrieved: date | None = None
    published: str = ""
    licence: Text | None = None
    basis: Text | None = None
    language: str = ""


class Row(Struct, frozen=True):
    """One record: its number in the file (line, sheet's row, record) and its cells by column name,
    as written.

    `at` is the column of the file in which the value stands, where it is not that of its name: a
    wide table's header.
    """

    number: int
    cells: Mapping[str, str]
    at: str = ""


class Table(Struct, frozen=True):
    """The rows of one file as they stand in it.

    `plain` says that no cell is quoted: a cell's place in its line follows from those before it.
    """

    name: str
    file: str
    sha256: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    plain: bool = False


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
