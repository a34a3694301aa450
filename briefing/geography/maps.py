"""The part of the world that a map shows: outlines in its frame, and a place for each name."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from math import hypot

from msgspec import Struct

from briefing.geography.clipping import Outline, Point, clipped, pieces
from briefing.geography.frames import bounds, frames, main_land
from briefing.geography.projection import Projection, middle
from briefing.geography.world import Country, countries, neighbours
from briefing.model.memory import remembers

_STEPS = 24
# White about a region, how small one may be (in radii of the earth), and how flat its map.
_MARGIN, _LEAST, _FLATTEST = 1.08, 0.08, 0.55


class Land(Struct, frozen=True):
    """What is seen of a country: outlines within the frame, closed, in its units from its lower
    left corner; `borders` are the lines to be drawn of them, without the frame's own edges."""

    code: str
    outlines: tuple[Outline, ...]
    borders: tuple[Outline, ...]


class Name(Struct, frozen=True):
    """How much room the name of a country wants, in points."""

    code: str
    width: float
    height: float


class Map(Struct, frozen=True):
    """A frame `width` by `height` with the lands in it."""

    width: float
    height: float
    lands: tuple[Land, ...]

    def place(self, code: str, width: float, height: float) -> Point | None:
        """The middle of a box of that size that lies best within a land; None where it has none."""
        land = self._land(code)
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

    def holds(self, names: Iterable[Name]) -> bool:
        """Whether each of the names has room on its own land."""
        return all(self.place(name.code, name.width, name.height) for name in names)

    def near(self, code: str, width: float, height: float) -> Point | None:
        """The middle of a box of that size beside a land, within the frame: below it, above, right
        or left of it, where no other land is; else right below it, or above it."""
        land = self._land(code)
        if land is None:
            return None
        xs, ys = zip(*(point for outline in land.outlines for point in outline), strict=True)
        middle = (min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2
        x = min(max(middle[0], width / 2), self.width - width / 2)
        below, above = min(ys) - height * 0.7, max(ys) + height * 0.7
        right, left = max(xs) + width * 0.6, min(xs) - width * 0.6
        sides = ((x, below), (x, above), (right, middle[1]), (left, middle[1]))
        free = (at for at in sides if self._holds(at, width, height))
        usual = x, below if below >= height / 2 else min(above, self.height - height / 2)
        return next((at for at in free if self._is_water(at, width, height)), usual)

    def _is_water(self, at: Point, width: float, height: float) -> bool:
        """Whether no land lies under a box about that point, as far as nine points tell."""
        box = (at[0] - width / 2, at[1] - height / 2, at[0] + width / 2, at[1] + height / 2)
        return not any(any(_under(land, box)) for land in self.lands)

    def within(self, code: str, box: tuple[float, float, float, float]) -> bool:
        """Whether a box (left, bottom, right, top) lies within a land: its corners and the middles
        of its sides do."""
        land = self._land(code)
        return land is not None and all(_under(land, box))

    def _land(self, code: str) -> Land | None:
        return next((land for land in self.lands if land.code == code), None)

    def _holds(self, at: Point, width: float, height: float) -> bool:
        """Whether a box about that point lies within the frame."""
        x, y = at
        return (
            width / 2 <= x <= self.width - width / 2 and height / 2 <= y <= self.height - height / 2
        )


@remembers(16)
def mapped(
    first: str, second: str, width: float, height: float, names: tuple[Name, ...] = ()
) -> Map | None:
    """The map that shows two countries, its centre in the first, or between them where they have no
    border; None where one isn't known, or they are too far apart to be seen at once. Where it is
    low, it shows less of the second, so that each of the names has room on its own land."""
    known = {country.code: country for country in countries()}
    if first not in known or second not in known:
        return None
    rings, others = main_land(known[first]), main_land(known[second])
    beside = second in neighbours().get(first, frozenset())
    centre = middle(rings)
    projection = Projection(*(centre if beside else middle(((centre, middle(others)),))))
    own, other = bounds(projection, rings), bounds(projection, others)
    if own is None or other is None:
        return None
    seen: list[Map] = []
    for frame in frames(own, other, beside, width, height):
        seen.append(_seen(projection, frame, width, height))
        if seen[-1].holds(names):
            return seen[-1]
    return next((one for one in seen if one.holds(names[:1])), seen[0])


def _seen(
    projection: Projection, frame: tuple[float, float, float], width: float, height: float
) -> Map:
    """What a frame shows, from its left and lower edge on, at points a unit."""
    found = []
    for country in countries():
        placed = tuple(_placed(projection, country, *frame))
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
    rings = tuple(ring for country in shown for ring in main_land(country))
    projection = Projection(*middle(tuple(main_land(known[centre])) if centre in known else rings))
    found = [b for b in (bounds(projection, main_land(c)) for c in shown) if b is not None]
    if not found:
        return None
    left, bottom = min(b[0] for b in found), min(b[1] for b in found)
    right, top = max(b[2] for b in found), max(b[3] for b in found)
    across, up = max(right - left, _LEAST) * _MARGIN, max(top - bottom, _LEAST) * _MARGIN
    height = min(tallest, max(width * up / across, tallest * _FLATTEST)) * stretch
    scale = min(width / across, height / up)
    x, y = (left + right) / 2 - width / 2 / scale, (bottom + top) / 2 - height / 2 / scale
    return _seen(projection, (x, y, scale), width, height)


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


def _under(land: Land, box: tuple[float, float, float, float]) -> Iterator[bool]:
    """For each of nine points of a box (left, bottom, right, top): whether it lies on a land."""
    left, bottom, right, top = box
    inside = _Inside(land.outlines)
    for x in (left, (left + right) / 2, right):
        yield from (inside(x, y) for y in (bottom, (bottom + top) / 2, top))


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
