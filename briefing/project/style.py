"""Style files: the look of a briefing as values."""

import re
from collections.abc import Iterator
from typing import Annotated, ClassVar

from pydantic import BeforeValidator, Field

from briefing.model.finding import Finding, Severity, did_you_mean, errors
from briefing.model.place import Place
from briefing.model.style import FaceSpec, Style, TextStyle
from briefing.model.text import Phrase
from briefing.project.keys.manifest import Entry, PathName, Word
from briefing.project.known import survey, words
from briefing.project.known_styles import known_styles
from briefing.project.readers import values
from briefing.project.readers.reader import Reads
from briefing.project.readers.refusal import kind_of, phrase, refuse
from briefing.project.structure import entry, subject
from briefing.project.yaml.tree import Mapped, read_tree
from briefing.workspace import Unreadable, Workspace, assets, shown

_LIMIT = 1024 * 1024
_POINTS = {"": 1.0, "pt": 1.0, "mm": 72 / 25.4, "cm": 720 / 25.4}
_LENGTH = re.compile(r"([+-]?[0-9]{1,6}(?:\.[0-9]{1,6})?) ?(pt|mm|cm)?")
_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")


def _length(value: object) -> float:
    given = phrase(value)
    match = _LENGTH.fullmatch(given.text)
    if match is None:
        hint = "write a number (points) or a length such as 20 mm"
        raise refuse("B041", f"“{shown(given.text)}” is no length", hint, given.place)
    return float(match[1]) * _POINTS[match[2] or ""]


def _colour(value: object) -> str:
    given = phrase(value)
    if not _COLOUR.fullmatch(given.text):
        hint = 'write six hexadecimal digits in quotes: "#0F4C6B"'
        raise refuse("B041", f"“{shown(given.text)}” is no colour", hint, given.place)
    return given.text.upper()


Alignment = Annotated[str, Reads(values.one_of("alignment", ("left", "justified")))]
Length = Annotated[float, Reads(_length)]
Colour = Annotated[str, Reads(_colour)]


class FaceEntry(Entry):
    """One of `faces:`."""

    package: PathName
    file: Word
    axes: dict[str, Length] = Field(default_factory=dict)
    postscript: PathName


class TextEntry(Entry):
    """One of `text:`."""

    face: Word
    size: Length
    leading: Length
    colour: Word
    before: Length = 0.0
    after: Length = 0.0
    tracking: Length = 0.0
    rise: Length = 0.0
    align: Alignment = "left"


class StyleEntry(Entry):
    """A style file."""

    within: ClassVar[dict[str, type[Entry]]] = {"faces": FaceEntry, "text": TextEntry}

    style: PathName
    faces: dict[str, FaceEntry]
    fallback: Annotated[tuple[Word, ...], BeforeValidator(values.several), Field(min_length=1)]
    colours: dict[str, Colour]
    text: dict[str, TextEntry]
    measures: dict[str, object]


def unknown_style(name: str, place: Place, option: str = "", folder: str = "") -> Finding:
    """The finding for a style that isn't there."""
    styles = known_styles(folder)
    message = f"{option}there is no style “{shown(name)}”{did_you_mean(name, styles)}"
    hint = f"styles: {', '.join(styles) or 'none'}"
    return Finding("B040", Severity.ERROR, place, message, hint)


def read_style(name: str, place: Place) -> tuple[Style | None, tuple[Finding, ...]]:
    """The product's style of that name, lengths in points, measures by dotted name.

    `place` is where the author names it. None where a finding is an error.
    """
    return read_style_in(assets.styles(), name, place)


def read_style_in(folder: str, name: str, place: Place) -> tuple[Style | None, tuple[Finding, ...]]:
    """The style of that name in a folder; its findings call the file `styles/<name>.yaml`."""
    if name not in known_styles(folder):
        return None, (unknown_style(name, place, folder=folder),)
    file = f"styles/{name}.yaml"
    try:
        text = Workspace(folder).text(f"{name}.yaml", _LIMIT)
    except Unreadable as problem:
        return None, (Finding(problem.code, Severity.ERROR, place, problem.message, problem.hint),)
    root, found = read_tree(file, text)
    if root is None:
        return None, found
    if not isinstance(root, Mapped):
        message = f"a style is keys and values, not {kind_of(root)}"
        hint = f"begin with “style: {name}”"
        return None, (*found, Finding("B007", Severity.ERROR, root.place, message, hint))
    read, problems = entry(StyleEntry, root, (), survey(root, (), {}))
    measures: dict[str, float] = {}
    flattened = tuple(_flatten(root.get("measures"), "", measures))
    found += (*problems, *flattened, *_names(name, root))
    if read is None or errors(found):
        return None, found
    return _style(name, read, measures), found


def _style(name: str, read: StyleEntry, measures: dict[str, float]) -> Style:
    return Style(
        name,
        {key: FaceSpec(**dict(face)) for key, face in read.faces.items()},
        read.fallback,
        read.colours,
        {key: TextStyle(**dict(text)) for key, text in read.text.items()},
        measures,
    )


def _flatten(node: object, stem: str, measures: dict[str, float]) -> Iterator[Finding]:
    """Fills `measures` from nested maps: `page: {width: …}` is `page.width`."""
    if not isinstance(node, Mapped):
        return
    for key, child in node.items():
        name = f"{stem}.{key}" if stem else key
        if isinstance(child, Mapped):
            yield from _flatten(child, name, measures)
            continue
        match = _LENGTH.fullmatch(child.text) if isinstance(child, Phrase) else None
        if match is None:
            given = f"“{shown(child.text)}”" if isinstance(child, Phrase) else kind_of(child)
            message = f"measures, {shown(name)}: {given} is no length"
            hint = "write a number (points) or a length such as 20 mm"
            yield Finding("B041", Severity.ERROR, node.keys_at[key], message, hint)
        elif name in measures:
            message = f"measures, {shown(name)}: stands twice, nested and dotted"
            yield Finding("B003", Severity.ERROR, node.keys_at[key], message, "delete one")
        else:
            measures[name] = float(match[1]) * _POINTS[match[2] or ""]


def _names(name: str, root: Mapped) -> Iterator[Finding]:
    """Faces and colours that a kind of text names but the style lacks; its own name."""
    own = root.get("style")
    if isinstance(own, Phrase) and own.text != name:
        message = f"the style calls itself “{shown(own.text)}”"
        hint = f"write “style: {name}”, as its file is called"
        yield Finding("B041", Severity.ERROR, own.place, message, hint)
    for path, word in _named(root):
        known = root.get("faces" if path[-1] in ("face", "fallback") else "colours")
        if isinstance(known, Mapped) and word.text not in known:
            what = "colour" if path[-1] == "colour" else "face"
            message = f"{subject(path)}there is no {what} “{shown(word.text)}”"
            message += did_you_mean(word.text, known)
            hint = f"known: {', '.join(known)}"
            yield Finding("B041", Severity.ERROR, word.place, message, hint)


def _named(root: Mapped) -> Iterator[tuple[tuple[str, ...], Phrase]]:
    for word in words(root.get("fallback")):
        yield ("fallback",), word
    texts = root.get("text")
    for name, node in texts.items() if isinstance(texts, Mapped) else ():
        for key in ("face", "colour"):
            child = node.get(key) if isinstance(node, Mapped) else None
            if isinstance(child, Phrase):
                yield ("text", name, key), child
