"""Names and values at the right end of lines and stacked bars."""

from collections.abc import Sequence

from msgspec import Struct

from briefing.charts.panel import Panel
from briefing.charts.paper import BELOW_HEAD
from briefing.charts.sheet import Entry, Label, Sheet, draw_sample
from briefing.model import Point
from briefing.model.style import Role

_INDENT = 4.0


class End(Struct, frozen=True):
    """What stands at an end: a series' name over its last value, beside height `y`.

    With `look` a sample of the part's colour, or of the line with its `dashes`, stands before it.
    """

    name: str
    point: Point
    role: Role
    y: float
    look: Role | None = None
    dashes: tuple[float, ...] | None = None

    @property
    def sample(self) -> Entry | None:
        """The sample before the name."""
        if self.dashes is not None:
            return Entry(self.name, self.look or self.role, "line", self.dashes)
        return Entry(self.name, self.look) if self.look else None


class _Block(Struct, frozen=True):
    end: End
    lines: tuple[tuple[Label, ...], ...]
    height: float
    indent: float


def end_inset(sheet: Sheet, ends: Sequence[End], least: float = 0) -> float:
    """The room that the ends want at the right: at least `least`, names in at most a third."""
    limit = sheet.width * sheet.measures.ends.most
    gap = sheet.measures.ends.gap + sheet.measures.dot / 2
    blocks = [_block(sheet, end, limit - gap) for end in ends]
    widths = [
        sum(map(sheet.width_of, line)) + block.indent + _space(sheet, line)
        for block in blocks
        for line in block.lines
    ]
    return max([least, *(width + gap + 0.5 for width in widths)])


def ends_height(sheet: Sheet, ends: Sequence[End]) -> float:
    """How high the ends are, one over the other, and apart from what heads the chart."""
    width = end_inset(sheet, ends) - sheet.measures.ends.gap - sheet.measures.dot / 2
    apart = sheet.measures.ends.apart
    return sum(_block(sheet, end, width).height + apart for end in ends) + BELOW_HEAD


def moved(panel: Panel, ends: Sequence[End], x: float) -> float:
    """How far at most an end would stand from the height that it is of."""
    blocks, tops = _spaced(panel, ends, x)
    return max(
        abs(top - block.height / 2 - block.end.y) for block, top in zip(blocks, tops, strict=True)
    )


def place_ends(panel: Panel, ends: Sequence[End], x: float) -> None:
    """Set the ends at `x`, apart from each other; one that had to move has a leader."""
    sheet = panel.sheet
    gap = sheet.measures.ends.gap
    blocks, tops = _spaced(panel, ends, x)
    for block, top in zip(blocks, tops, strict=True):
        baseline = top
        for number, line in enumerate(block.lines):
            baseline -= line[0].kind.leading
            drop = (line[0].kind.leading - sheet.cap(line[0].kind)) / 2
            left = x + gap + block.indent
            if not number and block.end.sample is not None:
                middle = baseline + drop + sheet.cap(line[0].kind) / 2
                draw_sample(sheet, block.end.sample, x + gap, middle)
            for label in line:
                sheet.set(label, left, baseline + drop, clear=x < panel.box.right)
                left += sheet.width_of(label) + _space(sheet, line)
        middle = top - block.height / 2
        if abs(middle - block.end.y) > sheet.measures.leader_from / 2:
            points = [(x + gap * 0.2, block.end.y), (x + gap * 0.85, middle)]
            sheet.line(points, sheet.measures.leader, block.end.look or block.end.role)


def _spaced(panel: Panel, ends: Sequence[End], x: float) -> tuple[list[_Block], list[float]]:
    """The blocks from above, and where the top of each stands."""
    sheet = panel.sheet
    blocks = [_block(sheet, end, sheet.width - x - sheet.measures.ends.gap) for end in ends]
    blocks.sort(key=lambda block: -block.end.y)
    ceiling = min(panel.box.top + sheet.measures.bars.top, sheet.frame.top)
    tops = _spread(blocks, panel.box.bottom - 2, ceiling, sheet.measures.ends.apart)
    return blocks, tops


def _space(sheet: Sheet, line: Sequence[Label]) -> float:
    """White between a name and the value behind it."""
    return sheet.width_of(Label("\N{NO-BREAK SPACE}", line[-1].kind)) if len(line) > 1 else 0.0


def _block(sheet: Sheet, end: End, width: float) -> _Block:
    """The name's lines and the value, in one line where both fit."""
    indent = end.sample.width + _INDENT if end.sample is not None else 0.0
    kind = sheet.coloured(sheet.text.value if end.name else sheet.text.value_main, end.role)
    value = sheet.value(end.point, kind)
    lines: list[tuple[Label, ...]] = []
    if end.name:
        name = Label(end.name, sheet.coloured(sheet.text.series, end.role))
        both = sheet.width_of(name) + sheet.width_of(value) + _space(sheet, (name, value))
        if end.look is not None and value.text and both + indent <= width:
            lines = [(name, value)]
        else:
            lines = [(line,) for line in sheet.wrap(name, width - indent)]
    if value.text and not any(value in line for line in lines):
        lines.append((value,))
    return _Block(end, tuple(lines), sum(line[0].kind.leading for line in lines), indent)


def _spread(blocks: Sequence[_Block], floor: float, ceiling: float, apart: float) -> list[float]:
    """The top of each block, from above: near its own height, without overlap, in the room."""
    tops: list[float] = []
    for block in blocks:
        tops.append(min(block.end.y + block.height / 2, ceiling))
        ceiling = tops[-1] - block.height - apart
    for number in reversed(range(len(blocks))):
        tops[number] = max(tops[number], floor + blocks[number].height)
        floor = tops[number] + apart
    return tops
