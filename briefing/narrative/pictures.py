"""Pictures of a project: type by content, size read before anything is decoded or drawn."""

import struct
from io import BytesIO

MOST_PIXELS = 40_000_000
_PNG = b"\x89PNG\r\n\x1a\n"
_JPEG = b"\xff\xd8\xff"
# Frame headers (ITU-T T.81, table B.1); C4, C8 and CC are none.
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_ALONE = frozenset({0x01, *range(0xD0, 0xD8)})


def size(data: bytes) -> tuple[int, int]:
    """Width and height in pixels of a PNG or JPEG; raises ValueError, in words for an author."""
    if data.startswith(_PNG):
        width, height = _png(data)
    elif data.startswith(_JPEG):
        width, height = _jpeg(data)
    else:
        raise ValueError("is neither a PNG, a JPEG nor an SVG")
    if not width or not height:
        raise ValueError("has no size")
    if width * height > MOST_PIXELS:
        raise ValueError(f"has {width} × {height} pixels; 40 million are allowed")
    return width, height


def undamaged(data: bytes) -> tuple[int, int]:
    """The size of a picture that decodes to its end and whose checksums are right, or of an SVG
    that can be drawn; raises as `size` does, UnusableSVGError for an SVG, and ValueError for one
    that is cut off: a viewer would draw half of it."""
    if data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"):
        # The engine is needed only where a project has vectors.
        from briefing.pdf import vectors

        shapes = vectors.read(data)
        return max(1, round(shapes.width)), max(1, round(shapes.height))
    measured = size(data)
    from PIL import Image

    kind = "PNG" if data.startswith(_PNG) else "JPEG"
    try:
        with Image.open(BytesIO(data), formats=(kind,)) as image:
            image.verify()
        with Image.open(BytesIO(data), formats=(kind,)) as image:
            image.load()
    except (OSError, SyntaxError, ValueError) as error:
        raise ValueError(f"is a damaged {kind}") from error
    return measured


def _png(data: bytes) -> tuple[int, int]:
    if len(data) < 24 or data[12:16] != b"IHDR":
        raise ValueError("is a damaged PNG")
    width, height = struct.unpack(">II", data[16:24])
    return int(width), int(height)


def _jpeg(data: bytes) -> tuple[int, int]:
    position = 2
    while position + 9 < len(data):
        if data[position] != 0xFF:
            break
        marker = data[position + 1]
        if marker == 0xFF or marker in _ALONE:
            position += 1 if marker == 0xFF else 2
            continue
        if marker in _FRAMES:
            height, width = struct.unpack(">HH", data[position + 5 : position + 9])
            return int(width), int(height)
        position += 2 + int.from_bytes(data[position + 2 : position + 4], "big")
    raise ValueError("is a damaged JPEG")
