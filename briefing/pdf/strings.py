"""Text strings, in as few bytes as they can be written (ISO 32000-1, 7.3.4.2 and 7.9.2.2)."""

from functools import lru_cache

# PDFDocEncoding, where it isn't Latin-1 (ISO 32000-1, annex D.2).
_OTHERS = {
    **dict(zip("˘ˇˆ˙˝˛˚˜", range(0x18, 0x20), strict=True)),
    **dict(zip("•†‡…—–ƒ⁄‹›−‰„“”‘’‚™ﬁﬂŁŒŠŸŽıłœšž", range(0x80, 0x9F), strict=True)),
    "€": 0xA0,
}
_PLAIN = frozenset((0x09, 0x0A, 0x0D, *range(0x20, 0x7F), *range(0xA1, 0xAD), *range(0xAE, 0x100)))
_ENCODED = {chr(code): code for code in _PLAIN} | _OTHERS
_ESCAPES = {ord("("): rb"\(", ord(")"): rb"\)", ord("\\"): rb"\\", ord("\r"): rb"\r"}
_MARK = b"\xfe\xff"
# What would be taken for the mark of UTF-16 or UTF-8.
_TAKEN = ("þÿ", "ÿþ", "ï»¿")


@lru_cache(maxsize=1024)
def string(text: str) -> bytes:
    """The text as a string object: PDFDocEncoding where that has all of it, else UTF-16."""
    if all(character in _ENCODED for character in text) and not text.startswith(_TAKEN):
        content = bytes(_ENCODED[character] for character in text)
    else:
        content = _MARK + text.encode("utf-16-be")
    return b"(" + b"".join(_ESCAPES.get(byte, bytes((byte,))) for byte in content) + b")"


def spoken(text: str) -> bytes:
    """Words that are read out and never set: a no-break space is a space to them."""
    return string(text.replace("\N{NO-BREAK SPACE}", " "))
