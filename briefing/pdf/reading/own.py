"""Files of one kind inside a PDF that this engine wrote, found by how it writes them: to load a
library that reads any PDF takes as long as all else that a short command does."""

import re
import zlib
from collections.abc import Iterator

# How the writer begins a stream (`writer._stream`), and one of a file inside (`files._embedded`).
_STREAM = (
    rb"\n\d+ 0 obj\n<</Subtype/%s/Params \d+ 0 R"
    rb"(?:/Filter(/FlateDecode))?/Length (\d+)>>stream\n"
)
_END = b"\nendstream\n"
# As a file that has been added to has another end, which says what became of the first.
_LAST = b"startxref"
_MOST = 64 * 1024 * 1024


def streams(data: bytes, media_type: str) -> Iterator[bytes]:
    """The files of a media type, in order of place; none of a PDF that was added to since it was
    written, or that isn't written as ours are: that may hold them all the same."""
    if data.count(_LAST) != 1:
        return
    name = re.escape(media_type.replace("/", "#2F").encode())
    for begins in re.finditer(_STREAM.replace(b"%s", name), data):
        end = begins.end() + int(begins[2])
        content = data[begins.end() : end]
        if data[end : end + len(_END)] == _END:
            unpacked = _unpacked(content) if begins[1] else content
            if unpacked is not None:
                yield unpacked


def _unpacked(content: bytes) -> bytes | None:
    """None where it isn't whole, or too large."""
    unpacking = zlib.decompressobj()
    try:
        made = unpacking.decompress(content, _MOST)
    except zlib.error:
        return None
    return made if unpacking.eof else None
