"""How current the figures are: a line a row, from its first period to its last."""

from dataclasses import dataclass, field
from datetime import date

from briefing.layout.box import Box, Rule, Solid, Stack
from briefing.layout.pen import Pen
from briefing.layout.text.paragraph import Paragraph
from briefing.layout.text.setting import Setting
from briefing.layout.theme import Look
from briefing.model import Ages, Place, Span
from briefing.pdf import Element


@dataclass(frozen=True)
class AgeRow(Solid):
    """A row of `Ages`: its label, a line between its periods on the scale of all, its last one; a
    ring where that is provisional."""

    span: Span = field(kw_only=True)
    ends: tuple[int, int] = field(kw_only=True)
    label: Paragraph = field(kw_only=True)
    last: Paragraph = field(kw_only=True)
    look: Look = field(kw_only=True)
    room: float = field(kw_only=True)

    def _wide(self, width: float) -> float:
        """The width of the label: what lines and last periods leave."""
        ages = self.look.style.ages
        return width - self.room - ages.line_width - 2 * ages.gap

    def measure(self, width: float) -> float:
        """The label’s lines and the white around them."""
        return 2 * self.look.style.ages.pad + self.label.measure(self._wide(width))

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        """Label, line, last period."""
        ages = self.look.style.ages
        y = top + ages.pad
        wide = self._wide(width)
        self.label.draw(pen, x, y, wide)
        self.last.draw(pen, x + width - self.room, y, self.room)
        with pen.canvas.artifact():
            self._draw_line(pen, x + wide + ages.gap, y, ages.line_width)

    def _draw_line(self, pen: Pen, left: float, top: float, width: float) -> None:
        style, span = self.look.style, self.span
        ages, (begin, end) = style.ages, self.ends
        middle = top + self.label.setting.leading / 2
        colour = style.colours.chart.second if span.old else style.colours.accent
        radius, room = ages.dot / 2, width - ages.dot
        days = max(end - begin, 1)

        def at(day: int) -> float:
            return left + radius + room * (day - begin) / days

        first, last = at(span.first.start.toordinal()), at(span.last.end.toordinal())
        pen.fill(left, middle - 0.2, width, 0.4, style.colours.line)
        pen.fill(first, middle - ages.line / 2, last - first, ages.line, colour)
        canvas = pen.canvas
        canvas.stroke(colour, ages.line)
        canvas.fill(style.colours.paper if span.open else colour)
        shrunk = radius - ages.line / 2
        canvas.circle(last, pen.up(middle), shrunk, stroke=1, fill=1)


@dataclass(frozen=True)
class Scale(Solid):
    """The years between which the lines of `AgeRow` run, as decoration: rows say theirs."""

    ends: tuple[int, int] = field(kw_only=True)
    room: float = field(kw_only=True)
    look: Look = field(kw_only=True)

    def measure(self, width: float) -> float:  # noqa: ARG002
        """A line."""
        return self.look.style.text.chart.axis.leading

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        """The first year under the left end, the last under the right one."""
        ages, setting = self.look.style.ages, self.look.style.text.chart.axis
        first, last = (str(date.fromordinal(day).year) for day in self.ends)
        right = x + width - self.room - ages.gap - ages.dot / 2
        left = right - ages.line_width + ages.dot
        with pen.canvas.artifact():
            for text, middle in ((first, left), (last, right)):
                pen.text(middle - self.look.width(text, setting) / 2, top, text, setting)


def ages(setting: Setting, content: Ages, parent: Element, place: Place) -> Box:
    """The rows as a table, under their title."""
    look, text = setting.look, setting.text
    caption = parent.child("P")
    table = parent.child("Table")
    body = table.child("TBody")
    rows: list[Box] = []
    begin = min(span.first.start.toordinal() for span in content.spans)
    end = max(span.last.end.toordinal() for span in content.spans)
    kinds = [text.ages.old if span.old else text.ages.last for span in content.spans]
    texts = [span.last_text for span in content.spans]
    room = max(look.width(t, kind) for t, kind in zip(texts, kinds, strict=True)) + 1
    for span, kind in zip(content.spans, kinds, strict=True):
        row = body.child("TR")
        head = row.child("TH", scope="Row").child("P")
        said = row.child("TD").child("P").child("Span", expansion=span.says)
        last = setting.plain(span.last_text, kind, said, place, align="right")
        label = setting.plain(span.label + " ", text.ages.label, head, place)
        ends = begin, end
        rows.append(AgeRow(span=span, ends=ends, label=label, last=last, look=look, room=room))
    rows.append(Scale(ends=(begin, end), room=room, look=look))
    rule = Rule(weight=look.style.side.rule, colour=look.style.colours.ink, keep=True)
    title = setting.plain(content.title, text.side.head, caption, place, keep=True)
    note = setting.plain(content.note, text.exhibit.note, parent.child("P"), place)
    return Stack((rule, _spaced(title, text.side.head.before), *rows, note))


def _spaced(paragraph: Paragraph, before: float) -> Box:
    return Stack((paragraph,), before=before, after=paragraph.after, keep=True)
