"""One author's file while it is read: its lines, masked references, and what is wrong with it."""

import re
from dataclasses import dataclass, field

from briefing.model import Finding, Place
from briefing.narrative import masks
from briefing.narrative.masks import Masked

# Control characters but tab and newline; embeddings, overrides and isolates of direction;
# noncharacters, and what a wrong encoding leaves.
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufdd0-\ufdef\ufffd]")


@dataclass(slots=True)
class Script:
    """Its lines as written (`source`) and as Markdown reads them, with references masked (`lines`);
    what the masks stand for, and the findings so far."""

    file: str
    source: tuple[str, ...]
    lines: tuple[str, ...]
    masked: tuple[Masked, ...]
    findings: list[Finding] = field(default_factory=list)
    links: int = 0

    def find(
        self, code: str, place: Place, message: str, hint: str, *, lighter: bool = False
    ) -> None:
        """Note a finding, perhaps in its lighter case."""
        self.findings.append(Finding(code, place, message, hint, lighter=lighter))

    def printable(self, text: str, place: Place) -> str:
        """The text without what cannot be printed, each such character a warning."""
        for match in _CONTROL.finditer(text):
            self._control(match[0], place)
        return _CONTROL.sub("", text)

    def _control(self, character: str, place: Place) -> None:
        self.find(
            "B313",
            place,
            f"character U+{ord(character):04X} in the text, which cannot be printed",
            "remove it; it is left out",
            lighter=True,
        )

    def place(self, line: int, mark: str = "") -> Place:
        """Where a mark first stands on a line (counted from 0), else its first non-space."""
        text = self.source[line] if line < len(self.source) else ""
        start = text.find(mark) if mark else -1
        return Place(self.file, line + 1, max(start, len(text) - len(text.lstrip())) + 1)

    def next_link(self) -> int:
        """A number for the next link of the file."""
        self.links += 1
        return self.links


def script(file: str, text: str) -> Script:
    """The file ready for Markdown: newlines made one, controls left out, references masked.

    A control character is a warning and is printed nowhere; in its place Markdown reads U+FFFD,
    so that columns stay.
    """
    plain = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    clean = _CONTROL.sub("\ufffd", plain)
    masked_text, masked = masks.mask(file, clean)
    read = Script(file, tuple(clean.split("\n")), tuple(masked_text.split("\n")), masked)
    for number, line in enumerate(plain.split("\n"), start=1):
        for match in _CONTROL.finditer(line):
            read._control(match[0], Place(file, number, match.start() + 1))
    return read
