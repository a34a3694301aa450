"""What a workbook must pass before it is opened: its unpacked size and the reach of its sheets.

A file of 5 kB may ask for 10^10 cells, which aborts the process; so references are read first.
"""

import posixpath
import re
import zipfile
from collections.abc import Iterator, Mapping
from io import BytesIO
from typing import IO, TypeVar
from xml.parsers import expat

from msgspec import Struct

from briefing.tables.formats.content import MOST_CELLS, Given, unfit
from briefing.tables.formats.unpacked import DAMAGED

MOST_UNPACKED = 512 * 1024 * 1024
_BLOCK = 1024 * 1024
_MOST_PARTS = 5_000
_MOST_DOUBTFUL = 1_000
_REFERENCE = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")
_HINT = "copy the cells that count into a new workbook"


class Doubtful(Struct, frozen=True):
    """A cell that holds an error (`#N/A`), or a formula without a value (`error` empty)."""

    row: int
    column: int
    reference: str
    error: str = ""


def examine(given: Given) -> Mapping[str, tuple[Doubtful, ...]]:
    """The doubtful cells of each sheet of an .xlsx, by the sheet's name; other workbooks only pass
    the sizes. Raises UnfitError where it is too large to be opened."""
    if not given.data.startswith(b"PK\x03\x04"):
        return {}
    try:
        with zipfile.ZipFile(BytesIO(given.data)) as parts:
            infos = parts.infolist()
            total = sum(info.file_size for info in infos)
            if total > MOST_UNPACKED or len(infos) > _MOST_PARTS:
                message = f"{given.file} unpacks to more than {MOST_UNPACKED >> 20} MiB"
                raise unfit(given, message, _HINT, "B205")
            if "content.xml" in parts.namelist():
                _parse(given, parts, "content.xml", _Ods(given))
                return {}
            return {
                name: _parse(given, parts, part, _Sheet(given, part)).doubtful
                for name, part in _sheets(given, parts)
            }
    except (*DAMAGED, expat.ExpatError):
        message = f"{given.file} is no workbook that can be read: its parts are damaged"
        raise unfit(given, message, "open it in a spreadsheet and save it again") from None


class _Part:
    """Reads a part of a workbook by expat, with nothing of it kept."""

    def __init__(self, given: Given) -> None:
        self.given = given

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """An element begins."""

    def end(self, name: str) -> None:
        """An element ends."""

    def text(self, text: str) -> None:
        """Text stands there."""

    @property
    def doubtful(self) -> tuple[Doubtful, ...]:
        """The cells that can't be taken for what they show."""
        return ()


class _Named(_Part):
    """The sheets of a workbook, by name and relation; or the parts by relation."""

    def __init__(self, given: Given) -> None:
        super().__init__(given)
        self.found: dict[str, str] = {}

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if name.endswith("sheet") and "name" in attributes:
            relation = next((v for k, v in attributes.items() if k.endswith(" id")), "")
            self.found[attributes["name"]] = relation
        elif name.endswith("Relationship") and "Id" in attributes:
            self.found[attributes["Id"]] = attributes.get("Target", "")


class _Sheet(_Part):
    """How far a sheet reaches, and its doubtful cells."""

    def __init__(self, given: Given, part: str) -> None:
        super().__init__(given)
        self._part = part
        self._found: list[Doubtful] = []
        self._row = self._column = self._last = self._reach = 0
        self._inside = ""
        self._kind, self._formula, self._value = "", False, ""

    @property
    def doubtful(self) -> tuple[Doubtful, ...]:
        return tuple(self._found)

    def start(self, name: str, attributes: dict[str, str]) -> None:
        tag = name.rpartition(" ")[2]
        if tag == "row":
            self._row = int(attributes.get("r", self._row + 1))
            self._column = 0
        elif tag == "c":
            self._cell(attributes)
        elif tag == "f":
            self._formula = True
        self._inside = tag

    def _cell(self, attributes: dict[str, str]) -> None:
        match = _REFERENCE.fullmatch(attributes.get("r", ""))
        if match:
            self._column, self._row = _number(match[1]), int(match[2])
        else:
            self._column += 1
        self._kind, self._formula, self._value = attributes.get("t", ""), False, ""
        self._last, self._reach = max(self._last, self._row), max(self._reach, self._column)
        if self._last * self._reach > MOST_CELLS * 4:
            message = (
                f"{self._part} reaches to row {self._last:,}, column {self._reach:,}: "
                f"more than {MOST_CELLS * 4:,} cells"
            )
            raise unfit(self.given, message, _HINT, "B205")

    def text(self, text: str) -> None:
        if self._inside in ("v", "t"):
            self._value += text[:64]

    def end(self, name: str) -> None:
        self._inside = ""
        if name.rpartition(" ")[2] != "c" or len(self._found) >= _MOST_DOUBTFUL:
            return
        if self._kind == "e" or (self._formula and not self._value and self._kind != "str"):
            reference = f"{_letters(self._column)}{self._row}"
            error = (self._value or "#ERROR") if self._kind == "e" else ""
            self._found.append(Doubtful(self._row, self._column, reference, error))


class _Ods(_Part):
    """How far the tables of an OpenDocument reach: repeated rows and cells that hold something."""

    def __init__(self, given: Given) -> None:
        super().__init__(given)
        self._rows = self._times = self._columns = self._cells = 0

    def start(self, name: str, attributes: dict[str, str]) -> None:
        tag = name.rpartition(" ")[2]
        repeated = {k.rpartition(" ")[2]: v for k, v in attributes.items()}
        if tag == "table-row":
            self._times = int(repeated.get("number-rows-repeated", 1))
            self._columns = 0
        elif tag in ("table-cell", "covered-table-cell"):
            self._columns += int(repeated.get("number-columns-repeated", 1))
            if any(key in repeated for key in ("value-type", "formula", "value")):
                self._cells += self._columns * self._times
        if self._cells > MOST_CELLS * 4:
            message = f"its tables hold more than {MOST_CELLS * 4:,} cells"
            raise unfit(self.given, message, _HINT, "B205")


Read = TypeVar("Read", bound=_Part)


def _sheets(given: Given, parts: zipfile.ZipFile) -> Iterator[tuple[str, str]]:
    """Each sheet's name and part, as the workbook's relations say."""
    book = next((n for n in parts.namelist() if n.endswith("workbook.xml")), "")
    if not book:
        raise unfit(given, f"{given.file} is no workbook", "name the format that it has")
    folder, file = posixpath.split(book)
    relations = _Named(given)
    _parse(given, parts, f"{folder}/_rels/{file}.rels".lstrip("/"), relations)
    names = _Named(given)
    _parse(given, parts, book, names)
    for name, relation in names.found.items():
        target = relations.found.get(relation, "")
        part = target.lstrip("/") if target.startswith("/") else posixpath.join(folder, target)
        part = posixpath.normpath(part)
        if part in parts.namelist():
            yield name, part


def _parse(given: Given, parts: zipfile.ZipFile, part: str, reader: Read) -> Read:
    """Read a part, never more of it than is allowed, with no document type in it."""

    def doctype(*_: object) -> None:
        raise unfit(given, f"{part} declares a document type", "save the workbook again")

    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartDoctypeDeclHandler = doctype
    parser.StartElementHandler = reader.start
    parser.EndElementHandler = reader.end
    parser.CharacterDataHandler = reader.text
    with parts.open(part) as stream:
        for block in _blocks(given, stream):
            parser.Parse(block, False)
    parser.Parse(b"", True)
    return reader


def _blocks(given: Given, stream: IO[bytes]) -> Iterator[bytes]:
    read = 0
    while block := stream.read(_BLOCK):
        read += len(block)
        if read > MOST_UNPACKED:
            raise unfit(given, "a part is larger than it says", _HINT, "B205")
        yield block


def _number(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number


def _letters(number: int) -> str:
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters
