"""The look of a briefing, read from `styles/`; lengths in points unless the name says mm."""

from collections.abc import Mapping

from msgspec import Struct


class FaceSpec(Struct, frozen=True):
    """A font face: file name in its package, and axis values pinned for a variable one."""

    package: str
    file: str
    axes: Mapping[str, float]
    postscript: str


class TextStyle(Struct, frozen=True):
    """How a kind of text is set: a face and a colour by name, sizes, space before and after.

    `rise` is how far it stands above its line, as a mark in superscript does; `align` is `left`
    (ragged at the right) or `justified`.
    """

    face: str
    size: float
    leading: float
    colour: str
    before: float = 0.0
    after: float = 0.0
    tracking: float = 0.0
    rise: float = 0.0
    align: str = "left"


class Style(Struct, frozen=True):
    """One file of `styles/`: faces, colours, kinds of text, and every measure by name.

    `colours` maps a name to `#RRGGBB`; `text` a kind of text to its setting; `measures` a dotted
    name (`page.width`, `tile.rule`, `chart.bar`) to a length in points or a plain number.
    """

    name: str
    faces: Mapping[str, FaceSpec]
    fallback: tuple[str, ...]
    colours: Mapping[str, str]
    text: Mapping[str, TextStyle]
    measures: Mapping[str, float]
