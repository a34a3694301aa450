"""Grids, and tables that the author typed, as tables of the page with their tags."""

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from briefing import model
from briefing.layout.box import Box, Stack
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


def grid(
    setting: Setting, what: str, place: model.Place, content: model.Grid, element: Element
) -> Table:
    """A grid under the element of its table: heads are TH, statuses stand in the marks' slot.

    `what` and `place` name it in a finding.
    """
    heads = tuple(column.head for column in content.columns)
    numeric = tuple(column.numeric for column in content.columns)
    head_row = element.child("THead").child("TR")
    head = tuple(
        TableCell(_head(setting, text, head_row, place, numeric=is_number))
        for text, is_number in zip(heads, numeric, strict=True)
    )
    body = element.child("TBody")
    shorts = _shorts(setting, content)
    rows = [
        _row(setting, row, body.child("TR"), place, content.columns, short)
        for row, short in zip(content.rows, shorts, strict=True)
    ]
    _name_heads(head_row, body)
    made = Table(
        head=(TableRow(head),),
        rows=tuple(rows),
        numeric=numeric,
        mark=setting.look.style.text.grid.mark,
        look=setting.look,
        bars=tuple(column.bars for column in content.columns),
    )
    return _fitting(setting, made, what, place)


def _head(
    setting: Setting, text: str, row: Element, place: model.Place, *, numeric: bool
) -> Paragraph:
    made = setting.plain(text, setting.text.grid.head, row.child("TH", scope="Column"), place)
    return replace(made, align="right" if numeric else "left")


def _row(
    setting: Setting,
    row: model.GridRow,
    element: Element,
    place: model.Place,
    columns: Sequence[model.Column],
    shorts: Sequence[float],
) -> TableRow:
    kind = setting.text.grid.strong if row.strong else setting.text.grid.cell
    if not row.cells:
        over = element.child("TH", scope="Column", col_span=len(columns))
        made = setting.plain(row.head, setting.text.grid.strong, over, place)
        return TableRow((TableCell(made),), row.spaced, heads=True)
    head = setting.plain(row.head, kind, element.child("TH", scope="Row"), place)
    cells = [TableCell(replace(head, align="right" if columns[0].numeric else "left"))]
    for cell, column, short in zip(row.cells, columns[1:], shorts, strict=True):
        child = element.child("TD")
        text = setting.plain(cell.text, kind, child, place)
        text = replace(text, align="right" if column.numeric else "left")
        mark = cell.status.marks
        if mark and not column.numeric:
            grid = setting.look.style.grid
            short = grid.mark + setting.look.width(mark, setting.look.style.text.grid.mark)
        means = setting.means(cell.status)
        value = cell.fact.value if column.bars and cell.fact is not None else None
        bar = value if isinstance(value, Decimal) else None
        cells.append(TableCell(text, mark, short, cell.fact, child, bar, means))
    return TableRow(tuple(cells), row.spaced)


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


def captioned(setting: Setting, block: model.MarkdownTable, parent: Element) -> Box:
    """A table of the author's, under its number and caption where it has one."""
    element = parent.child("Table")
    if not block.caption:
        return typed(setting, block, element)
    caption, text = element.child("Caption"), setting.text.exhibit
    label = setting.plain(block.label, text.label, caption.child("P"), block.place, keep=True)
    title = setting.paragraph(
        block.caption, text.title, caption.child("P"), keep=True, balanced=True
    )
    table = typed(setting, block, element)
    return Stack((label, title, table), before=table.before, after=table.after)


def typed(setting: Setting, block: model.MarkdownTable, element: Element) -> Table:
    """A table of the author's, aligned as typed."""
    head_row = element.child("THead").child("TR")
    head = tuple(
        TableCell(
            _typed(
                setting, cell, setting.text.grid.head, head_row.child("TH", scope="Column"), align
            )
        )
        for cell, align in zip(block.head, block.alignment, strict=True)
    )
    body = element.child("TBody")
    rows = []
    for row in block.rows:
        tr = body.child("TR")
        rows.append(
            TableRow(
                tuple(
                    TableCell(_typed(setting, cell, setting.text.grid.cell, tr.child("TD"), align))
                    for cell, align in zip(row, block.alignment, strict=True)
                )
            )
        )
    look = setting.look
    made = Table(
        head=(TableRow(head),),
        rows=tuple(rows),
        numeric=tuple(False for _ in block.alignment),
        mark=look.style.text.grid.mark,
        look=look,
        before=look.style.grid.before,
        after=look.style.grid.after,
    )
    return _fitting(setting, made, "this table", block.place)


def _typed(
    setting: Setting,
    inlines: tuple[model.Inline, ...],
    kind: TextStyle,
    element: Element,
    align: str,
) -> Paragraph:
    return replace(setting.paragraph(inlines, kind, element, hyphenated=False), align=align)


def _fitting(setting: Setting, table: Table, what: str, place: model.Place) -> Table:
    """The table, with a finding when the widest column of the page can't hold it."""
    look = setting.look
    widest = look.style.page.width - look.style.page.left - look.style.page.right
    needed = sum(table.least())
    if needed > widest:
        count = len(table.numeric)
        columns = f"its {count} columns need" if count > 1 else "its column needs"
        setting.findings.append(
            model.Finding(
                "B404",
                model.Severity.ERROR,
                place,
                f"{what}: {columns} {needed / _MILLIMETRE:.0f} mm, "
                f"the page has {widest / _MILLIMETRE:.0f} mm",
                "show fewer columns, write transpose: true in a grid’s entry, or shorten what is "
                f"long: “{shown(table.longest())}”",
            )
        )
    return table
