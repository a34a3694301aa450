"""The lines of long texts, filled greedily and broken by total fit: what is in `lines` of the
benchmarks' command."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import sqrt

from briefing.layout.text import breaking
from briefing.layout.text.breaking import Joint, Judgement, Measured
from briefing.layout.text.segments import chopped, pieces, segments
from briefing.layout.theme import Look
from briefing.model.inline import Words
from briefing.model.text import Place
from tests.benchmarks.pairs import ROOT

# Texts from outside the repository, and their languages.
TEXTS = ROOT.parent / "shared" / "data" / "text"
_LONG = {
    "udhr_en": "en",
    "en_us-angola_fact-sheet_2023": "en",
    "udhr_ru": "ru",
    "udhr_mn_cyrillic": "mn",
}
Ranges = Sequence[tuple[int, int]]
# Gaps between words of two lines that stand over each other by at least so many points, in three
# lines in a row, are a river.
_OVER = 1.5
_RIVER = 3


@dataclass(frozen=True)
class Figures:
    """What can be said of lines: how many, how many end in a hyphen, hyphens under each other, how
    uneven they are (the root of the mean square of the white, or of the stretch of the spaces, in
    percent), the widest of them, rivers, and the demerits of all."""

    lines: int
    hyphens: int
    ladders: int
    uneven: float
    worst: float
    rivers: int
    demerits: float

    def __str__(self) -> str:
        return (
            f"{self.lines:5} lines, {self.hyphens:4} hyphens, {self.ladders:3} in a row, "
            f"uneven {self.uneven:5.1f}%, worst {self.worst:5.1f}%, {self.rivers:4} rivers, "
            f"demerits {self.demerits:9.1f}"
        )


def greedy(held: Sequence[Measured], width: float) -> list[tuple[int, int]]:
    """Each line takes what fits, spaces at their natural width."""
    found, start, used = [], 0, 0.0
    for end, part in enumerate(held):
        wide = used + part.width + (part.end if end < len(held) - 1 else 0.0)
        if end > start and wide > width + 1e-6:
            # A hyphen may want the room that its segment alone doesn't.
            found.append((start, end))
            start, used = end, 0.0
        used += part.width + part.inside
        if part.joint is Joint.FORCED:
            found.append((start, end + 1))
            start, used = end + 1, 0.0
    return [*found, (start, len(held))] if start < len(held) else found


def cost(held: Sequence[Measured], ranges: Ranges, width: float, judgement: Judgement) -> float:
    """The demerits of lines."""
    total = 0.0
    for start, end in ranges:
        is_last = _is_last(held, end)
        used, spaces = _widths(held, start, end)
        total += breaking.demerit(used, spaces, width, is_last, judgement)
        if held[end - 1].joint is Joint.HYPHEN and not is_last:
            total += judgement.hyphen
            if start and held[start - 1].joint is Joint.HYPHEN:
                total += judgement.hyphens
    return total


def compared(
    texts: Iterable[str], language: str, look: Look, width: float, *, justified: bool
) -> tuple[Figures, Figures]:
    """Paragraphs in the style's body text on lines of `width` points: greedy, and by total fit."""
    judgement = Judgement(
        look.style.breaks.hyphen,
        look.style.breaks.hyphens,
        look.style.breaks.last,
        justified=justified,
    )
    sets = [_measured(text, language, look, width) for text in texts]
    ways = (
        [greedy(held, width) for held in sets],
        [breaking.lines(held, width, judgement) for held in sets],
    )
    first, second = (_figures(list(zip(sets, way, strict=True)), width, judgement) for way in ways)
    return first, second


def paragraphs(text: str) -> Iterator[str]:
    """The paragraphs of a Markdown text, marks of headings, lists and emphasis left out."""
    for block in text.split("\n\n"):
        plain = " ".join(block.split()).lstrip("#>*-0123456789. ").replace("*", "")
        if len(plain) > 200:
            yield plain


def long_texts() -> list[tuple[str, str, list[str]]]:
    """Names, languages and paragraphs: the long texts beside the repository, else the sample's
    sections as one, since a short one may have lines that can't be bettered."""
    held = {name: (language, [TEXTS / f"{name}.md"]) for name, language in _LONG.items()}
    if not all(path.exists() for _, paths in held.values() for path in paths):
        held = {"sample": ("en", sorted((ROOT / "data").glob("*/sections/en/*.md")))}
    return [
        (name, language, [p for path in paths for p in paragraphs(path.read_text("utf-8"))])
        for name, (language, paths) in held.items()
    ]


def _measured(text: str, language: str, look: Look, width: float) -> list[Measured]:
    run = pieces((Words(text, Place("")),), look.style.text.body, look)
    made = segments(run, look, language, hyphenated=True)
    return [part.measured for part in chopped(made, width, look)]


def _is_last(held: Sequence[Measured], end: int) -> bool:
    return end == len(held) or held[end - 1].joint is Joint.FORCED


def _widths(held: Sequence[Measured], start: int, end: int) -> tuple[float, float]:
    spaces = sum(part.inside for part in held[start : end - 1])
    used = sum(part.width for part in held[start:end]) + spaces
    return used + (0.0 if _is_last(held, end) else held[end - 1].end), spaces


def _figures(
    made: Sequence[tuple[Sequence[Measured], Ranges]], width: float, judgement: Judgement
) -> Figures:
    hyphens = ladders = count = rivers = 0
    shares: list[float] = []
    total = 0.0
    for held, ranges in made:
        ends = [held[end - 1].joint is Joint.HYPHEN and end < len(held) for _, end in ranges]
        count += len(ranges)
        hyphens += sum(ends)
        ladders += sum(a and b for a, b in pairwise(ends))
        total += cost(held, ranges, width, judgement)
        gaps = []
        for start, end in ranges:
            used, spaces = _widths(held, start, end)
            last = _is_last(held, end)
            share = 0.0
            if judgement.justified:
                share = breaking.spread(width - used, spaces) * (not last)
            if not last:
                shares.append(share if judgement.justified else (width - used) / width)
            gaps.append(_gaps(held, start, end, share))
        rivers += _rivers(gaps)
    uneven = sqrt(sum(share**2 for share in shares) / max(1, len(shares)))
    return Figures(
        count, hyphens, ladders, 100 * uneven, 100 * max(map(abs, shares)), rivers, total
    )


def _gaps(
    held: Sequence[Measured], start: int, end: int, share: float
) -> list[tuple[float, float]]:
    """From where to where each space of a line goes."""
    found, x = [], 0.0
    for part in held[start : end - 1]:
        x += part.width
        wide = part.inside * (1 + share)
        if wide:
            found.append((x, x + wide))
        x += wide
    return found


def _rivers(lines: Sequence[Sequence[tuple[float, float]]]) -> int:
    """Runs of gaps over each other, at least three lines long."""
    found = 0
    running: dict[tuple[float, float], int] = {}
    for line in lines:
        following = {}
        for gap in line:
            above = [
                length
                for other, length in running.items()
                if min(gap[1], other[1]) - max(gap[0], other[0]) >= _OVER
            ]
            following[gap] = 1 + max(above, default=0)
            found += following[gap] == _RIVER
        running = following
    return found
