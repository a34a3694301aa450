"""Where a paragraph's lines end: the breaks of least cost, by dynamic programming.

After Knuth and Plass, “Breaking Paragraphs into Lines” (1981). In ragged setting spaces don't
stretch, so a line's demerit is its white squared; in justified setting it is the cube of how far
its spaces are stretched or shrunk. The last line is free unless it is too short.
"""

from collections.abc import Sequence
from enum import Enum

from msgspec import Struct

from briefing.model.memory import remembers


class Joint(Enum):
    """What stands between a segment and the next: where a line may or must end; at a held space
    only where it would be much worse elsewhere."""

    SPACE = "space"
    HELD = "held"
    HYPHEN = "hyphen"
    BREAK = "break"
    FORCED = "forced"


class Measured(Struct, frozen=True):
    """A segment that is never broken: its width, and what the joint after it adds.

    `inside` is the joint's width where the line goes on (a space), `end` where it ends (a hyphen).
    """

    width: float
    joint: Joint
    inside: float = 0.0
    end: float = 0.0


class Judgement(Struct, frozen=True):
    """How lines are judged; penalties are in units of a ragged line that is a tenth white.

    `hyphen` is added for a hyphenated line, `hyphens` for a second one in a row, `held` for one
    that ends at a held space: a line half white is no better. A last line
    shorter than the share `last` costs as much as it lacks; `balanced` counts it like any other.
    Where lines are `justified`, their spaces give and take.
    """

    hyphen: float = 1.0
    hyphens: float = 2.0
    last: float = 0.18
    balanced: bool = False
    justified: bool = False
    held: float = 25.0


# Above the cost of any lines that fit, so that an overfull line is taken only where none fits.
_OVERFULL = 1e6
# What a last line costs for each share of the measure that it lacks.
_SHORT = 50.0
# By which share of its width a space grows and shrinks at most; a line that would need more keeps
# what it lacks at its end.
MOST, LEAST = 1.5, -0.2
# By which share it may grow before that is seen, and what that costs.
_SEEN = 0.5
_UNEVEN = 2.5
# What it costs where lines are justified that one ends at a held space: less than one that falls
# short.
_TIGHT = 2.0
# What it costs that a line falls short all the same, in units of one that is a tenth white.
_LOOSE = 100.0


def lines(
    segments: Sequence[Measured], width: float, judgement: Judgement
) -> tuple[tuple[int, int], ...]:
    """Half-open ranges of segments, one a line, of least cost for a measure of `width` points.

    A segment wider than the measure has a line of its own. Linear in the segments for a given
    measure; a preview, which sets most paragraphs again, finds them broken.
    """
    return _lines(tuple(segments), width, judgement)


@remembers(512)
def _lines(
    segments: tuple[Measured, ...], width: float, judgement: Judgement
) -> tuple[tuple[int, int], ...]:
    if not segments:
        return ()
    best: list[tuple[float, int]] = [(0.0, 0)]
    for end in range(1, len(segments) + 1):
        best.append(_cheapest(segments, end, best, width, judgement))
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
    judgement: Judgement,
) -> tuple[float, int]:
    """The least cost of lines ending after segment `end - 1`, and where the last one begins."""
    final = segments[end - 1]
    is_last = end == len(segments) or final.joint is Joint.FORCED
    used = final.width + (0.0 if is_last else final.end)
    spaces = 0.0
    result: tuple[float, int] | None = None
    for start in range(end - 1, -1, -1):
        if start < end - 1:
            segment = segments[start]
            if segment.joint is Joint.FORCED:
                break
            used += segment.width + segment.inside
            spaces += segment.inside
        over = _over(used, spaces, width, judgement)
        if over and result is not None:
            break
        cost = best[start][0] + demerit(used, spaces, width, is_last, judgement)
        if final.joint is Joint.HELD and not is_last:
            cost += _TIGHT if judgement.justified else judgement.held
        if final.joint is Joint.HYPHEN and not is_last:
            cost += judgement.hyphen
            if start and segments[start - 1].joint is Joint.HYPHEN:
                cost += judgement.hyphens
        if result is None or cost < result[0]:
            result = (cost, start)
        if over:
            break
    assert result is not None
    return result


def demerit(used: float, spaces: float, width: float, is_last: bool, judgement: Judgement) -> float:
    """What a line costs whose segments take `used` points, `spaces` of them between words."""
    if _over(used, spaces, width, judgement):
        return _OVERFULL
    if is_last and not judgement.balanced and used <= width:
        return max(0.0, judgement.last - used / width) * _SHORT
    white = width - used
    if not judgement.justified:
        return (white / width * 10.0) ** 2
    share = spread(white, spaces)
    short = (white - share * spaces) / width
    seen = share / (_SEEN if share > 0 else -LEAST)
    return _UNEVEN * abs(seen) ** 3 + _LOOSE * (short * 10.0) ** 2


def spread(white: float, spaces: float) -> float:
    """By which share of its width each space of a justified line grows, given the `white` that the
    line lacks (negative: it has too much) and the width of all its spaces."""
    return min(max(white / spaces, LEAST), MOST) if spaces else 0.0


def _over(used: float, spaces: float, width: float, judgement: Judgement) -> bool:
    least = used + LEAST * spaces if judgement.justified else used
    return least > width + 1e-6
