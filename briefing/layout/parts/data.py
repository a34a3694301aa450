"""The data behind the figures: a dense grid for each chart, which leads back to it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from briefing.layout.box import Box, Column, Stack
from briefing.layout.boxes.grid import grid
from briefing.layout.boxes.snaking import Snaking
from briefing.layout.boxes.table import Table
from briefing.layout.flow.places import Item
from briefing.layout.links.data import DATA, anchor
from briefing.layout.parts.headings import section_head
from briefing.layout.text.setting import Setting
from briefing.layout.theme import Look
from briefing.model import Document, Link, Place, Placed, Words
from briefing.pdf import Element


def data(
    setting: Setting, document: Document, shown: Sequence[Placed], parent: Element, place: Place
) -> list[Item]:
    """The items of the annex: its head, then the grids, narrow ones beside each other."""
    title = (Words(document.furniture.data, place),)
    items = [Item(section_head(setting, "", title, DATA, parent), Column.FULL)]
    dense = replace(setting, look=setting.look.dense())
    maker = _Maker(dense, document.furniture.data_of, parent)
    made = [(p, *maker.table(p, number)) for p in shown for number in range(len(p.exhibit.data))]
    for box, first in _grouped(dense.look, made):
        what = f"the data of exhibit {first.exhibit.name}"
        items.append(Item(box, Column.FULL, what=what, place=first.place))
    return items


def _grouped(
    look: Look, made: Sequence[tuple[Placed, Stack, Table]]
) -> Iterator[tuple[Box, Placed]]:
    """Boxes over the page's width with the first chart of each: narrow grids together in columns,
    a wide one by itself."""
    style = look.style
    page = style.page.bottom - style.page.top
    across, gutter = style.data.across, style.column.gutter
    for narrow, group in groupby(made, lambda m: sum(m[2].least()) <= style.column.side):
        held = tuple(group)
        boxes = tuple(box for _, box, _ in held)
        if narrow:
            yield Snaking(boxes, across, gutter, page, after=boxes[-1].after), held[0][0]
        else:
            yield from ((box, placed) for placed, box, _ in held)


@dataclass(frozen=True)
class _Maker:
    """Makes the grids; `phrase` is filled with a figure's label."""

    setting: Setting
    phrase: str
    parent: Element

    def table(self, placed: Placed, number: int) -> tuple[Stack, Table]:
        """One grid of a figure under its caption, which is a link to the figure."""
        setting, place = self.setting, placed.place
        element = self.parent.child("Table")
        caption = element.child("Caption")
        link = Link(f"#{placed.anchor}", 0, place)
        label = setting.paragraph(
            (Words(self.phrase.format(label=placed.label), place, link=link),),
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
