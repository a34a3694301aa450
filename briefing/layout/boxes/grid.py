"""Grids as tables of the page with their tags."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import NamedTuple

from briefing import model
from briefing.layout.box import Stack
from briefing.layout.boxes.narrowed import Again, Make, narrowed, tightest
from briefing.layout.boxes.table import Table, TableCell, TableRow
from briefing.layout.text.paragraph import Paragraph
from briefing.layout.text.setting import Setting
from briefing.model.style import TextStyle
from briefing.pdf import Element
from briefing.workspace import shown

# A number's last separator and the digits behind it; with three digits it groups thousands
# unless another of the column says otherwise.
_FRACTION = re.compile(r"([.,])(\d+)$")
_GROUP = 3
_MILLIMETRE = 72 / 25.4


class _Tags(NamedTuple):
    """The elements of a table: of its heads, and of the cells of each row; none for one that is
    only measured."""

    heads: tuple[Element | None, ...]
    rows: tuple[tuple[Element | None, ...], ...]


def grid(
    setting: Setting, what: str, place: model.Place, content: model.Grid, element: Element
) -> Table:
    """A grid under the element of its table: heads are TH, statuses stand in the marks' slot; set
    tighter where it is too wide. `what` and `place` name it in a finding."""
    make = _maker(content, place)
    made = narrowed(setting, make, element, None)
    return made if isinstance(made, Table) else refused(setting, make, what, place, element)


def grid_box(
    setting: Setting,
    what: str,
    place: model.Place,
    content: model.Grid,
    element: Element,
    again: str,
) -> Table | Stack:
    """A grid as `grid` makes it, or, where it is too wide even so, in parts, which have some of its
    columns each, the later ones below `again`."""
    make = _maker(content, place)
    made = narrowed(setting, make, element, Again(again, place))
    return made if made is not None else refused(setting, make, what, place, element)


def _maker(content: model.Grid, place: model.Place) -> Make:
    """What sets a grid."""

    def make(
        setting: Setting,
        element: Element | None,
        *,
        hyphenated: bool = False,
        columns: Sequence[int] | None = None,
    ) -> Table:
        part = content if columns is None else _part(content, columns)
        tags = _tags(part, element) if element is not None else _untagged(part)
        return _table(setting, part, tags, place, hyphenated=hyphenated)

    return make


def _part(content: model.Grid, columns: Sequence[int]) -> model.Grid:
    """The grid with these columns of it, the first among them."""
    rows = (
        model.GridRow(
            row.head,
            tuple(row.cells[index - 1] for index in columns[1:] if row.cells),
            row.spaced,
            row.strong,
        )
        for row in content.rows
    )
    return model.Grid(tuple(content.columns[index] for index in columns), tuple(rows))


def _tags(content: model.Grid, element: Element) -> _Tags:
    head_row = element.child("THead").child("TR")
    heads = tuple(head_row.child("TH", scope="Column") for _ in content.columns)
    body = element.child("TBody")
    rows: list[tuple[Element, ...]] = []
    for row in content.rows:
        made = body.child("TR")
        if row.cells:
            first = made.child("TH", scope="Row")
            rows.append((first, *(made.child("TD") for _ in row.cells)))
        else:
            rows.append((made.child("TH", scope="Column", col_span=len(content.columns)),))
    _name_heads(head_row, body)
    return _Tags(heads, tuple(rows))


def _untagged(content: model.Grid) -> _Tags:
    heads = (None,) * len(content.columns)
    return _Tags(heads, tuple((None,) * (1 + len(row.cells)) for row in content.rows))


def _table(
    setting: Setting, content: model.Grid, tags: _Tags, place: model.Place, *, hyphenated: bool
) -> Table:
    text = setting.text.grid
    setter = _Setter(setting, place, content.columns, hyphenated=hyphenated)
    heads = zip(content.columns, tags.heads, strict=True)
    head = tuple(TableCell(setter.head(column, element)) for column, element in heads)
    shorts = _shorts(setting, content)
    return Table(
        head=(TableRow(head),),
        rows=tuple(
            setter.row(row, elements, short)
            for row, elements, short in zip(content.rows, tags.rows, shorts, strict=True)
        ),
        numeric=tuple(column.numeric for column in content.columns),
        mark=text.mark,
        look=setting.look,
        bars=tuple(column.bars for column in content.columns),
    )


@dataclass(frozen=True)
class _Setter:
    """Sets the rows of a grid; words of heads and of the columns that are no numbers may be
    hyphenated."""

    setting: Setting
    place: model.Place
    columns: Sequence[model.Column]
    hyphenated: bool

    def head(self, column: model.Column, element: Element | None) -> Paragraph:
        """The head of a column."""
        made = self.setting.plain(
            column.head,
            self.setting.text.grid.head,
            element,
            self.place,
            hyphenated=self.hyphenated,
            capital=True,
        )
        return replace(made, align=_side(column))

    def row(
        self, row: model.GridRow, elements: Sequence[Element | None], shorts: Sequence[float]
    ) -> TableRow:
        """A row; one without cells is a head of those below."""
        text = self.setting.text.grid
        if not row.cells:
            made = self.setting.plain(row.head, text.strong, elements[0], self.place)
            return TableRow((TableCell(made),), row.spaced, heads=True)
        kind = text.strong if row.strong else text.cell
        cells = [TableCell(self._text(row.head, kind, elements[0], self.columns[0]))]
        for cell, column, short, element in zip(
            row.cells, self.columns[1:], shorts, elements[1:], strict=True
        ):
            value = cell.fact.value if column.bars and cell.fact is not None else None
            bar = value if isinstance(value, Decimal) else None
            said, means = (
                self._text(cell.text, kind, element, column),
                self.setting.means(cell.status),
            )
            marks, grid = cell.status.marks, self.setting.look.style.grid
            if marks and not column.numeric:
                short = grid.mark + self.setting.look.width(marks, text.mark)
            cells.append(TableCell(said, marks, short, cell.fact, element, bar, means))
        return TableRow(tuple(cells), row.spaced)

    def _text(
        self, text: str, kind: TextStyle, element: Element | None, column: model.Column
    ) -> Paragraph:
        hyphenated = self.hyphenated and not column.numeric
        made = self.setting.plain(
            text, kind, element, self.place, hyphenated=hyphenated, capital=True
        )
        return replace(made, align=_side(column))


def _side(column: model.Column) -> str:
    return "right" if column.numeric else "left"


def _name_heads(head_row: Element, body: Element) -> None:
    """In a table of groups each cell names its heads: column, group, row.

    A group's head is a column's head too, which ends the search for further ones (HTML 4.01,
    11.4.3, which ISO 32000-1 adopts): readers would lose the columns' own heads.
    """
    rows = [row.children for row in body.children]
    if all(len(cells) > 1 for cells in rows):
        return
    group: tuple[Element, ...] = ()
    for cells in rows:
        if len(cells) == 1:
            group = cells
            continue
        for column, cell in zip(head_row.children[1:], cells[1:], strict=True):
            cell.attributes["headers"] = (column, *group, cells[0])


def _shorts(setting: Setting, content: model.Grid) -> list[list[float]]:
    """How far each number stays from its column's right edge, so that the points align."""
    rows = [row for row in content.rows if row.cells]
    columns = [
        _column_shorts(setting, [row.cells[index] for row in rows], column.numeric)
        for index, column in enumerate(content.columns[1:])
    ]
    found = iter([[column[i] for column in columns] for i in range(len(rows))])
    return [next(found) if row.cells else [] for row in content.rows]


def _column_shorts(setting: Setting, cells: Sequence[model.Cell], numeric: bool) -> list[float]:
    fractions = [_FRACTION.search(cell.text) if numeric else None for cell in cells]
    points = {m.group(1) for m in fractions if m is not None and len(m.group(2)) != _GROUP}
    tails = [m.group(0) if m is not None and m.group(1) in points else "" for m in fractions]
    look = setting.look
    widths = [look.width(tail, look.style.text.grid.cell) for tail in tails]
    longest = max(widths, default=0.0)
    return [
        longest - width if cell.text[-1:].isdigit() and numeric else 0.0
        for cell, width in zip(cells, widths, strict=True)
    ]


def refused(setting: Setting, make: Make, what: str, place: model.Place, element: Element) -> Table:
    """The table as narrow as it gets, with a finding: the page can't hold it."""
    table, widest = tightest(setting, make, element), setting.look.style.width
    needed, count = sum(table.least()), len(table.numeric)
    columns = f"its {count} columns need" if count > 1 else "its column needs"
    setting.findings.append(
        model.Finding(
            "B404",
            place,
            f"{what}: {columns} {needed / _MILLIMETRE:.0f} mm, "
            f"the page has {widest / _MILLIMETRE:.0f} mm",
            "show fewer columns, write transpose: true in a grid’s entry, or shorten what is "
            f"long: “{shown(table.longest())}”",
        )
    )
    return table
