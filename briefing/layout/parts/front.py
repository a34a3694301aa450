"""What the first page is made of, as boxes with their tags."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from briefing.layout.box import Box, Column, Rule
from briefing.layout.boxes.ages import ages
from briefing.layout.boxes.changed import changed
from briefing.layout.boxes.locator import locator
from briefing.layout.boxes.tiles import TileGrid
from briefing.layout.flow.places import Item
from briefing.layout.parts.narrative import Narrative
from briefing.layout.text.setting import Setting
from briefing.model import Document, Opening, Place
from briefing.pdf import Element


@dataclass(frozen=True)
class Front:
    """The first page's parts; `matter` is what the author put besides, in the side column or not.
    The elements of a map that is left out are taken `out`."""

    lead: Box | None
    tiles: TileGrid | None
    points: tuple[Box, ...]
    changed: Box | None
    locator: Box | None
    ages: Box | None
    matter: tuple[Item, ...]
    parent: Element
    mapped: tuple[Element, ...] = ()

    @property
    def product(self) -> tuple[Box, ...]:
        """What the product puts beside the key points."""
        return tuple(filter(None, (self.changed, self.locator, self.ages)))

    @property
    def own(self) -> tuple[Box, ...]:
        """What the author puts there."""
        return tuple(item.box for item in self.matter if item.column is Column.SIDE)

    @property
    def beside(self) -> tuple[Box, ...]:
        """All that stands beside the key points."""
        return (*self.product, *self.own)

    @property
    def after(self) -> tuple[Item, ...]:
        """The author's blocks that stand in no side column."""
        return tuple(item for item in self.matter if item.column is not Column.SIDE)

    def unmapped(self) -> Front:
        """The parts without the map, in the tags too."""
        for element in self.mapped:
            self.parent.kids.remove(element)
        return replace(self, locator=None, mapped=())


@dataclass(frozen=True)
class Maker:
    """Makes the parts of a document's first page under an element, each when it is asked for: the
    tags stand in that order."""

    setting: Setting
    narrative: Narrative
    document: Document
    start: Opening
    parent: Element
    place: Place

    def front(self) -> Front:
        """All parts, the lead exhibit first."""
        lead, tiles, points = self.lead(), self.tiles(), self.points()
        return replace(self.rest(), lead=lead, tiles=tiles, points=points)

    def lead(self) -> Box | None:
        """The lead exhibit."""
        placed = self.start.lead
        return self.narrative.exhibits.box(placed, self.parent) if placed is not None else None

    def tiles(self) -> TileGrid | None:
        """The headline facts."""
        placed = self.start.tiles
        return self.narrative.exhibits.tiles(placed, self.parent) if placed is not None else None

    def points(self) -> tuple[Box, ...]:
        """The key points under their rule and head."""
        setting, start = self.setting, self.start
        head = setting.paragraph(
            start.title,
            setting.text.keypoints_head,
            self.parent.child("H2"),
            keep=True,
            balanced=True,
            anchors=(start.anchor,),
        )
        style = setting.look.style
        rule = Rule(weight=style.keypoints_rule, colour=style.colours.ink, keep=True)
        page = self.document.furniture.page
        points = self.narrative.keypoints(start.keypoints, self.parent, page)
        return (rule, head, *(item.box for item in points))

    def rest(self) -> Front:
        """What stands beside the key points, and what the author put there."""
        setting, start, style = self.setting, self.start, self.setting.look.style
        news = start.changed
        revised = changed(setting, news, self.parent, self.place) if news is not None else None
        before, shown = len(self.parent.kids), None
        if start.locator is not None and style.locator.printed:
            shown = locator(setting, start.locator, self.parent, self.place)
        mapped = tuple(_elements(self.parent.kids[before:]))
        old = None
        if start.ages is not None and style.ages.printed:
            old = ages(setting, start.ages, self.parent, self.place)
        matter = tuple(self.narrative.items(start.blocks, self.parent))
        return Front(None, None, (), revised, shown, old, matter, self.parent, mapped)


def _elements(kids: Iterable[object]) -> Iterable[Element]:
    return (kid for kid in kids if isinstance(kid, Element))
