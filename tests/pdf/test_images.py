import pytest
from PIL import Image

from briefing.pdf.images import UnusableImageError, measure, read
from tests.pdf.sample import encoded, png


def test_a_plain_jpeg_keeps_its_bytes() -> None:
    data = encoded(Image.new("RGB", (8, 6), "blue"), "JPEG")
    picture = read(data)
    assert (picture.width, picture.height, picture.space) == (8, 6, "/DeviceRGB")
    assert picture.packed
    assert picture.samples == data


def test_a_jpeg_in_cmyk_becomes_rgb() -> None:
    picture = read(encoded(Image.new("CMYK", (8, 6), (0, 255, 255, 0)), "JPEG"))
    assert (picture.space, picture.packed) == ("/DeviceRGB", False)
    red, green, blue = picture.samples[:3]
    assert red > 200 > green
    assert blue < 100


def test_a_turned_jpeg_stands_upright() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    data = encoded(Image.new("RGB", (8, 6), "blue"), "JPEG", exif=exif)
    assert measure(data) == (6, 8)
    assert (read(data).width, read(data).height) == (6, 8)


@pytest.mark.parametrize(
    ("mode", "colour", "space", "first", "opacity"),
    [
        ("RGB", (1, 2, 3), "/DeviceRGB", b"\1\2\3", b""),
        ("RGBA", (1, 2, 3, 4), "/DeviceRGB", b"\1\2\3", b"\4"),
        ("RGBA", (1, 2, 3, 255), "/DeviceRGB", b"\1\2\3", b""),
        ("L", 7, "/DeviceGray", b"\7", b""),
        ("1", 1, "/DeviceGray", b"\xff", b""),
        ("LA", (7, 9), "/DeviceRGB", b"\7\7\7", b"\x09"),
        ("P", 0, "/DeviceRGB", b"\0\0\0", b""),
        ("I;16", 257 * 9, "/DeviceGray", b"\x09", b""),
    ],
)
def test_a_png_of_any_kind(
    mode: str, colour: object, space: str, first: bytes, opacity: bytes
) -> None:
    picture = read(png(mode, colour))
    assert (picture.width, picture.height, picture.space) == (4, 3, space)
    assert picture.samples[: len(first)] == first
    assert picture.opacity[:1] == opacity
    assert len(picture.samples) == 12 * (3 if space == "/DeviceRGB" else 1)


@pytest.mark.parametrize("data", [b"", b"GIF89a", b"<svg/>", png("RGB", "red")[:50]])
def test_anything_else_is_refused(data: bytes) -> None:
    with pytest.raises(UnusableImageError):
        read(data)
