"""The short annex: the figures of the first page with their sources, and quality in sentences."""

from dataclasses import replace

from briefing.layout.box import Column
from briefing.layout.boxes.grid import grid
from briefing.layout.flow.places import Item
from briefing.layout.text.setting import Setting
from briefing.model import Document, Place
from briefing.pdf import Element


def brief(setting: Setting, document: Document, parent: Element, place: Place) -> list[Item]:
    """What follows sources and methods where the style prints the annex in short."""
    if not setting.look.style.brief_printed:
        return []
    items: list[Item] = []
    listed, statement = document.headline, document.quality
    if listed is not None:
        dense = replace(setting, look=setting.look.dense())
        title = document.furniture.headline
        items.append(_head(setting, title, parent, place))
        table = grid(dense, "the figures of the first page", place, listed, parent.child("Table"))
        items.append(Item(table, Column.FULL, what="the figures of the first page", place=place))
    if statement is not None and statement.sentences:
        items.append(_head(setting, statement.title, parent, place))
        cited = " ".join(f"{label}: {value}" for label, value in statement.edition[-1:])
        for text in (" ".join(statement.sentences), cited):
            made = setting.plain(
                text, setting.text.annex.text, parent.child("P"), place, hyphenated=True
            )
            items.append(Item(made, Column.FULL))
    return items


def _head(setting: Setting, text: str, parent: Element, place: Place) -> Item:
    made = setting.plain(text, setting.text.annex.head, parent.child("H3"), place, keep=True)
    return Item(replace(made, before=setting.look.style.text.annex.head.before), Column.FULL)
