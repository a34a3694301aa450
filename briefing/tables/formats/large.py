"""Parquet and large delimited files: DuckDB reads only the rows that series ask for."""

from briefing.model import Row
from briefing.tables.formats.content import MOST_ROWS, Content, Given, too_many, unfit
from briefing.workspace import large

_PARQUET = "parquet"


def read(given: Given) -> Content:
    """The rows that a series is cut from, numbered as in the file; all where no series cuts."""
    spec = given.spec
    assert given.stored is not None
    conditions = [cut.where for cut in given.cuts]
    wanted = None if not conditions or not all(conditions) else conditions
    dialect = None
    if spec.format != _PARQUET:
        dialect = large.Dialect(spec.delimiter, spec.quote, spec.skip, spec.encoding)
    columns: tuple[str, ...] = ()
    try:
        most = given.most or MOST_ROWS + 1
        columns, found = large.rows(given.stored, dialect, wanted, most)
    except large.UnreadableError as error:
        raise unfit(given, f"{given.file}: {error}", error.hint) from None
    if len(found) > MOST_ROWS:
        raise too_many(given)
    rows = tuple(Row(number, dict(zip(columns, cells, strict=True))) for number, cells in found)
    return Content(given.file, columns, rows)
