"""What changed since the last edition: a tinted box with a bar at its left, four columns in it."""

from dataclasses import dataclass, field

from briefing.layout.box import Solid, Stack
from briefing.layout.pen import Pen
from briefing.layout.text.setting import Setting
from briefing.layout.theme import Look
from briefing.model import Changes, Inline, Placed, Words
from briefing.pdf import Element


@dataclass(frozen=True)
class ChangesBox(Solid):
    """Head, columns and what stands below them, on a tint."""

    head: Stack = field(kw_only=True)
    columns: tuple[Stack, ...] = field(kw_only=True)
    foot: Stack = field(kw_only=True)
    element: Element = field(kw_only=True)
    look: Look = field(kw_only=True)

    def _inner(self, width: float) -> float:
        return width - self.look.style.changes.left - self.look.style.changes.right

    def _column(self, width: float) -> float:
        gaps = (len(self.columns) - 1) * self.look.style.changes.gap
        return (self._inner(width) - gaps) / len(self.columns)

    def _body(self, width: float) -> float:
        return max(column.measure(self._column(width)) for column in self.columns)

    def measure(self, width: float) -> float:
        """Its parts and the white around them."""
        inner = self._inner(width)
        edges = self.look.style.changes.top + self.look.style.changes.bottom
        head = self.head.measure(width) + self.look.style.text.changes.head.after
        foot = self.foot.measure(inner) + self.look.style.text.exhibit.note.before
        return edges + head + self._body(width) + (foot if self.foot.boxes else 0.0)

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        """The tint and its bar as decoration, then the text, column by column."""
        pen.anchor(self.anchors, self.element, top)
        look, inner = self.look, self._inner(width)
        height = self.measure(width)
        with pen.canvas.artifact():
            pen.fill(x, top, width, height, look.style.colours.tint)
            pen.fill(x, top, look.style.changes.bar, height, look.style.colours.accent)
        left, y = x + look.style.changes.left, top + look.style.changes.top
        self.head.draw(pen, left, y, inner)
        y += self.head.measure(inner) + self.look.style.text.changes.head.after
        own = self._column(width)
        for index, column in enumerate(self.columns):
            column.draw(pen, left + index * (own + look.style.changes.gap), y, own)
        y += self._body(width) + self.look.style.text.exhibit.note.before
        self.foot.draw(pen, left, y, inner)


def changes(setting: Setting, placed: Placed, parent: Element, after: float) -> ChangesBox:
    """The box of an exhibit of changes, tagged as a division of paragraphs."""
    content, place = placed.exhibit.content, placed.place
    assert isinstance(content, Changes)
    element = parent.child("Div")
    title = setting.paragraph(
        placed.title, setting.text.changes.head, element.child("P"), hyphenated=False
    )
    heads = [title]
    if placed.exhibit.subtitle:
        below = placed.exhibit.subtitle
        heads.append(setting.plain(below, setting.text.changes.text, element.child("P"), place))
    columns = []
    for column in content.columns:
        head = setting.plain(column.head, setting.text.changes.column, element.child("P"), place)
        lines = (
            setting.paragraph(line, setting.text.changes.text, element.child("P"), hyphenated=False)
            for line in column.lines
        )
        columns.append(Stack((head, *lines)))
    words = underneath(placed)
    note = setting.text.exhibit.note
    foot = [setting.paragraph(words, note, element.child("P"), hyphenated=False)] if words else []
    return ChangesBox(
        before=setting.look.style.exhibit.before,
        after=after,
        anchors=(placed.anchor,),
        head=Stack(tuple(heads)),
        columns=tuple(columns),
        foot=Stack(tuple(foot)),
        element=element,
        look=setting.look,
    )


def underneath(placed: Placed) -> tuple[Inline, ...]:
    """What stands under an exhibit, on one line after the other: its notes and its sources."""
    source = (Words(placed.source_line, placed.place),) if placed.source_line else ()
    inlines: list[Inline] = []
    for part in filter(None, (*placed.exhibit.notes, source)):
        inlines += (Words(" ", placed.place), *part) if inlines else part
    return tuple(inlines)
