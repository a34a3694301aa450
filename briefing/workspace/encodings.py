"""What a file that is not UTF-8 seems to be."""

import codecs
import re

_MARKS = {codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}
_WORKBOOKS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")


def is_workbook(data: bytes) -> bool:
    """Whether it begins as the files of spreadsheets do: .xlsx and .ods are ZIP, .xls is OLE."""
    return data.startswith(_WORKBOOKS)


def likely(data: bytes) -> str:
    """The encoding to declare: `utf-16`, `cp1251` or `koi8-r` (Cyrillic), `cp1252` (Western).

    A guess: runs of letters above ASCII say Cyrillic, single ones Western.
    """
    mark = _MARKS.get(data[:2])
    if mark is not None:
        return mark
    if b"\0" in data:
        return "utf-16-le" if data[1:2] == b"\0" else "utf-16-be"
    high = re.findall(rb"[\x80-\xff]+", data)
    letters = b"".join(high)
    if 2 * sum(len(run) > 1 for run in high) <= len(high):
        return "cp1252"
    # Small letters, the most of any text, stand at E0–FF in cp1251 and at C0–DF in KOI8-R.
    small = sum(byte >= 0xE0 for byte in letters)
    return "cp1251" if 2 * small >= len(letters) else "koi8-r"
