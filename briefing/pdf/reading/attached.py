"""The files inside a PDF, read back."""

from __future__ import annotations

import zlib
from collections.abc import Mapping
from io import BytesIO
from typing import TYPE_CHECKING

from briefing.model.finding import BriefingError, ExitCode

if TYPE_CHECKING:
    import pikepdf

# What all files of one PDF may come to: a few bytes of it could unpack to any length.
_MOST = 256 * 1024 * 1024


def attachments(data: bytes) -> Mapping[str, bytes]:
    """The files attached to a PDF by name, in order of name.

    A name is what the PDF says, never to be used as a path. Where two files have one name, the
    second goes by its entry in the PDF's own list; an entry that only points to a file elsewhere
    is left out. Raises BriefingError (exit 2) when the data is no PDF that can be read, it needs a
    password, a file in it is damaged, or the files are too large.
    """
    import pikepdf

    found: dict[str, bytes] = {}
    left = _MOST
    try:
        with pikepdf.open(BytesIO(data)) as pdf:
            for key in sorted(pdf.attachments):
                specification = pdf.attachments[key]
                stream = _stream(specification)
                if stream is None:
                    continue
                name = specification.filename or key
                content = _content(stream, name, left)
                left -= len(content)
                found[key if name in found else name] = content
    except pikepdf.PasswordError as error:
        raise BriefingError(
            "this PDF can’t be read without a password",
            "Save it without encryption.",
            ExitCode.USAGE,
        ) from error
    except (pikepdf.PdfError, ValueError) as error:
        raise BriefingError(
            "this is no PDF that can be read", "Name a PDF, such as one in out/.", ExitCode.USAGE
        ) from error
    return dict(sorted(found.items()))


def _stream(specification: pikepdf.AttachedFileSpec) -> pikepdf.Stream | None:
    """The embedded file, where there is one (ISO 32000-1, 7.11.3)."""
    import pikepdf

    embedded = specification.obj.get("/EF")
    if not isinstance(embedded, pikepdf.Dictionary):
        return None
    for key in ("/UF", "/F"):
        stream = embedded.get(key)
        if isinstance(stream, pikepdf.Stream):
            return stream
    return None


def _content(stream: pikepdf.Stream, name: str, most: int) -> bytes:
    """The stream's bytes, unpacked as far as `most`."""
    import pikepdf

    try:
        if stream.get("/Filter") == pikepdf.Name.FlateDecode and "/DecodeParms" not in stream:
            unpacking = zlib.decompressobj()
            content = unpacking.decompress(stream.read_raw_bytes(), most + 1)
            if len(content) <= most and not unpacking.eof:
                raise zlib.error("the data ends early")
        else:
            content = stream.read_bytes()
    except (pikepdf.PdfError, zlib.error) as error:
        raise BriefingError(
            f"the file {name!r} in this PDF is damaged", "Get the PDF again.", ExitCode.USAGE
        ) from error
    if len(content) > most:
        raise BriefingError(
            f"the files in this PDF are larger than {_MOST // 1024**2} MiB",
            "Take them out with a PDF viewer, one by one.",
            ExitCode.USAGE,
        )
    return content


def title(data: bytes) -> str:
    """The title that the tags of the document have; that of the metadata names the edition too.

    Raises BriefingError (exit 1) for what is no PDF."""
    import pikepdf

    from briefing.pdf.reading.file import MALFORMED

    try:
        with pikepdf.open(BytesIO(data)) as pdf:
            (document,) = pdf.Root.StructTreeRoot.K
            return str(document.get("/T", ""))
    except (pikepdf.PasswordError, *MALFORMED):
        raise BriefingError(
            "the edition's PDF can't be read", "Build the edition anew.", ExitCode.FAILED
        ) from None
