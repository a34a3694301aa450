"""Which points of a chart its title states."""

from collections.abc import Sequence

from msgspec.structs import replace

from briefing.model import Chart, Content, Fact, Line, Point


def in_title(content: Content, stated: Sequence[Fact]) -> Content:
    """The content of an exhibit whose title states these figures: of a chart each point that is one
    of them says so, by its name and period, or by its value there."""
    if not isinstance(content, Chart) or not stated:
        return content
    return replace(content, lines=tuple(_line(line, stated) for line in content.lines))


def _line(line: Line, stated: Sequence[Fact]) -> Line:
    points = tuple(replace(p, told=any(_is(p, fact) for fact in stated)) for p in line.points)
    return replace(line, points=points)


def _is(point: Point, stated: Fact) -> bool:
    drawn = point.fact
    if drawn.value is None or drawn.period != stated.period:
        return False
    if drawn.name == stated.name:
        return True
    return drawn.value == stated.value and drawn.unit == stated.unit
