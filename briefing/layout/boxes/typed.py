"""Tables that the author typed, as tables of the page with their tags."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from briefing import model
from briefing.layout.box import Stack
from briefing.layout.boxes.grid import refused
from briefing.layout.boxes.narrowed import Again, Make, narrowed
from briefing.layout.boxes.table import Table, TableCell, TableRow
from briefing.layout.text.setting import Setting
from briefing.model.style import TextStyle
from briefing.pdf import Element

_Cells = tuple[tuple[model.Inline, ...], ...]


def captioned(
    setting: Setting, block: model.MarkdownTable, parent: Element, continued: str
) -> Table | Stack:
    """A table of the author's, under its number and caption where it has one."""
    element = parent.child("Table")
    if not block.caption:
        return typed(setting, block, element, continued)
    caption, text = element.child("Caption"), setting.text.exhibit
    label = setting.plain(block.label, text.label, caption.child("P"), block.place, keep=True)
    title = setting.paragraph(
        block.caption, text.title, caption.child("P"), keep=True, balanced=True
    )
    table = typed(setting, block, element, continued)
    return Stack((label, title, table), before=table.before, after=table.after)


def typed(
    setting: Setting, block: model.MarkdownTable, element: Element, continued: str
) -> Table | Stack:
    """A table of the author's, aligned as typed; in parts where it is too wide."""
    make = _maker(block)
    words = f"{block.label} {continued}".strip()
    made = narrowed(setting, make, element, Again(words, block.place))
    return made if made is not None else refused(setting, make, "this table", block.place, element)


def _maker(block: model.MarkdownTable) -> Make:
    """What sets a table."""

    def make(
        setting: Setting,
        element: Element | None,
        *,
        hyphenated: bool = False,
        columns: Sequence[int] | None = None,
    ) -> Table:
        kept = range(len(block.head)) if columns is None else columns
        setter = _Setter(setting, tuple(block.alignment[i] for i in kept), hyphenated)
        return setter.table(_kept(block.head, kept), [_kept(r, kept) for r in block.rows], element)

    return make


def _kept(cells: _Cells, columns: Sequence[int]) -> _Cells:
    return tuple(cells[index] for index in columns)


@dataclass(frozen=True)
class _Setter:
    """Sets rows in columns of that alignment."""

    setting: Setting
    alignment: tuple[str, ...]
    hyphenated: bool

    def table(self, head: _Cells, rows: Sequence[_Cells], element: Element | None) -> Table:
        """Heads and rows, with tags under the element of the table, where there is one."""
        look, text = self.setting.look, self.setting.text.grid
        heads = element.child("THead") if element is not None else None
        body = element.child("TBody") if element is not None else None
        return Table(
            head=(self._row(head, text.head, heads, "TH"),),
            rows=tuple(self._row(row, text.cell, body, "TD") for row in rows),
            numeric=tuple(False for _ in self.alignment),
            mark=text.mark,
            look=look,
            before=look.style.grid.before,
            after=look.style.grid.after,
        )

    def _row(self, cells: _Cells, kind: TextStyle, group: Element | None, role: str) -> TableRow:
        row = group.child("TR") if group is not None else None
        made: list[TableCell] = []
        for cell, align in zip(cells, self.alignment, strict=True):
            element = None
            if row is not None:
                element = row.child("TH", scope="Column") if role == "TH" else row.child("TD")
            text = self.setting.paragraph(
                cell, kind, element, hyphenated=self.hyphenated, capital=True
            )
            made.append(TableCell(replace(text, align=align)))
        return TableRow(tuple(made))
