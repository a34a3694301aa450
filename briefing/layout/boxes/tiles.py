"""Headline facts: a label, a large value, what changed, and the way it went."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from dataclasses import replace as replaced

from msgspec.structs import replace

from briefing.layout.box import Solid
from briefing.layout.boxes.spark import sparkline
from briefing.layout.pen import Pen
from briefing.layout.text.paragraph import Paragraph
from briefing.layout.text.setting import Setting
from briefing.layout.theme import Look
from briefing.model import Link, Place, Tile, Words
from briefing.model.style import TextStyle
from briefing.pdf import Element

# So many tiles stand in two pairs.
_PAIRS = 4
# The white between tiles that fill a height, in that of the style.
_LOOSEST = 3.0


@dataclass(frozen=True)
class Cell:
    """A tile ready to be placed; `element` holds its value, unit and mark, which `means` what words
    say. `change` and `lines` stand below: what changed, what it means, how old it is."""

    tile: Tile
    label: Paragraph
    change: Paragraph | None
    lines: tuple[Paragraph, ...]
    element: Element
    means: str = ""
    link: Link | None = None


@dataclass(frozen=True)
class TileGrid(Solid):
    """Tiles in rows as equal as can be; labels of one row take as many lines as the longest, so
    values align. `gap` is the white between rows, where it isn't the style's."""

    cells: tuple[Cell, ...] = field(kw_only=True)
    element: Element = field(kw_only=True)
    look: Look = field(kw_only=True)
    gap: float | None = None

    def _across(self, width: float) -> int:
        """How many stand side by side: the style's number, fewer in a narrower column."""
        gutter, cell = self.look.style.tile.gutter, self.look.style.tile.narrowest
        fit = int((width + gutter + 1e-3) // (cell + gutter))
        return max(1, min(fit, self.look.style.tile.across))

    def count(self, width: float) -> int:
        """In how many rows they stand."""
        return -(-len(self.cells) // self._across(width))

    def _rows(self, width: float) -> list[tuple[Cell, ...]]:
        """Rows as equal as can be; one that has but a single tile is the first, as the headline."""
        rows = self.count(width)
        each, more = divmod(len(self.cells), rows)
        counts = [each + (row < more) for row in range(rows)]
        if each == 1 and more:
            counts.reverse()
        found, first = [], 0
        for count in counts:
            found.append(self.cells[first : first + count])
            first += count
        return found

    def cut(self, width: float, rows: int) -> tuple[list["TileGrid"], list["TileGrid"]]:
        """So many rows, and the others below one another elsewhere."""
        held = self._rows(width)
        parts = [tuple(cell for row in part for cell in row) for part in (held[:rows], held[rows:])]
        first, others = ([replaced(self, cells=part)] if part else [] for part in parts)
        if first:
            others = [replaced(grid, anchors=()) for grid in others]
        return first, others

    def _cell_width(self, row: Sequence[Cell], width: float) -> float:
        return (width - (len(row) - 1) * self.look.style.tile.gutter) / len(row)

    @property
    def _between(self) -> float:
        return self.look.style.tile.row if self.gap is None else self.gap

    def fitting(self, width: float, height: float) -> float:
        """The white between rows with which they fill a height, within reason."""
        row = self.look.style.tile.row
        rows = len(self._rows(width))
        if rows < 2:
            return row
        free = height - replaced(self, gap=0.0).measure(width)
        return min(max(row, free / (rows - 1)), _LOOSEST * row)

    def _heights(self, row: Sequence[Cell], width: float) -> tuple[float, float]:
        """Of the labels and of what stands under the values, in one row."""
        spark = self.look.style.tile.spark.height + self.look.style.text.tile.year.leading
        text = self._text_width(width)
        lower = max(
            max(self._below(cell, text), spark if self._sparks(cell) else 0.0) for cell in row
        )
        return max(cell.label.measure(width) for cell in row), lower

    @staticmethod
    def _below(cell: Cell, width: float) -> float:
        """The height of the lines under a value."""
        change = cell.change.measure(width) if cell.change else 0.0
        return change + sum(line.measure(width) for line in cell.lines)

    def _sparks(self, cell: Cell) -> bool:
        """Whether it has a line at its right, for which the style leaves room."""
        return bool(cell.tile.spark) and self.look.style.tile.spark.width > 0

    def _text_width(self, width: float) -> float:
        spark = self.look.style.tile.spark.width
        return width - spark - self.look.style.tile.spark.gap

    def _height(self, row: Sequence[Cell], width: float) -> float:
        label, value = self.look.style.text.tile.label, self.look.style.text.tile.value
        upper, lower = self._heights(row, width)
        head = self.look.style.tile.rule + label.before + upper + label.after
        return head + value.leading + value.after + lower

    def measure(self, width: float) -> float:
        """The rows and the white between them."""
        rows = self._rows(width)
        white = (len(rows) - 1) * self._between
        return sum(self._height(row, self._cell_width(row, width)) for row in rows) + white

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        """Row by row."""
        pen.anchor(self.anchors, self.element, top)
        for row in self._rows(width):
            cell = self._cell_width(row, width)
            step = cell + self.look.style.tile.gutter
            for index, held in enumerate(row):
                self._draw_cell(pen, held, row, x + index * step, top, cell)
            top += self._height(row, cell) + self._between

    def _draw_cell(
        self, pen: Pen, cell: Cell, row: Sequence[Cell], x: float, top: float, width: float
    ) -> None:
        label, value = self.look.style.text.tile.label, self.look.style.text.tile.value
        upper, _ = self._heights(row, width)
        rule = self.look.style.tile.rule
        colours = self.look.style.colours
        pen.line(x, top, width, rule, colours.chart.second if cell.tile.age else colours.accent)
        y = top + rule + label.before
        cell.label.draw(pen, x, y, width)
        y += upper + label.after
        self._draw_value(pen, cell, x, y, width)
        y += value.leading + value.after
        if cell.change is not None:
            text = self._text_width(width)
            cell.change.draw(pen, x, y, text)
            area = cell.change.area(pen, x, y, text)
            for fact in cell.tile.changed:
                pen.print(fact, cell.tile.change, area)
        self._draw_lines(pen, cell, x, y, width)
        if self._sparks(cell):
            self._draw_spark(pen, cell, x + width - self.look.style.tile.spark.width, y)

    def _draw_lines(self, pen: Pen, cell: Cell, x: float, top: float, width: float) -> None:
        text = self._text_width(width)
        top += cell.change.measure(text) if cell.change else 0.0
        for line in cell.lines:
            line.draw(pen, x, top, text)
            top += line.measure(text)

    def _fitted(self, tile: Tile, width: float) -> tuple[TextStyle, TextStyle, TextStyle]:
        """The settings of value, unit and mark, smaller where they would leave the tile; an old
        value is paler."""
        tile_text = self.look.style.text.tile
        shown = tile_text.value
        if tile.age:
            shown = replace(shown, colour=self.look.style.colours.muted)
        kinds = (shown, tile_text.unit, tile_text.mark)
        texts = (tile.value, tile.unit, tile.status.marks)
        gaps = self.look.style.tile.unit * sum(map(bool, texts[1:]))
        wide = sum(self.look.width(t, kind) for t, kind in zip(texts, kinds, strict=True))
        part = min(1.0, (width - gaps) / wide) if wide else 1.0
        value, unit, mark = (
            kind if part == 1.0 else replace(kind, size=kind.size * part) for kind in kinds
        )
        return value, unit, mark

    def _draw_value(self, pen: Pen, cell: Cell, x: float, top: float, width: float) -> None:
        tile = cell.tile
        value, unit, mark = self._fitted(tile, width)
        own = self.look.baseline(value)
        right = x + self.look.width(tile.value, value)
        area = (x, pen.up(top + value.leading), right, pen.up(top))
        pen.print(tile.fact, tile.value, area)
        if cell.link is None:
            with pen.canvas.tag(cell.element):
                pen.text(x, top, tile.value + " ", value)
        else:
            link = pen.link(cell.element, cell.link)
            with pen.canvas.tag(link):
                pen.text(x, top, tile.value + " ", value)
            pen.first(cell.link, link, top)
            target = cell.link.target
            pen.canvas.link([area], target, link, pen.says(target, tile.value))
        with pen.canvas.tag(cell.element):
            x = right + self.look.style.tile.unit
            pen.text(
                x, top, tile.unit + " " if tile.unit else "", unit, own - self.look.baseline(unit)
            )
            if tile.unit:
                x += self.look.width(tile.unit, unit) + self.look.style.tile.unit
            if tile.status:
                written = f"{tile.status.marks} "
                element = cell.element
                if cell.means:
                    element = element.child("Span", expansion=cell.means)
                with pen.canvas.tag(element):
                    pen.text(x, top, written, mark, own - self.look.baseline(mark))

    def _draw_spark(self, pen: Pen, cell: Cell, x: float, top: float) -> None:
        spark = self.look.style.tile.spark
        width, height = spark.width, spark.height
        year, last = self.look.style.text.tile.year, cell.tile.last
        # A picture of what the tile says in words, with the years at its ends.
        with pen.canvas.artifact():
            sparkline(pen, cell.tile.spark, x, top, width, height)
            pen.text(x, top + height, cell.tile.first, year)
            pen.text(x + width - self.look.width(last, year), top + height, last, year)


def _change(setting: Setting, tile: Tile, body: Element, place: Place) -> Paragraph | None:
    """What changed, leading to the row of the first fact that says so."""
    if not tile.change:
        return None
    link = setting.rows.link(tile.changed[0], place) if tile.changed else None
    words = Words(tile.change + " ", place, link=link)
    element = body.child("P")
    return setting.paragraph((words,), setting.text.tile.change, element, hyphenated=False)


def _lines(setting: Setting, tile: Tile, body: Element, place: Place) -> tuple[Paragraph, ...]:
    """What the figure means, each on a line of its own, and how old it is, in a strong face."""
    kind = setting.text.tile.change
    lines: list[Paragraph] = []
    for number in tile.meaning:
        inlines = (number, Words(" ", place))
        lines.append(setting.paragraph(inlines, kind, body.child("P"), hyphenated=False))
    if tile.age:
        colour = setting.look.style.colours.chart.second_text
        strong = replace(setting.strong(kind), colour=colour)
        lines.append(setting.plain(tile.age + " ", strong, body.child("P"), place))
    return tuple(lines)


def apart(grid: TileGrid) -> tuple[TileGrid, TileGrid | None, TileGrid | None]:
    """The tiles that stand beside a lead exhibit, those in pairs below it, and the ones beside
    these: two and two of four, three and two of five, three, two and one of six, three, two and two
    of seven. A row of pairs has one beside itself, and one more follows."""
    count = len(grid.cells)
    level = 2 if count == _PAIRS else min(count, 3)
    rows = -(-max(count - level - 1, 0) // 3)
    below = 2 * max(rows, int(count > level))
    cells = grid.cells
    first = replaced(grid, cells=cells[:level], after=0.0)
    under = replaced(grid, cells=cells[level : level + below], after=0.0, anchors=())
    last = replaced(grid, cells=cells[level + below :], after=0.0, anchors=())
    return first, under if under.cells else None, last if last.cells else None


def tile_grid(
    setting: Setting, tiles: Sequence[Tile], parent: Element, place: Place, anchor: str
) -> TileGrid:
    """Tiles as boxes, and as a list whose labels are the tiles'."""
    cells = []
    listing = parent.child("L", numbering="Description")
    for tile in tiles:
        item = listing.child("LI")
        label, body = item.child("Lbl"), item.child("LBody")
        element = body.child("P")
        setting.check(tile.value, setting.look.style.text.tile.value.face, place)
        setting.check(tile.unit, setting.look.style.text.tile.unit.face, place)
        cells.append(
            Cell(
                tile,
                setting.plain(tile.label + " ", setting.text.tile.label, label, place),
                _change(setting, tile, body, place),
                _lines(setting, tile, body, place),
                element,
                setting.means(tile.status),
                setting.rows.link(tile.fact, place),
            )
        )
    after = setting.look.style.tile.after
    anchors = (anchor,) if anchor else ()
    return TileGrid(
        after=after, anchors=anchors, cells=tuple(cells), look=setting.look, element=parent
    )
