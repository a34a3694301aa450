"""What a style file says, as it is written: lengths, colours, faces, kinds of text."""

import re
from typing import Annotated, ClassVar

from pydantic import BeforeValidator, Field

from briefing.project.keys.entry import Entry, OptionalWords, PathName, Texts, Word, Words
from briefing.project.readers import values
from briefing.project.readers.reader import Reads
from briefing.project.readers.refusal import phrase, refuse
from briefing.workspace import shown

_POINTS = {"": 1.0, "pt": 1.0, "mm": 72 / 25.4, "cm": 720 / 25.4}
_LENGTH = re.compile(r"([+-]?[0-9]{1,6}(?:\.[0-9]{1,6})?) ?(pt|mm|cm)?")
_WHOLE = re.compile(r"[0-9]{1,6}")
HEXADECIMAL = re.compile(r"#[0-9A-Fa-f]{6}")


def length(value: object) -> float:
    """Points."""
    given = phrase(value)
    match = _LENGTH.fullmatch(given.text)
    if match is None:
        hint = "write a number (points) or a length such as 20 mm"
        raise refuse("B041", f"“{shown(given.text)}” is no length", hint, given.place)
    return float(match[1]) * _POINTS[match[2] or ""]


def count(value: object) -> int:
    """A whole number."""
    given = phrase(value)
    if _WHOLE.fullmatch(given.text) is None:
        hint = "write a number without a point and a unit"
        raise refuse("B041", f"“{shown(given.text)}” is no whole number", hint, given.place)
    return int(given.text)


def factor(value: object) -> float:
    """So many times, between a half and three."""
    given = phrase(value)
    size = length(value)
    if not 0.5 <= size <= 3:
        hint = "write a number from 0.5 to 3, such as 1.2"
        raise refuse("B041", f"“{shown(given.text)}” is no scale", hint, given.place)
    return size


def _file(value: object) -> str:
    given = phrase(value)
    parts = given.text.split("/")
    if "\\" in given.text or ":" in given.text or not all(parts) or {".", ".."} & {*parts}:
        message = f"“{shown(given.text)}” is no file of a package"
        hint = "write its name, or its path below the package's folder"
        raise refuse("B041", message, hint, given.place)
    return given.text


Sections = Annotated[tuple[Words, ...], BeforeValidator(values.several)]
Alignment = Annotated[str, Reads(values.one_of("alignment", ("left", "justified")))]
Length = Annotated[float, Reads(length)]
FileName = Annotated[str, Reads(_file)]
OptionalName = Annotated[str, Reads(values.path_name)]


class FaceEntry(Entry):
    """One of `faces:`: a file of an installed package, else of the project."""

    package: OptionalName = ""
    file: FileName
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


class StyleLogoEntry(Entry):
    """A style's `logo:`."""

    picture: Words
    text: Texts


class StyleEntry(Entry):
    """A style file."""

    within: ClassVar[dict[str, type[Entry]]] = {
        "faces": FaceEntry,
        "text": TextEntry,
        "logo": StyleLogoEntry,
    }

    style: PathName
    scale: Annotated[float, Reads(factor)] = 1.0
    brand: OptionalWords = None
    logo: StyleLogoEntry | None = None
    sections: Sections = ()
    faces: dict[str, FaceEntry]
    fallback: Annotated[tuple[Word, ...], BeforeValidator(values.several), Field(min_length=1)]
    colours: dict[str, Word]
    text: dict[str, TextEntry]
    measures: dict[str, object]
