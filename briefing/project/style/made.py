"""A style from its keys and values: every name is one of the type's, every value of its kind."""

from collections.abc import Iterable, Iterator, Mapping, Set
from types import MappingProxyType
from typing import TypeAlias

from msgspec import convert, structs
from pydantic_core import PydanticCustomError

from briefing.model import Finding, Phrase, Place, did_you_mean, errors
from briefing.model.style import Colours, FaceSpec, OwnLogo, Style, Texts, TextStyle
from briefing.project.known import survey, words
from briefing.project.readers import values
from briefing.project.structure import entry, subject
from briefing.project.style import contrast, leaves, reach
from briefing.project.style.entries import HEXADECIMAL, FaceEntry, StyleEntry, count, length
from briefing.project.style.leaves import COLOURS, MEASURES, TEXTS, measured
from briefing.project.yaml.tree import Mapped, Node
from briefing.workspace import shown

Read: TypeAlias = tuple[Style | None, tuple[Finding, ...]]
_READERS = {float: length, int: count, bool: values.flag}


def made(
    name: str,
    extends: str,
    root: Mapped,
    own: Mapped | None = None,
    base: Mapped | None = None,
    fonts: Mapping[str, bytes] = MappingProxyType({}),
) -> Read:
    """The style that a whole tree says, or all that is wrong with it.

    `own` are the keys of a project's style and `base` those of the style that it extends, where
    the whole is made of both; what the own one says must be within reach of the other. `fonts` are
    the project's font files that it names, by path.
    """
    said = own if own is not None else root
    read, problems = entry(StyleEntry, root, (), survey(root, (), {}))
    found = [*problems, *_called(name, said), *_named(said, root)]
    found += _known(root, "text", TEXTS, "kind")
    found += _known(root, "colours", COLOURS, "role")
    below = _leaves(base.get("measures") if base else None, "", [])
    above = _leaves(said.get("measures"), "", found)
    beneath, given = dict(_numbers(below, [])), dict(_numbers(above, found))
    found += _missing(below.keys() | above.keys(), root.keys_at.get("measures", root.place))
    colours = _colours(root.get("colours"), found)
    if read is None or errors(tuple(found)):
        return None, tuple(found)
    texts = {
        kind: structs.replace(TextStyle(**dict(text)), colour=colours[text.colour])
        for kind, text in read.text.items()
    }
    faces = {key: _face(face, fonts) for key, face in read.faces.items()}
    if own is not None:
        found += [*reach.examine(own, texts, given, beneath), *reach.faces(own, faces)]
    if errors(tuple(found)):
        return None, tuple(found)
    given_at = said.get("colours")
    if isinstance(given_at, Mapped) and given_at:
        found += contrast.examine(colours, given_at.keys_at)
    parts: dict[str, Mapping[str, object]] = {"faces": faces, "colours": colours, "text": texts}
    return _style(name, extends, read, beneath | given, parts), tuple(found)


def _style(
    name: str,
    extends: str,
    read: StyleEntry,
    measures: Mapping[str, float],
    parts: Mapping[str, Mapping[str, object]],
) -> Style:
    """The style of these measures; `parts` are its faces, its colours and its kinds of text."""
    tree = measured(measures) | {
        "name": name,
        "extends": extends,
        "faces": parts["faces"],
        "fallback": read.fallback,
        "colours": leaves.tree(Colours, parts["colours"]),
        "text": leaves.tree(Texts, parts["text"]),
    }
    brought = read.logo and OwnLogo(read.logo.picture, read.logo.text)
    return structs.replace(convert(tree, Style), own_logo=brought, sections=read.sections)


def _face(face: FaceEntry, fonts: Mapping[str, bytes]) -> FaceSpec:
    data = b"" if face.package else fonts.get(face.file, b"")
    return FaceSpec(face.package, face.file, face.axes, face.postscript, data)


def _called(name: str, said: Mapped) -> Iterator[Finding]:
    own = said.get("style")
    if isinstance(own, Phrase) and own.text != name:
        message = f"the style calls itself “{shown(own.text)}”"
        yield _bad(own.place, message, f"write “style: {name}”, as its file is called")


def _named(said: Mapped, root: Mapped) -> Iterator[Finding]:
    """Faces and colours that a kind of text names and that aren't there."""
    faces = root.get("faces")
    for path, word in _words(said):
        is_colour = path[-1] == "colour"
        known: Iterable[str] = COLOURS if is_colour else faces if isinstance(faces, Mapped) else ()
        if known and word.text not in known:
            what = "colour" if is_colour else "face"
            message = f"{subject(path)}there is no {what} “{shown(word.text)}”"
            hint = f"known: {', '.join(known)}"
            yield _bad(word.place, message + did_you_mean(word.text, known), hint)


def _words(root: Mapped) -> Iterator[tuple[tuple[str, ...], Phrase]]:
    for word in words(root.get("fallback")):
        yield ("fallback",), word
    texts = root.get("text")
    for name, node in texts.items() if isinstance(texts, Mapped) else ():
        for key in ("face", "colour"):
            child = node.get(key) if isinstance(node, Mapped) else None
            if isinstance(child, Phrase):
                yield ("text", name, key), child


def _known(root: Mapped, group: str, known: Mapping[str, object], what: str) -> Iterator[Finding]:
    """The findings on names that a style has no use for, and on those that it lacks."""
    node = root.get(group)
    if not isinstance(node, Mapped):
        return
    for name in node:
        if name not in known:
            message = f"{group}: there is no {what} “{shown(name)}”{did_you_mean(name, known)}"
            yield _bad(node.keys_at[name], message, "delete it, or write one that there is")
    for name in known:
        if name not in node:
            message = f"{group}: key “{name}” is missing"
            place = root.keys_at[group]
            yield Finding("B009", place, message, f"add “{name}: …”")


def _colours(node: Node | None, found: list[Finding]) -> dict[str, str]:
    """Each role's `#RRGGBB`; a role may name another one."""
    colours: dict[str, str] = {}
    for role, value in node.items() if isinstance(node, Mapped) else ():
        word: Node | None = value
        passed = {role}
        while isinstance(word, Phrase) and word.text in COLOURS and word.text not in passed:
            passed.add(word.text)
            word = node.get(word.text) if isinstance(node, Mapped) else None
        if isinstance(word, Phrase) and HEXADECIMAL.fullmatch(word.text):
            colours[role] = word.text.upper()
        elif (
            isinstance(value, Phrase)
            and isinstance(word, Phrase)
            and (value is word or word.text in passed)
        ):
            message = f"colours, {shown(role)}: “{shown(value.text)}” is no colour"
            hint = 'write six hexadecimal digits in quotes, "#0F4C6B", or another role'
            found.append(_bad(value.place, message, hint))
    return colours


def _leaves(node: Node | None, stem: str, twice: list[Finding]) -> dict[str, tuple[Node, Place]]:
    """Nested maps by dotted name: `page: {width: …}` is `page.width`."""
    found: dict[str, tuple[Node, Place]] = {}
    if not isinstance(node, Mapped):
        return found
    for key, child in node.items():
        name, place = f"{stem}.{key}" if stem else key, node.keys_at[key]
        below = _leaves(child, name, twice) if isinstance(child, Mapped) else {name: (child, place)}
        for both in found.keys() & below.keys():
            message = f"measures, {shown(both)}: stands twice, nested and dotted"
            at = below[both][1]
            twice.append(Finding("B003", at, message, "delete one"))
        found |= below
    return found


def _numbers(
    given: Mapping[str, tuple[Node, Place]], found: list[Finding]
) -> Iterator[tuple[str, float]]:
    """The measures by name, as numbers; what is none is found."""
    for name, (node, place) in given.items():
        leaf = MEASURES.get(name)
        if leaf is None:
            message = f"measures: there is no “{shown(name)}”{did_you_mean(name, MEASURES)}"
            found.append(_bad(place, message, "delete it, or write one that there is"))
            continue
        try:
            yield name, _READERS[leaf](node)
        except PydanticCustomError as refused:
            context = refused.context or {}
            message = f"measures, {name}: {context['message']}"
            hint = str(context["hint"])
            found.append(Finding(refused.type, place, message, hint))


def _missing(given: Set[str], place: Place) -> Iterator[Finding]:
    for name in MEASURES:
        if name not in given and leaves.beneath().get(name, name) not in given:
            message = f"measures: key “{name}” is missing"
            yield Finding("B009", place, message, f"add “{name}: …”")


def _bad(place: Place, message: str, hint: str) -> Finding:
    return Finding("B041", place, message, hint)
