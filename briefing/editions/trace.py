"""From a name, a number of the register or a printed text to the facts and their cells."""

import re
from collections.abc import Iterator
from difflib import get_close_matches

from briefing.model import Entry, Record

_NEAR = 5


def trace(record: Record, wanted: str) -> tuple[Entry, ...]:
    """The facts that are wanted: by name or label (with or without a period: `exports 2014`), by
    number in the register (`F12`), or as printed (`1.6 billion`); in the record's order.

    A printed text is found where the words wanted stand in it, whole; of kinds of space and of
    capitals nothing depends.
    """
    words = _plain(wanted)
    named = tuple(e for e in record.facts if words in _names(record, e))
    if named:
        return named
    pattern = re.compile(rf"(?<![\w.,]){re.escape(words)}(?!\w|[.,]\d)")
    return tuple(e for e in record.facts if any(pattern.search(text) for text in _texts(e)))


def near(record: Record, wanted: str) -> tuple[str, ...]:
    """Names and printed texts that resemble the wanted one, the nearest first."""
    known: dict[str, str] = {}
    for entry in record.facts:
        known.setdefault(_plain(entry.name), entry.name)
        known.setdefault(_plain(record.label(entry)), record.label(entry))
        for text in _printed(entry):
            known.setdefault(_plain(text), " ".join(text.split()))
    return tuple(known[name] for name in get_close_matches(_plain(wanted), known, n=_NEAR))


def _names(record: Record, entry: Entry) -> Iterator[str]:
    for name in dict.fromkeys((_plain(entry.name), _plain(record.label(entry)))):
        yield name
        if entry.period:
            yield f"{name} {_plain(entry.period)}"
    yield from (_plain(row) for row in entry.rows.values())


def _printed(entry: Entry) -> Iterator[str]:
    return (place.text for places in entry.printed.values() for place in places)


def _texts(entry: Entry) -> Iterator[str]:
    return map(_plain, _printed(entry))


def _plain(text: str) -> str:
    """White space of any kind as one space, a hyphen for a minus, small letters."""
    return " ".join(text.split()).replace("\N{MINUS SIGN}", "-").casefold()
