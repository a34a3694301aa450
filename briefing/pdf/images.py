"""Pictures: PNG and JPEG as image objects of the file."""

from dataclasses import dataclass
from hashlib import sha256
from io import BytesIO

from PIL import Image, ImageOps
from reportlab.pdfbase.pdfdoc import PDFDocument

from briefing.pdf.writer import register, stream

_JPEG_SPACES = {"L": "/DeviceGray", "RGB": "/DeviceRGB"}
_ORIENTATION = 0x0112


class UnusableImageError(ValueError):
    """The bytes are neither PNG nor JPEG, or broken."""


@dataclass(frozen=True, slots=True)
class Picture:
    """Samples ready for the file: 8 bits a component; `opacity` is one byte a pixel, or empty.

    `packed` says that `samples` is a whole JPEG file.
    """

    width: int
    height: int
    space: str
    samples: bytes
    opacity: bytes = b""
    packed: bool = False


def measure(data: bytes) -> tuple[int, int]:
    """Width and height in pixels, upright, without decoding. Raises UnusableImageError."""
    with _opened(data) as image:
        on_its_side = _orientation(image) >= 5
        return (image.height, image.width) if on_its_side else (image.width, image.height)


def read(data: bytes) -> Picture:
    """The picture; a JPEG in grey or RGB that stands upright keeps its bytes.

    Raises UnusableImageError.
    """
    with _opened(data) as image:
        upright = _orientation(image) == 1
        if image.format == "JPEG" and image.mode in _JPEG_SPACES and upright:
            return Picture(image.width, image.height, _JPEG_SPACES[image.mode], data, packed=True)
        try:
            return _decoded(image if upright else ImageOps.exif_transpose(image))
        except (OSError, SyntaxError, ValueError) as error:
            raise UnusableImageError(f"the picture is broken: {error}") from None


def add(document: PDFDocument, picture: Picture) -> str:
    """The name (for `doForm`) of the picture's image object; equal pictures are one object."""
    parts = (picture.samples, picture.opacity, f"{picture.width} {picture.space}".encode())
    name = f"image.{sha256(b'|'.join(parts)).hexdigest()[:12]}"
    if not document.hasForm(name):
        entries: dict[str, object] = _entries(picture, picture.space)
        if picture.packed:
            entries["Filter"] = "/DCTDecode"
        if picture.opacity:
            mask = stream(picture.opacity, _entries(picture, "/DeviceGray"))
            entries["SMask"] = register(document, mask)
        register(document, stream(picture.samples, entries), document.getXObjectName(name))
    return name


def _entries(picture: Picture, space: str) -> dict[str, object]:
    return {
        "Type": "/XObject",
        "Subtype": "/Image",
        "Width": picture.width,
        "Height": picture.height,
        "ColorSpace": space,
        "BitsPerComponent": 8,
    }


def _decoded(image: Image.Image) -> Picture:
    opacity = b""
    if image.has_transparency_data:
        whole = image.convert("RGBA")
        alpha = whole.getchannel("A")
        if alpha.getextrema() != (255, 255):
            opacity = alpha.tobytes()
        image = whole.convert("RGB")
    elif image.mode in ("1", "L"):
        image = image.convert("L")
        return Picture(image.width, image.height, "/DeviceGray", image.tobytes())
    elif image.mode.startswith("I"):
        image = image.point(lambda value: value / 257).convert("L")
        return Picture(image.width, image.height, "/DeviceGray", image.tobytes())
    image = image.convert("RGB")
    return Picture(image.width, image.height, "/DeviceRGB", image.tobytes(), opacity)


def _orientation(image: Image.Image) -> int:
    """How a camera's JPEG is to be turned; asking a PNG would decode it."""
    return int(image.getexif().get(_ORIENTATION, 1)) if image.format == "JPEG" else 1


def _opened(data: bytes) -> Image.Image:
    try:
        return Image.open(BytesIO(data), formats=("PNG", "JPEG"))
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError) as error:
        raise UnusableImageError(f"the picture is neither PNG nor JPEG: {error}") from None
