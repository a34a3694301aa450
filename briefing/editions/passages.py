"""What an edition says, by its passages: in full on the shelf; inside a PDF, which has the words
already, as a list of which of its paragraphs they are and where figures of data stand in them."""

import re
from collections.abc import Iterable, Iterator
from hashlib import sha256

from msgspec import UNSET, structs

from briefing.model import Pointed, Record, Said

_FIGURE = re.compile(r"\{([^{}]*)\}")
_KEY = 8
# Where a text may break or not, which setting it on pages adds or takes.
_JOINTS = dict.fromkeys(map(ord, "\u00ad\u200b\u2060"))
_BRACES = str.maketrans("", "", "{}")


def pointed(record: Record) -> Record:
    """The record with its passages in the place of its prose: of each section the title and each
    paragraph by the digest of its letters (SHA-256, 8 digits; no white space, soft hyphens or
    braces) and its figures, `12+5`: after how many letters they stand, and how many they have."""
    if record.prose is UNSET:
        return record
    return structs.replace(record, prose=UNSET, passages=tuple(map(_pointers, record.prose)))


def seen(text: str) -> str:
    """The text with one space between words, and nothing that can't be seen."""
    return " ".join(text.translate(_JOINTS).split())


def restored(record: Record, texts: Iterable[str]) -> Record:
    """The record with its prose again, from the texts of its PDF; where one of its passages is not
    among them, without: then what the edition says is not known."""
    found = {_digest(text): text for text in texts}
    passages = () if record.passages is UNSET else record.passages
    if not passages or any(p[:_KEY] not in found for entry in passages for p in entry.words):
        return record
    prose = []
    for entry in passages:
        title, *paragraphs = (_figured(found[p[:_KEY]], p) for p in entry.words)
        prose.append(Said(entry.language, entry.section, title, tuple(paragraphs)))
    return structs.replace(record, prose=tuple(prose))


def _pointers(entry: Said) -> Pointed:
    pointers = tuple(_pointer(text) for text in (entry.title, *entry.paragraphs))
    return Pointed(entry.language, entry.section, pointers)


def _pointer(text: str) -> str:
    figures = (
        f" {len(_letters(text[: m.start()]))}+{len(_letters(m[1]))}" for m in _FIGURE.finditer(text)
    )
    return _digest(text) + "".join(figures)


def _figured(text: str, pointer: str) -> str:
    """The text as prose has it, its figures in braces."""
    text = seen(text)
    places = [at for at, sign in enumerate(text) if sign not in " {}"]
    parts, done = [], 0
    for at, length in _spans(pointer):
        if length and at + length <= len(places):
            first, last = places[at], places[at + length - 1] + 1
            figure = (
                text[first:last] if _is_braced(text, first, last) else f"{{{text[first:last]}}}"
            )
            parts += [text[done:first], figure]
            done = last
    return "".join([*parts, text[done:]])


def _is_braced(text: str, first: int, last: int) -> bool:
    """Whether that part has braces already, in print."""
    return text[:first].rstrip().endswith("{") and text[last:].lstrip().startswith("}")


def _spans(pointer: str) -> Iterator[tuple[int, int]]:
    for span in pointer.split()[1:]:
        at, _, length = span.partition("+")
        yield int(at), int(length)


def _letters(text: str) -> str:
    return "".join(text.translate(_JOINTS).translate(_BRACES).split())


def _digest(text: str) -> str:
    return sha256(_letters(text).encode(errors="surrogatepass")).hexdigest()[:_KEY]
