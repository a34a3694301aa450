"""The key over a chart: what has no place for its name at the data, and lines to compare with."""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from briefing.charts.paper import Rect
from briefing.charts.sheet import Label, Sheet
from briefing.model import Point
from briefing.model.style.colours import Role

_BOX, _LINE, _GAP, _APART = 6.0, 14.0, 4.0, 12.0


class Entry(Struct, frozen=True):
    """A name and how it looks: a box of a colour, a line with its dashes, a dot or a ring."""

    name: str
    role: Role
    shape: str = "box"
    dashes: tuple[float, ...] = ()

    @property
    def width(self) -> float:
        """The room of its sample."""
        return _LINE if self.shape == "line" else _BOX


def level_entries(levels: Sequence[Point]) -> list[Entry]:
    """Entries of figures that a chart is held against: “Target 50”."""
    return [Entry(f"{p.label} {p.text}".strip(), "third", "line", (3.0, 2.0)) for p in levels]


def key_height(sheet: Sheet, entries: Sequence[Entry]) -> float:
    """The room that a key wants over a chart; none without entries."""
    if not entries:
        return 0.0
    return (1 + max(row for row, *_ in _placed(sheet, entries))) * _leading(sheet) + 3


def draw_key(sheet: Sheet, entries: Sequence[Entry], top: float) -> None:
    """Set the entries in rows from the top."""
    for row, left, entry, label in _placed(sheet, entries):
        baseline = top - (row + 1) * _leading(sheet) + 3
        if entry.name == label.text or entry.name.startswith(label.text):
            draw_sample(sheet, entry, left, baseline + sheet.cap(label.kind) / 2)
        sheet.set(label, left + entry.width + _GAP, baseline)


def draw_sample(sheet: Sheet, entry: Entry, left: float, middle: float) -> None:
    """A small picture of how something looks."""
    if entry.shape == "line":
        ends = [(left, middle), (left + _LINE, middle)]
        sheet.line(ends, sheet.measures.line.other, entry.role, dash=entry.dashes)
    elif entry.shape == "box":
        half = _BOX / 2
        sheet.rectangle(Rect(left, middle - half, left + _BOX, middle + half), entry.role)
    else:
        size = sheet.measures.dot * 1.4
        sheet.dot(left + _BOX / 2, middle, size, entry.role, entry.shape == "ring")


def _leading(sheet: Sheet) -> float:
    return sheet.text.series.leading


def _placed(sheet: Sheet, entries: Sequence[Entry]) -> Iterator[tuple[int, float, Entry, Label]]:
    """Each line of text with its row and left end; a name too long for a row goes on below."""
    row, at = 0, 0.0
    for entry in entries:
        inset = entry.width + _GAP
        lines = sheet.wrap(Label(entry.name, sheet.text.label), sheet.width - inset)
        width = max(sheet.width_of(line) for line in lines) + inset
        if at and at + width > sheet.width:
            row, at = row + 1, 0.0
        for number, line in enumerate(lines):
            yield row + number, at, entry, line
        row += len(lines) - 1
        at += width + _APART
