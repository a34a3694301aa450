"""Reading order: what is read stands so, down a column and on over pages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from msgspec import Struct

from briefing.pdf.reading.file import Fault, File
from briefing.pdf.reading.nodes import Content, Node, own
from briefing.verify.tables import rows

_TEXT = ("P", "H", "H1", "H2", "H3", "H4", "H5", "H6", "Lbl", "LBody", "BlockQuote")
# What is set beside the running text or moved to where there is room.
_APART = ("Table", "Figure", "Note", "FENote", "Aside", "Caption", "TOC", "Formula", "Reference")
_SECTIONS = ("Sect", "Part", "Art")
_IN_TURN = (*_SECTIONS, "TOCI", "LI")
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
    groups: dict[int, list[tuple[Node | None, _Area]]] = {}
    notes = set(_notes(file))
    for node in file.elements(*_TEXT):
        if node not in notes and _runs_on(node):
            item = node.around("LI")
            found = ((item, area) for area in _areas(file, own(node)))
            groups.setdefault(_section(node), []).extend(found)
    for areas in groups.values():
        for (item, one), (next_item, other) in pairwise(areas):
            if other.over(one) and not _items_of_one_list(item, next_item):
                yield _fault(one, other)


def _items_of_one_list(item: Node | None, other: Node | None) -> bool:
    """Whether they are two, whose order is looked at by where they begin."""
    if item is None or other is None or item is other:
        return False
    return item.parent is other.parent


def out_of_turn(file: File) -> Iterator[Fault]:
    """B505: sections, entries of contents, items and rows that stand over the one before."""
    for node in file.elements():
        kids = (kid for kid in node.children if kid.role in _IN_TURN)
        parts = rows(node) if node.role == "Table" else kids
        starts = [area for part in parts if (area := _start(file, part)) is not None]
        for one, other in pairwise(starts):
            if other.over(one):
                yield _fault(one, other)


def backwards(file: File) -> Iterator[Fault]:
    """B505: cells that stand left of the cell before, in a table whose rows mostly go right."""
    for table in file.elements("Table"):
        steps = [step for row in rows(table) for step in _steps(file, row)]
        back = [(one, other) for one, other in steps if other.right <= one.left]
        if 2 * len(back) < len(steps):
            for one, other in back:
                yield _fault(one, other)


def _fault(one: _Area, other: _Area) -> Fault:
    return Fault(
        "B505",
        f"“{other.text}” is read after “{one.text}”, but stands before it",
        other.page,
        "Tag text in the order in which it is read.",
    )


def _steps(file: File, row: Node) -> Iterator[tuple[_Area, _Area]]:
    """Each cell of a row with the next, where they begin on one page."""
    areas = (next(iter(_areas(file, cell.content())), None) for cell in row.children)
    for one, other in pairwise(area for area in areas if area is not None):
        if one.page == other.page:
            yield one, other


def _start(file: File, part: Node) -> _Area | None:
    """Where a part begins: a section with its first running text, any other with what it holds."""
    if part.role not in _SECTIONS:
        return next(iter(_areas(file, part.content())), None)
    running = (node for node in part.walk() if node.role in _TEXT and _runs_on(node))
    return next((area for node in running for area in _areas(file, own(node))), None)


def _runs_on(node: Node) -> bool:
    """Whether it is of the running text; a list with a caption (a timeline) goes where there is
    room, as tables and figures do."""
    listed = node.around("L")
    captioned = listed is not None and any(kid.role == "Caption" for kid in listed.children)
    return node.around(*_APART) is None and not captioned


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


def _areas(file: File, contents: Iterable[Content]) -> list[_Area]:
    """The area of a text on each of its pages, in reading order."""
    found: list[_Area] = []
    for content in contents:
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
