"""Where each character of Markdown's inline text stands in the author's file.

markdown-it gives lines of blocks only; columns are computed here.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence

from msgspec import Struct

from briefing.model import Place
from briefing.narrative.masks import unmask
from briefing.narrative.script import Script


class Origin(Struct, frozen=True):
    """A text of one or more lines: its file, its first line (from 0), and each line's place.

    `columns` holds for each line the column (from 0) of its first character, `starts` the offset
    of that in the text; `escapes` the offsets before which a table cell's text lacks a backslash.
    """

    file: str
    line: int
    text: str
    columns: tuple[int, ...]
    starts: tuple[int, ...] = (0,)
    escapes: tuple[int, ...] = ()

    def place(self, offset: int) -> Place:
        """The place of the character at an offset of the text."""
        row = max(bisect_right(self.starts, offset) - 1, 0)
        column = offset - self.starts[row] + bisect_right(self.escapes, offset)
        return Place(self.file, self.line + row + 1, self.columns[row] + column + 1)


def of_lines(script: Script, line: int, text: str) -> Origin:
    """The origin of a paragraph's text, each line of which ends a line of the source."""
    columns, starts, start = [], [], 0
    for row, content in enumerate(text.split("\n")):
        source = script.source[line + row] if line + row < len(script.source) else ""
        lead = len(content) - len(content.lstrip())
        columns.append(max(len(source.rstrip()) - len(content.strip()) - lead, 0))
        starts.append(start)
        start += len(content) + 1
    return Origin(script.file, line, text, tuple(columns), tuple(starts))


def of_heading(script: Script, line: int, markup: str, text: str) -> Origin:
    """The origin of the text after a heading's number signs."""
    source = script.source[line]
    written = unmask(text, script.masked)
    match = re.search(re.escape(markup) + r"[ \t]+(?=" + re.escape(written) + ")", source)
    return Origin(script.file, line, text, (match.end() if match else 0,))


def of_cells(script: Script, line: int, indent: int, texts: Sequence[str]) -> list[Origin]:
    """The origins of a table row's cells; `indent` is where the row begins in its line."""
    source = script.lines[line]
    origins = []
    for text, (start, cell) in zip(texts, split_cells(source, indent), strict=False):
        lead = len(cell) - len(cell.lstrip())
        escapes = tuple(
            match.start() + 1 - number
            for number, match in enumerate(re.finditer(r"\\\|", cell.strip()), start=1)
        )
        origins.append(Origin(script.file, line, text, (start + lead,), escapes=escapes))
    missing = len(texts) - len(origins)
    return origins + [Origin(script.file, line, "", (len(source),))] * missing


def split_cells(source: str, indent: int) -> list[tuple[int, str]]:
    """The cells of a row with where each begins, as GitHub's tables split them."""
    end = len(source.rstrip())
    start = indent
    cells = []
    for match in re.finditer(r"\|", source[:end]):
        bar = match.start()
        if bar < indent or source[bar - 1 : bar] == "\\":
            continue
        cells.append((start, source[start:bar]))
        start = bar + 1
    cells.append((start, source[start:end]))
    if cells and not cells[0][1].strip():
        cells.pop(0)
    if cells and not cells[-1][1].strip():
        cells.pop()
    return cells
