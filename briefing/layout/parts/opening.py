"""The first page: title block, lead exhibit, tiles, key points, and beside them what changed, where
the countries lie, how current the figures are and what is in the briefing.

It stands alone on its page: what has no room gives way by rule, never the key points.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from briefing.layout.box import Abreast, Box, Column, Stack
from briefing.layout.boxes.locator import lower
from briefing.layout.boxes.tiles import apart
from briefing.layout.flow.places import Item
from briefing.layout.parts.contents import contents
from briefing.layout.parts.front import Front, Maker
from briefing.layout.parts.narrative import Narrative
from briefing.layout.parts.one_column import one_column
from briefing.layout.parts.title import title_block
from briefing.layout.parts.two_columns import two_columns
from briefing.layout.text.setting import Setting
from briefing.model import Document, Place
from briefing.pdf import Element

# How high a map is where the page has little room, of its usual height.
_LOWER = (0.85, 0.7, 0.6)


def opening(
    setting: Setting, narrative: Narrative, document: Document, parent: Element, place: Place
) -> tuple[list[Item], list[Item]]:
    """The items of the first page, which begins with the document's title, and those that follow on
    the next."""
    style = setting.look.style
    head = Item(title_block(setting, document, parent, place), Column.FULL)
    start = document.opening
    if start is None:
        return [head, *_contents(setting, document, parent, place)], []
    maker = Maker(setting, narrative, document, start, parent, place)
    if style.column.single:
        return one_column(maker, head)
    front = maker.front()
    if not style.opening.beside:
        return two_columns(maker, front, head), []
    listed = _contents(setting, document, parent, place)
    room = _room(setting, (head, *listed))
    body, later = _fitting(setting, front, room)
    return [head, *body, *listed, *front.after], later


def _room(setting: Setting, above: Sequence[Item]) -> float:
    """What these leave of the first page, in points."""
    style = setting.look.style
    used = sum(item.box.measure(style.width) + item.box.after for item in above)
    return style.page.bottom - style.page.first - used - style.opening.gap


def _fitting(setting: Setting, front: Front, room: float) -> tuple[list[Item], list[Item]]:
    """The columns with what stands beside the key points level with these, or higher where the
    page's room asks for it; then with a lower map, without one, and with the lead exhibit on the
    next page, which comes second."""
    width = setting.look.style.width
    first: list[Box] = []
    for shape, aligned, later in _shapes(front):
        made = _columns(setting, shape, aligned=aligned)
        first = first or made
        if Stack(tuple(made)).measure(width) <= room:
            return _full(made, front, shape), later
    return _full(first, front, front), []


def _full(boxes: list[Box], front: Front, shape: Front) -> list[Item]:
    """The boxes over the page; a map that isn't among them leaves the tags too."""
    if shape.locator is None:
        front.unmapped()
    return [Item(box, Column.FULL) for box in boxes]


def _shapes(front: Front) -> Iterator[tuple[Front, bool, list[Item]]]:
    """The ways to set the page, the best first: its parts, whether what stands beside the key
    points is level with them, and what is left to the next page."""
    yield front, True, []
    yield front, False, []
    for share in _LOWER if front.locator is not None else ():
        assert front.locator is not None
        yield replace(front, locator=lower(front.locator, share)), False, []
    bare = replace(front, locator=None)
    yield bare, False, []
    if front.lead is not None:
        later = [Item(front.lead, floats=False)]
        yield replace(front, lead=None), False, later
        yield replace(bare, lead=None), False, later


def _columns(setting: Setting, front: Front, *, aligned: bool) -> list[Box]:
    """Both columns; without a lead exhibit the tiles stand over them."""
    above: list[Box] = []
    if front.lead is None and front.tiles is not None:
        above, front = [front.tiles], replace(front, tiles=None)
    return [*above, _beside(setting, front, aligned=aligned)]


def _beside(setting: Setting, front: Front, *, aligned: bool) -> Abreast:
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
    inline = style.contents.inline
    return [Item(contents(setting, document, parent, place, inline=inline), where)]
