"""Tables to what is stored: series, families and events, as of an edition."""

from collections.abc import Iterator, Mapping

from msgspec import Struct

from briefing import model
from briefing.tables.cut import Cutter
from briefing.tables.doubts import doubts, same_rows
from briefing.tables.events import events
from briefing.tables.measure import Measure, Record, records
from briefing.tables.queried import Queried
from briefing.workspace import shown


def query(
    spec: model.Spec, tables: Mapping[str, model.Table], before: Queried | None = None
) -> tuple[model.Stored, tuple[model.Finding, ...]]:
    """Series, families and events that the tables hold, with what the edition knows of them.

    A table of one measure that no series is cut from is a series by the table's name; each of a
    table's `values` is one by its own. What can't be made is in `Stored.broken`. What is as it was
    `before` is taken from there.
    """
    query = _Query(spec, before or Queried())
    for name, table_spec in spec.tables.items():
        query.table(table_spec, tables.get(name))
    for cut in spec.series.values():
        if cut.table:
            query.cut(cut)
    query.findings += same_rows([cut for cut in spec.series.values() if cut.table])
    stored = model.Stored(query.series, query.families, query.events, frozenset(query.broken))
    return stored, model.few(query.findings)


class _Rows(Struct, frozen=True):
    """The rows of a measure, and what is wrong with them."""

    records: tuple[Record, ...]
    findings: tuple[model.Finding, ...]


class _Cut(Struct, frozen=True):
    """What a cut gives: a family or a series, neither where a column isn't there; findings."""

    family: model.Family | None
    series: model.Series | None
    findings: tuple[model.Finding, ...]


class _Query:
    """Gathers what the tables of one edition hold."""

    def __init__(self, spec: model.Spec, before: Queried) -> None:
        self._before = before
        self.series: dict[str, model.Series] = {}
        self.families: dict[str, model.Family] = {}
        self.events: dict[str, tuple[model.Event, ...]] = {}
        self.broken: set[str] = set()
        self.findings: list[model.Finding] = []
        self._spec = spec
        self._sources = {(s.table, s.value) for s in spec.series.values() if s.table}
        self._cutters: dict[tuple[str, str], Cutter] = {}

    def table(self, table_spec: model.TableSpec, table: model.Table | None) -> None:
        """Read a table's events or measures; None says that it couldn't be loaded."""
        name = table_spec.name
        if table is None:
            self.broken.update((name, *(value.name for value in table_spec.values)))
        elif table_spec.text:
            self.events[name], found = events(self._spec, table_spec, table)
            self.findings += found
        elif table_spec.values:
            for value in table_spec.values:
                cutter = self._cutter(table_spec, table, value)
                if cutter is not None and (name, value.name) in self._sources:
                    self._cutters[name, value.name] = cutter
                else:
                    self._whole(value.name, cutter)
        else:
            cutter = self._cutter(table_spec, table, None)
            if cutter is not None and (name, "") in self._sources:
                self._cutters[name, ""] = cutter
            else:
                self._whole(name, cutter)

    def cut(self, cut: model.SeriesSpec) -> None:
        """Cut a series or family from its table."""
        cutter = self._cutters.get((cut.table, cut.value))
        if cutter is None:
            self.broken.add(cut.name)
            self.findings += _uncut(self._spec, cut)
            return
        place = self._before.cut(self._spec, cut, cutter.records)
        made = place.take(_Cut) or place.keep(_made(cutter, cut))
        self.findings += made.findings
        if made.family is not None:
            self.families[cut.name] = made.family
        elif made.series is not None:
            self.series[cut.name] = made.series
        else:
            self.broken.add(cut.name)

    def _whole(self, name: str, cutter: Cutter | None) -> None:
        if cutter is None:
            self.broken.add(name)
            return
        label = cutter.measure.label
        self.series[name], found = cutter.series(name, cutter.records, label)
        self.findings += found

    def _cutter(
        self, table_spec: model.TableSpec, table: model.Table, value: model.ValueSpec | None
    ) -> Cutter | None:
        measure, wrong = _measure(table_spec, value)
        self.findings += wrong
        if measure is None:
            return None
        name = value.name if value else ""
        place = self._before.measured(self._spec, table_spec, table, name)
        rows = place.take(_Rows)
        if rows is None:
            made, found = records(table_spec, table, measure, self._spec.sources)
            if measure.unit is not None or made:
                found += tuple(doubts(table_spec, table, measure, made))
            rows = place.keep(_Rows(made, found))
        self.findings += rows.findings
        if measure.unit is None and not rows.records:
            return None
        return Cutter(self._spec, table_spec, table, measure, rows.records)


def _made(cutter: Cutter, cut: model.SeriesSpec) -> _Cut:
    wrong = cutter.conditions(cut)
    if any(finding.code == "B206" for finding in wrong):
        return _Cut(None, None, wrong)
    if cut.by:
        family, found = cutter.family(cut)
        return _Cut(family, None, wrong + found)
    series, found = cutter.series(cut.name, cutter.where(cut.where), cut.label)
    return _Cut(None, series, wrong + found)


def _measure(
    table: model.TableSpec, value: model.ValueSpec | None
) -> tuple[Measure | None, tuple[model.Finding, ...]]:
    place = value.place if value else table.place
    unit: model.Unit | None = (value and value.unit) or table.unit
    kind: model.Kind | None = (value and value.kind) or table.kind
    source = (value and value.source) or table.source
    lacking = list(_lacking(table, place, unit, kind, source))
    if kind is None or lacking:
        return None, tuple(lacking)
    column, label = (value.column, value.label) if value else (table.value, None)
    return Measure(column, unit, kind, source, label), ()


def _lacking(
    table: model.TableSpec,
    place: model.Place,
    unit: model.Unit | None,
    kind: model.Kind | None,
    source: str,
) -> Iterator[model.Finding]:
    needs = {
        "unit": (unit or table.unit_column, "unit: USD million, or unit: {column: …}"),
        "kind": (kind, "kind: flow, stock, cumulative flow or ratio"),
        "source": (source or table.sources, "source: …, or sources: and the column that names it"),
    }
    for key, (given, hint) in needs.items():
        if not given:
            message = f"table {table.name}: no {key} is declared for its values"
            yield model.Finding("B215", place, message, f"write `{hint}`")


def _uncut(spec: model.Spec, cut: model.SeriesSpec) -> tuple[model.Finding, ...]:
    """A finding when the table is of a sort that no series is cut from."""
    table = spec.tables.get(cut.table)
    if table is None or (table.value and not table.text and not table.values and not cut.value):
        return ()
    names = [value.name for value in table.values]
    if cut.value in names:
        return ()
    sort = "holds events" if table.text else "has several values"
    hint = "cut series from a table that has figures"
    if names:
        hint = f"say which is cut: value: {names[0]} (there are {', '.join(names)})"
    if cut.value:
        sort = f"has no value “{shown(cut.value)}”{model.did_you_mean(cut.value, names)}"
    if cut.value and not names:
        hint = "its one column of figures is cut without `value:`"
    message = f"series {cut.name}: table {table.name} {sort}"
    return (model.Finding("B217", cut.place, message, hint),)
