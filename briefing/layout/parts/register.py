"""The register of figures: a dense table over the page's width, linked with the text both ways."""

from dataclasses import replace

from briefing.layout.box import Column
from briefing.layout.boxes.grid import grid
from briefing.layout.boxes.table import Table, TableRow
from briefing.layout.flow.places import Item
from briefing.layout.links.rows import REGISTER, first_anchor, row_anchor
from briefing.layout.parts.headings import section_head
from briefing.layout.text.setting import Setting
from briefing.model import Link, Place, Register, Words
from briefing.pdf import Element


def register(setting: Setting, content: Register, parent: Element, place: Place) -> list[Item]:
    """The register's items: its head, its note, the table."""
    title = (Words(content.title, place),)
    head = section_head(setting, "", title, REGISTER, parent)
    dense = replace(setting, look=setting.look.dense())
    note = dense.plain(
        content.note, dense.text.data.subtitle, parent.child("P"), place, hyphenated=True
    )
    made = grid(dense, "the register of figures", place, content.grid, parent.child("Table"))
    table = _linked(dense, made, content, place)
    return [
        Item(head, Column.FULL),
        Item(replace(note, keep=True), Column.FULL),
        Item(table, Column.FULL, what="the register of figures", place=place),
    ]


def _linked(setting: Setting, table: Table, content: Register, place: Place) -> Table:
    """The table with the number of each row as an anchor and as a link to the first place."""
    rows = []
    for row, source, first_place in zip(table.rows, content.grid.rows, content.places, strict=True):
        first, *others = row.cells
        link = Link(f"#{first_anchor(first_place)}", 0, place) if first_place else None
        inlines = (Words(source.head, place, link=link),)
        own = (row_anchor(source.head),)
        text = setting.paragraph(inlines, setting.text.grid.cell, first.text.element, anchors=own)
        rows.append(TableRow((replace(first, text=text), *others), row.spaced))
    anchors = tuple(row_anchor(row.head) for row in content.grid.rows)
    return replace(table, rows=tuple(rows), anchors=anchors)
