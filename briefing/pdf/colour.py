"""Colours of the page are sRGB: the profile of the output intent, and colours as operators."""

import re
import struct
from collections.abc import Iterable, Sequence
from functools import cache

_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")
# sRGB's transfer function (IEC 61966-2-1) as the parametric curve of type 3: g, a, b, c, d.
_CURVE = (2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045)
# sRGB primaries adapted to D50 by Bradford's matrix, as in every sRGB profile, and that matrix.
_WHITE = (0.9642, 1.0, 0.8249)
_PRIMARIES = {
    b"rXYZ": (0.43607, 0.22249, 0.01392),
    b"gXYZ": (0.38515, 0.71687, 0.09708),
    b"bXYZ": (0.14307, 0.06061, 0.71410),
}
_ADAPTED = (1.04788, 0.02292, -0.05022, 0.02959, 0.99048, -0.01708, -0.00925, 0.01508, 0.75168)
# A profile must have a date; this one never changes.
_DATE = (2000, 1, 1, 0, 0, 0)


@cache
def components(colour: str) -> str:
    """`#RRGGBB` as the three operands of `rg` and `RG`. Raises ValueError for anything else."""
    if not _COLOUR.fullmatch(colour):
        raise ValueError(f"{colour!r} is no colour #RRGGBB")
    return operands([int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)])


def operands(values: Iterable[float]) -> str:
    """Parts of a colour, 0 to 1, as `rg` and `RG` take them: to thousandths, in few letters."""
    return " ".join(_short(f"{value:.3f}") for value in values)


def _short(number: str) -> str:
    text = number.rstrip("0").rstrip(".")
    return text.removeprefix("0") or "0"


@cache
def srgb() -> bytes:
    """An ICC v4 display profile of sRGB (ISO 15076-1), the same bytes always."""
    curve = struct.pack(">4sIHH", b"para", 0, 3, 0) + _fixed(_CURVE)
    tags = {
        b"desc": _text("sRGB"),
        b"cprt": _text("No copyright, use freely"),
        b"wtpt": _xyz(_WHITE),
        b"chad": struct.pack(">4sI", b"sf32", 0) + _fixed(_ADAPTED),
        **{name: _xyz(value) for name, value in _PRIMARIES.items()},
        b"rTRC": curve,
        b"gTRC": curve,
        b"bTRC": curve,
    }
    table, data = _laid_out(tags)
    size = 128 + len(table) + len(data)
    return _header(size) + table + data


def _header(size: int) -> bytes:
    return struct.pack(
        ">I4sI4s4s4s6H4s4sI4sIIII3i48x",
        size,
        b"\0\0\0\0",
        0x04200000,
        b"mntr",
        b"RGB ",
        b"XYZ ",
        *_DATE,
        b"acsp",
        b"\0\0\0\0",
        0,
        b"\0\0\0\0",
        0,
        0,
        0,
        0,
        *(round(value * 65536) for value in _WHITE),
    )


def _laid_out(tags: dict[bytes, bytes]) -> tuple[bytes, bytes]:
    """The tag table and the tags' data; equal data stands once."""
    offset = 128 + 4 + 12 * len(tags)
    table = struct.pack(">I", len(tags))
    data = b""
    places: dict[bytes, int] = {}
    for name, value in tags.items():
        if value not in places:
            places[value] = offset + len(data)
            data += value + b"\0" * (-len(value) % 4)
        table += struct.pack(">4sII", name, places[value], len(value))
    return table, data


def _text(text: str) -> bytes:
    """A multiLocalizedUnicodeType in English."""
    words = text.encode("utf-16-be")
    return struct.pack(">4sIII2s2sII", b"mluc", 0, 1, 12, b"en", b"US", len(words), 28) + words


def _xyz(values: tuple[float, float, float]) -> bytes:
    return struct.pack(">4sI", b"XYZ ", 0) + _fixed(values)


def _fixed(values: Sequence[float]) -> bytes:
    """Numbers as s15Fixed16."""
    return struct.pack(f">{len(values)}i", *(round(value * 65536) for value in values))
