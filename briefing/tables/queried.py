"""What was cut from tables before: taken again where all that it was made of is the same."""

from collections.abc import Hashable
from typing import TypeVar

from briefing.model import SeriesSpec, Spec, Table, TableSpec
from briefing.tables.measure import Record

Made = TypeVar("Made")


class Queried:
    """Rows as measured and series as cut for the briefing before, by what they were made of.

    A table and its records are compared by identity, and held, so that no other comes to stand in
    their place: a table that was loaded once is the same one.
    """

    def __init__(self) -> None:
        self._known: dict[Hashable, tuple[object, object, object]] = {}

    def measured(self, spec: Spec, table_spec: TableSpec, table: Table, value: str) -> "_Place":
        """Where the rows of a table's value are remembered."""
        return _Place(self._known, (table_spec.name, value), table, (table_spec, spec.sources))

    def cut(self, spec: Spec, cut: SeriesSpec, records: tuple[Record, ...]) -> "_Place":
        """Where what a cut gives is remembered."""
        wanted = {value for some in cut.where.values() for value in some}
        asked = wanted & set(spec.parameters.values())
        edition = spec.period, spec.released, spec.names, spec.languages
        declared = spec.tables.get(cut.table), spec.sources
        return _Place(self._known, cut.name, records, (cut, asked, edition, declared))


class _Place:
    """What may be known: `held` is what it is made from, by identity; `asked` the rest."""

    def __init__(
        self,
        known: dict[Hashable, tuple[object, object, object]],
        name: Hashable,
        held: object,
        asked: object,
    ) -> None:
        self._known, self._name, self._held, self._asked = known, name, held, asked

    def take(self, kind: type[Made]) -> Made | None:
        """What is known, where all is the same."""
        held, asked, made = self._known.get(self._name, (None, None, None))
        same = held is self._held and asked == self._asked
        return made if same and isinstance(made, kind) else None

    def keep(self, made: Made) -> Made:
        """The same, remembered."""
        self._known[self._name] = self._held, self._asked, made
        return made
