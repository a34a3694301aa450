"""Content streams: operators in order, and lines of text in as few bytes as they can be set.

ISO 32000-1, 9.4 (text objects) and 14.6 (marked content, which nests properly with them).
"""

import re
from collections.abc import Sequence
from math import inf
from typing import NamedTuple, TypeAlias

# ISO 32000-1, table 51: path painting, shading, XObjects, text, inline images.
_OPERATORS = "S s f F f* B B* b b* sh Do Tj TJ EI"
_PAINTING = frozenset(_OPERATORS.split())
_ONE_STRING = re.compile(r"\((?:[^()\\]|\\.)*\)", re.DOTALL)
_OPENING = ("BDC", "BMC")
END = "EMC"
# A step of so many points isn't seen.
_NEAR = 0.07


class Part(NamedTuple):
    """A piece of a line in one font: its name, how far it is lifted (1/1000 em), and strings and
    adjustments as they stand in a TJ array."""

    font: str
    rise: float
    array: str


class Line(NamedTuple):
    """A text from `x`, `y` on (to a tenth of a point), `width` points long and `size` high;
    `tracking` points follow a glyph."""

    x: float
    y: float
    width: float
    size: float
    tracking: float
    parts: tuple[Part, ...]


Operator: TypeAlias = str | Line


def written(value: float) -> str:
    """A number as operand: two decimals, no more digits than needed."""
    return _hundredths(round(value * 100))


def _hundredths(value: int) -> str:
    whole, rest = divmod(abs(value), 100)
    text = f"{whole or ''}.{rest:02d}".rstrip("0") if rest else str(whole)
    return f"-{text}" if value < 0 else text


def paints(operator: Operator) -> bool:
    """Whether these operators leave something on the page."""
    return isinstance(operator, Line) or not _PAINTING.isdisjoint(operator.split())


def content(operators: Sequence[Operator]) -> bytes:
    """The stream of a page or form."""
    return _Writer(operators).write().encode("latin-1")


class _Writer:
    """A text object goes on as long as it may, across marks too, and then holds them whole; each of
    its lines is placed from the one before, and names a font only where that is another."""

    def __init__(self, operators: Sequence[Operator]) -> None:
        self._operators = operators
        self._out: list[str] = []
        self._open = False
        # Where the mark around what follows begins, if a text object may hold it.
        self._mark: int | None = None
        self._at = (0, 0)
        self._end = 0.0
        self._font = ""
        self._saved: list[str] = []

    def write(self) -> str:
        pure = _pure(self._operators)
        for index, operator in enumerate(self._operators):
            if isinstance(operator, Line):
                self._set(operator)
                continue
            opens = operator.endswith(_OPENING)
            held = index in pure if opens else operator == END and self._mark is not None
            if not (held or _colours(operator)):
                self._close()
            if opens:
                self._mark = len(self._out) if held else None
            self._out.append(operator)
            if operator == END:
                self._mark = None
            self._remember(operator)
        self._close()
        return "\n".join(self._out)

    def _close(self) -> None:
        if self._open:
            self._out.append("ET")
            self._open = False

    def _remember(self, operator: str) -> None:
        """The font is part of the graphics state."""
        if operator == "q":
            self._saved.append(self._font)
        elif operator == "Q":
            self._font = self._saved.pop() if self._saved else ""

    def _set(self, line: Line) -> None:
        if not self._open:
            self._out.insert(len(self._out) if self._mark is None else self._mark, "BT")
            self._open, self._at, self._end = True, (0, 0), -inf
        # The font comes before the step: pypdf measures with it whether the step leaves the line.
        operators = self._named(line.parts[0], line.size)
        at = (round(line.x * 10), round(line.y * 10))
        # What begins where the text before it ended needs no place of its own.
        if at[1] != self._at[1] or abs(line.x - self._end) > _NEAR:
            # Steps are summed by the viewer: they are from where the line before really stands.
            across, up = ((now - before) * 10 for now, before in zip(at, self._at, strict=True))
            operators.append(f"{_hundredths(across)} {_hundredths(up)} Td")
            self._at, self._end = at, at[0] / 10
        self._end += line.width
        if line.tracking:
            operators.append(f"{written(line.tracking)} Tc")
        operators += self._shown(line)
        if line.tracking:
            operators.append("0 Tc")
        self._out.append(" ".join(operators))

    def _named(self, part: Part, size: float) -> list[str]:
        """The operator for a part's font, where that is another than before."""
        font = f"/{part.font} {written(size)} Tf"
        if font == self._font:
            return []
        self._font = font
        return [font]

    def _shown(self, line: Line) -> list[str]:
        """The operators that paint a line's parts."""
        operators = []
        lifted = 0.0
        for part in line.parts:
            operators += self._named(part, line.size)
            if part.rise != lifted:
                operators.append(f"{written(part.rise * line.size / 1000)} Ts")
                lifted = part.rise
            alone = _ONE_STRING.fullmatch(part.array)
            operators.append(f"{part.array}Tj" if alone else f"[{part.array}]TJ")
        return [*operators, "0 Ts"] if lifted else operators


def _colours(operator: str) -> bool:
    """Whether it is the colour of fills, which may change within a text object."""
    return operator.endswith(" rg") and operator.count(" ") == 3


def _pure(operators: Sequence[Operator]) -> set[int]:
    """The places of marks that hold text alone: they may begin and end within a text object."""
    found = set()
    pure = True
    for index in range(len(operators) - 1, -1, -1):
        operator = operators[index]
        if isinstance(operator, Line):
            continue
        if operator == END:
            pure = True
        elif operator.endswith(_OPENING):
            if pure:
                found.add(index)
            pure = True
        elif not _colours(operator):
            pure = False
    return found
