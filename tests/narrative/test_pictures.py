import struct

import pytest

from briefing.narrative.pictures import size


def png(width: int, height: int) -> bytes:
    return b"\x89PNG\r\n\x1a\n" + struct.pack(">I4sII", 13, b"IHDR", width, height)


def jpeg(width: int, height: int) -> bytes:
    table = b"\xff\xc4" + struct.pack(">H", 20) + bytes(18)
    app = b"\xff\xe0" + struct.pack(">H", 16) + b"JFIF\0" + bytes(9)
    frame = b"\xff\xc2" + struct.pack(">HBHHB", 17, 8, height, width, 3) + bytes(9)
    return b"\xff\xd8" + app + table + b"\xff" + frame + b"\xff\xd9"


def test_sizes_are_read_from_the_head() -> None:
    assert size(png(640, 480)) == (640, 480)
    assert size(jpeg(640, 480)) == (640, 480)


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"GIF89a", "neither"),
        (b"", "neither"),
        (png(0, 5), "no size"),
        (png(8000, 8000), "40 million"),
        (png(1, 1)[:20], "damaged PNG"),
        (jpeg(1, 1)[:25], "damaged JPEG"),
        (b"\xff\xd8\xff\xe0\x00\x00" * 9, "damaged JPEG"),
    ],
)
def test_what_is_no_picture(data: bytes, why: str) -> None:
    with pytest.raises(ValueError, match=why):
        size(data)
