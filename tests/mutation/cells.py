"""The cells of the sample's tables, and each of them changed."""

import csv
import json
import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from io import StringIO
from pathlib import Path

SAMPLE = Path(__file__).parents[2] / "data" / "mongolia-russia"
# The columns that hold what is printed. Of the others, periods, keys and sources say which row it
# is: to change one is to move a row; and marks bear on how their neighbours are marked.
_VALUES = {"value", "stock", "primaryValue"}
_WORDS = {"event_en", "detail_en"}
_MARK = "number "
_QUOTED = re.compile(rf'"{_MARK}([^"]+)"')


@dataclass(frozen=True)
class Cell:
    """One cell: its file, line and column."""

    file: str
    row: int
    column: str

    @property
    def place(self) -> str:
        """The file as the product names it: with the part of a reply in which rows count."""
        if not self.file.endswith(".json"):
            return self.file
        return f"{self.file}#{'data' if self.column == 'primaryValue' else 'value'}"

    @property
    def is_value(self) -> bool:
        """Whether it holds a number, else words."""
        return self.column in _VALUES


def copied(folder: Path) -> Path:
    """A copy of the sample in a folder, without its lock: a file that was changed by hand is no
    more what was fetched, and its source's dates would fall away with the lock's."""
    copy = Path(shutil.copytree(SAMPLE, folder / SAMPLE.name))
    (copy / "briefing.lock.json").unlink()
    return copy


def cells() -> Iterator[Cell]:
    """Each cell that holds a value or words."""
    for path in sorted(SAMPLE.glob("*.csv")):
        lines = csv.DictReader(StringIO(path.read_text(encoding="utf-8")))
        for number, line in enumerate(lines, start=2):
            for column, text in line.items():
                if text and column in _VALUES | _WORDS:
                    yield Cell(path.name, number, column)
    for path in sorted(SAMPLE.glob("*.json")):
        reply = json.loads(path.read_text(encoding="utf-8"))
        for number, _ in enumerate(reply.get("data", ()), 1):
            yield Cell(path.name, number, "primaryValue")
        for place in _places(reply.get("value", ())):
            yield Cell(path.name, int(place) + 1, "value")


def _places(values: object) -> Iterator[object]:
    """The places of the values of JSON-stat, in a list or, where some lack, in a map."""
    assert isinstance(values, list | dict | tuple)
    yield from values if isinstance(values, dict) else range(len(values))


def changed(data: bytes, cell: Cell) -> bytes:
    """The file with a value about a hundredth larger, in as many digits as before; or a word
    more."""
    if cell.file.endswith(".json"):
        return _changed_reply(data, cell)
    lines = list(csv.reader(StringIO(data.decode())))
    at = lines[0].index(cell.column)
    lines[cell.row - 1][at] = _other(lines[cell.row - 1][at], cell)
    out = StringIO()
    csv.writer(out, lineterminator="\n").writerows(lines)
    return out.getvalue().encode()


def _changed_reply(data: bytes, cell: Cell) -> bytes:
    reply = json.loads(data, parse_float=_Number, parse_int=_Number)
    if cell.column == "primaryValue":
        holder, at = reply["data"][cell.row - 1], cell.column
    else:
        holder = reply["value"]
        at = str(cell.row - 1) if isinstance(holder, dict) else cell.row - 1
    holder[at] = _Number(_other(holder[at], cell))
    written = json.dumps(reply, ensure_ascii=False, indent=1)
    return _QUOTED.sub(r"\1", written).encode()


class _Number(str):
    """A number as it stands in a reply; marked, so that it is written as one again."""

    __slots__ = ()

    def __new__(cls, text: str) -> "_Number":
        return super().__new__(cls, f"{_MARK}{text.removeprefix(_MARK)}")


def _other(text: str, cell: Cell) -> str:
    if not cell.is_value:
        return f"{text} Mutated"
    text = text.removeprefix(_MARK)
    least = Decimal(1).scaleb(-len(text.partition(".")[2]))
    larger = (Decimal(text) * Decimal("1.013")).quantize(least)
    return f"{larger + least.copy_sign(larger):f}"
