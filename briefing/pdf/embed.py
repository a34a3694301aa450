"""Faces in the file: Type0 fonts, one a face, with exact text for every glyph.

ISO 32000-1, 9.7 (composite fonts).
"""

import hashlib
from collections import Counter

import uharfbuzz as hb
from reportlab.pdfbase.pdfdoc import PDFDocument

from briefing.pdf import cmaps
from briefing.pdf.content import Part
from briefing.pdf.fonts import Face, Word
from briefing.pdf.shaping import Glyph
from briefing.pdf.writer import Raw, reference, stream

_DROPPED = "GSUB GPOS GDEF STAT BASE MATH JSTF kern name OS/2 post cmap gasp meta DSIG FFTM"
_SYMBOLIC, _ITALIC = 4, 64


class MissingCharacterError(ValueError):
    """A text with a character that no face has was to be painted."""


class EmbeddedFont:
    """A face as one document uses it: a CID for each pair of glyph and text, as they are used."""

    def __init__(self, face: Face, name: str, codes: cmaps.Codes) -> None:
        self.face = face
        self.name = name
        self._codes = codes
        self._cids: dict[tuple[int, str], int] = {}
        self._shapes: Counter[str] = Counter()

    def cid(self, glyph: Glyph) -> int:
        """The code of a glyph that stands for a text; 0 stays .notdef and is never used."""
        if glyph.id == 0:
            raise MissingCharacterError(f"no face has {glyph.text!r} ({self.face.postscript})")
        key = (glyph.id, glyph.text)
        cid = self._cids.get(key)
        if cid is None:
            cid = self._cids[key] = self._codes.cid(glyph.text, self._shapes[glyph.text])
            self._shapes[glyph.text] += 1
        return cid

    def add_to(self, document: PDFDocument, to_unicode: bytes) -> bytes:
        """Writes font, descendant, descriptor, subset and maps; a reference to the font.

        `to_unicode` is a reference to the CMap of the document's codes.
        """
        by_cid = {cid: key for key, cid in sorted(self._cids.items(), key=lambda item: item[1])}
        glyphs = [glyph for glyph, _ in by_cid.values()]
        data, new = _subset(self.face, glyphs)
        name = f"{_tag(data)}+{self.face.postscript}"
        program = stream(data, {"Length1": len(data)})
        descriptor = Raw(self._descriptor(name, reference(document, program)))
        shown = {cid: new[glyph] for cid, (glyph, _) in by_cid.items()}
        gids = b"".join(shown.get(cid, 0).to_bytes(2) for cid in range(max(by_cid) + 1))
        widths = {cid: _written(self.face.advance(glyph)) for cid, (glyph, _) in by_cid.items()}
        descendant = Raw(
            b"<</Type/Font/Subtype/CIDFontType2/BaseFont/%s/CIDSystemInfo%s"
            b"/DW 0/W[%s]/FontDescriptor %s/CIDToGIDMap %s>>"
            % (
                name.encode(),
                cmaps.SYSTEM.encode(),
                _runs(widths).encode(),
                reference(document, descriptor),
                reference(document, stream(gids)),
            )
        )
        font = Raw(
            b"<</Type/Font/Subtype/Type0/BaseFont/%s/Encoding%s"
            b"/DescendantFonts[%s]/ToUnicode %s>>"
            % (
                name.encode(),
                cmaps.ENCODING.encode(),
                reference(document, descendant),
                to_unicode,
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


class Fonts:
    """The fonts of one document, shared by body and charts; words are encoded once."""

    def __init__(self) -> None:
        self._codes = cmaps.Codes()
        self._fonts: dict[Face, EmbeddedFont] = {}
        self._encoded: dict[Word, tuple[Part, ...]] = {}

    def encode(self, word: Word) -> tuple[Part, ...]:
        """The word in parts."""
        known = self._encoded.get(word)
        if known is None:
            parts: list[Part] = []
            for piece in word.pieces:
                font = self._font(piece.face)
                parts += [Part(font.name, rise, text) for text, rise in _array(font, piece.glyphs)]
            known = self._encoded[word] = tuple(parts)
        return known

    def add_to(self, document: PDFDocument) -> bytes:
        """Writes all fonts; the entries of a font resource dictionary."""
        if not self._fonts:
            return b""
        to_unicode = reference(document, stream(self._codes.to_unicode()))
        return b"".join(
            b"/%s %s" % (font.name.encode(), font.add_to(document, to_unicode))
            for font in self._fonts.values()
        )

    def _font(self, face: Face) -> EmbeddedFont:
        font = self._fonts.get(face)
        if font is None:
            font = self._fonts[face] = EmbeddedFont(face, f"F{len(self._fonts) + 1}", self._codes)
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
        array += _adjustment(pending + glyph.dx) + f"({cmaps.written(font.cid(glyph))})"
        pending = glyph.advance - glyph.dx - font.face.advance(glyph.id)
    if array:
        parts.append((array + _adjustment(pending), rise))
    return [(text.replace(")(", ""), rise) for text, rise in parts]


def _runs(widths: dict[int, str]) -> str:
    """The W array: a width for each CID, those of CIDs that follow each other together."""
    text = ""
    before = -1
    for cid, width in widths.items():
        text += f" {width}" if cid == before + 1 else f"{']' if text else ''}{cid}[{width}"
        before = cid
    return text + "]" if text else ""


def _adjustment(shift: float) -> str:
    """A TJ number moves against the direction of writing."""
    return str(round(-shift)) if abs(shift) > 0.5 else ""


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
