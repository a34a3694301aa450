"""Faces: files of the font packages, measured and shaped; one shaper for body and charts."""

from __future__ import annotations

import importlib.util
import struct
from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from typing import TypeAlias, TypeVar
from unicodedata import combining

import uharfbuzz as hb

from briefing.model.finding import BriefingError, ExitCode
from briefing.model.memory import Last, remembers
from briefing.model.style import FaceSpec
from briefing.pdf.shaping import TOKENS, Glyph, covers, ignorable, shape

Made = TypeVar("Made")
# Where packages keep their font files, below their own folder.
_FOLDERS = ("files", "mpl-data/fonts/ttf", "")
# Words and texts of a face whose shapes and widths are remembered.
_WORDS = 2048


@dataclass(frozen=True, slots=True)
class Piece:
    """Glyphs of one face."""

    face: Face
    glyphs: tuple[Glyph, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Word:
    """A shaped token: its pieces by face, its width in thousandths of the em, its glyph count.

    A word is itself alone (no equality): a face makes it once, and a document looks it up often.
    """

    pieces: tuple[Piece, ...]
    width: float
    count: int


class Face:
    """A face with its fallback faces. Widths are of shaped text, in points; those of the last words
    are remembered, so many that a document has few more, so few that a thousand documents take no
    more memory than ten. `word(text)` is a shaped token: one word, or one run of spaces."""

    def __init__(self, spec: FaceSpec, file: hb.Blob) -> None:
        self.postscript = spec.postscript
        self.axes = dict(sorted(spec.axes.items()))
        self.fallback: tuple[Face, ...] = ()
        self.hb = hb.Face(file)
        if "glyf" not in self.hb.table_tags:
            raise _broken(spec, "it has no TrueType outlines")
        self._font = hb.Font(self.hb)
        if self.axes:
            self._font.set_variations(self.axes)
        self.scale = 1000 / self.hb.upem
        self._covered: dict[str, bool] = {}
        self._signs: dict[tuple[int, str], Word] = {}
        self._glyphs: dict[Glyph, Glyph] = {}
        self.word = remembers(_WORDS)(self._word)
        self._set = remembers(_WORDS)(self._width)

    def width(self, text: str, size: float, tracking: float = 0.0) -> float:
        """How far the text goes, in points; `tracking` points follow each glyph."""
        width, count = self._set(text)
        return width * size / 1000 + count * tracking

    def _width(self, text: str) -> tuple[float, int]:
        words = [self.word(token) for token in TOKENS.findall(text)]
        return sum(w.width for w in words), sum(w.count for w in words)

    def _word(self, text: str) -> Word:
        """The shaped token (one word, or one run of spaces)."""
        pieces = tuple(Piece(face, face._shaped(part)) for face, part in self.runs(text))
        glyphs = [glyph for piece in pieces for glyph in piece.glyphs]
        return Word(pieces, sum(glyph.advance for glyph in glyphs), len(glyphs))

    def _shaped(self, text: str) -> tuple[Glyph, ...]:
        """The glyphs of a text; the same ones are one value, however many words have them."""
        shaped = shape(self._font, self.scale, text)
        return tuple(self._glyphs.setdefault(glyph, glyph) for glyph in shaped)

    def sign(self, glyph: int, text: str) -> Word:
        """A glyph by its number, as a word that stands for the text."""
        key = (glyph, text)
        word = self._signs.get(key)
        if word is None:
            one = Glyph(glyph, text, self.advance(glyph), 0.0, 0.0)
            word = self._signs[key] = Word((Piece(self, (one,)),), one.advance, 1)
        return word

    def covers(self, character: str) -> bool:
        """Whether this face, without its fallbacks, has the character."""
        known = self._covered.get(character)
        if known is None:
            known = self._covered[character] = covers(self._font, character)
        return known

    def runs(self, text: str) -> list[tuple[Face, str]]:
        """The text cut by the face that sets it; what no face has stays with this one."""
        runs: list[tuple[Face, str]] = []
        for character in text:
            face = self._for(character, runs[-1][0] if runs else self)
            if runs and runs[-1][0] is face:
                runs[-1] = (face, runs[-1][1] + character)
            else:
                runs.append((face, character))
        return runs

    def missing(self, text: str) -> str:
        """The characters, each once, that neither this face nor its fallbacks can set."""
        faces = (self, *self.fallback)
        return "".join(c for c in dict.fromkeys(text) if not any(face.covers(c) for face in faces))

    def _for(self, character: str, current: Face) -> Face:
        # What joins a letter stays in that letter's face.
        if (ignorable(character) or combining(character)) and current.covers(character):
            return current
        if self.covers(character):
            return self
        return next((face for face in self.fallback if face.covers(character)), self)

    def advance(self, glyph: int) -> float:
        """A glyph's own advance, in thousandths of the em."""
        return float(self._font.get_glyph_h_advance(glyph) * self.scale)

    def extent(self, glyph: int) -> tuple[float, float]:
        """Where a glyph's ink begins above the baseline and how far down it goes from there, in
        thousandths of the em."""
        box = self._font.get_glyph_extents(glyph)
        return (box.y_bearing * self.scale, -box.height * self.scale) if box else (0.0, 0.0)

    @cached_property
    def ascent(self) -> float:
        """Ascent of the face, as a fraction of the em."""
        return self._metric(hb.OTMetricsTag.HORIZONTAL_ASCENDER)

    @cached_property
    def descent(self) -> float:
        """Descent of the face, as a fraction of the em; negative below the baseline."""
        return self._metric(hb.OTMetricsTag.HORIZONTAL_DESCENDER)

    @cached_property
    def cap_height(self) -> float:
        """Height of capitals, as a fraction of the em."""
        return self._metric(hb.OTMetricsTag.CAP_HEIGHT)

    @cached_property
    def x_height(self) -> float:
        """Height of small letters, as a fraction of the em."""
        return self._metric(hb.OTMetricsTag.X_HEIGHT)

    @cached_property
    def slant(self) -> float:
        """Degrees from the vertical, negative to the right (`post` table)."""
        return float(struct.unpack_from(">i", self.hb.reference_table("post").data, 4)[0] / 65536)

    @cached_property
    def box(self) -> tuple[int, int, int, int]:
        """The box of all glyphs in thousandths of the em (`head` table)."""
        corners = struct.unpack_from(">4h", self.hb.reference_table("head").data, 36)
        left, bottom, right, top = (round(corner * self.scale) for corner in corners)
        return left, bottom, right, top

    def _metric(self, tag: hb.OTMetricsTag) -> float:
        return float(self._font.get_metric_position_with_fallback(tag) / self.hb.upem)

    def __repr__(self) -> str:
        return f"<Face {self.postscript}>"


class Faces(dict[str, Face]):
    """The faces of a style by name, with what was made with them last and is asked for again, in
    this document and the next."""

    def __init__(self) -> None:
        super().__init__()
        self._last = Last(_WORDS)

    def once(self, key: Hashable, make: Callable[[], Made]) -> Made:
        """What `make` gives, made once for a key; those asked for longest ago make room."""
        return self._last.once(key, make)


def load_faces(specs: Mapping[str, FaceSpec], fallback: tuple[str, ...]) -> Faces:
    """The faces of a style; `fallback` names those that stand in for a missing character, in order.

    One file with one set of axes is one face, whatever names it has. Raises BriefingError when a
    file isn't there or can't be used.
    """
    named = tuple(
        (name, s.package, s.file, tuple(sorted(s.axes.items())), s.postscript, s.data)
        for name, s in specs.items()
    )
    return _loaded(named, fallback)


_Named: TypeAlias = tuple[str, str, str, tuple[tuple[str, float], ...], str, bytes]


# The faces of the last style stay: words that are shaped already are so in the next document.
@lru_cache(maxsize=1)
def _loaded(named: tuple[_Named, ...], fallback: tuple[str, ...]) -> Faces:
    known: dict[tuple[str, str, tuple[tuple[str, float], ...]], Face] = {}
    faces = Faces()
    for name, package, file, axes, postscript, data in named:
        key = (package, file, axes)
        if key not in known:
            spec = FaceSpec(package, file, dict(axes), postscript, data)
            known[key] = Face(spec, _file(spec)[1])
        faces[name] = known[key]
    standing_in = [faces[name] for name in fallback]
    for face in known.values():
        face.fallback = tuple(other for other in standing_in if other is not face)
    return faces


@cache
def load_face(path: str, postscript: str) -> Face | None:
    """The face of a font file by its path; None where it can't be used."""
    try:
        return Face(FaceSpec("", path, {}, postscript), hb.Blob.from_file_path(path))
    except (BriefingError, hb.HarfBuzzError, OSError):
        return None


def font_data(spec: FaceSpec) -> bytes:
    """The bytes of a face's font file. Raises BriefingError where it isn't there."""
    return bytes(_file(spec)[1].data)


def font_path(spec: FaceSpec) -> str:
    """Where a face's font file stands. Raises BriefingError where it isn't there."""
    return _file(spec)[0]


def _file(spec: FaceSpec) -> tuple[str, hb.Blob]:
    """The font file in its installed package, which isn't imported for it, and its path; one of
    the project was read before, and has none."""
    if spec.data:
        return "", hb.Blob(spec.data)
    try:
        found = importlib.util.find_spec(spec.package.replace("-", "_"))
    except (ImportError, ValueError):
        raise _broken(spec, "the package isn't there") from None
    for root in (found and found.submodule_search_locations) or ():
        for folder in _FOLDERS:
            path = "/".join(part for part in (root, folder, spec.file) if part)
            try:
                return path, hb.Blob.from_file_path(path)
            except (hb.HarfBuzzError, OSError):
                continue
    raise _broken(spec, "the file isn't there")


def _broken(spec: FaceSpec, why: str) -> BriefingError:
    where = f"{spec.file} in {spec.package}" if spec.package else spec.file
    other = f"install the package {spec.package}, or name" if spec.package else "name"
    return BriefingError(
        f"the face {spec.postscript} can't be used: {why} ({where})",
        f"{other} another face in the style",
        ExitCode.FAILED,
    )


__all__ = ["Face", "Faces", "Glyph", "font_data", "load_face", "load_faces"]
