"""The first page of a style with one column: all key points, and of the rest what has room."""

from collections.abc import Iterable
from dataclasses import replace

from briefing.layout.box import Box, Stack, Whole
from briefing.layout.boxes.tiles import TileGrid
from briefing.layout.flow.places import Item
from briefing.layout.parts.contents import contents
from briefing.layout.parts.front import Front, Maker
from briefing.pdf import Tree


def one_column(maker: Maker, head: Item) -> tuple[list[Item], list[Item]]:
    """What stands on the first page, and what follows on the next.

    What one reads first comes first: tiles, key points, what changed, contents. The key points are
    never parted; they leave room for a row of tiles, then for a line of contents and more tiles;
    how current the figures are and the lead exhibit follow them, a map where this page holds it.
    """
    tiles, points = maker.tiles(), maker.points()
    page = _Page(maker, head.box)
    first, others = page.tiles(tiles, points)
    held = [*first, *points]
    inline = page.inline(held)
    front = maker.rest()
    news = [page.apart(front.changed)] if front.changed is not None else []
    shown = [*news, *page.contents(inline)]
    follows: list[Box] = [*others]
    while shown and not page.holds([*held, *shown]):
        follows.insert(0, shown.pop())
    front = replace(front, lead=maker.lead(), changed=None)
    held += shown
    spaced = [box if box is front.lead else page.apart(box) for box in _shown(front)]
    while not follows and spaced and page.holds([*held, spaced[0]]):
        held.append(spaced.pop(0))
    if spaced and front.locator is not None:
        # The map isn't worth a page's part that isn't the first's.
        front.unmapped()
        spaced.pop()
    rest = [Item(box) for box in (*map(page.apart, follows), *spaced)]
    if page.holds(held):
        held = [Whole(Stack(tuple(held)))]
    return [head, *map(Item, held)], [*rest, *front.after]


def _shown(front: Front) -> Iterable[Box]:
    """What shows the key points, in the order of the next page: the map comes last."""
    bare = replace(front, locator=None)
    return (box for box in (front.lead, *bare.beside, front.locator) if box is not None)


class _Page:
    """How much the first page holds."""

    def __init__(self, maker: Maker, head: Box) -> None:
        self.maker, self.head, self.style = maker, head, maker.setting.look.style

    def holds(self, boxes: Iterable[Box]) -> bool:
        """Whether these have room below the title block."""
        page, width = self.style.page, self.style.column.main
        return Stack((self.head, *boxes)).measure(width) <= page.bottom - page.first

    def tiles(
        self, tiles: TileGrid | None, points: tuple[Box, ...]
    ) -> tuple[list[TileGrid], list[TileGrid]]:
        """As many rows of tiles as leave the key points and a line of contents their room, one also
        without that, and the others."""
        if tiles is None:
            return [], []
        line = self._listed(inline=True)
        width = self.style.column.main
        for count in range(tiles.count(width), 0, -1):
            first, others = tiles.cut(width, count)
            if self.holds([*first, *points, *(line if count > 1 else ())]):
                return first, others
        return [], [tiles]

    def inline(self, held: list[Box]) -> bool:
        """Whether the contents have but room in a line."""
        return not self.holds([*held, *self._listed(inline=False)])

    def contents(self, inline: bool) -> list[Box]:
        """The list of contents, where the style has one."""
        maker = self.maker
        if not self.style.contents.printed:
            return []
        return [contents(maker.setting, maker.document, maker.parent, maker.place, inline=inline)]

    def _listed(self, *, inline: bool) -> list[Box]:
        """The contents as they would be, outside the document's tags."""
        maker = replace(self.maker, setting=self.maker.setting.trial(), parent=Tree().root)
        aside = _Page(maker, self.head)
        return aside.contents(inline)

    def apart(self, box: Box) -> Box:
        """A box with white around it."""
        gap = self.style.opening.gap
        return Whole(box, before=gap, after=gap)
