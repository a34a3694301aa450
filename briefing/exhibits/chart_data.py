"""The data behind a chart, as grids to be read."""

from collections.abc import Iterator

from briefing.exhibits import periods
from briefing.exhibits.frame import Frame
from briefing.exhibits.selection import families_of, is_family
from briefing.model import Cell, Chart, Column, Grid, GridRow, Line, Point, Status

_MOST_COLUMNS = 4


def behind(frame: Frame, chart: Chart) -> tuple[Grid, ...]:
    """Every value of the chart as its labels write it: a row a period or a category, a column a
    line; lines of other categories, or more than four, in grids of their own."""
    return tuple(_grid(frame, chart, lines) for lines in _together(chart.lines))


def _together(lines: tuple[Line, ...]) -> Iterator[tuple[Line, ...]]:
    """Lines that share their periods or categories, at most four at a time."""
    held: list[Line] = []
    for line in lines:
        if held and (len(held) == _MOST_COLUMNS or _places(held[0]) != _places(line)):
            yield tuple(held)
            held = []
        held.append(line)
    yield tuple(held)


def _places(line: Line) -> list[object]:
    return [point.at or point.label for point in line.points]


def _grid(frame: Frame, chart: Chart, lines: tuple[Line, ...]) -> Grid:
    alone = len(chart.lines) == 1
    heads = [Column(chart.unit if alone else line.label, True) for line in lines]
    rows = tuple(
        GridRow(_row_head(frame, points[0]), tuple(_cell(point) for point in points))
        for points in zip(*(line.points for line in lines), strict=True)
    )
    return Grid((Column(_head(frame, lines), False), *heads), rows)


def _head(frame: Frame, lines: tuple[Line, ...]) -> str:
    """What the rows are."""
    spans = [point.at for line in lines for point in line.points if point.at is not None]
    if spans:
        return periods.head(frame, spans)
    words = frame.speech.words
    if frame.asked.kind == "ranking":
        countries = all(family.countries for family in families_of(frame))
    else:
        countries = is_family(frame) and frame.facts.families[frame.asked.show[0].text].countries
    return words.country if countries else words.item


def _row_head(frame: Frame, point: Point) -> str:
    return point.label if point.at is None else frame.speech.period(point.at, short=True)


def _cell(point: Point) -> Cell:
    status = point.fact.status if point.value is not None else Status.FINAL
    return Cell(point.text, status, point.fact)
