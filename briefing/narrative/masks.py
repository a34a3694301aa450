"""References kept whole through Markdown parsing.

Markdown would split `{{ exports | change }}` at a table's `|` or read `exports_to[CHN]` as a link.
So each reference is masked beforehand by as many noncharacters (U+FDD0…U+FDEF), which Markdown
takes for letters; columns stay as they are, and in code the text comes back as written.
"""

import re
from collections.abc import Iterator

from msgspec import Struct

from briefing.model import Place

_REFERENCE = re.compile(r"(?<!\\)((?:\\\\)*)(\{\{[^\n]*?\}\})")
_FIRST = 0xFDD0
_BASE = 31
_DIGITS = 3
_MASK = re.compile("\ufdd0[\ufdd1-\ufdef]{3,}")
NONCHARACTER = re.compile("[\ufdd0-\ufdef]")
OPENING = "{{"
CLOSING = "}}"


class Masked(Struct, frozen=True):
    """What a mask stands for: the reference as written, with its braces, and its place."""

    text: str
    place: Place


def mask(file: str, text: str) -> tuple[str, tuple[Masked, ...]]:
    """The text with every `{{ … }}` masked by as many characters, and what was masked.

    `text` has no noncharacters; a reference stands on one line; `\\{{` is no reference.
    """
    masked: list[Masked] = []
    lines = []
    for number, line in enumerate(text.split("\n"), start=1):

        def hide(match: re.Match[str], number: int = number) -> str:
            written = match[2]
            if len(masked) >= _BASE**_DIGITS:
                return match[0]
            code = _code(len(masked)).ljust(len(written), chr(_FIRST + 1))
            masked.append(Masked(written, Place(file, number, match.start(2) + 1)))
            return match[1] + code

        # Behind the last closing braces no reference ends: looking there from each opening pair
        # would take the square of the time.
        end = line.rfind(CLOSING) + len(CLOSING) if CLOSING in line else 0
        lines.append(_REFERENCE.sub(hide, line[:end]) + line[end:])
    return "\n".join(lines), tuple(masked)


def pieces(text: str, masked: tuple[Masked, ...]) -> Iterator[tuple[int, str | Masked]]:
    """The parts of a text in order with their offsets: literal text, or what a mask stands for."""
    position = 0
    for match in _MASK.finditer(text):
        if match.start() > position:
            yield position, text[position : match.start()]
        yield match.start(), masked[_index(match[0])]
        position = match.end()
    if position < len(text):
        yield position, text[position:]


def unmask(text: str, masked: tuple[Masked, ...]) -> str:
    """The text as the author wrote it."""
    return _MASK.sub(lambda match: masked[_index(match[0])].text, text)


def is_masked(text: str) -> bool:
    """Whether a reference stands in the text."""
    return "\ufdd0" in text


def _code(index: int) -> str:
    digits = ""
    for _ in range(_DIGITS):
        index, digit = divmod(index, _BASE)
        digits = chr(_FIRST + 1 + digit) + digits
    return chr(_FIRST) + digits


def _index(code: str) -> int:
    index = 0
    for character in code[1 : 1 + _DIGITS]:
        index = index * _BASE + ord(character) - _FIRST - 1
    return index
