"""Words become glyphs: kerning and fallback faces, by HarfBuzz."""

import re
import unicodedata
from dataclasses import dataclass

import uharfbuzz as hb

# Words and runs of spaces are shaped apart, so that a line can be justified and words are cached.
TOKENS = re.compile(r" +|[^ ]+")
# Ghostscript 10 turns the bytes about where a glyph stands for several characters: what it indexes
# would lack the words. So "fi" is two glyphs.
_UNLIGATED = {"liga": False, "clig": False, "dlig": False}
# The written order of these scripts needs more than shaping: such a character counts as missing.
_RIGHT_TO_LEFT = frozenset(("R", "AL", "AN"))
# What HarfBuzz never paints (Unicode's Default_Ignorable_Code_Point, as far as text has it).
_IGNORABLE = re.compile(
    "[\u00ad\u034f\u061c\u180b-\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufe00-\ufe0f\ufeff]"
)
_ZERO_WIDTH_SPACE = "\u200b"
# Kerning by less, in thousandths of the em, isn't seen: a seventh of a point in type of ten.
_LEAST_KERN = 15.0
SOFT_HYPHEN = "\u00ad"
_FIRM_HYPHEN = "\u2011"
# What HarfBuzz makes from the face's own space, with the right advance.
_SPACES = frozenset({"\u00a0", "\u202f", *map(chr, range(0x2000, 0x200B))})


@dataclass(frozen=True, slots=True)
class Glyph:
    """A glyph of the whole face and the text it stands for; lengths in thousandths of the em."""

    id: int
    text: str
    advance: float
    dx: float
    dy: float


def ignorable(character: str) -> bool:
    """Whether a character is never painted (soft hyphen, joiners, direction marks)."""
    return _IGNORABLE.match(character) is not None


def covers(font: hb.Font, character: str) -> bool:
    """Whether the face can set the character by itself."""
    if ignorable(character):
        return True
    if unicodedata.bidirectional(character) in _RIGHT_TO_LEFT:
        return False
    if _has(font, character):
        return True
    if character in _SPACES:
        return _has(font, " ")
    return character == _FIRM_HYPHEN and _has(font, "-")


def shape(font: hb.Font, scale: float, text: str) -> tuple[Glyph, ...]:
    """The glyphs of a text that the face covers; `scale` is thousandths of the em a unit.

    A cluster of several characters and one glyph (a ligature) keeps all its text in that glyph. A
    soft hyphen is seen at the end of a text only: as a hyphen that stands for U+00AD, so that the
    word is whole again for who reads the file (ISO 32000-1, 14.8.2.2.3).
    """
    seen = text if _has(font, _FIRM_HYPHEN) else text.replace(_FIRM_HYPHEN, "-")
    buffer = hb.Buffer()
    buffer.add_str(seen[:-1] + "-" if seen.endswith(SOFT_HYPHEN) else seen)
    # Set, not guessed: HarfBuzz guesses a language from the locale.
    buffer.direction = "ltr"
    buffer.language = "en"
    buffer.guess_segment_properties()
    buffer.flags = hb.BufferFlags.REMOVE_DEFAULT_IGNORABLES
    hb.shape(font, buffer, _UNLIGATED)
    infos = buffer.glyph_infos
    positions = buffer.glyph_positions or ()
    texts = _texts(text, [info.cluster for info in infos])
    return tuple(
        Glyph(
            info.codepoint,
            meant,
            _advance(font, info.codepoint, at.x_advance, scale),
            at.x_offset * scale,
            at.y_offset * scale,
        )
        for info, at, meant in zip(infos, positions, texts, strict=True)
    )


def _advance(font: hb.Font, glyph: int, shaped: int, scale: float) -> float:
    """The glyph's own advance where the shaped one differs by what isn't seen."""
    own = font.get_glyph_h_advance(glyph)
    return (own if abs(shaped - own) * scale < _LEAST_KERN else shaped) * scale


def _has(font: hb.Font, character: str) -> bool:
    return bool(font.get_nominal_glyph(ord(character)))


def _texts(text: str, clusters: list[int]) -> list[str]:
    """The text of each glyph, given where its cluster begins; together they are the text."""
    if not clusters:
        return []
    counts: dict[int, int] = {}
    for cluster in clusters:
        counts[cluster] = counts.get(cluster, 0) + 1
    # What isn't painted before the first cluster goes with it.
    starts = [0, *sorted(counts)[1:]]
    ends = [*starts[1:], len(text)]
    return [
        share
        for start, end, count in zip(
            starts, ends, map(counts.__getitem__, sorted(counts)), strict=True
        )
        for share in _shared(text[start:end], count)
    ]


def _shared(cluster: str, glyphs: int) -> list[str]:
    """The text of a cluster by glyph: the first has what the others, a character each, leave."""
    if glyphs > len(cluster):
        # The face builds a letter from its parts: canonically the same text.
        cluster = unicodedata.normalize("NFD", cluster)
    # A glyph must map to something; should parts be left over, they take no room.
    cluster += _ZERO_WIDTH_SPACE * (glyphs - len(cluster))
    first = len(cluster) - glyphs + 1
    return [cluster[:first], *cluster[first:]]
