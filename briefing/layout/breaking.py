"""Where a paragraph's lines end: the least ragged breaks, by dynamic programming.

After Knuth and Plass, “Breaking Paragraphs into Lines” (1981), for ragged setting: spaces don't
stretch, so a line's demerit is its white squared; the last line is free unless it is too short.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache


class Joint(Enum):
    """What stands between a segment and the next: where a line may or must end."""

    SPACE = "space"
    HYPHEN = "hyphen"
    BREAK = "break"
    FORCED = "forced"


@dataclass(frozen=True, slots=True)
class Measured:
    """A segment that is never broken: its width, and what the joint after it adds.

    `inside` is the joint's width where the line goes on (a space), `end` where it ends (a hyphen).
    """

    width: float
    joint: Joint
    inside: float = 0.0
    end: float = 0.0


@dataclass(frozen=True, slots=True)
class Ragging:
    """How lines are judged; penalties are in units of a line that is a tenth white.

    `hyphen` is added for a hyphenated line, `hyphens` for a second one in a row. A last line
    shorter than the share `last` costs as much as it lacks; `balanced` counts it like any other.
    """

    hyphen: float = 1.0
    hyphens: float = 2.0
    last: float = 0.18
    balanced: bool = False


# Above the cost of any lines that fit, so that an overfull line is taken only where none fits.
_OVERFULL = 1e6
# What a last line costs for each share of the measure that it lacks.
_SHORT = 50.0


def lines(
    segments: Sequence[Measured], width: float, ragging: Ragging
) -> tuple[tuple[int, int], ...]:
    """Half-open ranges of segments, one a line, of least cost for a measure of `width` points.

    A segment wider than the measure has a line of its own. Linear in the segments for a given
    measure; a preview, which sets most paragraphs again, finds them broken.
    """
    return _lines(tuple(segments), width, ragging)


@lru_cache(maxsize=4096)
def _lines(
    segments: tuple[Measured, ...], width: float, ragging: Ragging
) -> tuple[tuple[int, int], ...]:
    if not segments:
        return ()
    best: list[tuple[float, int]] = [(0.0, 0)]
    for end in range(1, len(segments) + 1):
        best.append(_cheapest(segments, end, best, width, ragging))
    found = []
    end = len(segments)
    while end:
        start = best[end][1]
        found.append((start, end))
        end = start
    return tuple(reversed(found))


def _cheapest(
    segments: Sequence[Measured],
    end: int,
    best: list[tuple[float, int]],
    width: float,
    ragging: Ragging,
) -> tuple[float, int]:
    """The least cost of lines ending after segment `end - 1`, and where the last one begins."""
    final = segments[end - 1]
    is_last = end == len(segments) or final.joint is Joint.FORCED
    used = final.width + (0.0 if is_last else final.end)
    result: tuple[float, int] | None = None
    for start in range(end - 1, -1, -1):
        if start < end - 1:
            segment = segments[start]
            if segment.joint is Joint.FORCED:
                break
            used += segment.width + segment.inside
        over = used > width + 1e-6
        if over and result is not None:
            break
        cost = best[start][0] + _demerit(used, width, is_last, ragging)
        if final.joint is Joint.HYPHEN and not is_last:
            cost += ragging.hyphen
            if start and segments[start - 1].joint is Joint.HYPHEN:
                cost += ragging.hyphens
        if result is None or cost < result[0]:
            result = (cost, start)
        if over:
            break
    assert result is not None
    return result


def _demerit(used: float, width: float, is_last: bool, ragging: Ragging) -> float:
    if used > width + 1e-6:
        return _OVERFULL
    white = (width - used) / width
    if is_last and not ragging.balanced:
        return max(0.0, ragging.last - used / width) * _SHORT
    return (white * 10.0) ** 2
