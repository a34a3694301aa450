"""The first page: title block, tiles, key points, and beside them what is in the briefing."""

from dataclasses import replace

from briefing.layout.box import Column
from briefing.layout.flow.places import Item
from briefing.layout.parts.contents import contents
from briefing.layout.parts.narrative import Narrative
from briefing.layout.parts.title import title_block
from briefing.layout.ruled import Rule
from briefing.layout.text.setting import Setting
from briefing.model import Document, Place
from briefing.pdf import Element


def opening(
    setting: Setting, narrative: Narrative, document: Document, parent: Element, place: Place
) -> list[Item]:
    """The items of the first section, which begins with the document's title."""
    look = setting.look
    items = [Item(title_block(setting, document, parent, place), Column.FULL)]
    start = document.opening
    if start is None:
        return [*items, *_contents(setting, document, parent, place, Column.MAIN)]
    if start.tiles is not None:
        items.append(Item(narrative.exhibits.tiles(start.tiles, parent), Column.FULL))
    head = setting.paragraph(
        start.title, setting.text.keypoints_head, parent.child("H2"), keep=True, balanced=True
    )
    rule = Rule(weight=look.style.keypoints_rule, colour=look.style.colours.ink, keep=True)
    points = narrative.keypoints(start.keypoints, parent)
    matter = narrative.items(start.blocks, parent)
    listed = _contents(setting, document, parent, place, Column.SIDE)
    return [
        *items,
        # What the author put there stands beside the key points where nothing else does.
        *(listed or [item for item in matter if item.column is Column.SIDE]),
        Item(rule),
        Item(replace(head, anchors=(start.anchor,))),
        *points,
        *(item for item in matter if listed or item.column is not Column.SIDE),
    ]


def _contents(
    setting: Setting, document: Document, parent: Element, place: Place, where: Column
) -> list[Item]:
    """What is in the briefing, where the style lists it."""
    if not setting.look.style.contents.printed:
        return []
    return [Item(contents(setting, document, parent, place), where)]
