"""Which encoding a file that is not UTF-8 seems to have."""

import codecs

_MARKS = {codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}


def likely(data: bytes) -> str:
    """The name of the encoding to declare: `utf-16`, `cp1251` (Cyrillic) or `cp1252` (Western).

    A guess from the first 64 KiB: in Cyrillic text most letters are above 0x7F, in Western few.
    """
    sample = data[:65536]
    mark = _MARKS.get(sample[:2])
    if mark is not None:
        return mark
    if sample[1::2].count(0) > len(sample) // 4:
        return "utf-16-le"
    if sample[0::2].count(0) > len(sample) // 4:
        return "utf-16-be"
    high = sum(1 for byte in sample if byte >= 0xC0)
    plain = sum(1 for byte in sample if chr(byte).isascii() and chr(byte).isalpha())
    return "cp1251" if high > plain else "cp1252"
