"""Names and values at the right end of lines and stacked bars."""

from collections.abc import Sequence

from msgspec import Struct

from briefing.charts.panel import Panel
from briefing.charts.sheet import Label, Sheet
from briefing.model import Point
from briefing.model.style.colours import Role


class End(Struct, frozen=True):
    """What stands at an end: a series' name over its last value, beside height `y`."""

    name: str
    point: Point
    role: Role
    y: float


class _Block(Struct, frozen=True):
    lines: tuple[Label, ...]
    height: float
    y: float
    role: Role


def end_inset(sheet: Sheet, ends: Sequence[End], least: float = 0) -> float:
    """The room that the ends want at the right: at least `least`, names in at most a third."""
    limit = sheet.width * sheet.measures.ends.most
    gap = sheet.measures.ends.gap + sheet.measures.dot / 2
    widths = [sheet.width_of(line) for end in ends for line in _lines(sheet, end, limit - gap)]
    return max([least, *(width + gap + 0.5 for width in widths)])


def ends_height(sheet: Sheet, ends: Sequence[End]) -> float:
    """How high the ends are, one over the other."""
    width = sheet.width * sheet.measures.ends.most - sheet.measures.ends.gap
    apart = sheet.measures.ends.apart
    return sum(_block(sheet, end, width).height + apart for end in ends)


def place_ends(panel: Panel, ends: Sequence[End], x: float) -> None:
    """Set the ends at `x`, apart from each other; one that had to move has a leader."""
    sheet = panel.sheet
    gap = sheet.measures.ends.gap
    blocks = [_block(sheet, end, sheet.width - x - gap) for end in ends]
    blocks.sort(key=lambda block: -block.y)
    tops = _spread(blocks, panel.box.bottom - 2, sheet.height, sheet.measures.ends.apart)
    for block, top in zip(blocks, tops, strict=True):
        baseline = top
        for line in block.lines:
            baseline -= line.kind.leading
            drop = (line.kind.leading - sheet.cap(line.kind)) / 2
            sheet.set(line, x + gap, baseline + drop)
        middle = top - block.height / 2
        if abs(middle - block.y) > sheet.measures.leader_from:
            points = [(x + gap * 0.3, block.y), (x + gap * 0.8, middle)]
            sheet.line(points, sheet.measures.leader, block.role)


def _lines(sheet: Sheet, end: End, width: float) -> list[Label]:
    """The name's lines and the value."""
    lines = (
        sheet.wrap(Label(end.name, sheet.coloured(sheet.text.series, end.role)), width)
        if end.name
        else []
    )
    kind = sheet.coloured(sheet.text.value if end.name else sheet.text.value_main, end.role)
    value = sheet.value(end.point, kind)
    return [*lines, value] if value.text else lines


def _block(sheet: Sheet, end: End, width: float) -> _Block:
    lines = tuple(_lines(sheet, end, width))
    return _Block(lines, sum(line.kind.leading for line in lines), end.y, end.role)


def _spread(blocks: Sequence[_Block], floor: float, ceiling: float, apart: float) -> list[float]:
    """The top of each block, from above: near its own height, without overlap, in the room."""
    tops: list[float] = []
    for block in blocks:
        tops.append(min(block.y + block.height / 2, ceiling))
        ceiling = tops[-1] - block.height - apart
    for number in reversed(range(len(blocks))):
        tops[number] = max(tops[number], floor + blocks[number].height)
        floor = tops[number] + apart
    return tops
