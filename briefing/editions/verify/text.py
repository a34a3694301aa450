"""From the codes of a string to text, and how wide they are.

ISO 32000-1, 9.7.5 and 9.10 (CMaps, ToUnicode), 9.2.4 (widths).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import pikepdf
from msgspec import Struct

_BLOCK = re.compile(rb"begin(bfchar|bfrange|codespacerange)(.*?)end\1", re.DOTALL)
_TOKEN = re.compile(rb"<([0-9a-fA-F\s]*)>|(\[)|(\])")
_ENCODINGS = {"/WinAnsiEncoding": "cp1252", "/MacRomanEncoding": "mac_roman"}
_PREDEFINED = re.compile(r"/(Uni|GB|B5|HK|ET|CNS|83pv|90|Add|EUC|KSC|UTF|UCS|H$|V$)")
_UNKNOWN = "\ufffd"
# A range larger than all of a two-byte code says nothing that a font could use.
_LARGEST = 0x10000


class Glyph(Struct, frozen=True):
    """One code as shown: its text (empty when nothing says it), its width in text space units."""

    code: int
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

    def glyphs(self, string: bytes) -> Iterator[Glyph]:
        """The codes of a string, two bytes each in a composite font."""
        size = 2 if self.composite else 1
        for at in range(0, len(string) - size + 1, size):
            code = int.from_bytes(string[at : at + size], "big")
            width = self._widths.get(code, self._default) * self._thousandth
            yield Glyph(code, self._text(code), width, size == 1 and code == ord(" "))

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


def _to_unicode(font: pikepdf.Object) -> dict[int, str] | None:
    stream = font.get("/ToUnicode")
    if not isinstance(stream, pikepdf.Stream):
        return None
    found: dict[int, str] = {}
    for kind, body in _BLOCK.findall(stream.read_bytes()):
        tokens = [
            mark or bytes.fromhex(digits.decode("ascii"))
            for digits, mark in ((m[1], m[2] or m[3]) for m in _TOKEN.finditer(body))
        ]
        if kind == b"bfchar":
            for code, text in zip(tokens[::2], tokens[1::2], strict=False):
                found[int.from_bytes(code, "big")] = _utf16(text)
        elif kind == b"bfrange":
            _ranges(tokens, found)
    return found


def _ranges(tokens: list[bytes], found: dict[int, str]) -> None:
    at = 0
    while at + 2 < len(tokens):
        first, last = (int.from_bytes(t, "big") for t in tokens[at : at + 2])
        last = min(last, first + _LARGEST)
        if tokens[at + 2] == b"[":
            end = tokens.index(b"]", at) if b"]" in tokens[at:] else len(tokens)
            for offset, text in enumerate(tokens[at + 3 : end]):
                found[first + offset] = _utf16(text)
            at = end + 1
            continue
        text = tokens[at + 2]
        for code in range(first, last + 1):
            tail = (int.from_bytes(text[-2:], "big") + code - first) & 0xFFFF
            found[code] = _utf16(text[:-2] + tail.to_bytes(2, "big"))
        at += 3


def _utf16(text: bytes) -> str:
    return text.decode("utf-16-be", errors="replace")


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
