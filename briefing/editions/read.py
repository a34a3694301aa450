"""A record read back: from a PDF, or from the JSON by itself."""

import json

from briefing.editions.enclosed import RECORD
from briefing.editions.entries import Record
from briefing.editions.passages import PASSAGES, PROSE, is_pointer
from briefing.model.finding import BriefingError
from briefing.pdf.reading.attached import attachments

_UNUSABLE = 2
_OF_PASSAGE = ("language", "section", "title")
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


def _is_record(content: object) -> bool:
    if not isinstance(content, dict) or content.get("record") != 1:
        return False
    if not all(isinstance(content.get(key), list) for key in _LISTS):
        return False
    facts = content["facts"]
    whole = all(isinstance(f, dict) and all(key in f for key in _OF_FACT) for f in facts)
    speaks = _speaks(content.get("labels", {}), content.get(PROSE, []))
    return whole and speaks and _points(content.get(PASSAGES, []))


def _speaks(labels: object, prose: object) -> bool:
    """Whether labels by language and the words of sections are what they should be."""
    if not isinstance(labels, dict) or not all(isinstance(of, dict) for of in labels.values()):
        return False
    if not isinstance(prose, list) or not all(isinstance(p, dict) for p in prose):
        return False
    texts = [[p.get(key) for key in _OF_PASSAGE] for p in prose]
    texts += [p.get("paragraphs") for p in prose] + [[*of.values()] for of in labels.values()]
    return all(isinstance(t, list) and all(isinstance(s, str) for s in t) for t in texts)


def _points(passages: object) -> bool:
    """Whether the passages of a record inside a PDF are what they should be."""
    return isinstance(passages, list) and all(
        isinstance(p, dict)
        and all(isinstance(p.get(key), str) for key in ("language", "section"))
        and isinstance(p.get("words"), list)
        and bool(p["words"])
        and all(map(is_pointer, p["words"]))
        for p in passages
    )


def _refused(message: str) -> BriefingError:
    return BriefingError(message, "Name a PDF or a record.json below out/.", _UNUSABLE)
