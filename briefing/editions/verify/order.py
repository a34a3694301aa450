"""Reading order: running text is read as it stands, down a column and on over pages."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from msgspec import Struct

from briefing.editions.verify.fault import Fault
from briefing.editions.verify.file import File
from briefing.editions.verify.nodes import Node
from briefing.editions.verify.prose import own

_TEXT = ("P", "H", "H1", "H2", "H3", "H4", "H5", "H6", "Lbl", "LBody", "BlockQuote")
# What is set beside the running text or moved to where there is room.
_APART = ("Table", "Figure", "Note", "FENote", "Aside", "Caption", "TOC", "Formula", "Reference")
_SAME_COLUMN = 0.5


class _Area(Struct, frozen=True):
    """Where a piece of running text stands on one page, in points, and how it begins."""

    page: int
    left: float
    right: float
    top: float
    bottom: float
    text: str

    def over(self, other: _Area) -> bool:
        """Whether it stands in the same column wholly above the other, or on an earlier page."""
        narrower = min(self.right - self.left, other.right - other.left)
        shared = min(self.right, other.right) - max(self.left, other.left)
        earlier = self.page < other.page or (self.page == other.page and self.bottom > other.top)
        return earlier and shared > _SAME_COLUMN * narrower


def disordered(file: File) -> Iterator[Fault]:
    """B505: text that stands over the text before it, within one element of the document."""
    groups: dict[int, list[_Area]] = {}
    notes = set(_notes(file))
    for node in file.elements(*_TEXT):
        if node in notes or node.around(*_APART) is not None:
            continue
        groups.setdefault(_section(node), []).extend(_areas(file, node))
    for areas in groups.values():
        for one, other in pairwise(areas):
            if other.over(one):
                yield Fault(
                    "B505",
                    f"“{other.text}” is read after “{one.text}”, but stands before it",
                    other.page,
                    "Tag text in the order in which it is read.",
                )


def _notes(file: File) -> Iterator[Node]:
    """The paragraphs right under a figure or table: its notes, which go where that goes."""
    for parent in file.elements():
        for before, node in pairwise(parent.children):
            has_caption = any(kid.role == "Caption" for kid in before.children)
            if node.role == "P" and (has_caption or before.role in ("Table", "Figure")):
                yield node


def _section(node: Node) -> int:
    """Which part of the document it belongs to: text of another may stand beside it."""
    around = node.parent
    while around is not None and around.role in (*_TEXT, "L", "LI"):
        around = around.parent
    return id(around)


def _areas(file: File, node: Node) -> list[_Area]:
    """The area of an element's own text on each of its pages, in reading order."""
    found: list[_Area] = []
    for content in own(node):
        for run in file.runs(content):
            if not run.text.strip():
                continue
            area = _Area(
                content.page, run.x, run.end, run.y + run.size, run.y, run.text.strip()[:24]
            )
            last = found[-1] if found else None
            if last is not None and last.page == area.page and not area.over(last):
                found[-1] = _Area(
                    last.page,
                    min(last.left, area.left),
                    max(last.right, area.right),
                    max(last.top, area.top),
                    min(last.bottom, area.bottom),
                    last.text,
                )
            else:
                found.append(area)
    return found
