"""From the codes of a string to text, and how wide they are.

ISO 32000-1, 9.7 and 9.10 (composite fonts, ToUnicode), 9.2.4 (widths).
"""

import re
from collections.abc import Iterator

import pikepdf
from msgspec import Struct

from briefing.pdf.reading import cmap

_ENCODINGS = {"/WinAnsiEncoding": "cp1252", "/MacRomanEncoding": "mac_roman"}
_PREDEFINED = re.compile(r"/(Uni|GB|B5|HK|ET|CNS|83pv|90|Add|EUC|KSC|UTF|UCS|H$|V$)")
_UNKNOWN = "\ufffd"
# A range larger than all of a two-byte code says nothing that a font could use.
_LARGEST = 0x10000


class Glyph(Struct, frozen=True):
    """One code as shown: its text (empty when nothing says it), its width in text space units.

    `cid` is what a composite font calls it; of a simple one it is the code.
    """

    code: int
    cid: int
    text: str
    width: float
    is_space: bool


class Font:
    """How a font of the file reads its strings."""

    def __init__(self, font: pikepdf.Object) -> None:
        self.name = str(font.get("/BaseFont", "/unnamed"))[1:]
        self.subtype = str(font.get("/Subtype", ""))
        self.composite = self.subtype == "/Type0"
        self.object = font
        self.descendant = font.DescendantFonts[0] if self.composite else font
        self.map = _to_unicode(font)
        self.encoding = font.get("/Encoding")
        self._own = _own(self.encoding) if self.composite else None
        self._widths = _widths(self.descendant, self.composite)
        self._default = _default_width(self.descendant, self.composite)
        self._thousandth = 0.001
        if self.subtype == "/Type3":
            self._thousandth = abs(float(font.FontMatrix[0]))

    @property
    def mapped(self) -> bool:
        """Whether codes have a text at all: by ToUnicode, or by an encoding that says it."""
        if self.map is not None or self.subtype == "/Type3":
            return self.map is not None
        if not self.composite:
            return True
        named = isinstance(self.encoding, pikepdf.Name)
        return named and bool(_PREDEFINED.match(str(self.encoding)))

    @property
    def has_cids(self) -> bool:
        """Whether the CIDs of its codes are known here: by its own CMap, or as they stand."""
        return self._own is not None or (self.composite and self.encoding == "/Identity-H")

    def glyphs(self, string: bytes) -> Iterator[Glyph]:
        """The codes of a string; two bytes each in a composite font without a CMap of its own."""
        for code, cid in self._codes(string):
            width = self._widths.get(cid, self._default) * self._thousandth
            is_space = not self.composite and code == ord(" ")
            yield Glyph(code, cid, self._text(code), width, is_space)

    def _codes(self, string: bytes) -> Iterator[tuple[int, int]]:
        if self._own is not None:
            yield from self._own.codes(string)
            return
        size = 2 if self.composite else 1
        for at in range(0, len(string) - size + 1, size):
            code = int.from_bytes(string[at : at + size], "big")
            yield code, code

    def _text(self, code: int) -> str:
        if self.map is not None:
            return self.map.get(code, "")
        if self.composite:
            return _UNKNOWN
        name = self.encoding
        if isinstance(name, pikepdf.Dictionary):
            name = name.get("/BaseEncoding")
        codec = _ENCODINGS.get(str(name), "cp1252")
        return bytes([code]).decode(codec, errors="replace")


def _own(encoding: pikepdf.Object | None) -> cmap.Encoding | None:
    """The CMap in the file, where it says all itself."""
    if isinstance(encoding, pikepdf.Stream) and "/UseCMap" not in encoding:
        return cmap.encoding(encoding)
    return None


def _to_unicode(font: pikepdf.Object) -> dict[int, str] | None:
    stream = font.get("/ToUnicode")
    return cmap.texts(stream) if isinstance(stream, pikepdf.Stream) else None


def _widths(font: pikepdf.Object, composite: bool) -> dict[int, float]:
    if not composite:
        first = int(font.get("/FirstChar", 0))
        return {first + i: float(w) for i, w in enumerate(font.get("/Widths", ()))}
    found: dict[int, float] = {}
    rows = list(font.get("/W", ()))
    at = 0
    while at + 1 < len(rows):
        first = int(rows[at])
        if isinstance(rows[at + 1], pikepdf.Array):
            found |= {first + i: float(w) for i, w in enumerate(rows[at + 1])}
            at += 2
        elif at + 2 < len(rows):
            last = min(int(rows[at + 1]), first + _LARGEST)
            found |= dict.fromkeys(range(first, last + 1), float(rows[at + 2]))
            at += 3
        else:
            break
    return found


def _default_width(font: pikepdf.Object, composite: bool) -> float:
    if composite:
        return float(font.get("/DW", 1000))
    descriptor = font.get("/FontDescriptor")
    return float(descriptor.get("/MissingWidth", 0)) if descriptor is not None else 500.0
