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
from briefing.project.overlay import beyond, overlaid
from briefing.project.readers import values
from briefing.project.readers.reader import Reads
from briefing.project.readers.refusal import kind_of, phrase, refuse
from briefing.project.readers.values import PATH_NAME
from briefing.project.structure import entry, subject
from briefing.project.yaml.tree import Mapped, read_tree
from briefing.workspace import Unreadable, Workspace, assets, shown

_LIMIT = 1024 * 1024
_FOLDER = "styles"
# What a style of a project extends where it doesn't say so.
EXTENDED = "ministry"
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


def styles_of(workspace: Workspace) -> tuple[str, ...]:
    """The names of the product's styles and of the project's own, in order."""
    own = workspace.listing(_FOLDER, ".yaml")
    return tuple(sorted({*known_styles(), *(name.removesuffix(".yaml") for name in own)}))


def unknown_style(
    name: str, place: Place, option: str = "", styles: tuple[str, ...] = ()
) -> Finding:
    """The finding for a style that isn't there, of those that are."""
    message = f"{option}there is no style “{shown(name)}”{did_you_mean(name, styles)}"
    hint = f"styles: {', '.join(styles) or 'none'}"
    return Finding("B040", Severity.ERROR, place, message, hint)


def read_style(
    name: str, place: Place, workspace: Workspace | None = None
) -> tuple[Style | None, tuple[Finding, ...]]:
    """The style of that name, lengths in points, measures by dotted name.

    The project's own stands before the product's, and says only what differs from the style that
    it extends. `place` is where the author names it. None where a finding is an error.
    """
    file = f"{_FOLDER}/{name}.yaml"
    if workspace is not None and PATH_NAME.fullmatch(name) and workspace.holds(file):
        return _own(workspace, file, name, place)
    return read_style_in(assets.styles(), name, place)


def read_style_in(folder: str, name: str, place: Place) -> tuple[Style | None, tuple[Finding, ...]]:
    """The style of that name in a folder; its findings call the file `styles/<name>.yaml`."""
    if name not in known_styles(folder):
        return None, (unknown_style(name, place, styles=known_styles(folder)),)
    file = f"styles/{name}.yaml"
    root, found = _tree(Workspace(folder), f"{name}.yaml", file, place)
    if root is None:
        return None, found
    read, problems = entry(StyleEntry, root, (), survey(root, (), {}))
    measures: dict[str, float] = {}
    flattened = tuple(_flatten(root.get("measures"), "", measures))
    found += (*problems, *flattened, *_names(name, root))
    if read is None or errors(found):
        return None, found
    return _style(name, read, measures), found


def _tree(
    workspace: Workspace, path: str, file: str, place: Place
) -> tuple[Mapped | None, tuple[Finding, ...]]:
    """The keys and values of a style's file, which findings call `file`."""
    try:
        text = workspace.text(path, _LIMIT)
    except Unreadable as problem:
        at = problem.at or place
        return None, (Finding(problem.code, Severity.ERROR, at, problem.message, problem.hint),)
    root, found = read_tree(file, text)
    if root is None or isinstance(root, Mapped):
        return root, found
    message = f"a style is keys and values, not {kind_of(root)}"
    hint = "begin with “style:” and the file's name"
    return None, (*found, Finding("B007", Severity.ERROR, root.place, message, hint))


def _own(
    workspace: Workspace, file: str, name: str, place: Place
) -> tuple[Style | None, tuple[Finding, ...]]:
    """A style of the project, over the product's style that it extends."""
    root, found = _tree(workspace, file, file, place)
    if root is None:
        return None, found
    given = root.pop("extends", None)
    extended = given.text if isinstance(given, Phrase) else EXTENDED
    if (given is not None and not isinstance(given, Phrase)) or extended not in known_styles():
        at = root.keys_at["extends"]
        return None, (*found, unknown_style(extended, at, "extends: ", known_styles()))
    base, more = _tree(Workspace(assets.styles()), f"{extended}.yaml", file, place)
    if base is None:
        return None, (*found, *more)
    given_measures: dict[str, float] = {}
    measures: dict[str, float] = {}
    found += (*_flatten(root.get("measures"), "", given_measures), *_names(name, root, base))
    tuple(_flatten(base.get("measures"), "", measures))
    found += tuple(_unknown_kinds(root, base))
    merged = overlaid(base, root)
    read, problems = entry(StyleEntry, merged, (), survey(merged, (), {}))
    found += problems
    if read is None or errors(found):
        return None, found
    found += tuple(beyond(root, read.text, given_measures, measures))
    return (None if errors(found) else _style(name, read, measures | given_measures)), found


def _unknown_kinds(root: Mapped, base: Mapped) -> Iterator[Finding]:
    own, known = root.get("text"), base.get("text")
    for kind in own if isinstance(own, Mapped) and isinstance(known, Mapped) else ():
        if isinstance(own, Mapped) and isinstance(known, Mapped) and kind not in known:
            message = f"text: there is no kind “{shown(kind)}”{did_you_mean(kind, known)}"
            hint = "delete it, or write one of the style that is extended"
            yield Finding("B041", Severity.ERROR, own.keys_at[kind], message, hint)


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


def _names(name: str, root: Mapped, base: Mapped | None = None) -> Iterator[Finding]:
    """Faces and colours that a kind of text names but the style lacks; its own name."""
    own = root.get("style")
    if isinstance(own, Phrase) and own.text != name:
        message = f"the style calls itself “{shown(own.text)}”"
        hint = f"write “style: {name}”, as its file is called"
        yield Finding("B041", Severity.ERROR, own.place, message, hint)
    for path, word in _named(root):
        group = "faces" if path[-1] in ("face", "fallback") else "colours"
        holders = [holder.get(group) for holder in (base, root) if holder is not None]
        known = [key for holder in holders if isinstance(holder, Mapped) for key in holder]
        if known and word.text not in known:
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
