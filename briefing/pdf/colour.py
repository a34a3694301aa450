"""Colours of the page are sRGB: the profile of the output intent, and colours as operators."""

from __future__ import annotations

import re
import struct
from collections.abc import Iterable
from functools import cache

_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")
_CURVE_POINTS = 256
# sRGB primaries and white adapted to D50 (IEC 61966-2-1; Bradford), as in every sRGB profile.
_WHITE = (0.9642, 1.0, 0.8249)
_PRIMARIES = {
    b"rXYZ": (0.43607, 0.22249, 0.01392),
    b"gXYZ": (0.38515, 0.71687, 0.09708),
    b"bXYZ": (0.14307, 0.06061, 0.71410),
}
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
    """An ICC v2 display profile of sRGB (ICC.1:2001-04), the same bytes always."""
    curve = struct.pack(
        f">4sII{_CURVE_POINTS}H",
        b"curv",
        0,
        _CURVE_POINTS,
        *(round(_linear(i / (_CURVE_POINTS - 1)) * 65535) for i in range(_CURVE_POINTS)),
    )
    tags = {
        b"cprt": b"text\0\0\0\0" + b"No copyright, use freely\0",
        b"desc": _description(b"sRGB"),
        b"wtpt": _xyz(_WHITE),
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
        0x02400000,
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


def _description(text: bytes) -> bytes:
    return struct.pack(">4sII", b"desc", 0, len(text) + 1) + text + b"\0" + b"\0" * 78


def _xyz(values: tuple[float, float, float]) -> bytes:
    return struct.pack(">4sI3i", b"XYZ ", 0, *(round(value * 65536) for value in values))


def _linear(value: float) -> float:
    """The sRGB transfer function, IEC 61966-2-1."""
    return value / 12.92 if value <= 0.04045 else float(((value + 0.055) / 1.055) ** 2.4)
