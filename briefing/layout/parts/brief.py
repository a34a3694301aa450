"""The short annex: the figures of the first page with their sources, and quality in sentences."""

from dataclasses import replace

from briefing.layout.box import Column
from briefing.layout.boxes.grid import grid
from briefing.layout.flow.places import Item
from briefing.layout.text.setting import Setting
from briefing.model import Document, Grid, Place
from briefing.pdf import Element


def brief(setting: Setting, document: Document, parent: Element, place: Place) -> list[Item]:
    """What follows sources and methods: the figures that differ from an earlier edition's, and
    where the style prints the annex in short, those of the first page and quality in sentences."""
    news = document.annex
    items: list[Item] = []
    if news.changed is not None:
        items.append(_head(setting, news.changed_title, parent, place, news.changed_anchor))
        items.append(_table(setting, "the figures that changed", news.changed, parent, place))
    if not setting.look.style.brief_printed:
        return items
    if document.headline is not None:
        items.append(_head(setting, document.furniture.headline, parent, place))
        what = "the figures of the first page"
        items.append(_table(setting, what, document.headline, parent, place))
    statement = document.quality
    if statement is not None and statement.sentences:
        items.append(_head(setting, statement.title, parent, place))
        cited = " ".join(f"{label}: {value}" for label, value in statement.edition[-1:])
        text, kind = " ".join((*statement.sentences, cited)), setting.text.annex.text
        made = setting.plain(text, kind, parent.child("P"), place, hyphenated=True)
        items.append(Item(made, Column.FULL))
    return items


def _table(setting: Setting, what: str, content: Grid, parent: Element, place: Place) -> Item:
    dense = replace(setting, look=setting.look.dense())
    table = grid(dense, what, place, content, parent.child("Table"))
    return Item(table, Column.FULL, what=what, place=place)


def _head(setting: Setting, text: str, parent: Element, place: Place, anchor: str = "") -> Item:
    kind, anchors = setting.text.annex.head, (anchor,) if anchor else ()
    made = setting.plain(text, kind, parent.child("H3"), place, keep=True)
    return Item(replace(made, before=kind.before, anchors=anchors), Column.FULL)
