"""The sheet that a chart is drawn on: a figure in points, with the style's measures and faces, and
the key over it."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from msgspec import Struct, structs

from briefing.charts.paper import Inks, Paper, Rect
from briefing.charts.ticks import Scale, scale
from briefing.language import Words, grammar
from briefing.model import Fact, Point, Status
from briefing.model.style import ChartText, Role, Style, TextStyle
from briefing.pdf import Face, Faces
from briefing.pdf.drawing import Labelled

# So many times their size apart stand the values of an axis at least.
_AIR = 1.3
# Below the baseline only these letters and signs go.
_DESCENDING = frozenset("gjpqy,;()[]{}Qурфцщд")


class Label(Struct, frozen=True):
    """A text in its setting, with the status mark that follows it, and the fact that it prints: by
    the whole text, or by the part of it that is `told`."""

    text: str
    kind: TextStyle
    mark: str = ""
    fact: Fact | None = None
    told: str = ""


class CrowdedError(Exception):
    """No place at the data for a series' name: the chart is drawn again with a key."""


class Sheet(Paper):
    """A figure `width` points wide; what is set on it is remembered as taken.

    `height` is set before anything is drawn, when what is to be drawn has been measured. Text is
    placed by its baseline; widths and heights come from the page's shaper.
    """

    def __init__(
        self,
        width: float,
        style: Style,
        faces: Faces,
        language: str,
        keyed: bool = False,
        ink: Inks | None = None,
    ) -> None:
        super().__init__(width, style, ink)
        self.keyed = keyed
        self.language = language
        self.taken: list[Rect] = []
        self.printed: list[Labelled] = []
        self._faces = faces

    @property
    def words(self) -> Words:
        """The fixed words in the chart's language."""
        return grammar(self.language).words

    @property
    def text(self) -> ChartText:
        """The kinds of text in charts."""
        return self._style.text.chart

    def coloured(self, kind: TextStyle, role: Role) -> TextStyle:
        """A kind of text in a role's colour."""
        return structs.replace(kind, colour=self.colour(role))

    def label(self, text: str, kind: TextStyle, status: Status = Status.FINAL) -> Label:
        """A text with the mark of its status."""
        return Label(text, kind, status.marks if text else "")

    def value(self, point: Point, kind: TextStyle) -> Label:
        """A point's value with its mark; one that is missing has its mark only."""
        status = Status.FINAL if point.value is None else point.status
        return structs.replace(self.label(point.text, kind, status), fact=point.fact)

    def scale(
        self,
        low: Decimal,
        high: Decimal,
        unit: str,
        zero: bool = True,
        mirror: float = 2,
        whole: bool = False,
        room: float = 0.0,
    ) -> Scale:
        """A nice scale for values of that unit, with the style's number of lines; fewer where so
        much `room` would not hold what stands beside them."""
        lines = (self.measures.lines.fewest, self.measures.lines.most)
        if room:
            most = max(2, 1 + int(room / (_AIR * self.text.axis.size)))
            lines = (min(lines[0], most), min(lines[1], most))
        snap = Decimal(repr(self.measures.snap))
        return scale(low, high, lines, snap, zero, Decimal(mirror), unit.startswith("%"), whole)

    # ---- measuring and setting text

    def width_of(self, label: Label) -> float:
        """How wide a label is with its mark."""
        width = self._face(label.kind).width(label.text, label.kind.size)
        if not label.mark:
            return width
        mark = self.text.mark
        return width + self.measures.mark + self._face(mark).width(label.mark, mark.size)

    def rect_of(self, label: Label, left: float, baseline: float) -> Rect:
        """The space that a label takes."""
        face, size = self._face(label.kind), label.kind.size
        low = bool(_DESCENDING & set(label.text + label.mark))
        depth = 0.22 * size if low else 0.0
        top = face.cap_height * size * 1.06
        return Rect(left, baseline - depth, left + self.width_of(label), baseline + top)

    def cap(self, kind: TextStyle) -> float:
        """Height of capitals and digits in points."""
        return self._face(kind).cap_height * kind.size

    def set(self, label: Label, left: float, baseline: float, clear: bool = False) -> Rect:
        """Set a label from its left end and remember its place as taken.

        With `clear` the grid stops short of it.
        """
        kind = label.kind
        self._text(label.text, kind, left, baseline)
        if label.mark:
            shift = self._face(kind).width(label.text, kind.size) + self.measures.mark
            self._text(label.mark, self.text.mark, left + shift, baseline)
        rect = self.rect_of(label, left, baseline)
        if label.fact and label.text:
            box = (rect.left, rect.bottom, rect.right, rect.top)
            self.printed.append(Labelled(label.fact, label.told or label.text, box))
        if clear:
            self.rectangle(rect.grown(self.measures.clear), "paper", order=1.5)
        self.taken.append(rect)
        return rect

    def wrap(self, label: Label, width: float) -> list[Label]:
        """The label cut at spaces into lines of at most `width`, a word that is wider between its
        letters; the mark stays with the last."""
        lines: list[str] = []
        whole_words = label.text.split(" ")
        for word in (p for whole in whole_words for p in self._chopped(whole, label.kind, width)):
            longer = f"{lines[-1]} {word}" if lines else word
            if lines and self.width_of(Label(longer, label.kind)) <= width:
                lines[-1] = longer
            else:
                lines.append(word)
        found = [Label(line, label.kind) for line in lines]
        at = max((n for n, line in enumerate(lines) if label.told in line), default=len(found) - 1)
        if label.told:
            found[at] = structs.replace(found[at], fact=label.fact, told=label.told)
        return [*found[:-1], structs.replace(found[-1], mark=label.mark)]

    def _chopped(self, word: str, kind: TextStyle, width: float) -> list[str]:
        parts = [""]
        for letter in word if self.width_of(Label(word, kind)) > width else [word]:
            if parts[-1] and self.width_of(Label(parts[-1] + letter, kind)) > width:
                parts.append("")
            parts[-1] += letter
        return parts

    def _face(self, kind: TextStyle) -> Face:
        return self._faces[kind.face]


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
