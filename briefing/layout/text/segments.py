"""Text as pieces of one setting each, joined into segments that are never broken."""

import re
from collections.abc import Iterable, Sequence

from msgspec import Struct, structs
from msgspec.structs import replace

from briefing import model
from briefing.language import GRAMMARS, grammar
from briefing.layout.links import calling, mark
from briefing.layout.text import hyphens
from briefing.layout.text.breaking import Joint, Measured
from briefing.layout.theme import Look
from briefing.model.style import TextStyle

_SPACES = re.compile(r"[ \t\r\n]+")
# After an em dash or a slash, before a letter or a digit; after a hyphen only where it joins two
# words: what it ties to a figure, an abbreviation or a letter or two is never cut off (“85-летие”,
# “ОХУ-д”). What an en dash joins is read as one: a span of years or months, two countries.
_LOWER = "[^\\W\\d_A-ZÀ-ÖØ-ÞЀ-ЯӨҮ]"
_BREAKABLE = re.compile(rf"(?<=\w)[—/](?=\w)|(?<=[^\W\d_]{_LOWER})-(?=[^\W\d_]{{3}})")
_SPAN = "–"
# In addresses and other long strings without a space.
_LONG = re.compile(r"[/.?&=_:](?=\w)")
_LONG_FROM = 24
# Figures, addresses, what is held together, and compounds, which break at their own hyphen.
_UNHYPHENATED = re.compile(r"[\d\u00a0\u202f@/_-]|\w\.\w")

# Painted as a hyphen at the end of a text, and extracted as a soft one.
HYPHEN = "\u00ad"
ARROW = "→"


class Piece(Struct, frozen=True, cache_hash=True):
    """Characters in one setting; where the text of facts begins, all of it in `whole`.

    `facts` are those on each piece of their text. `language` is empty for the document's; `role` is
    what marks it as (Strong, Em), `expansion` what an abbreviation stands for. With
    `page_of` it is a pattern for the page of that place, which is known when it is drawn.
    """

    text: str
    setting: TextStyle
    link: model.Link | None = None
    whole: str = ""
    facts: tuple[model.Fact, ...] = ()
    language: str = ""
    page_of: str = ""
    role: str = ""
    expansion: str = ""

    def part(self, text: str, *, begins: bool, language: str = "") -> "Piece":
        """Some of its characters; the facts' text begins only with its first."""
        whole, spoken = self.whole if begins else "", language or self.language
        return replace(self, text=text, whole=whole, language=spoken)


class Segment(Struct, frozen=True):
    """Pieces that stay together on a line, the joint after them and the space drawn there."""

    pieces: tuple[Piece, ...]
    measured: Measured
    space: Piece | None = None


def pieces(
    inlines: Iterable[model.Inline], setting: TextStyle, look: Look
) -> tuple[Piece | None, ...]:
    """Inlines in a setting; None is a break that the author asked for.

    A cross-reference that begins with an arrow, and every other link, gets the style's colour; a
    figure that leads to its row looks like its text.
    """
    found: list[Piece | None] = []
    for inline in inlines:
        if isinstance(inline, model.Break):
            found.append(None)
            continue
        if isinstance(inline, model.Asked | model.Clause):
            raise TypeError("a composed document holds no unread reference and no condition")
        if isinstance(inline, model.NoteMark):
            found.append(Piece(inline.text, mark(look, setting), calling(inline)))
            continue
        face = look.marked(setting, inline.marks)
        if inline.link is not None:
            face = _linked(inline.text, inline.link, face, look)
        facts = inline.stated if isinstance(inline, model.Number) else ()
        whole = inline.text if facts else ""
        language = inline.language if isinstance(inline, model.Words) else ""
        role = _role(inline.marks)
        found.append(Piece(inline.text, face, inline.link, whole, facts, language, role=role))
    return tuple(found)


def _role(marks: frozenset[model.Mark]) -> str:
    """What marked text is, by the types of PDF 2.0."""
    if model.Mark.STRONG in marks:
        return "Strong"
    return "Em" if model.Mark.EMPHASIS in marks else ""


def paged(run: Sequence[Piece | None], pattern: str) -> tuple[Piece | None, ...]:
    """Pieces with the page behind each cross-reference; a figure holds its place."""
    found: list[Piece | None] = []
    for piece in run:
        found.append(piece)
        link = piece.link if piece is not None else None
        to = link.target if link is not None else None
        if piece is not None and isinstance(to, model.Anchor) and piece.text.startswith(ARROW):
            page = f",\u00a0{pattern}".format(page=0)
            found.append(Piece(page, piece.setting, page_of=to.anchor))
    return tuple(found)


def _linked(text: str, link: model.Link, setting: TextStyle, look: Look) -> TextStyle:
    if isinstance(link.target, model.ToRow):
        return setting
    if isinstance(link.target, model.ToCall):
        return mark(look, setting)
    reference = look.style.text.crossreference
    if text.startswith(ARROW):
        return structs.replace(reference, leading=setting.leading)
    return structs.replace(setting, colour=reference.colour)


def segments(
    run: Sequence[Piece | None],
    look: Look,
    language: str,
    *,
    hyphenated: bool,
    capital: bool = False,
) -> tuple[Segment, ...]:
    """Pieces cut where a line may end: at spaces, after hyphens and dashes, at hyphenation points,
    of the first word also where it has a `capital`.

    Widths are in points. No-break spaces are kept as they are; other white space is one space.
    Words without facts and links are cut once: annexes repeat them, and so does the next preview.
    """
    if any(piece is None or piece.link or piece.facts for piece in run):
        return _cut_up(run, look, language, hyphenated, capital)
    key = tuple(run), language, hyphenated, capital
    return look.faces.once(key, lambda: _cut_up(run, look, language, hyphenated, capital))


def _cut_up(
    run: Sequence[Piece | None], look: Look, language: str, hyphenated: bool, capital: bool
) -> tuple[Segment, ...]:
    maker = _Maker(look)
    held, offset = _held(run, language), 0
    for piece in run:
        if piece is None:
            maker.close(Joint.FORCED, None)
            offset += 1
            continue
        for index, (at, token) in enumerate(_tokens(piece.text)):
            part = piece.part(token, begins=index == 0)
            if token == " ":
                maker.close(Joint.HELD if offset + at in held else Joint.SPACE, part)
            else:
                cut = hyphenated and not piece.whole and not _UNHYPHENATED.search(token)
                begins, spoken = capital and not offset + at, piece.language or language
                points = hyphens.points(token, spoken, begins=begins) if cut else ()
                maker.word(part, points)
        offset += len(piece.text)
    maker.close(Joint.BREAK, None)
    return tuple(maker.found)


def _held(run: Sequence[Piece | None], language: str) -> frozenset[int]:
    """Offsets in the run, of which each break counts one, of spaces at which no line ends."""
    if language not in GRAMMARS:
        return frozenset()
    text = "".join("\n" if piece is None else piece.text for piece in run)
    return frozenset(match.start() for match in grammar(language).held.finditer(text))


def _tokens(text: str) -> list[tuple[int, str]]:
    """Words and the spaces between them, each white space as one, with their offsets."""
    found = []
    position = 0
    for match in _SPACES.finditer(text):
        if match.start() > position:
            found.append((position, text[position : match.start()]))
        found.append((match.start(), " "))
        position = match.end()
    if position < len(text):
        found.append((position, text[position:]))
    return found


class _Maker:
    """Collects pieces into segments."""

    def __init__(self, look: Look) -> None:
        self.found: list[Segment] = []
        self._look = look
        self._open: list[Piece] = []

    def word(self, piece: Piece, points: tuple[int, ...]) -> None:
        cuts = dict.fromkeys(points, Joint.HYPHEN)
        pattern = _LONG if len(piece.text) >= _LONG_FROM else _BREAKABLE
        cuts |= {match.end(): Joint.BREAK for match in pattern.finditer(piece.text)}
        position = 0
        for cut in sorted(cuts):
            self._open.append(_cut(piece, position, cut))
            self.close(cuts[cut], None)
            position = cut
        self._open.append(_cut(piece, position, len(piece.text)))

    def close(self, joint: Joint, space: Piece | None) -> None:
        if not self._open:
            if self.found and joint is Joint.FORCED:
                last = self.found[-1]
                self.found[-1] = replace(last, measured=replace(last.measured, joint=joint))
            return
        held = tuple(self._open)
        self._open.clear()
        if joint is Joint.FORCED:
            # Words on either side of the break stay two when the text is extracted.
            space = replace(held[-1], text=" ", whole="")
        self.found.append(segment(held, joint, space, self._look))


def _cut(piece: Piece, start: int, end: int) -> Piece:
    return piece.part(piece.text[start:end], begins=start == 0)


def segment(held: tuple[Piece, ...], joint: Joint, space: Piece | None, look: Look) -> Segment:
    """Pieces joined and measured, in points."""
    width = sum(look.width(piece.text, piece.setting) for piece in held)
    inside = look.width(" ", space.setting) if space else 0.0
    end = look.width(HYPHEN, held[-1].setting) if joint is Joint.HYPHEN else 0.0
    return Segment(held, Measured(width, joint, inside, end), space)


def chopped(whole: Sequence[Segment], width: float, look: Look) -> tuple[Segment, ...]:
    """The segments with each that is wider than `width` points cut: after an en dash, or else
    between characters."""
    found: list[Segment] = []
    for part in whole:
        if part.measured.width + part.measured.end <= width:
            found.append(part)
        else:
            found.extend(_chop(part, width - part.measured.end, look))
    return tuple(found)


def _chop(part: Segment, width: float, look: Look) -> list[Segment]:
    found: list[Segment] = []
    held: list[Piece] = []
    used = 0.0
    for piece in part.pieces:
        for index, character in enumerate(piece.text):
            advance = look.width(character, piece.setting)
            while held and used + advance > width:
                end = _after_dash(held)
                found.append(segment(tuple(held[:end]), Joint.BREAK, None, look))
                del held[:end]
                used = sum(look.width(piece.text, piece.setting) for piece in held)
            held.append(_cut(piece, index, index + 1))
            used += advance
    found.append(segment(tuple(held), part.measured.joint, part.space, look))
    return found


def _after_dash(held: Sequence[Piece]) -> int:
    """How many of the characters stand up to the last en dash; all where there is none."""
    return next((n for n in range(len(held), 0, -1) if held[n - 1].text == _SPAN), len(held))
