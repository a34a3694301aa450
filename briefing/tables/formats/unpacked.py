"""gzip and zip around a file: what is inside, never more than a limit."""

import lzma
import zipfile
import zlib
from io import BytesIO

from msgspec.structs import replace

from briefing.tables.formats.content import Given, unfit
from briefing.workspace import shown

MOST = 64 * 1024 * 1024
# What a zip raises whose directory or parts are spoilt, encrypted or packed in an unheard way.
DAMAGED = (
    *(zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError, OSError),
    *(NotImplementedError, RuntimeError, LookupError, ValueError),
)
_GZIP = b"\x1f\x8b"
_ZIP = b"PK\x03\x04"


def unpacked(given: Given, is_zip: bool) -> Given:
    """The file as it is inside gzip or zip; `is_zip` says that its own format is a zip."""
    if given.data.startswith(_GZIP):
        return replace(given, data=_gunzipped(given))
    if not is_zip and _is_archive(given.data):
        return _member(given)
    return given


def _is_archive(data: bytes) -> bool:
    """Whether it is a zip that is no workbook; that is for the format to say."""
    if not data.startswith(_ZIP) or not zipfile.is_zipfile(BytesIO(data)):
        return False
    try:
        with zipfile.ZipFile(BytesIO(data)) as parts:
            return not {"content.xml", "[Content_Types].xml"} & set(parts.namelist())
    except DAMAGED:
        return True


def _gunzipped(given: Given) -> bytes:
    out = bytearray()
    rest = given.data
    try:
        while rest:
            stream = zlib.decompressobj(wbits=31)
            out += stream.decompress(rest, MOST + 1 - len(out))
            if len(out) > MOST:
                raise _large(given)
            if not stream.eof:
                raise zlib.error("it ends too early")
            rest = stream.unused_data.lstrip(b"\0")
    except zlib.error as error:
        message = f"{given.file} is damaged gzip: {error}"
        raise unfit(given, message, "fetch it again") from None
    return bytes(out)


def _member(given: Given) -> Given:
    try:
        with zipfile.ZipFile(BytesIO(given.data)) as parts:
            files = [info for info in parts.infolist() if not info.is_dir()]
            wanted = given.spec.member
            chosen = [info for info in files if info.filename == wanted] if wanted else files
            if len(chosen) != 1:
                listed = ", ".join(shown(info.filename) for info in files[:20])
                message = f"{given.file} holds {len(files)} files"
                if wanted:
                    message = f"{given.file} holds no “{shown(wanted)}”"
                raise unfit(given, message, f"name one by `member:`; they are: {listed}")
            if chosen[0].file_size > MOST:
                raise _large(given)
            with parts.open(chosen[0]) as stream:
                data = stream.read(MOST + 1)
    except DAMAGED:
        message = f"{given.file} is damaged, encrypted or oddly packed zip"
        raise unfit(given, message, "unpack it yourself and name the file inside") from None
    if len(data) > MOST:
        raise _large(given)
    return replace(given, file=f"{given.file}#{chosen[0].filename}", data=data)


def _large(given: Given) -> Exception:
    message = f"{given.file} unpacks to more than {MOST >> 20} MiB"
    return unfit(given, message, "ask the source for less, or name it as Parquet", "B205")
