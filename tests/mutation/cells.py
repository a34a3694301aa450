"""The cells of the sample's tables, and each of them changed."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from io import StringIO
from pathlib import Path

SAMPLE = Path(__file__).parents[2] / "data" / "mongolia-russia"
# The columns that hold what is printed. Of the others, periods, keys and sources say which row it
# is: to change one is to move a row; and marks bear on how their neighbours are marked.
_VALUES = {"value", "stock", "net"}
_WORDS = {"event_en", "detail_en"}


@dataclass(frozen=True)
class Cell:
    """One cell: its file, line and column."""

    file: str
    row: int
    column: str

    @property
    def is_value(self) -> bool:
        """Whether it holds a number, else words."""
        return self.column in _VALUES


def cells() -> Iterator[Cell]:
    """Each cell that holds a value or words."""
    for path in sorted(SAMPLE.glob("*.csv")):
        lines = csv.DictReader(StringIO(path.read_text(encoding="utf-8")))
        for number, line in enumerate(lines, start=2):
            for column, text in line.items():
                if text and column in _VALUES | _WORDS:
                    yield Cell(path.name, number, column)


def changed(data: bytes, cell: Cell) -> bytes:
    """The file with a value about a hundredth larger, in as many digits as before; or a word
    more."""
    lines = list(csv.reader(StringIO(data.decode())))
    at = lines[0].index(cell.column)
    lines[cell.row - 1][at] = _other(lines[cell.row - 1][at], cell)
    out = StringIO()
    csv.writer(out, lineterminator="\n").writerows(lines)
    return out.getvalue().encode()


def _other(text: str, cell: Cell) -> str:
    if not cell.is_value:
        return f"{text} Mutated"
    least = Decimal(1).scaleb(-len(text.partition(".")[2]))
    larger = (Decimal(text) * Decimal("1.013")).quantize(least)
    return f"{larger + least.copy_sign(larger):f}"
