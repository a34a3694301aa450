"""Bytes of a table to text, in the encoding that the manifest declares."""

from briefing.model import Place, Refusal, Refusals, TableSpec
from briefing.workspace import encodings

# Old Mongolian texts in cp1251 use letters of Ukrainian for those that it lacks.
MONGOLIAN = "cp1251-mn"
_MONGOLIAN = str.maketrans("ЄєЇї", "ӨөҮү")


class UnfitError(Refusals):
    """The file can't be read further than here."""


def decode(spec: TableSpec, file: str, data: bytes) -> str:
    """The text without its byte order mark. Raises UnfitError where it can't be read."""
    try:
        text = data.decode(_plain(spec.encoding))
    except LookupError:
        message = f"table {spec.name}: Python knows no encoding “{spec.encoding}”"
        hint = "write `encoding:` as utf-8, utf-16, cp1251, cp1252, koi8-r …"
        raise _unread(spec.place, message, hint) from None
    except UnicodeDecodeError as error:
        place = Place(file, data.count(b"\n", 0, error.start) + 1)
        message = f"table {spec.name}: {file} is not written in {spec.encoding}"
        raise _unread(place, message, _hint(spec, data)) from None
    if "\0" in text:
        place = Place(file, text.count("\n", 0, text.index("\0")) + 1)
        message = f"table {spec.name}: {file} holds a null character, so it is no text"
        raise _unread(place, message, _hint(spec, data))
    if spec.encoding == MONGOLIAN:
        text = decoded_mongolian(text)
    return text.removeprefix("\ufeff")


def _unread(place: Place, message: str, hint: str) -> UnfitError:
    return UnfitError(Refusal(message, hint, "B201", place))


def decoded_mongolian(text: str) -> str:
    """The text with Ө and Ү where it was written with letters of Ukrainian."""
    return text.translate(_MONGOLIAN)


def _plain(encoding: str) -> str:
    return "cp1251" if encoding == MONGOLIAN else encoding


def _hint(spec: TableSpec, data: bytes) -> str:
    if encodings.is_workbook(data):
        return "it is a workbook: save the sheet as CSV, or declare `format: xlsx`, xls or ods"
    guess = encodings.likely(data)
    if guess == spec.encoding:
        return "save the file as UTF-8"
    return f"save the file as UTF-8, or declare `encoding: {guess}` on table {spec.name}"
