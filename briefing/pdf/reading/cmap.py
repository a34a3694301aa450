"""CMaps: how a string falls into codes, what CID each has, and what text.

ISO 32000-1, 9.7.5 (CMaps) and 9.10.3 (ToUnicode).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

import pikepdf

_BLOCK = re.compile(rb"begin(codespacerange|cidrange|cidchar|bfchar|bfrange)(.*?)end\1", re.DOTALL)
_TOKEN = re.compile(rb"<([0-9a-fA-F\s]*)>|(\[)|(\])|(\d+)")
# A range larger than all of a two-byte code says nothing that a font could use.
_LARGEST = 0x10000


@dataclass(frozen=True, slots=True)
class Encoding:
    """The codes of a composite font: ranges (length in bytes, first, last), and ranges of codes
    with the CID of the first (first, last, CID)."""

    spaces: tuple[tuple[int, bytes, bytes], ...]
    ranges: tuple[tuple[bytes, bytes, int], ...]

    def codes(self, string: bytes) -> Iterator[tuple[int, int]]:
        """The codes of a string, each with its CID; what is no code has CID 0."""
        at = 0
        while at < len(string):
            size = self._size(string, at)
            code = string[at : at + size]
            at += size
            yield int.from_bytes(code), self._cid(code)

    def _size(self, string: bytes, at: int) -> int:
        for size, first, last in self.spaces:
            code = string[at : at + size]
            if len(code) == size and all(map(_within, code, first, last)):
                return size
        return min((size for size, _, _ in self.spaces), default=1)

    def _cid(self, code: bytes) -> int:
        for first, last, cid in self.ranges:
            if len(first) == len(code) and first <= code <= last:
                return cid + int.from_bytes(code) - int.from_bytes(first)
        return 0


def _within(value: int, first: int, last: int) -> bool:
    return first <= value <= last


def encoding(stream: pikepdf.Stream) -> Encoding:
    """An embedded CMap."""
    spaces: list[tuple[int, bytes, bytes]] = []
    ranges: list[tuple[bytes, bytes, int]] = []
    for kind, tokens in _blocks(stream):
        if kind == b"codespacerange":
            pairs = zip(tokens[::2], tokens[1::2], strict=False)
            spaces += [(len(first), first, last) for first, last in pairs]
        elif kind == b"cidrange":
            rows = zip(tokens[::3], tokens[1::3], tokens[2::3], strict=False)
            ranges += [(first, last, int(cid)) for first, last, cid in rows]
        elif kind == b"cidchar":
            ranges += [(c, c, int(cid)) for c, cid in zip(tokens[::2], tokens[1::2], strict=False)]
    return Encoding(tuple(sorted(spaces)), tuple(ranges))


def texts(stream: pikepdf.Stream) -> dict[int, str]:
    """A ToUnicode CMap: codes and what they mean."""
    found: dict[int, str] = {}
    for kind, tokens in _blocks(stream):
        if kind == b"bfchar":
            for code, text in zip(tokens[::2], tokens[1::2], strict=False):
                found[int.from_bytes(code, "big")] = _utf16(text)
        elif kind == b"bfrange":
            _ranges(tokens, found)
    return found


def _blocks(stream: pikepdf.Stream) -> Iterator[tuple[bytes, list[bytes]]]:
    """Each block's kind and tokens: strings as the bytes they stand for, brackets and numbers."""
    for kind, body in _BLOCK.findall(stream.read_bytes()):
        yield (
            kind,
            [
                bytes.fromhex(m[1].decode("ascii")) if m[1] is not None else m[0]
                for m in _TOKEN.finditer(body)
            ],
        )


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
