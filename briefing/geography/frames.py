"""Which part of a projection a map shows: about one country, or about two."""

from collections.abc import Iterable, Iterator, Sequence
from math import asin, degrees, hypot

from briefing.geography.clipping import Point
from briefing.geography.projection import Projection, middle
from briefing.geography.world import Country, Ring

# How far the frame goes beyond the country it is about, and at most to show one that borders on it.
_AROUND, _FARTHEST = 1.2, 2.3
_FARTHER = (_FARTHEST, 2.0, 1.7, 1.45, _AROUND)
_APART = 1.25
# Of a country's polygons those at least so large beside its largest, and no farther from it (in
# degrees), are what one looks for.
_PART, _NEAR = 0.1, 40.0


def frames(
    own: tuple[float, float, float, float],
    other: tuple[float, float, float, float],
    beside: bool,
    width: float,
    height: float,
) -> Iterator[tuple[float, float, float]]:
    """The left and lower edge of what may be shown, and points a unit, the best first: nearer and
    nearer, the first country in the middle, or at the edge away from the second."""
    for farthest in _FARTHER if beside else (_FARTHEST,):
        left, bottom, scale = _frame(own, other, beside, width, height, farthest)
        yield left, bottom, scale
        tall, margin = own[3] - own[1], (_AROUND - 1) * (own[3] - own[1]) / 2
        if height / scale > tall + 2 * margin:
            is_above = other[1] + other[3] > own[1] + own[3]
            low = own[1] - margin if is_above else own[3] + margin - height / scale
            yield left, low, scale


def _frame(
    own: tuple[float, float, float, float],
    other: tuple[float, float, float, float],
    beside: bool,
    width: float,
    height: float,
    farthest: float,
) -> tuple[float, float, float]:
    """The left and lower edge of what is shown, and points a unit."""
    if beside:
        x, y = (own[0] + own[2]) / 2, (own[1] + own[3]) / 2
        halves = []
        for low, high, least, most, at in (
            (own[0], own[2], other[0], other[2], x),
            (own[1], own[3], other[1], other[3], y),
        ):
            half = (high - low) / 2
            wanted = max(at - least, most - at)
            halves.append(max(half * _AROUND, min(wanted, half * farthest)))
    else:
        left, right = min(own[0], other[0]), max(own[2], other[2])
        bottom, top = min(own[1], other[1]), max(own[3], other[3])
        x, y = (left + right) / 2, (bottom + top) / 2
        halves = [(right - left) / 2 * _APART, (top - bottom) / 2 * _APART]
    scale = min(width / 2 / halves[0], height / 2 / halves[1])
    return x - width / 2 / scale, y - height / 2 / scale, scale


def main_land(country: Country) -> tuple[Ring, ...]:
    """The outer rings of its large polygons near the largest."""
    outer = [polygon[0] for polygon in country.polygons]
    sizes = [abs(_area(ring)) for ring in outer]
    largest = outer[sizes.index(max(sizes))]
    return tuple(
        ring
        for ring, size in zip(outer, sizes, strict=True)
        if size >= _PART * max(sizes) and _apart(ring, largest) <= _NEAR
    )


def _apart(ring: Ring, other: Ring) -> float:
    """Degrees between the middles of two rings."""
    about = Projection(*middle((other,))).at(middle((ring,)))
    return 180.0 if about is None else degrees(2 * asin(hypot(*about) / 2))


def _area(ring: Sequence[Point]) -> float:
    pairs = zip(ring, (*ring[1:], ring[0]), strict=True)
    return sum(x * v - u * y for (x, y), (u, v) in pairs) / 2


def bounds(
    projection: Projection, rings: Iterable[Ring]
) -> tuple[float, float, float, float] | None:
    """The left, lower, right and upper edge of rings in the plane; None where none is seen."""
    points = [projection.at(position) for ring in rings for position in ring]
    known = [point for point in points if point is not None]
    if not known:
        return None
    xs, ys = [x for x, _ in known], [y for _, y in known]
    return min(xs), min(ys), max(xs), max(ys)
