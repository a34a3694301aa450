"""The statement on quality: checks and their results, then what tells the edition."""

from collections.abc import Iterator
from dataclasses import replace

from briefing.layout.box import Box, Column
from briefing.layout.boxes.grid import grid
from briefing.layout.boxes.newspaper import Newspaper
from briefing.layout.flow.places import Item
from briefing.layout.parts.headings import section_head
from briefing.layout.text.setting import Setting
from briefing.layout.theme import Look
from briefing.model import Document, Place, Quality, Words
from briefing.pdf import Element

# No section or exhibit can have this name.
QUALITY = ":quality"
# In the name table of a font (ISO/IEC 14496-22, 5.2.7): the family as typographers call it, and as
# it is called without more.
_FAMILY = (16, 1)


def certified(document: Document, look: Look) -> Quality | None:
    """The statement where the style prints it, else none."""
    return document.quality if look.style.quality_printed else None


def quality(setting: Setting, content: Quality, parent: Element, place: Place) -> list[Item]:
    """The statement's items: its head, the checks over the page, the edition in two columns."""
    title = (Words(content.title, place),)
    head = section_head(setting, "", title, QUALITY, parent)
    checks = [
        Item(box, Column.FULL, what="the quality statement", place=place)
        for box in _checks(setting, content, parent, place)
    ]
    first, *edition = _edition(setting, content, parent, place)
    columns = Newspaper(tuple(edition), setting.look.style.column.gutter)
    return [Item(head, Column.FULL), *checks, Item(first, Column.FULL), Item(columns, Column.FULL)]


def _checks(setting: Setting, content: Quality, parent: Element, place: Place) -> Iterator[Box]:
    yield _head(setting, content.checks_title, parent, place)
    dense = replace(setting, look=setting.look.dense())
    made = grid(dense, "the quality statement", place, content.checks, parent.child("Table"))
    yield replace(made, after=setting.look.style.data.after / 2)
    for line in content.waived:
        yield setting.plain(
            line, setting.text.annex.text, parent.child("P"), place, hyphenated=True
        )


def _edition(setting: Setting, content: Quality, parent: Element, place: Place) -> Iterator[Box]:
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


def _head(setting: Setting, text: str, parent: Element, place: Place) -> Box:
    return setting.plain(text, setting.text.annex.head, parent.child("H3"), place, keep=True)
