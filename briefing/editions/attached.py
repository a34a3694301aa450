"""The files inside a PDF, read back."""

from __future__ import annotations

import zlib
from collections.abc import Mapping
from io import BytesIO

from briefing.model.finding import BriefingError

# What all files of one PDF may come to: a few bytes of it could unpack to any length.
_MOST = 256 * 1024 * 1024
_UNUSABLE = 2


def attachments(data: bytes) -> Mapping[str, bytes]:
    """The files attached to a PDF by name, in order of name.

    A name is what the PDF says, never to be used as a path. Where two files have one name, the
    second goes by its entry in the PDF's own list. Raises BriefingError (exit 2) when the data is
    no PDF that can be read, or the files are too large.
    """
    import pikepdf

    found: dict[str, bytes] = {}
    left = _MOST
    try:
        with pikepdf.open(BytesIO(data)) as pdf:
            for key in sorted(pdf.attachments):
                specification = pdf.attachments[key]
                content = _content(specification.get_file().obj, left)
                left -= len(content)
                name = specification.filename or key
                found[key if name in found else name] = content
    except (pikepdf.PdfError, zlib.error, ValueError) as error:
        raise BriefingError(
            "this is no PDF that can be read", "Name a PDF, such as one in out/.", _UNUSABLE
        ) from error
    return dict(sorted(found.items()))


def _content(stream: object, most: int) -> bytes:
    """The stream's bytes, unpacked as far as `most`."""
    import pikepdf

    assert isinstance(stream, pikepdf.Object)
    if stream.get("/Filter") == pikepdf.Name.FlateDecode and "/DecodeParms" not in stream:
        unpacking = zlib.decompressobj()
        content = unpacking.decompress(stream.read_raw_bytes(), most + 1)
    else:
        content = stream.read_bytes()
    if len(content) > most:
        raise BriefingError(
            f"the files in this PDF are larger than {_MOST // 1024**2} MiB",
            "Take them out with a PDF viewer, one by one.",
            _UNUSABLE,
        )
    return content
