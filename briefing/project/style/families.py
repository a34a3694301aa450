"""The families of a brand: which of its font files are in the project, by weight and slant."""

import re
from collections.abc import Iterator, Mapping
from posixpath import join, normpath

from msgspec import Struct, structs

from briefing.model import Finding, Phrase
from briefing.project.yaml.tree import Listed, Mapped, Node
from briefing.workspace import shown

_WEIGHTS: Mapping[str, int] = {
    "thin": 100,
    "extra-light": 200,
    "ultra-light": 200,
    "light": 300,
    "normal": 400,
    "regular": 400,
    "medium": 500,
    "semi-bold": 600,
    "demi-bold": 600,
    "bold": 700,
    "extra-bold": 800,
    "ultra-bold": 800,
    "black": 900,
}
_NORMAL = 400
# The cuts that a style's faces have, the weight that each wants, and whether it leans.
_CUTS: Mapping[str, tuple[int, bool]] = {
    "": (_NORMAL, False),
    "medium": (500, False),
    "strong": (600, False),
    "emphasis": (_NORMAL, True),
    "strong.emphasis": (600, True),
}
# How far a file's weight may lie from the one wanted.
_NEAR = 150
# Families whose faces come with the product, by the name of its face.
_OURS: Mapping[str, str] = {"ibm plex serif": "serif", "ibm plex sans": "sans"}
_RANGE = re.compile(r"(\d{3})\.\.(\d{3})")
_WEB = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
_HINT = "nothing is fetched: put the file into the project, as TrueType (.ttf), and name it"


class FontFile(Struct, frozen=True):
    """A font file of the project: the lightest and heaviest weight that it has, and its slant."""

    path: Phrase
    lightest: int
    heaviest: int
    leans: bool


class Family(Struct, frozen=True):
    """A family and its files."""

    name: str
    files: tuple[FontFile, ...]


def families(node: Node | None, folder: str) -> tuple[Mapping[str, Family], tuple[Finding, ...]]:
    """A brand's `fonts:` by name, in small letters, their files from the brand's own folder; and a
    finding for each file elsewhere."""
    found: dict[str, Family] = {}
    problems: list[Finding] = []
    for item in node if isinstance(node, Listed) else ():
        family = item.get("family") if isinstance(item, Mapped) else None
        if not isinstance(item, Mapped) or not isinstance(family, Phrase):
            continue
        name = family.text.strip()
        source = item.get("source")
        if name.casefold() in _OURS:
            continue
        if not isinstance(source, Phrase) or source.text not in ("file", "system"):
            where = source.text if isinstance(source, Phrase) else "google"
            message = f"fonts: “{shown(name)}” would be fetched from {shown(where)}"
            problems.append(_note(family, message))
            continue
        before = found[name.casefold()].files if name.casefold() in found else ()
        files = tuple(_files(item.get("files"), folder, problems))
        found[name.casefold()] = Family(name, before + files)
    return found, tuple(problems)


def _files(node: Node | None, folder: str, problems: list[Finding]) -> Iterator[FontFile]:
    for item in node if isinstance(node, Listed) else [node]:
        path = item.get("path") if isinstance(item, Mapped) else item
        if not isinstance(path, Phrase):
            continue
        if _WEB.match(path.text):
            problems.append(_note(path, f"fonts: “{shown(path.text)}” would be fetched"))
            continue
        lightest, heaviest = _weights(item.get("weight") if isinstance(item, Mapped) else None)
        style = item.get("style") if isinstance(item, Mapped) else None
        leans = isinstance(style, Phrase) and style.text in ("italic", "oblique")
        held = structs.replace(path, text=normpath(join(folder, path.text)))
        yield FontFile(held, lightest, heaviest, leans)


def _note(at: Phrase, message: str) -> Finding:
    return Finding("B043", at.place, message, _HINT)


def _weights(node: Node | None) -> tuple[int, int]:
    """The weights of a file: one by number or name, or a range, as a variable one has."""
    text = node.text.strip() if isinstance(node, Phrase) else ""
    if match := _RANGE.fullmatch(text):
        return int(match[1]), int(match[2])
    weight = _WEIGHTS.get(text) or (int(text) if text.isdecimal() else _NORMAL)
    return weight, weight


def faces_of(name: str, listed: Mapping[str, Family], beneath: Node | None) -> Mapping[str, Mapped]:
    """The faces of a family by cut, as a style writes them; none where it has no file here.

    `beneath` are the faces of the style that the brand changes: a family of the product is there.
    """
    ours = _OURS.get(name.strip().casefold())
    if ours is not None and isinstance(beneath, Mapped):
        cuts = {cut: beneath.get(f"{ours}.{cut}" if cut else ours) for cut in _CUTS}
        return {cut: face for cut, face in cuts.items() if isinstance(face, Mapped)}
    family = listed.get(name.strip().casefold())
    if family is None or not any(not file.leans for file in family.files):
        return {}
    found = {}
    for cut, (weight, leans) in _CUTS.items():
        file = min(
            (file for file in family.files if file.leans is leans),
            key=lambda file: _distance(file, weight),
            default=None,
        )
        if file is not None and (not cut or _distance(file, weight) <= _NEAR):
            found[cut] = _face(family, file, weight)
    return found


def _distance(file: FontFile, weight: int) -> int:
    return max(file.lightest - weight, weight - file.heaviest, 0)


def _face(family: Family, file: FontFile, weight: int) -> Mapped:
    """A face entry: the file, the weight of a variable one, and a name for the PDF."""
    place, made = file.path.place, Mapped(file.path.place)
    is_variable = file.lightest < file.heaviest
    held = min(max(weight, file.lightest), file.heaviest)
    letters = re.sub(r"[^A-Za-z0-9]", "", family.name) or "Brand"
    slant = "Italic" if file.leans else ""
    made["file"] = file.path
    made["postscript"] = Phrase(f"{letters}-{held}{slant}", place)
    if is_variable:
        axes = Mapped(place)
        axes["wght"], axes.keys_at["wght"] = Phrase(str(held), place), place
        made["axes"] = axes
    made.keys_at |= dict.fromkeys(made, place)
    return made
