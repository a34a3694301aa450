"""What came after a signature, beyond what pyHanko looks at."""

import re
from collections.abc import Iterator

import pikepdf

from briefing.pdf.reading.file import MALFORMED, File

_OBJECTS = re.compile(rb"\b\d+\s+\d+\s+obj\b|\bxref\b|\btrailer\b|%PDF-")
_END = re.compile(rb"startxref\s+(\d+)\s+%%EOF")
_TABLE = re.compile(rb"\s*(xref\b|\d+\s+\d+\s+obj\b)")
_INFO = ("/Title", "/Author", "/Subject", "/Keywords")
# What a program may put anew without a word of the file being another.
_FLEETING = frozenset(
    {"ModifyDate", "MetadataDate", "CreateDate", "Producer", "CreatorTool", "InstanceID", "History",
     "VersionID", "about"}
)  # fmt: skip


def has_stray_objects(data: bytes) -> bool:
    """Whether objects or a table stand behind the file's end, or its end names a place where no
    table is: readers that rebuild a file which they find damaged take what stands last for its
    state."""
    ends = [*_END.finditer(data)]
    if not ends:
        return True
    last = ends[-1]
    misled = _TABLE.match(data, int(last[1][:12])) is None
    return misled or _OBJECTS.search(data, last.end()) is not None


def restated(data: bytes, end: int) -> tuple[str, ...]:
    """What the file said of itself (title, author …) up to `end`, and says otherwise now."""
    try:
        before, now = (dict(_said(File(part))) for part in (data[:end], data))
    except (*MALFORMED, pikepdf.PdfError, RuntimeError):
        return ()
    names = sorted(before.keys() | now.keys())
    return tuple(dict.fromkeys(n[1] for n in names if before.get(n) != now.get(n)))


def _said(file: File) -> Iterator[tuple[tuple[str, str], str]]:
    """Each statement by where it stands and its name."""
    info = file.pdf.trailer.get("/Info")
    if isinstance(info, pikepdf.Dictionary):
        for key in _INFO:
            if key in info:
                yield ("info", key[1:].lower()), str(info[key])
    if file.packet is None:
        return
    for description in file.packet.iter():
        if not description.tag.endswith("}Description"):
            continue
        named = [*description.attrib.items()]
        named += [(child.tag, " ".join("".join(child.itertext()).split())) for child in description]
        for name, text in named:
            plain = name.rpartition("}")[2]
            if plain not in _FLEETING:
                yield ("xmp", plain.lower()), text
