"""The part of the world that a map shows: outlines in its frame, and a place for each name."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from math import asin, degrees, hypot

from msgspec import Struct

from briefing.geography.clipping import Outline, Point, clipped, pieces
from briefing.geography.projection import Projection, middle
from briefing.geography.world import Country, Ring, countries, neighbours
from briefing.model.memory import remembers

# How far the frame goes beyond the country it is about, and at most to show one that borders on it.
_AROUND, _FARTHEST = 1.2, 2.3
_APART = 1.25
# Of a country's polygons those at least so large beside its largest, and no farther from it (in
# degrees), are what one looks for.
_PART, _NEAR = 0.1, 40.0
_STEPS = 24
# White about a region, how small one may be (in radii of the earth), and how flat its map.
_MARGIN, _LEAST, _FLATTEST = 1.08, 0.08, 0.55


class Land(Struct, frozen=True):
    """What is seen of a country: outlines within the frame, closed, in its units from its lower
    left corner; `borders` are the lines to be drawn of them, without the frame's own edges."""

    code: str
    outlines: tuple[Outline, ...]
    borders: tuple[Outline, ...]


class Map(Struct, frozen=True):
    """A frame `width` by `height` with the lands in it."""

    width: float
    height: float
    lands: tuple[Land, ...]

    def place(self, code: str, width: float, height: float) -> Point | None:
        """The middle of a box of that size that lies best within a land; None where it has none."""
        land = next((land for land in self.lands if land.code == code), None)
        if land is None:
            return None
        best: tuple[float, Point] | None = None
        inside = _Inside(land.outlines)
        corners = [point for outline in land.outlines for point in outline]
        left, right = min(x for x, _ in corners), max(x for x, _ in corners)
        bottom, top = min(y for _, y in corners), max(y for _, y in corners)
        for across in range(1, _STEPS):
            for up in range(1, _STEPS):
                at = (self.width * across / _STEPS, self.height * up / _STEPS)
                if not (left < at[0] < right and bottom < at[1] < top):
                    continue
                if not self._holds(at, width, height) or not _covers(inside, at, width, height):
                    continue
                room = _room(at, land.outlines, width, height)
                if best is None or room > best[0]:
                    best = (room, at)
        return best[1] if best else None

    def near(self, code: str, width: float, height: float) -> Point | None:
        """The middle of a box of that size right below a land, or above it, within the frame."""
        land = next((land for land in self.lands if land.code == code), None)
        if land is None:
            return None
        xs, ys = zip(*(point for outline in land.outlines for point in outline), strict=True)
        middle = (min(xs) + max(xs)) / 2
        x = min(max(middle, width / 2), self.width - width / 2)
        below, above = min(ys) - height * 0.7, max(ys) + height * 0.7
        y = below if below >= height / 2 else min(above, self.height - height / 2)
        return x, y

    def within(self, code: str, box: tuple[float, float, float, float]) -> bool:
        """Whether a box (left, bottom, right, top) lies within a land: its corners and the middles
        of its sides do."""
        land = next((land for land in self.lands if land.code == code), None)
        left, bottom, right, top = box
        xs, ys = (left, (left + right) / 2, right), (bottom, (bottom + top) / 2, top)
        if land is None:
            return False
        inside = _Inside(land.outlines)
        return all(inside(x, y) for x in xs for y in ys)

    def _holds(self, at: Point, width: float, height: float) -> bool:
        """Whether a box about that point lies within the frame."""
        x, y = at
        return (
            width / 2 <= x <= self.width - width / 2 and height / 2 <= y <= self.height - height / 2
        )


@remembers(16)
def mapped(first: str, second: str, width: float, height: float) -> Map | None:
    """The map that shows two countries, its centre in the first, or between them where they have no
    border; None where one isn't known, or they are too far apart to be seen at once."""
    known = {country.code: country for country in countries()}
    if first not in known or second not in known:
        return None
    rings, others = _main(known[first]), _main(known[second])
    beside = second in neighbours().get(first, frozenset())
    centre = middle(rings)
    projection = Projection(*(centre if beside else middle(((centre, middle(others)),))))
    own, other = _bounds(projection, rings), _bounds(projection, others)
    if own is None or other is None:
        return None
    left, bottom, scale = _frame(own, other, beside, width, height)
    found = []
    for country in countries():
        placed = tuple(_placed(projection, country, left, bottom, scale))
        land = _land(country.code, placed, width, height)
        if land is not None:
            found.append(land)
    return Map(width, height, tuple(found))


def region(
    codes: Iterable[str], centre: str, width: float, tallest: float, stretch: float = 1.0
) -> Map | None:
    """The map that shows these countries whole, about the centre: as high as they want, at most
    `tallest`, then so much higher. None where none of them is known."""
    known = {country.code: country for country in countries()}
    shown = [known[code] for code in dict.fromkeys(codes) if code in known]
    if not shown:
        return None
    rings = tuple(ring for country in shown for ring in _main(country))
    projection = Projection(*middle(tuple(_main(known[centre])) if centre in known else rings))
    found = [b for b in (_bounds(projection, _main(c)) for c in shown) if b is not None]
    if not found:
        return None
    left, bottom = min(b[0] for b in found), min(b[1] for b in found)
    right, top = max(b[2] for b in found), max(b[3] for b in found)
    across, up = max(right - left, _LEAST) * _MARGIN, max(top - bottom, _LEAST) * _MARGIN
    height = min(tallest, max(width * up / across, tallest * _FLATTEST)) * stretch
    scale = min(width / across, height / up)
    x, y = (left + right) / 2 - width / 2 / scale, (bottom + top) / 2 - height / 2 / scale
    lands = []
    for country in countries():
        placed = tuple(_placed(projection, country, x, y, scale))
        land = _land(country.code, placed, width, height)
        if land is not None:
            lands.append(land)
    return Map(width, height, tuple(lands))


def _main(country: Country) -> tuple[Ring, ...]:
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


def _bounds(
    projection: Projection, rings: Iterable[Ring]
) -> tuple[float, float, float, float] | None:
    points = [projection.at(position) for ring in rings for position in ring]
    known = [point for point in points if point is not None]
    if not known:
        return None
    xs, ys = [x for x, _ in known], [y for _, y in known]
    return min(xs), min(ys), max(xs), max(ys)


def _frame(
    own: tuple[float, float, float, float],
    other: tuple[float, float, float, float],
    beside: bool,
    width: float,
    height: float,
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
            halves.append(max(half * _AROUND, min(wanted, half * _FARTHEST)))
    else:
        left, right = min(own[0], other[0]), max(own[2], other[2])
        bottom, top = min(own[1], other[1]), max(own[3], other[3])
        x, y = (left + right) / 2, (bottom + top) / 2
        halves = [(right - left) / 2 * _APART, (top - bottom) / 2 * _APART]
    scale = min(width / 2 / halves[0], height / 2 / halves[1])
    return x - width / 2 / scale, y - height / 2 / scale, scale


def _placed(
    projection: Projection, country: Country, left: float, bottom: float, scale: float
) -> Iterator[tuple[Outline, tuple[bool, ...]]]:
    """A country's rings in the frame's points, and whether the line that leaves each corner is a
    border, which the seam at 180 degrees is not."""
    for polygon in country.polygons:
        for ring in polygon:
            points, lines = [], []
            for position, following in zip(ring, (*ring[1:], ring[0]), strict=True):
                point = projection.at(position)
                if point is None:
                    break
                points.append(((point[0] - left) * scale, (point[1] - bottom) * scale))
                lines.append(not (abs(position[0]) > 179.9 and abs(following[0]) > 179.9))
            else:
                yield tuple(points), tuple(lines)


def _land(
    code: str,
    rings: Iterable[tuple[Outline, tuple[bool, ...]]],
    width: float,
    height: float,
) -> Land | None:
    outlines: list[Outline] = []
    borders: list[Outline] = []
    for ring, lines in rings:
        seen = clipped(ring, width, height)
        if len(seen) > 2:
            outlines.append(seen)
            borders += pieces(ring, lines, width, height)
    return Land(code, tuple(outlines), tuple(borders)) if outlines else None


def _covers(inside: "_Inside", at: Point, width: float, height: float) -> bool:
    """Whether a box about a point lies on a land, as far as its corners and its middle tell."""
    x, y = at
    parts = [(-0.42, -0.2), (-0.42, 0.2), (0.42, -0.2), (0.42, 0.2), (0.0, 0.0)]
    return all(inside(x + a * width, y + b * height) for a, b in parts)


class _Inside:
    """Whether points lie within outlines, by the rule of odd crossings; those at one height cross
    the same lines, which are looked for once."""

    def __init__(self, outlines: Iterable[Outline]) -> None:
        self._lines = [
            (start, end)
            for outline in outlines
            for start, end in zip(outline, (*outline[1:], outline[0]), strict=True)
        ]
        self._crossed: dict[float, list[float]] = {}

    def __call__(self, x: float, y: float) -> bool:
        crossed = self._crossed.get(y)
        if crossed is None:
            crossed = self._crossed[y] = sorted(
                (c - a) * (y - b) / (d - b) + a
                for (a, b), (c, d) in self._lines
                if (b > y) != (d > y)
            )
        return (len(crossed) - bisect_right(crossed, x)) % 2 == 1


def _room(at: Point, outlines: Iterable[Outline], width: float, height: float) -> float:
    """How far the nearest corner of outlines is, a box's width counted as its height."""
    return min(
        hypot((x - at[0]) * height / width, y - at[1]) for outline in outlines for x, y in outline
    )
