"""What goes into the PDF of an edition: the data of its exhibits, and its record."""

import csv
import re
from collections.abc import Iterable, Iterator, Sequence
from io import StringIO

from briefing import language, model
from briefing.editions.passages import pointed

RECORD = "record.json"
RECORD_TYPE = "application/json"
_COLUMNS = ("name", "label", "period", "value", "unit", "status", "source", "is")
_PEOPLE = ("name", "native", "office", "since", "source")
_MOMENTS = ("period", "title", "detail", "source")
# Spreadsheets take a CSV file for UTF-8 when it begins so.
_BYTE_ORDER_MARK = "\ufeff"
# What begins a formula there, and behind a semicolon or tab, at which spreadsheets of other
# countries part the line.
_FORMULA = re.compile(r"(^|[;\t\r\n])(?=\s*[=+\-@])|^(?=[\t\r\n])")


def enclosed(document: model.Document, record: bytes) -> tuple[model.Attachment, ...]:
    """The record, and for each exhibit its data as CSV (UTF-8), a row a value.

    Values are in full, unrounded, in their own units; a status is its letters, as tables have
    them, and nothing where none is stated; `is` says how a derived one was made, the
    sources' codes are those of the document's list. The record leaves the words to the document.
    """
    cited = {s.name: f"{s.publisher} [{s.code}]".strip() for s in document.annex.sources}
    words = document.furniture
    own = model.encode(pointed(model.decode(record)))
    files = {RECORD: model.Attachment(RECORD, own, RECORD_TYPE, words.record)}
    for placed in document.exhibits:
        if isinstance(placed.exhibit.content, model.Changes):
            continue
        # What stands twice in a document has its second anchor's name there.
        names = (f"{placed.exhibit.name}.csv", f"{placed.anchor}.csv")
        name = next(name for name in names if name not in files)
        says = words.data_of.format(label=_called(placed, document.language))
        files[name] = model.Attachment(name, _table(placed, cited), "text/csv", says, placed.anchor)
    return tuple(files.values())


def _called(placed: model.Placed, code: str) -> str:
    title = "".join(getattr(inline, "text", " ") for inline in placed.title)
    return language.headed(code, placed.label, title) if placed.label else title


def _table(placed: model.Placed, cited: dict[str, str]) -> bytes:
    content = placed.exhibit.content
    assert not isinstance(content, model.Changes)
    if isinstance(content, model.Timeline):
        return _csv(
            _MOMENTS,
            (
                (str(m.fact.period), m.title, m.detail, _sources(m.sources, cited))
                for m in content.moments
            ),
        )
    if isinstance(content, model.People):
        return _csv(_PEOPLE, (_listed(person, cited) for person in content.people))
    rows: dict[tuple[str, str, str], tuple[str, ...]] = {}
    for label, fact in _labelled(content):
        row = _row(label, fact, cited)
        rows.setdefault((fact.name, str(fact.period), str(fact.unit)), row)
    return _csv(_COLUMNS, rows.values())


def _listed(person: model.Person, cited: dict[str, str]) -> tuple[str, ...]:
    since = str(person.since.value) if person.since else ""
    return person.name, person.native, person.holds, since, _sources(person.sources, cited)


def _csv(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    text = StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows(_inert(columns, row) for row in rows)
    return (_BYTE_ORDER_MARK + text.getvalue()).encode()


def _inert(columns: Sequence[str], row: Sequence[str]) -> Iterator[str]:
    """A row whose texts no spreadsheet runs: one that begins as a formula gets an apostrophe."""
    for column, cell in zip(columns, row, strict=True):
        yield cell if column == "value" else _FORMULA.sub(r"\1'", cell)


def _row(label: str, fact: model.Fact, cited: dict[str, str]) -> tuple[str, ...]:
    return (
        fact.name,
        label,
        str(fact.period or ""),
        model.written(fact.value) or "",
        str(fact.unit),
        fact.status.value,
        _sources(fact.sources, cited),
        str(fact.derivation or ""),
    )


def _sources(names: Iterable[str], cited: dict[str, str]) -> str:
    return "; ".join(cited.get(name, name) for name in names)


def _labelled(content: model.Chart | model.Grid | model.Tiles) -> Iterator[tuple[str, model.Fact]]:
    """Each fact that an exhibit shows, with the words by which it shows it."""
    if isinstance(content, model.Chart):
        for line in content.lines:
            for point in line.points:
                yield (line.label if point.at else point.label), point.fact
    elif isinstance(content, model.Tiles):
        for tile in content.tiles:
            yield tile.label, tile.fact
            yield from (("", fact) for fact in (*tile.changed, *model.facts_of(tile.meaning)))
            yield from (("", point.fact) for point in tile.spark)
    else:
        by_column = all(len(set(names)) == 1 for names in _names(content))
        for row in (row for row in content.rows if row.cells):
            for column, cell in zip(content.columns[1:], row.cells, strict=True):
                if cell.fact is not None:
                    yield (column.head if by_column else row.head), cell.fact


def _names(grid: model.Grid) -> Iterator[list[str]]:
    """The names of the facts of each column."""
    for cells in zip(*(row.cells for row in grid.rows if row.cells), strict=True):
        yield [cell.fact.name for cell in cells if cell.fact is not None]
