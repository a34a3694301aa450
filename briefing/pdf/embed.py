"""Faces in the file: Type0 fonts with Identity-H, one a face, with exact text for every glyph.

ISO 32000-1, 9.7 (composite fonts) and 9.10.3 (ToUnicode).
"""

from __future__ import annotations

import hashlib

import uharfbuzz as hb
from reportlab.pdfbase.pdfdoc import PDFDocument

from briefing.pdf.fonts import Face, Word
from briefing.pdf.shaping import Glyph
from briefing.pdf.writer import Raw, reference, stream

_DROPPED = "GSUB GPOS GDEF STAT BASE MATH JSTF kern name OS/2 post cmap gasp meta DSIG FFTM"
_SYMBOLIC, _ITALIC = 4, 64
_PER_BLOCK = 100


class MissingCharacterError(ValueError):
    """A text with a character that no face has was to be painted."""


class EmbeddedFont:
    """A face as one document uses it: a CID for each pair of glyph and text, handed out as used."""

    def __init__(self, face: Face, name: str) -> None:
        self.face = face
        self.name = name
        self._cids: dict[tuple[int, str], int] = {}

    def cid(self, glyph: Glyph) -> int:
        """The code of a glyph that stands for a text; 0 stays .notdef and is never used."""
        if glyph.id == 0:
            raise MissingCharacterError(f"no face has {glyph.text!r} ({self.face.postscript})")
        key = (glyph.id, glyph.text)
        cid = self._cids.get(key)
        if cid is None:
            cid = self._cids[key] = len(self._cids) + 1
        return cid

    def add_to(self, document: PDFDocument) -> bytes:
        """Writes font, descendant, descriptor, subset and maps; a reference to the font."""
        glyphs = [glyph for glyph, _ in self._cids]
        data, new = _subset(self.face, glyphs)
        name = f"{_tag(data)}+{self.face.postscript}"
        program = stream(data, {"Length1": len(data)})
        descriptor = Raw(self._descriptor(name, reference(document, program)))
        gids = b"\0\0" + b"".join(new[glyph].to_bytes(2, "big") for glyph in glyphs)
        widths = " ".join(_written(self.face.advance(glyph)) for glyph in glyphs)
        descendant = Raw(
            b"<</Type/Font/Subtype/CIDFontType2/BaseFont/%s/CIDSystemInfo"
            b"<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
            b"/DW 0/W[1[%s]]/FontDescriptor %s/CIDToGIDMap %s>>"
            % (
                name.encode(),
                widths.encode(),
                reference(document, descriptor),
                reference(document, stream(gids)),
            )
        )
        font = Raw(
            b"<</Type/Font/Subtype/Type0/BaseFont/%s/Encoding/Identity-H"
            b"/DescendantFonts[%s]/ToUnicode %s>>"
            % (
                name.encode(),
                reference(document, descendant),
                reference(document, stream(self._to_unicode())),
            )
        )
        return reference(document, font)

    def _descriptor(self, name: str, program: bytes) -> bytes:
        face = self.face
        flags = _SYMBOLIC | (_ITALIC if face.slant else 0)
        box = " ".join(map(str, face.box))
        return (
            (
                f"<</Type/FontDescriptor/FontName/{name}/Flags {flags}/FontBBox[{box}]"
                f"/ItalicAngle {_written(face.slant)}/Ascent {round(face.ascent * 1000)}"
                f"/Descent {round(face.descent * 1000)}/CapHeight {round(face.cap_height * 1000)}"
                f"/StemV 80/FontFile2 "
            ).encode()
            + program
            + b">>"
        )

    def _to_unicode(self) -> bytes:
        rows = [
            f"<{cid:04x}> <{text.encode('utf-16-be').hex()}>"
            for (_, text), cid in self._cids.items()
        ]
        blocks = "".join(
            f"{len(block)} beginbfchar\n{chr(10).join(block)}\nendbfchar\n"
            for block in (
                rows[start : start + _PER_BLOCK] for start in range(0, len(rows), _PER_BLOCK)
            )
        )
        return (
            "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
            "/CIDSystemInfo <</Registry(Adobe)/Ordering(UCS)/Supplement 0>> def\n"
            "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
            "1 begincodespacerange\n<0000> <ffff>\nendcodespacerange\n"
            f"{blocks}endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n"
        ).encode()


class Fonts:
    """The fonts of one document, shared by body and charts; words are encoded once."""

    def __init__(self) -> None:
        self._fonts: dict[Face, EmbeddedFont] = {}
        self._encoded: dict[Word, tuple[tuple[str, float, str], ...]] = {}

    def encode(self, word: Word) -> tuple[tuple[str, float, str], ...]:
        """The word as parts of TJ arrays: font name, rise (1/1000 em), strings and adjustments."""
        known = self._encoded.get(word)
        if known is None:
            parts: list[tuple[str, float, str]] = []
            for piece in word.pieces:
                font = self._font(piece.face)
                parts += [(font.name, rise, text) for text, rise in _array(font, piece.glyphs)]
            known = self._encoded[word] = tuple(parts)
        return known

    def add_to(self, document: PDFDocument) -> bytes:
        """Writes all fonts; the entries of a font resource dictionary."""
        return b"".join(
            b"/%s %s" % (font.name.encode(), font.add_to(document)) for font in self._fonts.values()
        )

    def _font(self, face: Face) -> EmbeddedFont:
        font = self._fonts.get(face)
        if font is None:
            font = self._fonts[face] = EmbeddedFont(face, f"F{len(self._fonts) + 1}")
        return font


def _array(font: EmbeddedFont, glyphs: tuple[Glyph, ...]) -> list[tuple[str, float]]:
    """Strings and adjustments that put each glyph where the shaper wants it, cut where it rises."""
    parts: list[tuple[str, float]] = []
    array = ""
    rise = 0.0
    pending = 0.0
    for glyph in glyphs:
        if glyph.dy != rise:
            if array:
                parts.append((array, rise))
            array, rise = "", glyph.dy
        array += _adjustment(pending + glyph.dx) + f"<{font.cid(glyph):04x}>"
        pending = glyph.advance - glyph.dx - font.face.advance(glyph.id)
    if array:
        parts.append((array + _adjustment(pending), rise))
    return [(text.replace("><", ""), rise) for text, rise in parts]


def _adjustment(shift: float) -> str:
    """A TJ number moves against the direction of writing."""
    return _written(-shift) if abs(shift) >= 0.5 else ""


def _written(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".") if value % 1 else str(int(value))


def _tag(data: bytes) -> str:
    digest = hashlib.sha256(data).digest()
    return "".join(chr(ord("A") + byte % 26) for byte in digest[:6])


def _subset(face: Face, glyphs: list[int]) -> tuple[bytes, dict[int, int]]:
    """The face with those glyphs alone, its axes pinned; and the new number of each."""
    wanted = hb.SubsetInput()
    wanted.sets(hb.SubsetInputSets.GLYPH_INDEX).update(glyphs)
    wanted.flags = hb.SubsetFlags.NO_HINTING
    dropped = wanted.drop_table_tag_set
    dropped.update(int.from_bytes(tag.encode().ljust(4), "big") for tag in _DROPPED.split())
    if face.hb.has_var_data:
        wanted.pin_all_axes_to_default(face.hb)
        for axis, value in face.axes.items():
            wanted.pin_axis_location(face.hb, axis, value)
    plan = hb.SubsetPlan(face.hb, wanted)
    mapping = plan.old_to_new_glyph_mapping
    new = {glyph: mapping[glyph] for glyph in sorted(set(glyphs))}
    return bytes(plan.execute().blob.data), new
