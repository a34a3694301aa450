"""Letters of a script that no face of the style has: found before anything is drawn."""

import re
import unicodedata
from collections.abc import Iterator

from briefing import project
from briefing.model.document import Document
from briefing.model.finding import Finding
from briefing.model.inline import Words
from briefing.model.place import Place
from briefing.model.spec import Spec
from briefing.model.walk import every_block, inlines_of
from briefing.workspace import Workspace

# Letters of Latin, Greek and Cyrillic, and all signs: what the faces of a style are made for.
_USUAL = re.compile(
    "[\x00-\u03ff\u0400-\u052f\u1d00-\u1fff\u2000-\u2bff\u2de0-\u2dff\ua640-\ua69f]*"
)


def unset(
    workspace: Workspace, spec: Spec | None, documents: tuple[Document, ...]
) -> tuple[Finding, ...]:
    """A finding for each script and language, at its first letter; faces are looked into only where
    a text holds an unusual letter."""
    found = [strange for document in documents for strange in _strange(document)]
    if spec is None or not found:
        return ()
    from briefing.layout.text.setting import unset as finding
    from briefing.pdf import load_faces

    style, _ = project.style_of(workspace, spec)
    if style is None:
        return ()
    faces = load_faces(style.faces, style.fallback).values()
    first: dict[tuple[str, str], Finding] = {}
    for document, words, offset, letter in found:
        backwards = unicodedata.bidirectional(letter) in ("R", "AL")
        if backwards or all(letter in face.missing(letter) for face in faces):
            script = unicodedata.name(letter, letter).split()[0]
            at = Place(words.place.file, words.place.line, words.place.column + offset)
            first.setdefault((document.language, script), finding(letter, at, backwards))
    return tuple(first.values())


def _strange(document: Document) -> Iterator[tuple[Document, Words, int, str]]:
    for inline in (i for block in every_block(document.blocks) for i in inlines_of(block)):
        if not isinstance(inline, Words) or _USUAL.fullmatch(inline.text):
            continue
        for offset, letter in enumerate(inline.text):
            if not _USUAL.fullmatch(letter) and unicodedata.category(letter).startswith("L"):
                yield document, inline, offset, letter
