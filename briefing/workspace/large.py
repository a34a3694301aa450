"""Large files of a project, queried where they are stored by DuckDB that may read nothing else."""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any

from msgspec import Struct

from briefing.model import Refusal
from briefing.workspace import installed

Where = Mapping[str, Sequence[str]]
_FLOATS = ("FLOAT", "DOUBLE")


class Stored(Struct, frozen=True):
    """A regular file of the project: where it is, the SHA-256 of its bytes, and its lines."""

    path: str
    sha256: str
    lines: int = 0


class Dialect(Struct, frozen=True):
    """How a delimited file is written."""

    delimiter: str
    quote: str
    skip: int
    encoding: str


class UnreadableError(Refusal):
    """The file can't be read, or not so: why, and what to do."""


def rows(
    stored: Stored, dialect: Dialect | None, wanted: Sequence[Where] | None, most: int
) -> tuple[tuple[str, ...], list[tuple[int, tuple[str, ...]]]]:
    """The columns, and the rows that meet one of the conditions (None: all), numbered from 1.

    Cells are text; a whole number stands without the point that binary floats are written with.
    Without a dialect the file is Parquet. Raises UnreadableError.
    """
    duckdb = installed.extra("duckdb", "large", "Parquet and large tables")
    connection = _connected(duckdb, stored.path).cursor()
    try:
        source, parameters = _source(stored, dialect)
        described = connection.execute(f"DESCRIBE SELECT * FROM {source}", parameters).fetchall()
        kinds = {str(name): str(kind) for name, kind, *_ in described if name != _NUMBER}
        _known(kinds, wanted)
        condition, values = _condition(kinds, wanted)
        cells = ", ".join(_cell(name, kind) for name, kind in kinds.items())
        last = "" if dialect is None else f"OR {_NUMBER} >= {stored.lines:d}"
        query = (
            f"SELECT {_NUMBER}, {cells}, {condition} FROM {source} WHERE {condition} {last} "
            f"ORDER BY 1 LIMIT {most:d}"
        )
        asked = [*values, *parameters, *values]
        found = _placed(
            connection.execute(query, asked).fetchall(),
            None if dialect is None else stored.lines,
            most,
        )
    except duckdb.Error as error:
        raise UnreadableError(
            f"DuckDB can't read it: {str(error).splitlines()[0][:160]}",
            "look whether it is what `format:` says, and whole",
        ) from None
    finally:
        connection.close()
    first = 1 if dialect is None else 0
    return tuple(kinds), [(int(row[0]) + first, row[1:]) for row in found]


_NUMBER = "file_row_number"


@lru_cache(maxsize=4)
def _connected(duckdb: Any, path: str) -> Any:
    """A database in memory that may read one file: what may be read is said before access to all
    else is shut, and then nothing of it can be changed.

    It remembers nothing of the file, which is read as it is at each query, and is opened once for
    many of them: opening takes longer than most queries.
    """
    connection = duckdb.connect(
        ":memory:",
        config={
            "autoinstall_known_extensions": "false",
            "autoload_known_extensions": "false",
            "allow_community_extensions": "false",
            "memory_limit": "160MB",
            "threads": "1",
            "temp_directory": "",
            "preserve_insertion_order": "false",
            "enable_external_file_cache": "false",
        },
    )
    connection.execute("SET allowed_paths = [$path]".replace("$path", _quoted(path)))
    for setting in ("enable_external_access = false", "lock_configuration = true"):
        connection.execute(f"SET {setting}")
    return connection


def _source(stored: Stored, dialect: Dialect | None) -> tuple[str, list[Any]]:
    if dialect is None:
        return "read_parquet(?, file_row_number = true)", [stored.path]
    # The header is a line: the first row of data is the one after it.
    first = dialect.skip + 2
    return (
        f"(SELECT *, row_number() OVER () + {first - 1:d} AS {_NUMBER} FROM read_csv(?, "
        "all_varchar = true, header = true, delim = ?, quote = ?, skip = ?, encoding = ?, "
        "null_padding = false, parallel = false, nullstr = '\\0'))"
    ), [stored.path, dialect.delimiter, dialect.quote, dialect.skip, dialect.encoding]


def _placed(found: Sequence[tuple[Any, ...]], last: int | None, most: int) -> list[tuple[Any, ...]]:
    """The rows asked for. Raises UnreadableError where the number of a row doesn't say its line:
    then the last row, which is always asked for, has not that of the last line."""
    numbers = [row[0] for row in found if last is not None and row[0] >= last]
    if last is not None and len(found) < most and numbers != [last]:
        raise UnreadableError(
            "its rows are not its lines, one by one",
            "take out empty lines and line breaks in cells, so that each cell can be found again, "
            "or save it as Parquet",
        )
    return [row[:-1] for row in found if row[-1]]


def _known(kinds: Mapping[str, str], wanted: Sequence[Where] | None) -> None:
    for where in wanted or ():
        for column in where:
            if column not in kinds:
                listed = ", ".join(list(kinds)[:20])
                raise UnreadableError(f"no column “{column}”", f"the columns are: {listed}")


def _condition(kinds: Mapping[str, str], wanted: Sequence[Where] | None) -> tuple[str, list[str]]:
    if wanted is None:
        return "true", []
    alternatives: list[str] = []
    values: list[str] = []
    for where in wanted:
        parts = []
        for column, any_of in where.items():
            marks = ", ".join("?" * len(any_of))
            parts.append(f"{_cell(column, kinds[column], named=False)} IN ({marks})")
            values += any_of
        alternatives.append("(" + " AND ".join(parts) + ")")
    return "(" + " OR ".join(alternatives) + ")", values


def _cell(name: str, kind: str, named: bool = True) -> str:
    """A column as text."""
    column = _named(name)
    cast = column if kind == "VARCHAR" else f"CAST({column} AS VARCHAR)"
    if kind in _FLOATS:
        cast = f"regexp_replace({cast}, '\\.0$', '')"
    return f"coalesce({cast}, '') AS {column}" if named else cast


def _named(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"
