"""A record read back: from a PDF, or from the JSON by itself."""

import re

from briefing.editions.enclosed import RECORD, RECORD_TYPE
from briefing.model import BriefingError, ExitCode, Record, decode

_BEGINS = re.compile(rb'\s*{\s*"record"\s*:')
_HINT = "Name a PDF or a record.json below out/."


def read(data: bytes) -> Record:
    """The record inside a PDF's bytes, or that the bytes are. Raises BriefingError (exit 2) where
    there is none, with the path in it at which it is none."""
    if data.lstrip()[:1] != b"{":
        data = _inside(data)
    try:
        return decode(data)
    except ValueError as error:
        raise BriefingError(
            f"this is no record of an edition: {error}", _HINT, ExitCode.USAGE
        ) from None


def _inside(data: bytes) -> bytes:
    """The record's bytes in a PDF. Raises BriefingError (exit 2)."""
    # The engine is loaded for PDFs alone: `check` reads none.
    from briefing.pdf.reading.own import streams

    found = [one for one in streams(data, RECORD_TYPE) if _BEGINS.match(one)]
    if len(found) == 1:
        return found[0]
    from briefing.pdf.reading.attached import attachments

    files = attachments(data)
    if RECORD not in files:
        raise BriefingError(
            "this PDF has no record inside: it is no edition that briefing made",
            _HINT,
            ExitCode.USAGE,
        )
    return files[RECORD]
