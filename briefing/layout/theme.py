"""A style and its loaded faces, asked by name."""

from collections.abc import Iterable

from msgspec import Struct, structs

from briefing.model import Mark
from briefing.model.style import Style, TextStyle
from briefing.pdf import Face, Faces


class Look(Struct, frozen=True):
    """A style and its faces, as the layout asks them."""

    style: Style
    faces: Faces

    def dense(self) -> "Look":
        """The look in which tables are set as those of data."""
        return structs.replace(self, style=self.style.dense())

    def face(self, name: str) -> Face:
        """A loaded face."""
        return self.faces[name]

    def marked(self, setting: TextStyle, marks: Iterable[Mark]) -> TextStyle:
        """The setting of marked text: the family's face for these marks, where the style has one.

        Marked code is set in the face `mono`, at the size of the style's code relative to its body.
        """
        held = frozenset(marks)
        if not held:
            return setting
        if Mark.CODE in held:
            scale = self.style.text.code.size / self.style.text.body.size
            return structs.replace(setting, face="mono", size=setting.size * scale)
        family, _, variant = setting.face.partition(".")
        already = set(variant.split("."))
        strong = Mark.STRONG in held or "strong" in already
        emphasis = (Mark.EMPHASIS in held) != ("emphasis" in already)
        name = family + ".strong" * strong + ".emphasis" * emphasis
        if name == family and variant == "medium":
            name = setting.face
        return structs.replace(setting, face=name if name in self.style.faces else setting.face)

    def baseline(self, setting: TextStyle) -> float:
        """From the top of a line's box down to its baseline, in points."""
        face = self.face(setting.face)
        ascent = face.ascent * setting.size
        descent = abs(face.descent) * setting.size
        return (setting.leading - ascent - descent) / 2 + ascent

    def width(self, text: str, setting: TextStyle) -> float:
        """Advance of a line of text with its tracking, in points."""
        face = self.face(setting.face)
        return face.width(text, setting.size, setting.tracking * setting.size)
