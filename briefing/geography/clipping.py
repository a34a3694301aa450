"""What of an outline lies within a map's frame."""

from collections.abc import Iterator
from typing import TypeAlias

Point: TypeAlias = tuple[float, float]
Outline: TypeAlias = tuple[Point, ...]


def clipped(ring: Outline, width: float, height: float) -> Outline:
    """A ring cut to the frame (Sutherland and Hodgman)."""
    points = list(ring)
    for axis, edge, sign in ((0, 0.0, 1), (0, width, -1), (1, 0.0, 1), (1, height, -1)):
        kept: list[Point] = []
        for here, following in zip(points, (*points[1:], *points[:1]), strict=True):
            inside = sign * (here[axis] - edge) >= 0
            if inside:
                kept.append(here)
            if inside != (sign * (following[axis] - edge) >= 0):
                part = (edge - here[axis]) / (following[axis] - here[axis])
                crossing = [here[i] + part * (following[i] - here[i]) for i in (0, 1)]
                crossing[axis] = edge
                kept.append((crossing[0], crossing[1]))
        points = kept
    return tuple(points)


def pieces(
    ring: Outline, lines: tuple[bool, ...], width: float, height: float
) -> Iterator[Outline]:
    """The runs of a ring's lines that touch the frame."""
    run: list[Point] = []
    for here, following, is_line in zip(ring, (*ring[1:], ring[0]), lines, strict=True):
        seen = is_line and here != following and _touches(here, following, width, height)
        if seen:
            run = run or [here]
            run.append(following)
        elif run:
            yield tuple(run)
            run = []
    if run:
        yield tuple(run)


def _touches(one: Point, other: Point, width: float, height: float) -> bool:
    """Whether a short line may be within the frame: its box overlaps it."""
    return not (
        max(one[0], other[0]) < 0
        or min(one[0], other[0]) > width
        or max(one[1], other[1]) < 0
        or min(one[1], other[1]) > height
    )
