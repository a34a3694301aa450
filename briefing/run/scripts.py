"""Characters that no face of the style has: found before anything is drawn."""

import re
import unicodedata
from collections.abc import Iterator, Mapping

from msgspec import Struct

from briefing import model, project
from briefing.workspace import Workspace

# What every style's faces have: letters of Latin and Cyrillic, and the signs of a briefing.
_USUAL = re.compile(
    "[\\s\x21-\x7e\xa1-\u017f\u0400-\u045f\u0490\u0491\u04ae\u04af\u04e8\u04e9"
    "\u2009-\u200a\u2010-\u2015\u2018-\u201e\u2020-\u2022\u2026\u202f\u2030\u2039\u203a\u20ac\u20ae"
    "\u20bd\u2116\u2122\u2190-\u2193\u2212\u2248\u2260\u2264\u2265]*"
)


class Said(Struct, frozen=True):
    """A text, the language that it stands in, and where its first character stands; of a `cell` of
    data its row."""

    language: str
    text: str
    place: model.Place
    cell: bool = False


def unset(
    workspace: Workspace, spec: model.Spec | None, documents: tuple[model.Document, ...]
) -> tuple[model.Finding, ...]:
    """A finding for each sign, and of a script for its first letter, in each language; faces are
    looked into only where a text holds an unusual character."""
    found = [strange for document in documents for strange in _strange(spec, document)]
    if spec is None or not found:
        return ()
    from briefing.layout.text.setting import unset as finding
    from briefing.pdf import load_faces

    style, _ = project.style_of(workspace, spec)
    if style is None:
        return ()
    faces = load_faces(style.faces, style.fallback).values()
    first: dict[tuple[str, str], model.Finding] = {}
    for said, offset, character in found:
        backwards = unicodedata.bidirectional(character) in ("R", "AL")
        if backwards or all(character in face.missing(character) for face in faces):
            column = said.place.column + (0 if said.cell else offset)
            at = model.Place(said.place.file, said.place.line, column)
            told = finding(character, at, backwards)
            letter = unicodedata.category(character).startswith("L")
            what = unicodedata.name(character, character).split()[0] if letter else character
            first.setdefault((said.language, what), told)
    return tuple(first.values())


def _strange(spec: model.Spec | None, document: model.Document) -> Iterator[tuple[Said, int, str]]:
    """The unusual characters of all that a document prints."""
    seen = set()
    for said in _said(spec, document):
        if said.text in seen:
            continue
        seen.add(said.text)
        for offset, character in enumerate(said.text):
            if not _USUAL.fullmatch(character):
                yield said, offset, character


def _said(spec: model.Spec | None, document: model.Document) -> Iterator[Said]:
    """What the author wrote with an unusual character, at its place: the texts of the sections, the
    phrases of the manifest, then cells of data, where an exhibit shows them."""
    code = document.language
    opening = document.opening
    titles = [document.title, *(chapter.title for chapter in document.chapters)]
    titles += (opening.title, opening.standfirst) if opening else ()
    blocks = tuple(model.every_block(document.blocks))
    inlines = [inline for title in titles for inline in title]
    inlines += (inline for block in blocks for inline in model.inlines_of(block))
    written = [(one.text, one.place) for one in inlines if isinstance(one, model.Words)]
    written += [(phrase.text, phrase.place) for phrase in _phrases(spec, code)]
    yield from (Said(code, text, at) for text, at in written if not _USUAL.fullmatch(text))
    for block in blocks:
        unusual = _unusual(block.exhibit.content) if isinstance(block, model.Placed) else ()
        keys = _keys(block.exhibit) if unusual and isinstance(block, model.Placed) else {}
        for text in unusual:
            cell = next((place for key, place in keys.items() if key in text), None)
            yield Said(code, text, cell or block.place, cell=True)


def _keys(exhibit: model.Exhibit) -> Mapping[str, model.Place]:
    """Where the member of each figure stands in the data, by its key."""
    return {
        fact.name.partition("[")[2].removesuffix("]"): model.Place(cell.file, cell.row)
        for fact in model.facts_shown(exhibit)
        for cell in fact.cells[:1]
        if "[" in fact.name
    }


def _phrases(value: object, code: str) -> Iterator[model.Phrase]:
    """The phrases of the manifest that are printed in a language."""
    if isinstance(value, model.Phrase):
        yield value
    elif isinstance(value, Mapping):
        spoken = value and all(isinstance(one, model.Phrase) for one in value.values())
        entries = [value[code]] if spoken and code in value else () if spoken else value.values()
        for entry in entries:
            yield from _phrases(entry, code)
    elif isinstance(value, tuple):
        for entry in value:
            yield from _phrases(entry, code)
    elif isinstance(value, Struct):
        for name in value.__struct_fields__:
            yield from _phrases(getattr(value, name), code)


def _unusual(value: object) -> list[str]:
    """The texts in a value that hold an unusual character. A chart has thousands of values, few of
    them texts and hardly any unusual: looked through without a call for each."""
    found: list[str] = []
    left: list[object] = [value]
    while left:
        one = left.pop()
        if isinstance(one, str):
            if not _USUAL.fullmatch(one):
                found.append(one)
        elif isinstance(one, tuple):
            left.extend(reversed(one))
        elif isinstance(one, Struct):
            left.extend([getattr(one, name) for name in reversed(one.__struct_fields__)])
    return found
