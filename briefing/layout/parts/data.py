"""What stands behind the annex: the data of the figures (a dense grid for each chart, which leads
back to it), the register of figures and the statement on quality."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from briefing import model
from briefing.layout.box import Box, Column, Stack
from briefing.layout.boxes.across import Balanced, Snaking
from briefing.layout.boxes.grid import grid
from briefing.layout.boxes.table import Table, TableRow
from briefing.layout.flow.places import Item
from briefing.layout.links import DATA, REGISTER, anchor
from briefing.layout.parts.headings import section_head
from briefing.layout.text.setting import Setting
from briefing.layout.theme import Look
from briefing.pdf import Element


def data(
    setting: Setting,
    document: model.Document,
    shown: Sequence[model.Placed],
    parent: Element,
    place: model.Place,
) -> list[Item]:
    """The items of the annex: its head, then the grids, narrow ones beside each other."""
    title = (model.Words(document.furniture.data, place),)
    items = [Item(section_head(setting, "", title, DATA, parent), Column.FULL)]
    dense = replace(setting, look=setting.look.dense())
    maker = _Maker(dense, document.furniture.data_of, parent)
    made = [(p, *maker.table(p, number)) for p in shown for number in range(len(p.exhibit.data))]
    for box, first in _grouped(dense.look, made):
        what = f"the data of exhibit {first.exhibit.name}"
        items.append(Item(box, Column.FULL, what=what, place=first.place))
    return items


def _grouped(
    look: Look, made: Sequence[tuple[model.Placed, Stack, Table]]
) -> Iterator[tuple[Box, model.Placed]]:
    """Boxes over the page's width with the first chart of each: narrow grids together in columns,
    a wide one by itself."""
    style = look.style
    page = style.page.bottom - style.page.top
    across, gutter = style.data.across, style.column.gutter
    for narrow, group in groupby(made, lambda m: sum(m[2].least()) <= style.column.side):
        held = tuple(group)
        boxes = tuple(box for _, box, _ in held)
        if narrow:
            yield Snaking(boxes, gutter, across, page=page, after=boxes[-1].after), held[0][0]
        else:
            yield from ((box, placed) for placed, box, _ in held)


@dataclass(frozen=True)
class _Maker:
    """Makes the grids; `phrase` is filled with a figure's label."""

    setting: Setting
    phrase: str
    parent: Element

    def table(self, placed: model.Placed, number: int) -> tuple[Stack, Table]:
        """One grid of a figure under its caption, which is a link to the figure."""
        setting, place = self.setting, placed.place
        element = self.parent.child("Table")
        caption = element.child("Caption")
        link = model.Link(model.Anchor(placed.anchor), 0, place)
        label = setting.paragraph(
            (model.Words(self.phrase.format(label=placed.label), place, link=link),),
            setting.text.data.label,
            caption.child("P"),
            keep=True,
            anchors=() if number else (anchor(placed),),
        )
        boxes: list[Box] = [label]
        words = placed.exhibit.subtitle
        if words:
            below = caption.child("P")
            boxes.append(setting.plain(words, setting.text.data.subtitle, below, place, keep=True))
        what = f"exhibit {placed.exhibit.name}"
        table = grid(setting, what, place, placed.exhibit.data[number], element)
        after = setting.look.style.data.after
        return Stack((*boxes, table), after=after), table


def register(
    setting: Setting, content: model.Register, parent: Element, place: model.Place
) -> list[Item]:
    """The register's items: its head, its note, the table."""
    title = (model.Words(content.title, place),)
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


def _linked(setting: Setting, table: Table, content: model.Register, place: model.Place) -> Table:
    """The table with the number of each row as an anchor and as a link to the first place."""
    rows = []
    for row, source, first_place in zip(table.rows, content.grid.rows, content.places, strict=True):
        first, *others = row.cells
        link = model.Link(model.ToFirst(first_place), 0, place) if first_place else None
        inlines = (model.Words(source.head, place, link=link),)
        own = (model.ToRow(source.head).anchor,)
        text = setting.paragraph(inlines, setting.text.grid.cell, first.text.element, anchors=own)
        rows.append(TableRow((replace(first, text=text), *others), row.spaced))
    anchors = tuple(model.ToRow(row.head).anchor for row in content.grid.rows)
    return replace(table, rows=tuple(rows), anchors=anchors)


# No section or exhibit can have this name.
QUALITY = ":quality"
# In the name table of a font (ISO/IEC 14496-22, 5.2.7): the family as typographers call it, and as
# it is called without more.
_FAMILY = (16, 1)


def certified(document: model.Document, look: Look) -> model.Quality | None:
    """The statement where the style prints it, else none."""
    return document.quality if look.style.quality_printed else None


def quality(
    setting: Setting, content: model.Quality, parent: Element, place: model.Place
) -> list[Item]:
    """The statement's items: its head, the checks over the page, the edition in two columns."""
    title = (model.Words(content.title, place),)
    head = section_head(setting, "", title, QUALITY, parent)
    checks = [
        Item(box, Column.FULL, what="the quality statement", place=place)
        for box in _checks(setting, content, parent, place)
    ]
    first, *edition = _edition(setting, content, parent, place)
    columns = Balanced(tuple(edition), setting.look.style.column.gutter)
    return [Item(head, Column.FULL), *checks, Item(first, Column.FULL), Item(columns, Column.FULL)]


def _checks(
    setting: Setting, content: model.Quality, parent: Element, place: model.Place
) -> Iterator[Box]:
    yield _head(setting, content.checks_title, parent, place)
    dense = replace(setting, look=setting.look.dense())
    made = grid(dense, "the quality statement", place, content.checks, parent.child("Table"))
    yield replace(made, after=setting.look.style.data.after / 2)
    for line in content.waived:
        yield setting.plain(
            line, setting.text.annex.text, parent.child("P"), place, hyphenated=True
        )


def _edition(
    setting: Setting, content: model.Quality, parent: Element, place: model.Place
) -> Iterator[Box]:
    yield _head(setting, content.edition_title, parent, place)
    families = ", ".join(_families(setting.look))
    strong = setting.strong(setting.look.style.text.annex.text)
    for label, value in (*content.edition, (content.set_in, families)):
        parts = ((f"{label}  ", strong), (value, setting.look.style.text.annex.text))
        made = setting.joined(parts, parent.child("P"), place)
        yield replace(made, after=setting.look.style.text.annex.text.after)


def _families(look: Look) -> Iterator[str]:
    """The families of the text, each once; not those that stand in."""
    names: dict[str, None] = {}
    for kind in (look.style.text.body, look.style.text.annex.text):
        face = look.face(kind.face).hb
        names[next(filter(None, map(face.get_name, _FAMILY)), "")] = None
    yield from filter(None, names)


def _head(setting: Setting, text: str, parent: Element, place: model.Place) -> Box:
    return setting.plain(text, setting.text.annex.head, parent.child("H3"), place, keep=True)
