"""The short annex: the figures of the first page with their sources, as a table or in lines of a
column, and quality in sentences."""

from dataclasses import replace

from briefing.language import headed
from briefing.layout.box import Box, Column
from briefing.layout.boxes.grid import grid
from briefing.layout.flow.places import Item
from briefing.layout.text.paragraph import Paragraph
from briefing.layout.text.setting import Setting
from briefing.model import Document, Grid, Place
from briefing.pdf import Element


def in_lines(setting: Setting, document: Document, parent: Element, place: Place) -> list[Box]:
    """The figures of the first page as a list, for a column."""
    if document.headline is None:
        return []
    head = _head(setting, document.furniture.headline, parent, place)
    kind, listing = setting.text.annex.text, parent.child("L", numbering="None")
    items = (
        setting.plain(line, kind, listing.child("LI").child("LBody"), place)
        for line in document.headline.lines
    )
    return [head, *items]


def brief(
    setting: Setting,
    document: Document,
    parent: Element,
    place: Place,
    *,
    lined: bool = False,
) -> list[Item]:
    """What follows sources and methods: the figures that differ from an earlier edition's, and
    where the style prints the annex in short, those of the first page, unless they are `lined`,
    and quality in sentences."""
    news = document.annex
    items: list[Item] = []
    if news.changed is not None:
        head = _head(setting, news.changed_title, parent, place, news.changed_anchor)
        items.append(Item(head, Column.FULL))
        items.append(_table(setting, "the figures that changed", news.changed, parent, place))
    if not setting.look.style.brief_printed:
        return items
    if document.headline is not None and not lined:
        head = _head(setting, document.furniture.headline, parent, place)
        items.append(Item(head, Column.FULL))
        what, table = "the figures of the first page", document.headline.table
        items.append(_table(setting, what, table, parent, place))
    statement = document.quality
    if statement is not None and statement.sentences:
        items.append(Item(_head(setting, statement.title, parent, place), Column.FULL))
        cited = " ".join(headed(setting.language, *pair) for pair in statement.edition[-1:])
        text, kind = " ".join((*statement.sentences, cited)), setting.text.annex.text
        made = setting.plain(text, kind, parent.child("P"), place, hyphenated=True)
        items.append(Item(made, Column.FULL))
    return items


def _table(setting: Setting, what: str, content: Grid, parent: Element, place: Place) -> Item:
    table = grid(_dense(setting), what, place, content, parent.child("Table"))
    return Item(table, Column.FULL, what=what, place=place)


def _dense(setting: Setting) -> Setting:
    return replace(setting, look=setting.look.dense())


def _head(
    setting: Setting, text: str, parent: Element, place: Place, anchor: str = ""
) -> Paragraph:
    kind, anchors = setting.text.annex.head, (anchor,) if anchor else ()
    made = setting.plain(text, kind, parent.child("H3"), place, keep=True)
    return replace(made, before=kind.before, anchors=anchors)
