"""The first page: title block, lead exhibit, tiles, key points, and beside them where the countries
lie, how current the figures are and what is in the briefing."""

from dataclasses import dataclass, replace

from briefing.layout.box import Abreast, Box, Column, Rule, Stack
from briefing.layout.boxes.ages import ages
from briefing.layout.boxes.locator import locator, lower
from briefing.layout.boxes.tiles import TileGrid, apart
from briefing.layout.flow.places import Item
from briefing.layout.parts.contents import contents
from briefing.layout.parts.narrative import Narrative
from briefing.layout.parts.title import title_block
from briefing.layout.text.setting import Setting
from briefing.model import Document, Opening, Place
from briefing.pdf import Element

# How high a map is where the page has little room, of its usual height.
_LOWER = (0.85, 0.7, 0.6)


@dataclass(frozen=True)
class _Front:
    """The first page's parts as boxes, in reading order."""

    lead: Box | None
    tiles: TileGrid | None
    points: tuple[Box, ...]
    beside: tuple[Box, ...]
    matter: tuple[Item, ...]


def opening(
    setting: Setting, narrative: Narrative, document: Document, parent: Element, place: Place
) -> list[Item]:
    """The items of the first section, which begins with the document's title."""
    style = setting.look.style
    head = Item(title_block(setting, document, parent, place), Column.FULL)
    start = document.opening
    if start is None:
        return [head, *_contents(setting, document, parent, place)]
    front = _front(setting, narrative, document, start, parent, place)
    listed = _contents(setting, document, parent, place)
    if style.column.single:
        return [head, *_in_one_column(style.opening.gap, front, listed)]
    if not style.opening.beside:
        return [head, *_under_one_another(front, listed)]
    after = [item for item in front.matter if item.column is not Column.SIDE]
    body: list[Item] = []
    if front.lead is None and front.tiles is not None:
        body.append(Item(front.tiles, Column.FULL))
        front = replace(front, tiles=None)
    parts = (head, *body, *listed)
    used = sum(item.box.measure(style.width) + item.box.after for item in parts)
    room = style.page.bottom - style.page.first - used - style.opening.gap
    body.append(Item(_fitting(setting, front, room), Column.FULL))
    return [head, *body, *listed, *after]


def _front(
    setting: Setting,
    narrative: Narrative,
    document: Document,
    start: Opening,
    parent: Element,
    place: Place,
) -> _Front:
    look = setting.look
    lead = narrative.exhibits.box(start.lead, parent) if start.lead is not None else None
    tiles = narrative.exhibits.tiles(start.tiles, parent) if start.tiles is not None else None
    head = setting.paragraph(
        start.title, setting.text.keypoints_head, parent.child("H2"), keep=True, balanced=True
    )
    rule = Rule(weight=look.style.keypoints_rule, colour=look.style.colours.ink, keep=True)
    points = narrative.keypoints(start.keypoints, parent, document.furniture.page)
    beside: list[Box] = []
    if start.locator is not None and look.style.locator.printed:
        beside.append(locator(setting, start.locator, parent, place))
    if start.ages is not None and look.style.ages.printed:
        beside.append(ages(setting, start.ages, parent, place))
    matter = narrative.items(start.blocks, parent)
    beside += [item.box for item in matter if item.column is Column.SIDE]
    boxes: tuple[Box, ...] = (
        rule,
        replace(head, anchors=(start.anchor,)),
        *(item.box for item in points),
    )
    return _Front(lead, tiles, boxes, tuple(beside), tuple(matter))


def _in_one_column(gap: float, front: _Front, listed: list[Item]) -> list[Item]:
    """What one reads first comes first: tiles, key points; then what shows it."""
    boxes = [*([front.tiles] if front.tiles is not None else []), *front.points]
    shown = [*([front.lead] if front.lead is not None else []), *front.beside]
    after = [item for item in front.matter if item.column is not Column.SIDE]
    spaced = (Stack((box,), before=gap, after=gap) for box in shown)
    return [*map(Item, boxes), *listed, *map(Item, spaced), *after]


def _under_one_another(front: _Front, listed: list[Item]) -> list[Item]:
    """Tiles over the whole width, then the columns as they flow."""
    side = [Item(box, Column.SIDE) for box in front.beside]
    return [
        *([Item(front.tiles, Column.FULL)] if front.tiles is not None else []),
        *([Item(front.lead)] if front.lead is not None else []),
        *side,
        *(Item(box) for box in front.points),
        *listed,
        *(item for item in front.matter if item.column is not Column.SIDE),
    ]


def _fitting(setting: Setting, front: _Front, room: float) -> Abreast:
    """The columns with what stands beside the key points level with these, or higher where the
    page's room asks for it, with a lower map."""
    side = setting.look.style.column.side
    made = _beside(setting, front, aligned=True)
    for share in (1.0, *_LOWER):
        if made.right.measure(side) <= room:
            break
        beside = tuple(lower(box, share) for box in front.beside)
        made = _beside(setting, replace(front, beside=beside), aligned=False)
    return made


def _beside(setting: Setting, front: _Front, *, aligned: bool) -> Abreast:
    """The lead exhibit with tiles beside and below it, over the key points; in the side column what
    stands beside these."""
    style = setting.look.style
    gap, wide, narrow = style.opening.gap, style.column.main, style.column.side
    main: list[Box] = []
    side: list[Box] = []
    height = used = 0.0
    if front.lead is not None:
        height = front.lead.measure(wide)
        main.append(Stack((front.lead,)))
        if front.tiles is not None:
            level, below, last = apart(front.tiles)
            side.append(replace(level, gap=level.fitting(narrow, height)))
            used = side[0].measure(narrow)
            if last is not None:
                before = max(style.tile.row, height + gap - used)
                side.append(Stack((last,), before=before))
                used += before + last.measure(narrow)
            if below is not None:
                main.append(Stack((below,), before=gap))
                height += gap + below.measure(wide)
        height += gap
    main += [Stack((front.points[0],), before=gap if main else 0.0, keep=True), *front.points[1:]]
    # Beside the key points, or right under the tiles where these reach lower.
    before = max(gap, height - used if aligned else gap) if side else 0.0
    for box in front.beside:
        side.append(Stack((box,), before=before))
        before = gap
    return Abreast(Stack(tuple(main)), Stack(tuple(side)), style.column.gutter, wide, after=gap)


def _contents(setting: Setting, document: Document, parent: Element, place: Place) -> list[Item]:
    """What is in the briefing, where the style lists it."""
    style = setting.look.style
    if not style.contents.printed:
        return []
    where = Column.FULL if style.contents.inline else Column.SIDE
    if document.opening is None and not style.contents.inline:
        where = Column.MAIN
    return [Item(contents(setting, document, parent, place), where)]
