"""Footnotes at the foot of the page that calls them, over several pages where they are long."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from briefing.layout.box import Abreast, Box, Scaled, Solid, Stack
from briefing.layout.boxes.across import Columns
from briefing.layout.boxes.facing import Facing
from briefing.layout.boxes.table import Table
from briefing.layout.links import answering
from briefing.layout.pen import Pen
from briefing.layout.text.paragraph import Paragraph
from briefing.layout.text.setting import Setting
from briefing.layout.theme import Look
from briefing.model import ToNote, Words, block
from briefing.pdf import Element


def footnote(setting: Setting, note: block.Footnote, parent: Element) -> None:
    """Makes a note's box and its tags; the setting keeps it for the page that calls it."""
    element = parent.child("Note", id=f"note-{note.number}")
    boxes: list[Box] = []
    for part in note.blocks:
        assert isinstance(part, block.Paragraph)
        inlines, anchors = part.inlines, tuple[str, ...]()
        if not boxes:
            number = Words(str(note.number), note.place, link=answering(note))
            inlines = (number, Words(" ", note.place), *inlines)
            anchors = (ToNote(note.number).anchor,)
        made = setting.paragraph(
            inlines, setting.text.footnote, element.child("P"), anchors=anchors
        )
        boxes.append(replace(made, before=0.0))
    setting.notes[note.number] = Stack(tuple(boxes), after=boxes[-1].after)


def calls(box: Box | None) -> tuple[int, ...]:
    """The numbers of the notes that a box calls, in order, each once."""
    if isinstance(box, Paragraph):
        links = (piece.link for part in box.segments for piece in part.pieces)
        found = (link.target for link in links if link is not None)
        return tuple(dict.fromkeys(to.number for to in found if isinstance(to, ToNote)))
    if isinstance(box, Table):
        rows = box.rows if box.repeated else (*box.head, *box.rows)
        inner: Sequence[Box | None] = [cell.text for row in rows for cell in row.cells]
    elif isinstance(box, Stack | Columns):
        inner = box.boxes
    elif isinstance(box, Facing):
        inner = (*box.boxes, *box.beside)
    elif isinstance(box, Abreast):
        inner = (box.left, box.right)
    elif isinstance(box, Scaled):
        inner = (box.box,)
    else:
        return ()
    return tuple(dict.fromkeys(number for held in inner for number in calls(held)))


@dataclass(frozen=True, slots=True)
class Foot:
    """The notes at the foot of a page by number, what goes on on the next page, and the notes that
    have been called so far. It is `full` from the page's beginning where a long note fills it."""

    notes: tuple[tuple[int, Box], ...] = ()
    over: tuple[tuple[int, Box], ...] = ()
    known: frozenset[int] = frozenset()
    full: bool = False

    @property
    def boxes(self) -> tuple[Box, ...]:
        """The notes on this page."""
        return tuple(box for _, box in self.notes)


@dataclass(frozen=True)
class FootBox(Solid):
    """A short rule, and notes under it."""

    notes: Stack = field(kw_only=True)
    look: Look = field(kw_only=True)

    def _head(self) -> float:
        return self.look.style.footnote.rule + self.look.style.text.footnote.before

    def measure(self, width: float) -> float:
        """The rule, the white under it, the notes."""
        return self._head() + self.notes.measure(width)

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        """The rule as decoration, then the notes."""
        own = self.look.style.footnote
        pen.line(x, top, own.width, own.rule, self.look.style.colours.ink)
        self.notes.draw(pen, x, top + self._head(), width)


@dataclass(frozen=True)
class Feet:
    """Fills the feet of pages with `notes`, by number; lengths in points."""

    look: Look
    notes: Mapping[int, Box]

    @property
    def _width(self) -> float:
        return self.look.style.column.main

    def box(self, foot: Foot) -> FootBox:
        """What is drawn."""
        notes = Stack(foot.boxes)
        return FootBox(anchors=notes.anchors, notes=notes, look=self.look)

    def height(self, foot: Foot) -> float:
        """What the foot takes from the main column, the white above it included."""
        if not foot.notes:
            return 0.0
        return self.look.style.footnote.before + self.box(foot).measure(self._width)

    def within(self, foot: Foot, box: Box, space: float) -> Foot | None:
        """The foot with the notes that the box calls, no higher than `space`; the last may go on on
        the next page. None where there is no such room. In a full foot they wait for the next."""
        new = self._new(foot, box)
        if not new:
            return foot
        if foot.full:
            return self._waiting(foot, new)
        for index, number in enumerate(new):
            if foot.over:
                return None
            whole = self._with(foot, number, self.notes[number])
            if self.height(whole) <= space + 1e-6:
                foot = whole
                continue
            parts = self._parted(foot, number, self.notes[number], space)
            if index < len(new) - 1 or parts is None:
                return None
            foot = parts
        return foot if self.height(foot) <= space + 1e-6 else None

    def forced(self, foot: Foot, box: Box, space: float) -> Foot:
        """The foot with as many of the notes that the box calls as there is room for, the rest on
        the next page."""
        for number in self._new(foot, box):
            note = self.notes[number]
            whole = self._with(foot, number, note)
            parts = None if foot.over else self._parted(foot, number, note, space)
            if not foot.over and self.height(whole) <= space + 1e-6:
                foot = whole
            elif parts is not None:
                foot = parts
            else:
                foot = self._waiting(foot, (number,))
        return foot

    def _waiting(self, foot: Foot, numbers: tuple[int, ...]) -> Foot:
        over = (*foot.over, *((number, self.notes[number]) for number in numbers))
        return replace(foot, over=over, known=foot.known | set(numbers))

    def next(self, foot: Foot) -> Foot:
        """The foot with which the next page begins."""
        begun = Foot(known=foot.known)
        page = self.look.style.page.bottom - self.look.style.page.top
        space = self.look.style.footnote.most * page
        queue = list(foot.over)
        while queue:
            number, note = queue[0]
            whole = self._with(begun, number, note)
            if self.height(whole) > space and (begun.notes or self._split(begun, note, space)):
                break
            begun = whole
            queue.pop(0)
        if queue:
            number, note = queue.pop(0)
            parts = self._parted(begun, number, note, space)
            if parts is None:
                return replace(begun, over=((number, note), *queue), full=True)
            begun = replace(parts, over=(*parts.over, *queue), full=True)
        return begun

    def _new(self, foot: Foot, box: Box) -> tuple[int, ...]:
        if not self.notes:
            return ()
        return tuple(n for n in calls(box) if n in self.notes and n not in foot.known)

    def _with(self, foot: Foot, number: int, note: Box) -> Foot:
        notes = tuple(sorted((*foot.notes, (number, note)), key=lambda held: held[0]))
        return replace(foot, notes=notes, known=foot.known | {number})

    def _split(self, foot: Foot, note: Box, space: float) -> tuple[Box, Box] | None:
        if foot.notes:
            used = self.height(foot) + foot.boxes[-1].after + note.before
        else:
            used = self.height(self._with(foot, 0, Stack(())))
        return note.split(self._width, space - used)

    def _parted(self, foot: Foot, number: int, note: Box, space: float) -> Foot | None:
        parts = self._split(foot, note, space)
        if parts is None:
            return None
        return replace(self._with(foot, number, parts[0]), over=((number, parts[1]),))
