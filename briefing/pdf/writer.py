"""The file: ReportLab's objects in object streams behind a cross-reference stream.

ISO 32000-1, 7.5.7 (object streams) and 7.5.8 (cross-reference streams).
"""

import hashlib
from typing import NamedTuple

from deflate import zlib_compress
from reportlab.pdfbase import pdfdoc

from briefing.model.memory import remembers

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


@remembers(1024)
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


# Objects in one object stream: large enough to compress well, small enough to read one quickly.
_PER_STREAM = 4000
# Where objects in a stream begin: the spaces cost less than offsets of which all digits differ.
_STEP = 10
# Of 12; more takes longer than it saves.
_EFFORT = 11


class Raw(pdfdoc.PDFObject):
    """An object whose bytes are already written."""

    def __init__(self, content: bytes) -> None:
        self.content = content

    def format(self, document: pdfdoc.PDFDocument) -> bytes:  # noqa: ARG002
        """The bytes."""
        return self.content


class _Entry(NamedTuple):
    """A row of the cross-reference stream: kind 1 and offset, or kind 2, stream and place in it."""

    kind: int
    where: int
    within: int


def register(
    document: pdfdoc.PDFDocument, value: pdfdoc.PDFObject, name: str | None = None
) -> pdfdoc.PDFObjectReference:
    """Makes an object indirect; a reference to it."""
    made: pdfdoc.PDFObjectReference = document.Reference(value, name)  # type: ignore[no-untyped-call]
    return made


def reference(
    document: pdfdoc.PDFDocument, value: pdfdoc.PDFObject, name: str | None = None
) -> bytes:
    """Makes an object indirect; the reference as bytes (`12 0 R`)."""
    return bytes(register(document, value, name).format(document))


def number(document: pdfdoc.PDFDocument, name: str) -> int:
    """The object number of a registered name."""
    return int(document.idToObjectNumberAndVersion[name][0])


def stream(content: bytes, entries: dict[str, object] | None = None) -> pdfdoc.PDFStream:
    """A stream object; it is compressed when written, unless `entries` has a Filter."""
    return pdfdoc.PDFStream(pdfdoc.PDFDictionary(entries or {}), content)


@remembers(128)
def packed(content: bytes) -> bytes:
    """Deflated (RFC 1950): by libdeflate, which makes files a fifteenth smaller than zlib does, and
    the same ones whatever zlib Python was built with. A preview packs most streams again."""
    return bytes(zlib_compress(content, _EFFORT))


def write(
    document: pdfdoc.PDFDocument,
    root: pdfdoc.PDFObject,
    info: pdfdoc.PDFObject | None,
    version: str,
) -> bytes:
    """All of the document's objects as a file; `/ID` is the digest of what stands before it."""
    trailer: dict[str, object] = {"Root": register(document, root)}
    if info is not None:
        trailer["Info"] = register(document, info)
    file = bytearray(f"%PDF-{version}\n%".encode() + b"\xe2\xe3\xcf\xd3\n")
    entries: dict[int, _Entry] = {}
    small: list[tuple[int, bytes]] = []
    current = 1
    # Writing an object may register more.
    while current in document.numberToId:
        value = document.idToObject[document.numberToId[current]]
        if isinstance(value, pdfdoc.PDFStream):
            entries[current] = _Entry(1, len(file), 0)
            file += _stream(document, current, value.dictionary, _content(value))
        else:
            small.append((current, bytes(pdfdoc.format(value, document, toplevel=1))))
        current += 1
    for start in range(0, len(small), _PER_STREAM):
        group = small[start : start + _PER_STREAM]
        entries[current] = _Entry(1, len(file), 0)
        for index, (inner, _) in enumerate(group):
            entries[inner] = _Entry(2, current, index)
        file += _object_stream(document, current, group)
        current += 1
    _finish(document, file, entries, trailer, current)
    return bytes(file)


def _content(value: pdfdoc.PDFStream) -> bytes:
    content = value.content
    return content.encode("latin-1") if isinstance(content, str) else bytes(content)


def _stream(
    document: pdfdoc.PDFDocument,
    current: int,
    dictionary: pdfdoc.PDFDictionary,
    content: bytes,
    pack: bool = True,
) -> bytes:
    entries = dict(dictionary.dict)
    if pack and "Filter" not in entries:
        smaller = packed(content)
        if len(smaller) + 20 < len(content):
            content = smaller
            entries["Filter"] = "/FlateDecode"
    entries["Length"] = len(content)
    head = b"".join(b"/%s%s" % (key.encode(), _value(entries[key], document)) for key in entries)
    # The line end before `endstream` is no data, and must be there whatever the data ends in.
    return b"%d 0 obj\n<<%s>>stream\n%s\nendstream\nendobj\n" % (current, head, content)


def _value(value: object, document: pdfdoc.PDFDocument) -> bytes:
    """An entry's value, after a space where it needs one."""
    text = bytes(pdfdoc.format(value, document))
    return text if text.startswith((b"/", b"<", b"[", b"(")) else b" " + text


def _object_stream(
    document: pdfdoc.PDFDocument, current: int, group: list[tuple[int, bytes]]
) -> bytes:
    offsets = []
    body = bytearray()
    for inner, content in group:
        offsets.append(b"%d %d\n" % (inner, len(body)))
        body += content
        # Dictionaries and arrays end by themselves.
        if not content.endswith((b">", b"]")):
            body += b"\n"
        body += b" " * (-len(body) % _STEP)
    head = b"".join(offsets)
    entries = {"Type": "/ObjStm", "N": len(group), "First": len(head)}
    return _stream(document, current, pdfdoc.PDFDictionary(entries), head + body)


def _finish(
    document: pdfdoc.PDFDocument,
    file: bytearray,
    entries: dict[int, _Entry],
    trailer: dict[str, object],
    current: int,
) -> None:
    offset = len(file)
    entries[current] = _Entry(1, offset, 0)
    width = (offset.bit_length() + 7) // 8
    rows = [_Entry(0, 0, 0xFFFF), *(entries[key] for key in range(1, current + 1))]
    content = _rows(
        [bytes([r.kind]) + r.where.to_bytes(width) + r.within.to_bytes(2) for r in rows]
    )
    digest = hashlib.sha256(file).hexdigest()[:32]
    table = pdfdoc.PDFDictionary(
        {
            "Type": "/XRef",
            "Size": current + 1,
            "W": f"[1 {width} 2]",
            "ID": f"[<{digest}> <{digest}>]",
            "Filter": "/FlateDecode",
            "DecodeParms": f"<</Predictor 12/Columns {width + 3}>>",
            **trailer,
        }
    )
    file += _stream(document, current, table, packed(content))
    file += b"startxref\n%d\n%%%%EOF\n" % offset


def _rows(rows: list[bytes]) -> bytes:
    """Each row as its difference to the one above (PNG's predictor Up; ISO 32000-1, 7.4.4.4)."""
    above = bytes(len(rows[0]))
    content = bytearray()
    for row in rows:
        content.append(2)
        content += bytes((new - old) % 256 for new, old in zip(row, above, strict=True))
        above = row
    return bytes(content)
