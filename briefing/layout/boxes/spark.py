"""A sparkline: the way of a figure over its periods, as small as a word."""

from collections.abc import Sequence
from decimal import Decimal

from briefing.layout.pen import Pen
from briefing.model import Point


def sparkline(
    pen: Pen, points: Sequence[Point], x: float, top: float, width: float, height: float
) -> None:
    """A line over the points in a box of points, on its own scale, open where a value is missing,
    with a dot at its last value. A value with no neighbour is a dot too."""
    look = pen.look
    dot = look.style.tile.spark.dot
    places = _places(points, x + dot / 2, top + dot / 2, width - dot, height - dot)
    canvas = pen.canvas
    canvas.stroke(look.style.colours.accent, look.style.tile.spark.line)
    canvas.fill(look.style.colours.accent)
    canvas.setLineJoin(1)
    canvas.setLineCap(1)
    known = [index for index, place in enumerate(places) if place is not None]
    for start, end in _stretches(known):
        if start == end:
            _dot(pen, places[start], look.style.tile.spark.line * 2)
            continue
        path = canvas.beginPath()
        for index in range(start, end + 1):
            place = places[index]
            assert place is not None
            (path.moveTo if index == start else path.lineTo)(place[0], pen.up(place[1]))
        canvas.drawPath(path, stroke=1, fill=0)
    canvas.setLineJoin(0)
    canvas.setLineCap(0)
    if known:
        _dot(pen, places[known[-1]], dot)


def _dot(pen: Pen, place: tuple[float, float] | None, size: float) -> None:
    assert place is not None
    pen.canvas.circle(place[0], pen.up(place[1]), size / 2, stroke=0, fill=1)


def _stretches(known: list[int]) -> list[tuple[int, int]]:
    """Runs of neighbours, first and last of each."""
    runs: list[tuple[int, int]] = []
    for index in known:
        if runs and runs[-1][1] == index - 1:
            runs[-1] = (runs[-1][0], index)
        else:
            runs.append((index, index))
    return runs


def _places(
    points: Sequence[Point], x: float, top: float, width: float, height: float
) -> list[tuple[float, float] | None]:
    """Where each point stands: periods at their distance in time, values between least and most."""
    values = [point.value for point in points if point.value is not None]
    if not values:
        return [None for _ in points]
    least, most = min(values), max(values)
    span = most - least
    times = [point.at.first if point.at else index for index, point in enumerate(points)]
    length = max(times[-1] - times[0], 1)
    found: list[tuple[float, float] | None] = []
    for time, point in zip(times, points, strict=True):
        if point.value is None:
            found.append(None)
            continue
        share = float((point.value - least) / span) if span != Decimal(0) else 0.5
        across = x + width * (time - times[0]) / length
        found.append((across, top + height * (1 - share)))
    return found
