"""Pages as pictures and as words, by pdfium: what the PDF shows, not what it was made from."""

import struct
import zlib
from collections import OrderedDict
from collections.abc import Iterator
from contextlib import closing
from hashlib import sha256
from threading import Lock

import pypdfium2
from msgspec import Struct

_KEPT = 128 * 1024 * 1024
_OPEN = 4
NARROWEST, WIDEST = 40, 5000
_PLAIN = 2400


class Span(Struct, frozen=True):
    """Words on one line of a page: left, top, width, height in points from its top left corner."""

    text: str
    left: float
    top: float
    width: float
    height: float


class Entry(Struct, frozen=True):
    """An entry of the outline: its level from 0, the page (from 1) and how far down that it is, in
    points."""

    title: str
    level: int
    page: int
    top: float


def digest(data: bytes) -> str:
    """A name for these bytes."""
    return sha256(data).hexdigest()[:24]


class Raster:
    """Draws pages of PDFs that it was given; pdfium does one thing at a time, so there is a lock,
    within which all that it gives is closed too: left to its last reference, a page would be closed
    while another thread draws.

    The latest pictures are kept, up to 128 MiB, and the latest few PDFs open.
    """

    def __init__(self) -> None:
        self._lock = Lock()
        self._open: OrderedDict[str, pypdfium2.PdfDocument] = OrderedDict()
        self._pictures: OrderedDict[tuple[str, int, int], bytes] = OrderedDict()

    def sizes(self, digest: str, data: bytes) -> tuple[tuple[float, float], ...]:
        """Width and height in points of each page."""
        with self._lock:
            document = self._document(digest, data)
            return tuple(document.get_page_size(index) for index in range(len(document)))

    def picture(self, digest: str, data: bytes, page: int, width: int) -> bytes:
        """A page (from 1) that many pixels wide: a BMP, since packing a PNG takes longer than
        drawing the page and nothing leaves this machine; a PNG where the BMP would be huge."""
        key = (digest, page, width)
        with self._lock:
            if key not in self._pictures:
                with closing(self._document(digest, data)[page - 1]) as leaf:
                    self._keep(key, _drawn(leaf, width))
            self._pictures.move_to_end(key)
            return self._pictures[key]

    def outline(self, digest: str, data: bytes) -> tuple[Entry, ...]:
        """The PDF's own outline."""
        with self._lock:
            return tuple(_entries(self._document(digest, data)))

    def spans(self, digest: str, data: bytes, page: int) -> tuple[Span, ...]:
        """The words of a page (from 1), in the order in which the PDF holds them."""
        with self._lock:
            document = self._document(digest, data)
            with closing(document[page - 1]) as leaf, closing(leaf.get_textpage()) as words:
                return tuple(_spans(words, leaf.get_height()))

    def _document(self, digest: str, data: bytes) -> pypdfium2.PdfDocument:
        if digest not in self._open:
            self._open[digest] = pypdfium2.PdfDocument(data)
            while len(self._open) > _OPEN:
                self._open.popitem(last=False)[1].close()
        self._open.move_to_end(digest)
        return self._open[digest]

    def _keep(self, key: tuple[str, int, int], picture: bytes) -> None:
        self._pictures[key] = picture
        while sum(map(len, self._pictures.values())) > _KEPT and len(self._pictures) > 1:
            self._pictures.popitem(last=False)


def _drawn(leaf: pypdfium2.PdfPage, width: int) -> bytes:
    # Pdfium rounds the size up: a hair less than the width gives just the width.
    scale = (width - 0.01) / leaf.get_width()
    plain = width <= _PLAIN
    drawn = leaf.render(scale=scale, prefer_bgrx=plain, rev_byteorder=not plain)
    with closing(drawn) as bitmap:
        return _bmp(bitmap) if plain else _png(bitmap)


def _entries(document: pypdfium2.PdfDocument) -> Iterator[Entry]:
    for mark in document.get_toc():
        target = mark.get_dest()
        index = target.get_index() if target else None
        if index is None:
            continue
        _, view = target.get_view()
        height = document.get_page_size(index)[1]
        top = height - view[1] if len(view) > 1 and view[1] is not None else 0.0
        yield Entry(mark.get_title(), mark.level, index + 1, max(0.0, top))


def _spans(words: pypdfium2.PdfTextPage, height: float) -> Iterator[Span]:
    for index in range(words.count_rects()):
        left, bottom, right, top = words.get_rect(index)
        text = words.get_text_bounded(left, bottom, right, top).strip("\r\n\ufffe")
        if text.strip():
            yield Span(text, left, height - top, right - left, top - bottom)


def _bmp(bitmap: pypdfium2.PdfBitmap) -> bytes:
    """A BGRx bitmap as BMP: the samples as they are, rows from the top (hence the minus)."""
    samples = bytes(bitmap.buffer)
    start = 14 + 40
    file = struct.pack("<2sIHHI", b"BM", start + len(samples), 0, 0, start)
    size = (40, bitmap.width, -bitmap.height, 1, 32, 0, len(samples), 0, 0, 0, 0)
    return file + struct.pack("<IiiHHIIiiII", *size) + samples


def _png(bitmap: pypdfium2.PdfBitmap) -> bytes:
    """An RGB bitmap as PNG, packed lightly."""
    row = bitmap.width * bitmap.n_channels
    samples = memoryview(bitmap.buffer).cast("B")
    lines = b"".join(
        b"\0" + samples[start : start + row]
        for start in range(0, bitmap.stride * bitmap.height, bitmap.stride)
    )
    head = struct.pack(">IIBBBBB", bitmap.width, bitmap.height, 8, 2, 0, 0, 0)
    chunks = ((b"IHDR", head), (b"IDAT", zlib.compress(lines, 1)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(map(_chunk, chunks))


def _chunk(chunk: tuple[bytes, bytes]) -> bytes:
    name, content = chunk
    checked = zlib.crc32(name + content)
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", checked)
