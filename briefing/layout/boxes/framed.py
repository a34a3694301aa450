"""Exhibits in their frame: rule, label, title, subtitle, body, notes and source."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from briefing import model
from briefing.layout.box import Box, Column, Rule, Solid, Stack
from briefing.layout.boxes.changes import changes, underneath
from briefing.layout.boxes.grid import grid_box
from briefing.layout.boxes.people import people
from briefing.layout.boxes.tiles import TileGrid, tile_grid
from briefing.layout.boxes.timeline import timeline
from briefing.layout.charted import Draws
from briefing.layout.links import anchor
from briefing.layout.pen import Pen
from briefing.layout.text.segments import ARROW
from briefing.layout.text.setting import Setting
from briefing.pdf import Element
from briefing.pdf.drawing import paint


@dataclass(frozen=True)
class ChartBox(Solid):
    """A chart as wide as its column, as the content of a Figure, by a `factor` as high as it would
    be; it is drawn when the page is."""

    chart: model.Chart = field(kw_only=True)
    draws: Draws = field(kw_only=True)
    figure: Element = field(kw_only=True)
    says: tuple[model.Inline, ...] = field(kw_only=True)
    factor: float = 1.0

    def measure(self, width: float) -> float:
        """The height of its drawing."""
        return self.draws.height(self.chart, width, self.factor)

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        """The drawing under one mark; its place is noted with the Figure."""
        drawing = self.draws.draw(self.chart, width, self.factor)
        bottom = pen.up(top + drawing.height)
        with pen.canvas.tag(self.figure):
            paint(drawing, pen.canvas, x, bottom)
        for label in drawing.printed:
            left, low, right, high = label.box
            pen.print(label.fact, label.text, (x + left, bottom + low, x + right, bottom + high))
        pen.say(self.says)
        self.figure.enclose((x, bottom, x + drawing.width, pen.up(top)))


@dataclass(frozen=True)
class Framed:
    """An exhibit: its head, its body and what stands under it, kept together.

    A table of more than `whole` rows (a timeline of more events) may go on on the next page under
    its label and `continued`; so may any that is higher than a page.
    """

    head: Stack
    body: Box
    foot: Stack
    again: Stack
    parts: int
    whole: int
    page: float
    before: float
    after: float
    anchors: tuple[str, ...]
    element: Element
    keep: bool = False
    _known: dict[float, float] = field(default_factory=dict, init=False, compare=False, repr=False)

    def measure(self, width: float) -> float:
        """All its parts; the head's own white stands between head and body."""
        known = self._known.get(width)
        if known is None:
            head = self.head.measure(width) + self.head.after
            known = head + self.body.measure(width) + self._foot(width)
            self._known[width] = known
        return known

    def _foot(self, width: float) -> float:
        return self.foot.before + self.foot.measure(width) if self.foot.boxes else 0.0

    def loose(self) -> "Framed":
        """The exhibit, which may go on on the next page however short it is."""
        return replace(self, whole=0) if self.parts > 1 else self

    def split(self, width: float, height: float) -> tuple[Box, Box] | None:
        """Within the body, where the exhibit is long enough for that."""
        if self.parts <= self.whole and self.measure(width) <= self.page:
            return None
        head = self.head.measure(width) + self.head.after
        parts = self.body.split(width, height - head)
        if parts is None:
            return None
        first = replace(self, body=parts[0], foot=Stack(()), after=0.0)
        rest = replace(self, head=self.again, body=parts[1], before=0.0, anchors=())
        return first, rest

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        """Head, body, foot."""
        pen.anchor(self.anchors, self.element, top)
        self.head.draw(pen, x, top, width)
        y = top + self.head.measure(width) + self.head.after
        self.body.draw(pen, x, y, width)
        if self.foot.boxes:
            self.foot.draw(pen, x, y + self.body.measure(width) + self.foot.before, width)


@dataclass(frozen=True)
class Exhibits:
    """Makes boxes of exhibits: with what draws the charts, the sources' codes by name, and the
    words for a part that goes on and for the way to a chart's data where that is printed."""

    setting: Setting
    draws: Draws
    codes: Mapping[str, str]
    continued: str
    to_data: str = ""

    def box(self, placed: model.Placed, parent: Element, *, aside: bool = False) -> Box:
        """The exhibit as one box; its element stands in the tree where the text places it."""
        setting = self.setting
        look = setting.look
        if isinstance(placed.exhibit.content, model.Changes):
            return changes(setting, placed, parent, look.style.exhibit.after)
        element = _element(placed, parent)
        caption = element if element.role == "Div" else element.child("Caption")
        head, again = _heads(setting, placed, caption, self.continued, aside=aside)
        body, parts, whole = self._body(placed, element)
        return Framed(
            head=head,
            body=body,
            foot=self._notes(placed, parent),
            again=again,
            parts=parts,
            whole=whole,
            page=look.style.page.bottom - look.style.page.top,
            before=look.style.side.before if aside else look.style.exhibit.before,
            after=look.style.exhibit.after,
            anchors=(placed.anchor,),
            element=element,
        )

    def tiles(self, placed: model.Placed, parent: Element) -> TileGrid:
        """Tiles without a frame, as the first page has them."""
        assert isinstance(placed.exhibit.content, model.Tiles)
        tiles, div = placed.exhibit.content.tiles, parent.child("Div")
        return tile_grid(self.setting, tiles, div, placed.place, placed.anchor)

    def _again(self, placed: model.Placed) -> str:
        """What stands above a part that goes on."""
        return f"{placed.label} {self.continued}".strip()

    def _body(self, placed: model.Placed, element: Element) -> tuple[Box, int, int]:
        """The body, in how many parts it comes, and up to how many it is never parted."""
        setting, content = self.setting, placed.exhibit.content
        whole = setting.look.style.exhibit.whole
        if isinstance(content, model.Grid):
            what = f"exhibit {placed.exhibit.name}"
            table = grid_box(setting, what, placed.place, content, element, self._again(placed))
            return table, len(content.rows), whole.rows
        if isinstance(content, model.Timeline):
            rail = timeline(setting, content, element, placed.place, self.codes)
            return rail, len(content.moments), whole.moments
        if isinstance(content, model.People):
            listed = people(setting, content, element, placed.place, self.codes)
            return listed, len(content.people), whole.moments
        if isinstance(content, model.Tiles):
            div = element.child("Div")
            return tile_grid(setting, content.tiles, div, placed.place, ""), 1, 1
        assert isinstance(content, model.Chart)
        self._examine(content, placed)
        says = placed.exhibit.says
        return ChartBox(chart=content, draws=self.draws, figure=element, says=says), 1, 1

    def _examine(self, chart: model.Chart, placed: model.Placed) -> None:
        """Finds what can't be set of the texts that the chart has drawn."""
        text = self.setting.text.chart
        for line in chart.lines:
            self.setting.check(line.label, text.series.face, placed.place)
            for point in line.points:
                self.setting.check(point.label, text.label.face, placed.place)

    def _notes(self, placed: model.Placed, parent: Element) -> Stack:
        """Notes, source and the way to the same figures elsewhere as one paragraph, tagged after
        the exhibit."""
        place = placed.place
        inlines = list(underneath(placed))
        ways = [(f"{ARROW} {label}", target) for label, target in placed.related]
        if self.to_data and placed.exhibit.data and not ways:
            ways = [(self.to_data, anchor(placed))]
        for number, (words, target) in enumerate(ways):
            link = model.Link(model.Anchor(target), number, place)
            inlines += [model.Words(" ", place), model.Words(words, place, link=link)]
        if not inlines:
            return Stack(())
        made = self.setting.paragraph(inlines, self.setting.text.exhibit.note, parent.child("P"))
        return Stack((made,), before=made.before)


def _element(placed: model.Placed, parent: Element) -> Element:
    content = placed.exhibit.content
    if isinstance(content, model.Chart):
        return parent.child("Figure", alt=placed.alt, placement="Block")
    if isinstance(content, model.Grid | model.Tiles):
        return parent.child("Table" if isinstance(content, model.Grid) else "Div")
    if isinstance(content, model.People):
        return parent.child("L")
    return parent.child("L", numbering="Description")


def _heads(
    setting: Setting, placed: model.Placed, caption: Element, continued: str, *, aside: bool
) -> tuple[Stack, Stack]:
    """The head, and the one that a part on the next page has instead."""
    look = setting.look
    rule = Rule(weight=look.style.exhibit.rule, colour=look.style.colours.ink)
    place = placed.place
    boxes: list[Box] = [rule]
    if placed.label:
        boxes.append(
            setting.plain(placed.label, setting.text.exhibit.label, caption.child("P"), place)
        )
    title = setting.paragraph(
        placed.title,
        setting.text.exhibit.title_side if aside else setting.text.exhibit.title,
        caption.child("P"),
        balanced=True,
    )
    # Without a label the title stands as far under the rule as a label would.
    white = title.before if placed.label else look.style.text.exhibit.label.before
    boxes.append(replace(title, before=white))
    if placed.exhibit.subtitle:
        subtitle = placed.exhibit.subtitle
        boxes.append(
            setting.plain(subtitle, setting.text.exhibit.subtitle, caption.child("P"), place)
        )
    after = look.style.text.exhibit.subtitle.after
    words = f"{placed.label} {continued}"
    repeated = setting.plain(words, setting.text.exhibit.label, None, place)
    return Stack(tuple(boxes), after=after), Stack((rule, repeated), after=after)


def column(placed: model.Placed, setting: Setting) -> Column:
    """The column that an exhibit of running text stands in."""
    content = placed.exhibit.content
    many = setting.look.style.grid.wide_columns
    wide = isinstance(content, model.Grid) and len(content.columns) >= many
    full = placed.exhibit.wide or wide or isinstance(content, model.Tiles)
    return Column.FULL if full else Column.MAIN
