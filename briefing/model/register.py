"""The register of figures and the statement on quality, as an annex prints them."""

from collections.abc import Mapping

from msgspec import Struct

from briefing.model.exhibit import Grid
from briefing.model.fact import Fact


class Register(Struct, frozen=True):
    """The facts that the text and the tiles print, in order of first printing.

    Each row of the grid is a fact, its head the fact's number: F1, F2 … `places` has the number of
    the row that a fact's first text leads to: its own, or that of the fact stated first in it;
    empty where the fact is only said of pictures.
    `to_row` and `to_first` say where the links between a printed figure and its row lead
    (`{text}`, `{number}`).
    """

    title: str
    grid: Grid
    facts: tuple[Fact, ...]
    places: tuple[str, ...]
    note: str
    to_row: str
    to_first: str

    @property
    def numbers(self) -> Mapping[tuple[str, str, str], str]:
        """The number of each fact, by the fact's key."""
        rows = zip(self.facts, self.grid.rows, strict=True)
        return {fact.key: row.head for fact, row in rows}


class Quality(Struct, frozen=True):
    """Which checks ran and what came of each; of what the edition was made, as label and value.

    The digest stands in two halves, of 32 digits each. `set_in` labels the faces, which only the
    layout knows. `sentences` say in short which checks ran and what came of them.
    """

    title: str
    checks_title: str
    checks: Grid
    waived: tuple[str, ...]
    edition_title: str
    edition: tuple[tuple[str, str], ...]
    set_in: str
    sentences: tuple[str, ...] = ()
