"""Bytes of a table to text, in the encoding that the manifest declares."""

import codecs
import re

from briefing.model.finding import Finding, Severity
from briefing.model.place import Place
from briefing.model.spec import TableSpec

_WIDE = ((codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))


def decode(spec: TableSpec, data: bytes) -> tuple[str | None, tuple[Finding, ...]]:
    """The text without its byte order mark; None with a finding when it can't be read."""
    file = spec.file.text
    try:
        text = data.decode(spec.encoding)
    except LookupError:
        message = f"table {spec.name}: Python knows no encoding “{spec.encoding}”"
        hint = "write `encoding:` as utf-8, utf-16, cp1251, cp1252, koi8-r …"
        return None, (Finding("B201", Severity.ERROR, spec.place, message, hint),)
    except UnicodeDecodeError as error:
        place = Place(file, data.count(b"\n", 0, error.start) + 1)
        message = f"table {spec.name}: {file} is not written in {spec.encoding}"
        return None, (Finding("B201", Severity.ERROR, place, message, _hint(spec, data)),)
    if "\0" in text:
        place = Place(file, text.count("\n", 0, text.index("\0")) + 1)
        message = f"table {spec.name}: {file} holds a null character, so it is no text"
        return None, (Finding("B201", Severity.ERROR, place, message, _hint(spec, data)),)
    return text.removeprefix("\ufeff"), ()


def _hint(spec: TableSpec, data: bytes) -> str:
    guess = _guess(data)
    if guess == spec.encoding:
        return "save the file as UTF-8"
    return f"save the file as UTF-8, or declare `encoding: {guess}` on table {spec.name}"


def _guess(data: bytes) -> str:
    """The likeliest encoding: runs of letters above ASCII say Cyrillic, single ones Latin."""
    for mark, encoding in _WIDE:
        if data.startswith(mark):
            return encoding
    if b"\0" in data:
        return "utf-16-le" if data[1:2] == b"\0" else "utf-16-be"
    high = re.findall(rb"[\x80-\xff]+", data)
    letters = b"".join(high)
    if 2 * sum(len(run) > 1 for run in high) <= len(high):
        return "cp1252"
    # Small letters, the most of any text, stand at E0–FF in cp1251 and at C0–DF in KOI8-R.
    small = sum(byte >= 0xE0 for byte in letters)
    return "cp1251" if 2 * small >= len(letters) else "koi8-r"
