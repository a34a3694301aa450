"""What a reader of a format is given and what it gives back."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

from briefing.model import Finding, Place, Refusal, Row, SeriesSpec, TableSpec
from briefing.tables.decode import UnfitError
from briefing.tables.months import spoken_months
from briefing.workspace import shown
from briefing.workspace.large import Stored

MOST_ROWS = 1_000_000
MOST_COLUMNS = 1_000
MOST_CELLS = 5_000_000


class Given(Struct, frozen=True):
    """A file as a reader gets it: its bytes, or where it is stored if it is too large for that.

    `file` is its name for places; `cuts` are the series that are cut from the table. `most` rows of
    what is stored are enough for who only looks at them; 0 means all.
    """

    spec: TableSpec
    file: str
    data: bytes = b""
    stored: Stored | None = None
    cuts: tuple[SeriesSpec, ...] = ()
    most: int = 0


class Content(Struct, frozen=True):
    """The rows of a file, under the name by which its cells are found (`trade.xlsx#Data`)."""

    file: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    findings: tuple[Finding, ...] = ()
    plain: bool = False
    header: int = 1


def unfit(given: Given, message: str, hint: str, code: str = "B230", row: int = 1) -> UnfitError:
    """A refusal of the whole file, at one of its rows."""
    whole = f"table {given.spec.name}: {message}"
    return UnfitError(Refusal(whole, hint, code, Place(given.file, row)))


def gathered(given: Given, part: str, records: Iterable[tuple[int, Mapping[str, str]]]) -> Content:
    """Records with their numbers as rows of one set of columns, in order of their first use.

    What a record lacks is an empty cell. `part` says where in the file the numbers count.
    """
    columns: dict[str, None] = {}
    kept: list[tuple[int, Mapping[str, str]]] = []
    for number, record in records:
        columns.update(dict.fromkeys(record))
        if not all(isinstance(text, str) for text in (*record, *record.values())):
            raise TypeError("a name or a cell that is no text")
        kept.append((number, record))
        if len(kept) > MOST_ROWS or len(columns) > MOST_COLUMNS:
            raise too_many(given)
    empty = dict.fromkeys(columns, "")
    rows = tuple(Row(number, {**empty, **record}) for number, record in kept)
    return Content(f"{given.file}#{part}" if part else given.file, tuple(columns), rows)


def too_many(given: Given) -> UnfitError:
    """A refusal of what has too many rows, columns or cells."""
    return unfit(
        given,
        f"more than {MOST_ROWS:,} rows or {MOST_COLUMNS:,} columns",
        "ask the source for less; Parquet and large delimited files are read by rows (extra large)",
        "B205",
    )


def named(cells: Sequence[str]) -> tuple[str, ...]:
    """A header's cells as names of columns; one without a name is called after its place."""
    return tuple(
        " ".join(cell.split()) or f"column {number}" for number, cell in enumerate(cells, 1)
    )


def joined(rows: Sequence[Sequence[str]]) -> list[str]:
    """Several header rows as one; a cell above counts for the empty ones to its right."""
    width = max(map(len, rows))
    parts: list[list[str]] = [[] for _ in range(width)]
    for index, row in enumerate(rows):
        last = ""
        for column in range(width):
            cell = row[column].strip() if column < len(row) else ""
            last = cell or (last if index < len(rows) - 1 else "")
            if last:
                parts[column].append(last)
    return [" ".join(part) for part in parts]


def doubled(given: Given, columns: Sequence[str], number: int) -> None:
    """Refuse a header that names a column twice."""
    names = [name for name, count in Counter(columns).items() if count > 1]
    if names:
        message = f"two columns are called “{shown(names[0])}”"
        raise unfit(given, message, "give each column a name of its own", "B203", number)


def ends(spec: TableSpec, cells: Sequence[str]) -> bool:
    """Whether the table ends before this row, as the manifest's `end:` says."""
    if not spec.end:
        return False
    if spec.end == "blank":
        return not any(cell.strip() for cell in cells)
    return next((c.strip() for c in cells if c.strip()), "").startswith(spec.end)


_YEAR = re.compile(r"((?:1[5-9]|20)\d\d(?:-(?:Q[1-4]|0[1-9]|1[0-2]))?)(?:\s*\[YR\d{4}\])?")
_QUARTER = re.compile(r"(\d{4})[ -]?[QK]([1-4])|(\d{4}) ([1-4])Q")
_MONTH = re.compile(r"(\d{4})(?:-?M| )(\d{1,2}|[A-Za-z]{3})")
_NOTED = re.compile(r"((?:1[5-9]|20)\d\d) ?\d{1,2}\)")
_COMPACT = re.compile(r"((?:1[5-9]|20)\d\d)(0[1-9]|1[0-2])")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def header_period(text: str, compact: bool = False) -> str:
    """The period that a header names, as cells write it; empty where it names none.

    `2014`, `2014 [YR2014]`, `2014-Q3`, `2014Q3`, `2014M09`, `2014-M09`, `2014 Sep`, and
    `20142)` with the mark of a note; `compact` reads `201409` too, which elsewhere is a number.
    """
    written = text.strip()
    if compact and (match := _COMPACT.fullmatch(written)):
        return f"{match[1]}-{match[2]}"
    if match := _YEAR.fullmatch(written) or _NOTED.fullmatch(written):
        return match[1]
    if match := _MONTH.fullmatch(written):
        month = match[2].lower()
        number = _MONTHS.index(month) + 1 if month in _MONTHS else 0
        number = int(month) if month.isdigit() else number
        return f"{match[1]}-{number:02d}" if 1 <= number <= 12 else ""
    if match := _QUARTER.fullmatch(written):
        return f"{match[1] or match[3]}-Q{match[2] or match[4]}"
    return spoken_months(written)
