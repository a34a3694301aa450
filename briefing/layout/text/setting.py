"""Setting text: from inlines of the document to paragraphs, with what no face can set found."""

import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from msgspec.structs import replace as replaced

from briefing.layout.box import Box
from briefing.layout.links import Rows
from briefing.layout.text.abbreviations import Abbreviations
from briefing.layout.text.languages import spoken
from briefing.layout.text.paragraph import Bar, Label, Paragraph
from briefing.layout.text.segments import Piece, Segment, paged, pieces, segments
from briefing.layout.theme import Look
from briefing.model import Finding, Inline, Mark, Place, Status, Words
from briefing.model.style import Texts, TextStyle
from briefing.pdf import Element

_RIGHT_TO_LEFT = frozenset({"R", "AL", "RLE", "RLO", "RLI"})


@dataclass
class Setting:
    """The look, the language, names in other languages, what was found wrong while setting text,
    the rows of the register to which figures lead, the boxes of footnotes by their numbers, what
    each mark (`[p]`) means, and what abbreviations stand for."""

    look: Look
    language: str
    names: Mapping[str, str] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    rows: Rows = field(default_factory=Rows)
    notes: dict[int, Box] = field(default_factory=dict)
    marks: Mapping[str, str] = field(default_factory=dict)
    abbreviations: Abbreviations = field(default_factory=Abbreviations)
    _reported: set[str] = field(default_factory=set)
    _sound: dict[str, set[str]] = field(default_factory=dict)

    @property
    def text(self) -> Texts:
        """How each kind of text is set."""
        return self.look.style.text

    def means(self, status: Status) -> str:
        """What the marks of a status mean, in words: for who hears them read."""
        meanings = (self.marks.get(part.marks, "") for part in status.parts)
        return ", ".join(filter(None, meanings))

    def paragraph(
        self,
        inlines: Iterable[Inline],
        kind: TextStyle,
        element: Element | None,
        *,
        keep: bool = False,
        anchors: tuple[str, ...] = (),
        indent: float = 0.0,
        balanced: bool = False,
        hyphenated: bool = True,
        capital: bool = False,
        label: Label | None = None,
        bars: tuple[Bar, ...] = (),
        after: float | None = None,
        page: str = "",
    ) -> Paragraph:
        """A paragraph of a kind of text; balanced text is never hyphenated. With the pattern of a
        `page` cross-references say theirs."""
        held = self.rows.linked(inlines)
        run = pieces(held, kind, self.look)
        self._examine(held, run)
        if page:
            run = paged(run, page)
        return Paragraph(
            self._segments(run, hyphenated=hyphenated and not balanced, capital=capital),
            kind,
            self.look,
            element,
            before=kind.before,
            after=kind.after if after is None else after,
            keep=keep,
            anchors=anchors,
            indent=indent,
            align="left" if balanced else kind.align,
            balanced=balanced,
            label=label,
            bars=bars,
            place=next(filter(None, (getattr(inline, "place", None) for inline in held)), None),
        )

    def plain(
        self,
        text: str,
        kind: TextStyle,
        element: Element | None,
        place: Place,
        *,
        keep: bool = False,
        hyphenated: bool = False,
        capital: bool = False,
        align: str = "left",
    ) -> Paragraph:
        """A paragraph of words that the product wrote; where it is hyphenated, perhaps also a first
        word that has a `capital`."""
        inlines = (Words(text, place),)
        made = self.paragraph(
            inlines, kind, element, keep=keep, hyphenated=hyphenated, capital=capital
        )
        return replace(made, align=align, place=None)

    def joined(
        self, parts: Sequence[tuple[str, TextStyle]], element: Element | None, place: Place
    ) -> Paragraph:
        """A paragraph of parts in different settings; the first gives the leading."""
        run = tuple(Piece(text, setting) for text, setting in parts if text)
        for piece in run:
            self.check(piece.text, piece.setting.face, place)
        made = self._segments(run, hyphenated=False)
        return Paragraph(made, parts[0][1], self.look, element)

    def _segments(
        self, run: Sequence[Piece | None], *, hyphenated: bool, capital: bool = False
    ) -> tuple[Segment, ...]:
        heard = self.abbreviations.expanded(spoken(run, self.language, self.names))
        return segments(heard, self.look, self.language, hyphenated=hyphenated, capital=capital)

    def _examine(self, inlines: tuple[Inline, ...], run: Sequence[Piece | None]) -> None:
        for inline, piece in zip(inlines, run, strict=True):
            place = getattr(inline, "place", None)
            if piece is not None and place is not None:
                self.check(piece.text, piece.setting.face, place)

    def check(self, text: str, face: str, place: Place) -> None:
        """Finds the characters that can't be set: each once, of a script only the first."""
        sound = self._sound.setdefault(face, set())
        if sound.issuperset(text):
            return
        missing = self.look.face(face).missing(text)
        for character in dict.fromkeys(text):
            if character.isspace():
                sound.add(character)
                continue
            backwards = unicodedata.bidirectional(character) in _RIGHT_TO_LEFT
            if backwards or character in missing:
                found = unset(character, place, backwards)
                what = _script(character) if found.code == "B402" else character
                if what not in self._reported:
                    self._reported.add(what)
                    self.findings.append(found)
            else:
                sound.add(character)

    def trial(self) -> "Setting":
        """The same for what is only measured: it finds nothing, and what it expands is expanded
        again where it is set."""
        told = self.abbreviations.copied()
        return replace(self, findings=[], abbreviations=told, _reported={*self._reported})

    def closer(self, factor: float) -> "Setting":
        """The setting in which annexes are set in type of that size."""
        look = replaced(self.look, style=self.look.style.closer(factor))
        return replace(self, look=look)

    def strong(self, setting: TextStyle) -> TextStyle:
        """The strong face of a setting."""
        return self.look.marked(setting, {Mark.STRONG})


def _script(character: str) -> str:
    """The script by the first word of the character's name: Arabic, Devanagari, Cjk."""
    return unicodedata.name(character, f"U+{ord(character):04X}").split()[0].capitalize()


def unset(character: str, place: Place, backwards: bool) -> Finding:
    """That no face has a character; `backwards`: that it runs from right to left."""
    name = unicodedata.name(character, f"U+{ord(character):04X}")
    if backwards or unicodedata.category(character).startswith("L"):
        return Finding(
            "B402",
            place,
            f"the style's faces can't set {_script(character)} script: “{character}” "
            f"({name.lower()})",
            "write it in Latin or Cyrillic letters",
        )
    return Finding(
        "B401",
        place,
        f"no face of the style has the character “{character}” (U+{ord(character):04X}, "
        f"{name.lower()})",
        "replace it by another, or add a face that has it to the style's fallback",
    )
