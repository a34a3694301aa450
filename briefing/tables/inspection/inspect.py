"""A file looked at: what it is, and the entry of the manifest that reads it."""

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct, structs

from briefing.model import Finding, Period, TableSpec, Wide
from briefing.tables.decode import UnfitError
from briefing.tables.formats import Content, Given, header_period, read
from briefing.tables.formats.content import unfit
from briefing.tables.formats.workbook import Sheet, sheets
from briefing.tables.inspection.columns import SAME, Column, Roles, roles
from briefing.tables.inspection.figures import is_period
from briefing.tables.inspection.kind import Kind, kind
from briefing.tables.inspection.layout import Layout, Line, delimiter, layout, lines
from briefing.tables.inspection.members import Members, known_country
from briefing.tables.inspection.proposal import Proposal, base, proposal, slug
from briefing.tables.inspection.units import unit
from briefing.tables.wide import lengthened, parted
from briefing.workspace.large import Stored

_WORKBOOKS = ("xlsx", "xls", "ods")
# Of a large file so many rows are looked at.
_LOOKED_AT = 50_000
# So many headers that are countries are no chance.
_MEMBERS = 3
_PAIR = ("CURRENCY", "CURRENCY_DENOM")


class Inspection(Struct, frozen=True):
    """What a file is, in values.

    `unit_said` are the words that the unit was taken from, empty where the file says none; where
    not all rows were looked at, `part` says so.
    """

    file: str
    kind: Kind
    sheets: tuple[Sheet, ...]
    layout: Layout | None
    rows: int
    columns: tuple[Column, ...]
    members: tuple[Members, ...]
    periods: tuple[str, ...]
    proposal: Proposal
    unit_said: str
    part: bool = False

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What is doubtful in the file when it is read as proposed."""
        return self.proposal.findings

    def countries(self, column: str) -> Mapping[str, str]:
        """The keys of a column that are countries, and their codes."""
        return next((m.known for m in self.members if m.column == column), {})


def inspect(
    file: str, data: bytes | Stored, format: str = "delimited", sheet: str = "", member: str = ""
) -> Inspection:
    """Look at a file of a project. Raises UnfitError where no format reads it.

    `format` is that of a file that is stored, of which only the first rows are looked at.
    """
    name = slug(file.rpartition("/")[2].split(".")[0], "table")
    spec = base(name, file, format=format, sheet=sheet, member=member)
    given = _given(spec, data)
    found = kind(given)
    spec = structs.replace(spec, format=found.format, encoding=found.encoding, member=found.member)
    pages: tuple[Sheet, ...] = ()
    grid: Sequence[Line] = ()
    if found.format in _WORKBOOKS:
        pages, chosen, grid = sheets(structs.replace(found.given, spec=spec))
        several = sum(page.visible for page in pages) > 1
        spec = structs.replace(spec, sheet=chosen if several or sheet else "")
    elif found.format in ("delimited", "sdmx-csv"):
        spec = structs.replace(spec, delimiter=delimiter(found.text))
        grid = lines(found.text, spec.delimiter) if found.format == "delimited" else ()
    where = layout(grid)
    if where is not None:
        one = len(where.header) == 1
        skip, header = (where.header[0] - 1, ()) if one else (0, where.header)
        spec = structs.replace(spec, skip=skip, header=header, start=where.start, end=where.end)
    elif found.format in ("delimited", *_WORKBOOKS):
        spec = structs.replace(spec, skip=_first_line(grid))
    return _inspected(spec, data, found, pages, where, grid)


def _first_line(grid: Sequence[Line]) -> int:
    """How many lines stand above the first row of several cells."""
    return next((n - 1 for n, cells in grid if sum(map(bool, cells)) > 1), 0)


def _given(spec: TableSpec, data: bytes | Stored) -> Given:
    if isinstance(data, Stored):
        return Given(spec, spec.file.text, stored=data, most=_LOOKED_AT)
    return Given(spec, spec.file.text, data)


def _inspected(
    spec: TableSpec,
    data: bytes | Stored,
    found: Kind,
    pages: tuple[Sheet, ...],
    where: Layout | None,
    grid: Sequence[Line],
) -> Inspection:
    content = read(_given(spec, data))
    spec, content = _long(spec, content)
    told = roles(content, spec.value, spec.period)
    if not content.rows:
        raise unfit(
            _given(spec, data), f"{spec.file.text} holds no row of data", "ask for it again"
        )
    if not told.period:
        message = f"{spec.file.text}: no column holds periods, and no header names them"
        hint = (
            f"its columns are: {_listed(content)}; of one that says them in words make one of "
            "periods: members: {year: {of: PER, are: {INI: 2007, END: 2011}}}, period: year"
        )
        raise unfit(_given(spec, data), message, hint, "B208")
    says, said = _rate(content) or unit(
        [*told.values, *_said(content, told), *_around(grid, where)]
    )
    tried = proposal(spec, content, told, says, f"{spec.name}_source", data)
    periods = {header_period(p, compact=True) or p for p in _cells(content, told.period)}
    return Inspection(
        file=spec.file.text,
        kind=found,
        sheets=pages,
        layout=where,
        rows=len(content.rows),
        columns=told.columns,
        members=told.members,
        periods=tuple(sorted(filter(is_period, periods), key=Period.parse)),
        proposal=tried,
        unit_said=said,
        part=isinstance(data, Stored) and len(content.rows) >= _LOOKED_AT,
    )


def _long(spec: TableSpec, content: Content) -> tuple[TableSpec, Content]:
    """The content with periods that stand in its header made rows, and the spec that says so."""
    headers = [period for name in content.columns if (period := header_period(name))]
    both = [period for name in content.columns if (period := parted(name)[0])]
    member = _free("measure", content) if len(headers) < 2 <= len(both) else ""
    if len(headers) < 2 and not member:
        return _of_members(spec, content)
    years = all(len(period) == 4 for period in (both if member else headers))
    name = _free("year" if years else "period", content)
    wide = Wide(name, periods=True, member=member)
    spec = structs.replace(spec, columns=wide, period=name, value=_free("value", content))
    return spec, lengthened(spec, content)


def _of_members(spec: TableSpec, content: Content) -> tuple[TableSpec, Content]:
    """The same with countries that stand in its header."""
    headers = [name for name in content.columns if known_country(name)]
    if len(headers) < _MEMBERS or spec.format not in ("delimited", *_WORKBOOKS):
        return spec, content
    told = roles(content)
    if not told.period or not set(headers) <= set(told.values):
        return spec, content
    wide = Wide(_free("partner", content), periods=False, of=tuple(headers))
    spec = structs.replace(spec, columns=wide, period=told.period, value=_free("value", content))
    return spec, lengthened(spec, content)


def _rate(content: Content) -> tuple[str, str] | None:
    """The unit of rates of exchange of SDMX, where all rows are of one pair of currencies."""
    pair = [{row.cells.get(name, "") for row in content.rows} for name in _PAIR]
    if any(len(cells) != 1 or not all(cells) for cells in pair):
        return None
    one, other = (cells.pop() for cells in pair)
    return f"{one} per {other}", ", ".join(_PAIR)


def _free(name: str, content: Content) -> str:
    return name if name not in content.columns else f"{name}_"


def _cells(content: Content, column: str) -> Iterator[str]:
    return (row.cells[column].strip() for row in content.rows)


def _listed(content: Content) -> str:
    return ", ".join(content.columns[:20])


def _said(content: Content, told: Roles) -> list[str]:
    """Cells that are the same in all rows, or say a unit: what the figures are."""
    named = [c for c in content.columns if c not in (told.period, *told.values)]
    units = [c for c in named if "unit" in c.casefold() or c == "indicator"]
    same = [c.name for c in told.columns if c.holds == SAME]
    few = [content.rows[0].cells[name] for name in (*units, *same) if name in named]
    first = [content.rows[0].cells[name] for name in told.keys]
    return [*few, *first]


def _around(grid: Sequence[Line], where: Layout | None) -> Iterator[str]:
    """What stands above and below the table."""
    if where is None:
        return
    for number, cells in grid:
        if number <= where.header[-1] + 3 or number > where.last:
            yield from (cell for cell in cells if not header_period(cell))


__all__ = ["Inspection", "UnfitError", "inspect"]
