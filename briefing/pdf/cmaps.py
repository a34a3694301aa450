"""The codes of the fonts: two bytes for a glyph, which are its CID, ASCII as itself.

ISO 32000-1, 9.7.5 (CMaps) and 9.10.3 (ToUnicode). Identity-H is the one CMap that every reader of
PDF knows; of one within the file, whose codes are shorter, several readers make no text at all.
"""

from collections.abc import Iterable, Mapping

ENCODING = "/Identity-H"
SYSTEM = "<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
# CIDs that stand for the ASCII character of that number, and the first of all others.
_ASCII = range(0x20, 0x7F)
_OTHERS = 0x80
_ESCAPES = {ord("("): r"\(", ord(")"): r"\)", ord("\\"): r"\\", ord("\r"): r"\r"}
_PER_BLOCK = 100


class Codes:
    """The CIDs of a document, which mean the same in all its fonts.

    A text has the same one in each; a font that shows it by several glyphs has more for it.
    """

    def __init__(self) -> None:
        self._cids: dict[tuple[str, int], int] = {}
        self._others = 0

    def cid(self, text: str, shape: int) -> int:
        """The CID of a text; `shape` counts the glyphs, from 0, that a font shows it by."""
        key = (text, shape)
        cid = self._cids.get(key)
        if cid is None:
            if shape == 0 and len(text) == 1 and ord(text) in _ASCII:
                cid = ord(text)
            else:
                cid = _OTHERS + self._others
                self._others += 1
            self._cids[key] = cid
        return cid

    def to_unicode(self) -> bytes:
        """The CMap from codes to the texts that they stand for."""
        return to_unicode({cid: text for (text, _), cid in self._cids.items()})


def code(cid: int) -> bytes:
    """How a CID stands in a string."""
    return cid.to_bytes(2)


def written(cid: int) -> str:
    """The code within a literal string (ISO 32000-1, 7.3.4.2), a character for a byte."""
    return code(cid).decode("latin-1").translate(_ESCAPES)


def to_unicode(texts: Mapping[int, str]) -> bytes:
    """The CMap from the codes of these CIDs to the texts that they stand for."""
    ascii_ = "" if texts.keys().isdisjoint(_ASCII) else _blocks("bfrange", ["<0020> <007e> <0020>"])
    others = [
        f"<{cid:04x}> <{text.encode('utf-16-be').hex()}>"
        for cid, text in texts.items()
        if cid not in _ASCII
    ]
    return (
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
        "/CIDSystemInfo <</Registry(Adobe)/Ordering(UCS)/Supplement 0>> def\n"
        "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
        f"{_blocks('codespacerange', ['<0000> <ffff>'])}{ascii_}{_blocks('bfchar', others)}"
        "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n"
    ).encode()


def _blocks(kind: str, rows: Iterable[str]) -> str:
    rows = list(rows)
    blocks = (rows[start : start + _PER_BLOCK] for start in range(0, len(rows), _PER_BLOCK))
    return "".join(
        f"{len(block)} begin{kind}\n{chr(10).join(block)}\nend{kind}\n" for block in blocks
    )
