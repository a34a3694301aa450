"""What figures were read from: the values of their cells and the vintage of these."""

from collections.abc import Iterator, Mapping
from datetime import date
from hashlib import sha256

from msgspec import Struct

from briefing.model import CellRef, Fact, Facts, Observation

_DIGITS = 8


class Cell(Struct, frozen=True):
    """The value of a cell, or why it has none, and since when its row is known."""

    value: str
    as_of: date | None = None


class Read(Struct, frozen=True):
    """What a figure was read from: its cells, a digest of their values, whatever rows they stand
    in, and their vintage. Without a digest not all of the values are known."""

    cells: tuple[CellRef, ...]
    data: str = ""
    as_of: date | None = None


class Cells(Struct, frozen=True):
    """All cells that an edition's figures were read from."""

    known: Mapping[CellRef, Cell] = {}

    def read(self, cells: tuple[CellRef, ...]) -> Read:
        """What a figure of these cells was read from."""
        found = [(ref.path, self.known[ref]) for ref in cells if ref in self.known]
        dates = [cell.as_of for _, cell in found if cell.as_of is not None]
        lines = sorted(f"{path} {cell.value}\n" for path, cell in found)
        whole = bool(cells) and len(found) == len(cells)
        data = sha256("".join(lines).encode()).hexdigest()[:_DIGITS] if whole else ""
        return Read(cells, data, max(dates, default=None))


def cells(facts: Facts) -> Cells:
    """The cells of stored series, of families and of stated facts."""
    found: dict[CellRef, Cell] = {}
    for one in _stored(facts):
        for ref in one.cells:
            found[ref] = Cell(f"{one.status.name if one.value is None else one.value}", one.as_of)
    return Cells(found)


def _stored(facts: Facts) -> Iterator[Observation | Fact]:
    families = (member for family in facts.families.values() for member in family.members.values())
    series = (*facts.series.values(), *families)
    for one in series:
        if one.derivation is None:
            yield from one.observations
    yield from (fact for fact in facts.stated.values() if fact.derivation is None)
