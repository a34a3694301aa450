"""What is painted on a page, in order: text with its place, and under which mark each stands.

ISO 32000-1, 8.3–8.10, 9.4 and 14.6.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import compress, pairwise
from typing import Any

import pikepdf
from msgspec import Struct

from briefing.pdf.reading.matrix import IDENTITY, Matrix, Nesting, matrix, times
from briefing.pdf.reading.text import Font

# ISO 32000-1, table 51.
_PAINTING = frozenset(["S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "sh", "EI", "INLINE"])
_DEEPEST_FORM = 12
# A move in TJ so wide, in thousandths of the size, parts words; where there are more of them than
# one for so many bytes, it is letters that are set apart.
_SPACE, _BYTES_A_WORD = 180, 3


class Run(Struct, frozen=True):
    """One painted thing: a text (empty for graphics), where it begins and ends on its baseline, its
    size in points; its MCID, None where it has none; whether it is decoration."""

    text: str
    x: float
    y: float
    end: float
    size: float
    mcid: int | None
    artifact: bool
    font: Font | None = None
    codes: tuple[int, ...] = ()
    cids: tuple[int, ...] = ()

    @property
    def unmarked(self) -> bool:
        """Whether it is neither content nor said to be decoration."""
        return self.mcid is None and not self.artifact


@dataclass(slots=True)
class _State:
    """The graphics state that says where text stands."""

    matrix: Matrix = IDENTITY
    font: Font | None = None
    size: float = 0.0
    tracking: float = 0.0
    wider: float = 0.0
    scale: float = 1.0
    leading: float = 0.0


@dataclass(slots=True)
class Page:
    """The runs of a page, and marks that stand where none may: content in decoration and the
    other way round, and those that cross text objects."""

    number: int
    runs: list[Run] = field(default_factory=list)
    nested: list[str] = field(default_factory=list)
    crossed: bool = False
    fonts: dict[tuple[int, int], Font] = field(default_factory=dict)
    marks: set[int] = field(default_factory=set)


class Painter:
    """Walks the content streams of one page."""

    def __init__(self, page: Page, fonts: dict[tuple[int, int], Font]) -> None:
        self._page = page
        self._fonts = fonts
        self._marks: list[int | str | None] = []
        self._state = _State()
        self._saved: list[_State] = []
        self._text: Matrix = IDENTITY
        self._line: Matrix = IDENTITY

    def walk(self, content: pikepdf.Object, resources: Any, depth: int = 0) -> None:
        """The operators of a page or form, with the resources that it names."""
        nesting = Nesting()
        for instruction in pikepdf.parse_content_stream(content):
            operator = str(instruction.operator)
            operands = list(instruction.operands)
            self._page.crossed |= nesting.crosses(operator)
            if operator in ("BDC", "BMC"):
                self._begin(operands, resources)
            elif operator == "EMC":
                if self._marks:
                    self._marks.pop()
            elif operator == "Do":
                self._do(str(operands[0]), resources, depth)
            elif operator in _PAINTING or operator == "INLINE IMAGE":
                self._paint()
            else:
                self._other(operator, operands, resources)

    def _begin(self, operands: list[Any], resources: Any) -> None:
        tag = str(operands[0])
        entries = operands[1] if len(operands) > 1 else None
        if isinstance(entries, pikepdf.Name):
            entries = resources.get("/Properties", {}).get(str(entries))
        mcid = entries.get("/MCID") if isinstance(entries, pikepdf.Dictionary) else None
        if tag == "/Artifact":
            if self._mcid() is not None:
                self._page.nested.append("decoration")
            self._marks.append("artifact")
        elif mcid is not None:
            if "artifact" in self._marks:
                self._page.nested.append("content")
            self._marks.append(int(mcid))
            self._page.marks.add(int(mcid))
        else:
            self._marks.append(None)

    def _mcid(self) -> int | None:
        return next((m for m in reversed(self._marks) if isinstance(m, int)), None)

    def _add(
        self,
        run: tuple[str, float, float, float, float],
        codes: tuple[int, ...] = (),
        cids: tuple[int, ...] = (),
    ) -> None:
        font = self._state.font if codes else None
        marked = "artifact" in self._marks
        mcid = None if marked else self._mcid()
        self._page.runs.append(Run(*run, mcid, marked, font, codes, cids))

    def _paint(self) -> None:
        x, y = self._state.matrix[4:]
        self._add(("", x, y, x, 0.0))

    def _do(self, name: str, resources: Any, depth: int) -> None:
        form = resources.get("/XObject", {}).get(name)
        if form is None:
            return
        if form.get("/Subtype") != "/Form":
            self._paint()
            return
        if depth >= _DEEPEST_FORM:
            return
        kept, saved = self._state, self._saved
        self._state, self._saved = _copied(kept), []
        own = form.get("/Matrix")
        if own is not None:
            self._state.matrix = times(matrix(own), self._state.matrix)
        self.walk(form, form.get("/Resources", resources), depth + 1)
        self._state, self._saved = kept, saved

    def _other(self, operator: str, operands: list[Any], resources: Any) -> None:
        state = self._state
        match operator:
            case "q":
                self._saved.append(_copied(state))
            case "Q":
                self._state = self._saved.pop() if self._saved else state
            case "cm":
                state.matrix = times(matrix(operands), state.matrix)
            case "Tf":
                state.font = self._font(resources, str(operands[0]))
                state.size = float(operands[1])
            case "Tc" | "Tw" | "TL" | "Tz":
                self._parameter(operator, float(operands[0]))
            case "BT":
                self._text = self._line = IDENTITY
            case "Tm":
                self._text = self._line = matrix(operands)
            case "Td" | "TD":
                across, down = float(operands[0]), float(operands[1])
                if operator == "TD":
                    state.leading = -down
                self._move(across, down)
            case "T*":
                self._move(0.0, -state.leading)
            case "Tj" | "'" | '"' | "TJ":
                self._show_by(operator, operands)

    def _parameter(self, operator: str, value: float) -> None:
        state = self._state
        match operator:
            case "Tc":
                state.tracking = value
            case "Tw":
                state.wider = value
            case "TL":
                state.leading = value
            case "Tz":
                state.scale = value / 100

    def _font(self, resources: Any, name: str) -> Font | None:
        font = resources.get("/Font", {}).get(name) if resources is not None else None
        if font is None:
            return None
        key = font.objgen
        if key == (0, 0) or key not in self._fonts:
            made = Font(font)
            if key == (0, 0):
                return made
            self._fonts[key] = made
        self._page.fonts[key] = self._fonts[key]
        return self._fonts[key]

    def _move(self, across: float, down: float) -> None:
        self._line = times((1.0, 0.0, 0.0, 1.0, across, down), self._line)
        self._text = self._line

    def _show_by(self, operator: str, operands: list[Any]) -> None:
        if operator == '"':
            self._state.wider, self._state.tracking = float(operands[0]), float(operands[1])
        if operator in ("'", '"'):
            self._move(0.0, -self._state.leading)
        self._show(list(operands[-1]) if operator == "TJ" else [operands[-1]])

    def _show(self, parts: list[Any]) -> None:
        """Strings and the numbers between them as runs."""
        for apart in _apart(parts):
            self._run(apart)

    def _run(self, parts: list[Any]) -> None:
        """Strings and the numbers between them as one run, which begins after a leading number."""
        state, font = self._state, self._state.font
        if font is None:
            return
        if parts and not isinstance(parts[0], pikepdf.String):
            before = -float(parts.pop(0)) / 1000 * state.size * state.scale
            self._text = times((1.0, 0.0, 0.0, 1.0, before, 0.0), self._text)
        start = times(self._text, state.matrix)
        advance = 0.0
        text: list[str] = []
        codes: list[int] = []
        cids: list[int] = []
        for part in parts:
            if not isinstance(part, pikepdf.String):
                advance -= float(part) / 1000 * state.size * state.scale
                continue
            for glyph in font.glyphs(bytes(part)):
                text.append(glyph.text)
                codes.append(glyph.code)
                cids.append(glyph.cid)
                wider = state.wider if glyph.is_space else 0.0
                advance += (glyph.width * state.size + state.tracking + wider) * state.scale
        self._text = times((1.0, 0.0, 0.0, 1.0, advance, 0.0), self._text)
        end = times(self._text, state.matrix)
        size = abs(state.size) * (start[2] ** 2 + start[3] ** 2) ** 0.5
        if codes:
            run = ("".join(text), start[4], start[5], end[4], size)
            self._add(run, tuple(codes), tuple(cids))


def pages(pdf: pikepdf.Pdf) -> Iterator[Page]:
    """The pages of a file, from the first."""
    fonts: dict[tuple[int, int], Font] = {}
    for number, page in enumerate(pdf.pages, start=1):
        read = Page(number)
        resources = page.obj.get("/Resources", pikepdf.Dictionary())
        Painter(read, fonts).walk(page.obj, resources)
        yield read


def _apart(parts: list[Any]) -> Iterator[list[Any]]:
    """The parts, divided before each number as wide as a space; letters that are all set apart are
    not divided."""
    strings = [isinstance(part, pikepdf.String) for part in parts]
    shown = sum(len(bytes(part)) for part in compress(parts, strings))
    wide = [i for i, part in enumerate(parts) if not strings[i] and -float(part) >= _SPACE]
    if len(wide) * _BYTES_A_WORD > shown:
        wide = []
    for first, last in pairwise((0, *wide, len(parts))):
        yield parts[first:last]


def _copied(state: _State) -> _State:
    return _State(**{name: getattr(state, name) for name in _State.__slots__})
