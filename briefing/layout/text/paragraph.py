"""A paragraph: mixed text broken into lines, split over pages, drawn with its links."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from briefing.layout.box import Box
from briefing.layout.pen import Pen
from briefing.layout.text import breaking
from briefing.layout.text.breaking import Joint, Judgement
from briefing.layout.text.lines import Line, as_drawn, wider_by
from briefing.layout.text.segments import Piece, Segment, chopped
from briefing.layout.theme import Look
from briefing.model import Area, Place
from briefing.model.style import TextStyle
from briefing.pdf import Element

JUSTIFIED = "justified"
# Which share of the white of a line stands at its left.
_AT = {"left": 0.0, "right": 1.0, "center": 0.5, JUSTIFIED: 0.0}


@dataclass(frozen=True)
class Label:
    """What stands before a list item's first line: a bullet, a number, a code.

    It begins `hang` points before the text; without that it ends shortly before it.
    """

    text: str
    setting: TextStyle
    element: Element
    hang: float | None = None


@dataclass(frozen=True)
class Bar:
    """A vertical rule at the left of every line, as of a quotation."""

    x: float
    weight: float
    colour: str


@dataclass
class _Drawn:
    """What was drawn of a paragraph: the rectangles of its links by number, and what was
    heard last (its language, role and expansion) with its element."""

    areas: dict[int, list[Area]] = field(default_factory=dict)
    spoken: tuple[Element, tuple[str, str, str], Element] | None = None

    def inside(self, parent: Element, run: Piece, *, roles: bool) -> Element:
        """The element of a text in a language, marked or an abbreviation: children of the parent,
        which go on as long as all of it does; the parent for plain text of its own language."""
        heard = run.language, run.role if roles else "", run.expansion
        if self.spoken is None or self.spoken[:2] != (parent, heard):
            language, role, expansion = heard
            made = parent.child(role) if role else parent
            if language:
                made = made.child("Span", lang=language)
            if expansion:
                made = made.child("Span", expansion=expansion)
            self.spoken = (parent, heard, made)
        return self.spoken[2]


@dataclass(frozen=True)
class Paragraph:
    """Segments set in lines of one leading.

    `indent` is left free at the left; `align` is left, right, center or justified. The first and
    the last `together` lines are never parted; of a part that `goes_on` the last line is like any
    other. Without an element it is decoration.
    """

    segments: tuple[Segment, ...]
    setting: TextStyle
    look: Look
    element: Element | None
    before: float = 0.0
    after: float = 0.0
    keep: bool = False
    anchors: tuple[str, ...] = ()
    indent: float = 0.0
    align: str = "left"
    balanced: bool = False
    label: Label | None = None
    bars: tuple[Bar, ...] = ()
    goes_on: bool = False
    place: Place | None = None
    _known: dict[float, tuple[Line, ...]] = field(default_factory=dict, compare=False)

    def lines(self, width: float) -> tuple[Line, ...]:
        """The lines for a measure in points, indent included."""
        if width not in self._known:
            self._known[width] = self._broken(width - self.indent)
        return self._known[width]

    def _broken(self, measure: float) -> tuple[Line, ...]:
        parts = chopped(self.segments, measure, self.look)
        judgement = Judgement(
            self.look.style.breaks.hyphen,
            self.look.style.breaks.hyphens,
            self.look.style.breaks.last,
            self.balanced,
            self.align == JUSTIFIED,
        )
        ranges = breaking.lines([part.measured for part in parts], measure, judgement)
        return tuple(parts[start:end] for start, end in ranges)

    def measure(self, width: float) -> float:
        """Leading by the number of lines; a label needs one."""
        count = len(self.lines(width))
        return (max(count, 1) if self.label else count) * self.setting.leading

    def ending(self, width: float) -> float:
        """How far its last line goes, set left in a measure of `width` points."""
        lines = self.lines(width)
        runs = as_drawn(lines[-1]) if lines else ()
        used = sum(self.look.width(run.text, run.setting) for run in runs)
        free = self.look.width(" ", runs[-1].setting) if runs and runs[-1].text[-1:] == " " else 0.0
        return self.indent + used - free

    def natural(self) -> float:
        """The width of the longest line where nothing forces a break, in points."""
        longest = used = 0.0
        for part in self.segments:
            used += part.measured.width
            longest = max(longest, used)
            used = 0.0 if part.measured.joint is Joint.FORCED else used + part.measured.inside
        return self.indent + longest

    def widest(self) -> str:
        """The text of its widest segment."""
        part = max(self.segments, key=lambda part: part.measured.width, default=None)
        return "".join(piece.text for piece in part.pieces) if part else ""

    def narrowest(self) -> float:
        """The width of its widest segment with its hyphen, in points."""
        widths = (part.measured.width + part.measured.end for part in self.segments)
        return self.indent + max(widths, default=0.0)

    def width_for(self, count: int) -> float:
        """The least width, to a point, at which it has no more than so many lines."""
        low, high = self.narrowest(), self.natural()
        while count > 1 and high - low > 1:
            middle = (low + high) / 2
            if len(self._broken(middle - self.indent)) <= count:
                high = middle
            else:
                low = middle
        return high

    def split(self, width: float, height: float) -> tuple[Box, Box] | None:
        """After a line, with enough lines on either side; what is kept with the next never."""
        if self.keep:
            return None
        lines = self.lines(width)
        together = self.look.style.breaks.lines
        count = min(int((height + 1e-6) // self.setting.leading), len(lines) - together)
        if count < together:
            return None
        return (
            replace(self._part(width, lines[:count], after=0.0), goes_on=True),
            replace(
                self._part(width, lines[count:], after=self.after),
                before=0.0,
                label=None,
                anchors=(),
            ),
        )

    def _part(self, width: float, lines: tuple[Line, ...], after: float) -> Paragraph:
        held = tuple(part for line in lines for part in line)
        return replace(self, segments=held, after=after, _known={width: lines})

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        """Line by line; links get their rectangles, facts are noted as printed."""
        pen.anchor(self.anchors, self.element, top)
        pen.stand(self.place, x, top, width, self.measure(width))
        for bar in self.bars:
            height = self.measure(width)
            with pen.canvas.artifact():
                pen.fill(x + bar.x, top, bar.weight, height, bar.colour)
        if self.label is not None:
            self._draw_label(pen, x, top, self.label)
        drawn = _Drawn()
        with pen.tag(self.element):
            lines = self.lines(width)
            for number, line in enumerate(lines):
                is_last = number == len(lines) - 1 and not self.goes_on
                y = top + number * self.setting.leading
                self._draw_line(pen, line, x, y, width, is_last, drawn)
        self._join_links(pen, drawn.areas)

    def _draw_label(self, pen: Pen, x: float, top: float, label: Label) -> None:
        hang = label.hang
        if hang is None:
            wide = self.look.width(label.text, label.setting)
            hang = wide + self.look.style.lists.gap
        with pen.tag(label.element):
            pen.text(x + self.indent - hang, top, label.text + " ", label.setting)

    def _draw_line(
        self,
        pen: Pen,
        line: Line,
        x: float,
        top: float,
        width: float,
        is_last: bool,
        drawn: _Drawn,
    ) -> None:
        runs = as_drawn(line)
        used = sum(self.look.width(run.text, run.setting) for run in runs)
        free = width - self.indent - used
        free += self.look.width(" ", runs[-1].setting) if runs[-1].text.endswith(" ") else 0.0
        x += self.indent + free * _AT[self.align]
        share = 0.0
        if self.align == JUSTIFIED:
            share = wider_by(line, free, is_last)
        self._note_facts(pen, line, x, top, share)
        own, roles = self.look.baseline(self.setting), pen.canvas.is_pdf2
        for run in runs:
            wider = share * self.look.width(" ", run.setting)
            advance = self.look.width(run.text, run.setting) + wider * run.text.count(" ")
            drop = own - self.look.baseline(run.setting) - run.setting.rise
            link = run.link
            if run.page_of:
                self._draw_page(pen, run, x, top, drop)
            elif link is not None and self.element is not None and pen.leads(link):
                element = pen.link(self.element, link)
                with pen.canvas.tag(drawn.inside(element, run, roles=roles)):
                    pen.text(x, top, run.text, run.setting, drop, wider)
                pen.first(link, element, top)
                bottom = pen.up(top + self.setting.leading)
                area = (x, bottom, x + advance, pen.up(top))
                drawn.areas.setdefault(link.number, []).append(area)
            else:
                own_tag = self.element and drawn.inside(self.element, run, roles=roles)
                with pen.tag(own_tag):
                    pen.text(x, top, run.text, run.setting, drop, wider)
            x += advance

    @staticmethod
    def _draw_page(pen: Pen, run: Piece, x: float, top: float, drop: float) -> None:
        """The page of a cross-reference, which the pages make: furniture, as the contents' are."""
        page = str(pen.anchors.get(run.page_of, pen.page))
        with pen.canvas.artifact():
            pen.text(x, top, run.text.replace("0", page, 1), run.setting, drop)

    def _note_facts(self, pen: Pen, line: Line, x: float, top: float, share: float) -> None:
        """Which facts' text stands on a line that begins at `x`, and where; its spaces are wider by
        that share."""
        if not any(piece.facts for part in line for piece in part.pieces):
            return
        for part in line:
            space = part.space if part is not line[-1] else None
            for piece in (*part.pieces, *((space,) if space else ())):
                start = x
                advance = self.look.width(piece.text, piece.setting)
                x += advance * (1 + share) if piece is space else advance
                area = (start, pen.up(top + self.setting.leading), x, pen.up(top))
                if piece.whole:
                    for fact in piece.facts:
                        pen.print(fact, piece.whole, area)
                        pen.came(fact, self.element, top)
                elif piece.facts:
                    pen.go_on(piece.facts, area)

    def area(self, pen: Pen, x: float, top: float, width: float) -> Area:
        """Where its lines stand on the page."""
        used = min(self.natural(), width)
        free = width - used
        x += free * _AT[self.align]
        return x, pen.up(top + self.measure(width)), x + used, pen.up(top)

    def _join_links(
        self, pen: Pen, areas: dict[int, list[tuple[float, float, float, float]]]
    ) -> None:
        if self.element is None:
            return
        for number, rectangles in areas.items():
            held = [
                piece
                for part in self.segments
                for piece in (*part.pieces, part.space)
                if piece is not None and piece.link is not None and piece.link.number == number
            ]
            link = next(piece.link for piece in held if piece.link is not None)
            words = "".join(piece.text for piece in held).strip()
            element = pen.link(self.element, link)
            pen.canvas.link(rectangles, link.target, element, pen.says(link.target, words))
