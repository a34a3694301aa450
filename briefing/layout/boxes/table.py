"""A table between rules: columns measured, numbers aligned on the point, head rows repeated."""

from dataclasses import dataclass, field, replace
from decimal import Decimal

from briefing.layout.box import Box
from briefing.layout.boxes.columns import spread, squeeze
from briefing.layout.boxes.gap import gap_bar
from briefing.layout.pen import Pen
from briefing.layout.text.paragraph import Paragraph
from briefing.layout.theme import Look
from briefing.model import Fact
from briefing.model.style import TextStyle
from briefing.pdf import Element

# The height of rows, in points, that go over with their group at most.
_GIVEN_UP = 64.0


@dataclass(frozen=True)
class TableCell:
    """One cell. A number's text ends `short` points before its column's right edge, so that points
    stand under one another; its mark, which `means` what words say, stands in the slot behind, and
    behind that its bar. In a column of words, whose cells are `short` by it, the mark stands behind
    the words."""

    text: Paragraph
    mark: str = ""
    short: float = 0.0
    fact: Fact | None = None
    element: Element | None = None
    bar: Decimal | None = None
    means: str = ""


@dataclass(frozen=True)
class TableRow:
    """Cells of one row, never parted; `spaced` asks for more white above. A row that `heads` those
    below has one cell over all columns."""

    cells: tuple[TableCell, ...]
    spaced: bool = False
    heads: bool = False


@dataclass(frozen=True)
class Table:
    """Head rows and body rows; `numeric` says for each column whether a slot for marks follows,
    `bars` whether one for bars follows that."""

    head: tuple[TableRow, ...]
    rows: tuple[TableRow, ...]
    numeric: tuple[bool, ...]
    mark: TextStyle
    look: Look
    before: float = 0.0
    after: float = 0.0
    keep: bool = False
    anchors: tuple[str, ...] = ()
    part_of: tuple[TableRow, ...] = ()
    repeated: bool = False
    bars: tuple[bool, ...] = ()
    _known: dict[float, tuple[float, ...]] = field(default_factory=dict, compare=False)
    _tall: dict[float, list[float]] = field(default_factory=dict, compare=False, init=False)

    def paddings(self) -> tuple[float, ...]:
        """The white at the right of each column, in points."""
        slot, right = self.look.style.grid.slot, self.look.style.grid.right
        wide = slot + self.look.style.gap.slot + right if any(self.bars) else 0.0
        bars = self.bars or (False,) * len(self.numeric)
        return tuple(
            wide if bar else slot if numeric else right
            for numeric, bar in zip(self.numeric, bars, strict=True)
        )

    def least(self) -> tuple[float, ...]:
        """For each column the least width that breaks no word and no number, in points."""
        return tuple(
            max((*(_least(c, is_number) for c in body), *(_least(c) for c in head))) + padding
            for head, body, is_number, padding in self._columns()
        )

    def longest(self) -> str:
        """The widest of what is never broken: a word, or a number."""
        held = [
            (_least(cell, whole), describe(cell) if whole else cell.text.widest())
            for head, body, is_number, _ in self._columns()
            for cells, whole in ((head, False), (body, is_number))
            for cell in cells
        ]
        return max(held, key=lambda pair: pair[0], default=(0.0, ""))[1]

    def most(self, lines: int) -> tuple[float, ...]:
        """For each column the width that breaks no line of the body and sets its heads in so many
        lines, in points."""
        return tuple(
            max(
                *(cell.text.natural() + cell.short for cell in body),
                *(cell.text.width_for(lines) for cell in head),
                0.0,
            )
            + padding
            for head, body, _, padding in self._columns()
        )

    def _columns(self) -> list[tuple[list[TableCell], list[TableCell], bool, float]]:
        """Of each column: heads, body cells of the whole table, whether numeric, its padding."""
        rows = [row for row in self.part_of or self.rows if not row.heads]
        return [
            (
                [row.cells[index] for row in self.head],
                [row.cells[index] for row in rows],
                is_number,
                padding,
            )
            for index, (is_number, padding) in enumerate(
                zip(self.numeric, self.paddings(), strict=True)
            )
        ]

    def widths(self, width: float) -> tuple[float, ...]:
        """The columns' widths, white included, in a table of that width.

        Heads take as few lines as there is room for.
        """
        if width not in self._known:
            self._known[width] = self._fit(width)
        return self._known[width]

    def _fit(self, width: float) -> tuple[float, ...]:
        for lines in range(1, self.look.style.grid.head_lines + 1):
            most = self.most(lines)
            if sum(most) <= width:
                return spread(most, self.numeric, width)
        return squeeze(self.least(), most, width)

    def _height(self, row: TableRow, width: float) -> float:
        if row.heads:
            return row.cells[0].text.measure(width)
        inner = (w - p for w, p in zip(self.widths(width), self.paddings(), strict=True))
        return max(
            cell.text.measure(w - cell.short) for cell, w in zip(row.cells, inner, strict=True)
        )

    def _row_height(self, row: TableRow, width: float, first: bool) -> float:
        group = self.look.style.grid.group if row.spaced and not first else 0.0
        return group + 2 * self.look.style.grid.pad + self._height(row, width)

    def _head_height(self, width: float) -> float:
        pad = self.look.style.grid.head
        heights = sum(self._height(row, width) + 2 * pad for row in self.head)
        return self.look.style.grid.rule + heights + self.look.style.grid.line

    def _heights(self, width: float) -> list[float]:
        if width not in self._tall:
            heights = [self._row_height(row, width, i == 0) for i, row in enumerate(self.rows)]
            self._tall[width] = heights
        return self._tall[width]

    def measure(self, width: float) -> float:
        """Rules, head, rows."""
        edges = 2 * self.look.style.grid.edge + self.look.style.grid.rule
        return self._head_height(width) + sum(self._heights(width)) + edges

    def split(self, width: float, height: float) -> tuple[Box, Box] | None:
        """Between rows, before a group where one begins near, with enough rows on both parts."""
        # Of a short table that may be parted, a third.
        least = min(self.look.style.grid.part_rows, max(2, len(self.rows) // 3))
        edges = 2 * self.look.style.grid.edge + self.look.style.grid.rule
        free = height - self._head_height(width) - edges
        count = 0
        for row_height in self._heights(width):
            if row_height > free + 1e-6:
                break
            free -= row_height
            count += 1
        count = min(count, len(self.rows) - min(least, len(self.rows) - 1))
        while count and self.rows[count - 1].heads:
            count -= 1
        if count < min(least, len(self.rows) - 1) or count < 1:
            return None
        groups = [i for i in range(least, count + 1) if i < len(self.rows) and self.rows[i].spaced]
        given_up = self._heights(width)[groups[-1] : count] if groups else ()
        if groups and count - groups[-1] <= least and sum(given_up) <= _GIVEN_UP:
            count = groups[-1]
        whole = self.part_of or self.rows
        first = replace(self, rows=self.rows[:count], part_of=whole, after=0.0)
        rest = replace(
            self, rows=self.rows[count:], part_of=whole, before=0.0, anchors=(), repeated=True
        )
        return first, rest

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        """Rules as decoration; a repeated head is decoration too."""
        rule, line = self.look.style.grid.rule, self.look.style.grid.line
        pad, edge = self.look.style.grid.head, self.look.style.grid.edge
        pen.line(x, top, width, rule, self.look.style.colours.ink)
        y = top + rule
        for row in self.head:
            height = self._height(row, width) + 2 * pad
            self._draw_row(pen, row, x, y + pad, width, height - 2 * pad)
            y += height
        pen.line(x, y, width, line, self.look.style.colours.ink)
        y += line + edge
        for row, height in zip(self.rows, self._heights(width), strict=True):
            upper = y + height - self.look.style.grid.pad - self._height(row, width)
            self._draw_row(pen, row, x, upper, width, 0.0)
            y += height
        pen.line(x, y + edge, width, rule, self.look.style.colours.ink)

    def _draw_row(
        self, pen: Pen, row: TableRow, x: float, top: float, width: float, bottom: float
    ) -> None:
        """One row; where `bottom` is given its cells stand on the lower edge of that height."""
        if row.heads:
            row.cells[0].text.draw(pen, x, top, width)
            return
        is_head = row in self.head
        for cell, column, padding, is_number in zip(
            row.cells, self.widths(width), self.paddings(), self.numeric, strict=True
        ):
            inner = column - padding - cell.short
            text = cell.text
            drop = max(0.0, bottom - text.measure(inner))
            if is_head and self.repeated:
                text = replace(text, element=None)
            text.draw(pen, x, top + drop, inner)
            if cell.mark:
                last = top + drop + max(0.0, text.measure(inner) - text.setting.leading)
                behind = column - padding if is_number else text.ending(inner)
                self._draw_mark(pen, cell, x + behind, last)
            if cell.bar is not None:
                gap_bar(pen, x + column - padding + self.look.style.grid.slot, top, cell.bar)
            if cell.fact is not None:
                pen.print(cell.fact, describe(cell), text.area(pen, x, top + drop, inner))
            x += column

    def _draw_mark(self, pen: Pen, cell: TableCell, x: float, top: float) -> None:
        drop = self.look.baseline(cell.text.setting) - self.look.baseline(self.mark)
        x += self.look.style.grid.mark - self.look.width(" ", self.mark)
        element = cell.element
        if element is not None and cell.means:
            element = element.child("Span", expansion=cell.means)
        with pen.tag(element):
            pen.text(x, top, f" {cell.mark}", self.mark, drop)


def _least(cell: TableCell, whole: bool = False) -> float:
    """The least width of a cell; a number is never broken."""
    return (cell.text.natural() if whole else cell.text.narrowest()) + cell.short


def describe(cell: TableCell) -> str:
    """A cell's words."""
    words: list[str] = []
    for part in cell.text.segments:
        words += [piece.text for piece in part.pieces]
        words += [part.space.text] if part.space else []
    return "".join(words).rstrip()
