"""A line of a paragraph: its pieces as they are drawn, and how wide its spaces grow."""

from itertools import groupby

from msgspec import structs

from briefing.layout.text import breaking
from briefing.layout.text.breaking import Joint
from briefing.layout.text.segments import HYPHEN, Piece, Segment

Line = tuple[Segment, ...]


def wider_by(line: Line, free: float, is_last: bool) -> float:
    """By which share the spaces of a justified line grow; those of a last line only shrink."""
    share = breaking.spread(free, sum(part.measured.inside for part in line[:-1]))
    return min(share, 0.0) if is_last or line[-1].measured.joint is Joint.FORCED else share


def as_drawn(line: Line) -> list[Piece]:
    """A line's pieces with neighbours of one setting joined, spaces and a soft hyphen included.

    A line ends with a real space where the paragraph goes on: text that is extracted needs it.
    """
    held: list[Piece] = []
    for index, part in enumerate(line):
        held += part.pieces
        if part.space is not None:
            held.append(part.space)
        elif part.measured.joint is Joint.HYPHEN and index == len(line) - 1:
            held.append(held[-1].part(HYPHEN, begins=False))
    return [
        structs.replace(run[0], text="".join(piece.text for piece in run), whole="", facts=())
        for run in (tuple(group) for _, group in groupby(held, _setting_of))
    ]


def _setting_of(piece: Piece) -> tuple[object, ...]:
    """What pieces that are drawn together have in common."""
    heard = piece.language, piece.role, piece.expansion
    return piece.setting, piece.link, piece.page_of, heard
