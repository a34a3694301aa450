"""A record read back: from a PDF, or from the JSON by itself."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from briefing.editions.attached import attachments
from briefing.editions.compare import Record
from briefing.editions.enclosed import RECORD
from briefing.model.finding import BriefingError

_UNUSABLE = 2
# What must be lists or maps in a record for it to be read, and what of each fact must be there.
_LISTS = ("inputs", "facts")
_OF_FACT = ("name", "value", "unit", "period", "status", "source", "is", "cells", "printed")


def read(data: bytes) -> Record:
    """The record inside a PDF's bytes, or that the bytes are. Raises BriefingError (exit 2) where
    there is none."""
    if data.lstrip()[:1] != b"{":
        files = attachments(data)
        if RECORD not in files:
            raise _refused("this PDF has no record inside: it is no edition that briefing made")
        data = files[RECORD]
    try:
        content = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise _refused("this is no record: it is no JSON that can be read") from error
    if not _is_record(content):
        raise _refused("this is no record of an edition")
    return content  # type: ignore[no-any-return]


def facts(record: Record) -> Sequence[Mapping[str, Any]]:
    """The entries of the facts."""
    entries: Sequence[Mapping[str, Any]] = record["facts"]
    return entries


def _is_record(content: object) -> bool:
    if not isinstance(content, dict) or content.get("record") != 1:
        return False
    if not all(isinstance(content.get(key), list) for key in _LISTS):
        return False
    return all(isinstance(f, dict) and all(key in f for key in _OF_FACT) for f in content["facts"])


def _refused(message: str) -> BriefingError:
    return BriefingError(message, "Name a PDF or a record.json below out/.", _UNUSABLE)
