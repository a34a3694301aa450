"""Rows of a measure to series: which rows, by which key, which vintage."""

import re
from collections.abc import Mapping, Sequence
from unicodedata import normalize

from msgspec import Struct, structs

from briefing import model
from briefing.language import by_name, near_name
from briefing.language.country_codes import ALIASES, LEFTOVERS, alpha3
from briefing.model import known, place
from briefing.tables.measure import Measure, Record
from briefing.workspace import shown

_NUMBERS = ("m49", "comtrade")
_UNLIKE = re.compile(r"[\W_]")
_LISTS = {
    "alpha3": "alpha-3 (RUS)",
    "alpha2": "alpha-2 (RU)",
    "m49": "M49 (643)",
    "comtrade": "UN Comtrade (643)",
    "eurostat": "Eurostat (RU)",
    "names": "name of a country",
}


class Cutter(Struct, frozen=True):
    """Makes series of the rows of one measure of a table, as an edition knows them."""

    spec: model.Spec
    table_spec: model.TableSpec
    table: model.Table
    measure: Measure
    records: tuple[Record, ...]

    def series(
        self,
        name: str,
        records: Sequence[Record],
        label: model.Text | None,
        unit: model.Unit | None = None,
    ) -> tuple[model.Series, tuple[model.Finding, ...]]:
        """The known rows as one series in order of period, in the given unit, else in theirs.

        Of several vintages of a period the latest that the edition knows counts; two rows of one
        period that no `as_of` tells apart are a finding.
        """
        rows: dict[model.Period, list[Record]] = {}
        for record in records:
            if known(self.spec, record.observation.period, record.as_of):
                rows.setdefault(record.observation.period, []).append(record)
        unit = unit or self._unit(records)
        findings: list[model.Finding] = []
        observations: list[model.Observation] = []
        for period in sorted(rows):
            record, doubled = self._latest(name, rows[period])
            findings += doubled
            if not record.unit.converts_to(unit):
                findings.append(self._mixed(record, unit))
                continue
            observations.append(_converted(record, unit))
        kind = self.measure.kind
        return model.Series(name, unit, kind, tuple(observations), label=label), tuple(findings)

    def family(self, cut: model.SeriesSpec) -> tuple[model.Family, tuple[model.Finding, ...]]:
        """A series for each key of the column `by`, also for keys whose rows aren't known yet."""
        totals = self.table_spec.totals.get(cut.by, ())
        rows = self.where(cut.where)
        keys, findings = self._keys(cut.by, totals, [record.row for record in rows])
        groups: dict[str, list[Record]] = {}
        for record in rows:
            key = keys.get(record.row.cells[cut.by])
            if key is not None:
                groups.setdefault(key, []).append(record)
        members: dict[str, model.Series] = {}
        unit = self._unit(rows)
        for key in sorted(groups):
            own = _broken(groups[key], cut.by) if self.table_spec.codes in _NUMBERS else groups[key]
            members[key], found = self.series(f"{cut.name}[{key}]", own, None, unit)
            findings += found
        findings += self._spelt_twice(cut.by, rows) if self.table_spec.codes == "none" else ()
        known = {"WLD", *LEFTOVERS} if self.table_spec.codes == "comtrade" else set[str]()
        among = frozenset(known | set(totals)) & members.keys()
        countries = self.table_spec.codes != "none"
        blank = None
        if not members and self._of_parameter(cut):
            blank = model.Series(cut.name, unit, self.measure.kind, ())
        return model.Family(cut.name, members, among, cut.label, countries, blank), findings

    def _of_parameter(self, cut: model.SeriesSpec) -> bool:
        """Whether a cut's rows are those of a parameter's value."""
        values = set(self.spec.parameters.values())
        return any(values.intersection(some) for some in cut.where.values())

    def where(self, conditions: Mapping[str, Sequence[str]]) -> list[Record]:
        """The rows whose cells are among those asked for, column by column."""
        return [
            record
            for record in self.records
            if all(
                record.row.cells[column].strip() in any_of for column, any_of in conditions.items()
            )
        ]

    def conditions(self, cut: model.SeriesSpec) -> tuple[model.Finding, ...]:
        """What is wrong with a cut's `where` and `by`: unknown columns, values in no row."""
        findings: list[model.Finding] = []
        for column in (*cut.where, *((cut.by,) if cut.by else ())):
            if column not in self.table.columns:
                meant = model.did_you_mean(column, self.table.columns)
                message = f"series {cut.name}: no column “{shown(column)}”{meant}"
                listed = ", ".join(shown(c) for c in self.table.columns[:20] if c)
                hint = f"the columns of table {self.table.name} are: {listed}"
                findings.append(model.Finding("B206", cut.place, message, hint))
                continue
            findings += self._nowhere(cut, column, cut.where.get(column, ()))
        return tuple(findings)

    def _nowhere(
        self, cut: model.SeriesSpec, column: str, wanted: Sequence[str]
    ) -> list[model.Finding]:
        there = dict.fromkeys(row.cells[column].strip() for row in self.table.rows)
        findings = []
        for value in wanted:
            # A parameter's value may be in no row: a template serves partners without any.
            if value in there or value in self.spec.parameters.values() or not there:
                continue
            message = (
                f"series {cut.name}: no row has “{shown(value)}” in column “{shown(column)}”"
                f"{model.did_you_mean(value, there)}"
            )
            listed = ", ".join(shown(v) for v in list(there)[:12])
            hint = f"cells there are: {listed}"
            findings.append(model.Finding("B214", cut.place, message, hint))
        return findings

    def _keys(
        self, column: str, totals: Sequence[str], rows: Sequence[model.Row]
    ) -> tuple[dict[str, str], tuple[model.Finding, ...]]:
        """Each cell of a key column to its key; those that are none are findings and left out."""
        keys: dict[str, str] = {}
        findings: list[model.Finding] = []
        bad: set[str] = set()
        codes = self.table_spec.codes
        for row in rows:
            cell = row.cells[column]
            if cell in keys or cell in bad:
                continue
            written = " ".join(cell.split("\n")).replace("\t", " ").strip()
            if codes == "none" or written in totals or written in self.spec.names:
                key = written or None
            else:
                code = alpha3(written, codes)
                named = code != "WLD" or codes == "comtrade"
                key = code if named or code in totals else None
            if key is None:
                bad.add(cell)
                where = place(self.table, row, column)
                findings.append(self._no_key(where, column, written))
            else:
                keys[cell] = key
        return keys, tuple(findings)

    def _spelt_twice(self, column: str, rows: Sequence[Record]) -> tuple[model.Finding, ...]:
        """A finding for each key that is an earlier one but for case, dashes or apostrophes, or is
        another name of the same country."""
        seen: dict[str, str] = {}
        told: set[str] = set()
        cells = dict.fromkeys(record.row.cells[column] for record in rows)
        # Where no key is a country's name in a language of the briefing, keys are something else.
        spoken = ("en", *self.spec.languages)
        countries = any(by_name(cell, spoken) for cell in cells)
        found: list[model.Finding] = []
        for record in rows:
            written = record.row.cells[column].strip()
            if written in told or not _bare(written):
                continue
            told.add(written)
            first = seen.setdefault(_bare(written), written)
            code = by_name(written) if countries else None
            called = seen.setdefault(f"country {code or written}", written)
            if written in (first, called) and first == called:
                continue
            same = "differ only in how they are written"
            if first == written:
                first, same = called, "are names of one country"
            message = (
                f"table {self.table_spec.name}: “{shown(written)}” and “{shown(first)}” are two "
                f"keys, and {same}"
            )
            hint = "write the partner in one way in the whole file"
            where = place(self.table, record.row, column)
            found.append(model.Finding("B245", where, message, hint))
        return tuple(found)

    def _no_key(self, where: model.Place, column: str, written: str) -> model.Finding:
        name, codes = self.table_spec.name, self.table_spec.codes
        message = f"table {name}: the cell of key column “{shown(column)}” is empty"
        if written:
            code = "" if codes == "names" else " code of a country"
            message = f"table {name}: “{shown(written)}” is no {_LISTS[codes]}{code}"
            near = near_name(written) if codes == "names" else ""
            message += f"; did you mean “{near}”?" if near else ""
        hint = (
            f"correct it, or declare on table {name} `codes:` (alpha2, eurostat, m49, comtrade, "
            f"names, none) or `totals: {{{column}: […]}}`, or give the code a name under `names:`"
        )
        if written in ALIASES and codes in ("alpha2", "alpha3"):
            hint = f"declare `codes: eurostat` on table {name}"
        return model.Finding("B212", where, message, hint)

    def _unit(self, records: Sequence[Record]) -> model.Unit:
        """That of the measure, else of the first of these rows."""
        return self.measure.unit or (records or self.records)[0].unit

    def _latest(
        self, name: str, rows: Sequence[Record]
    ) -> tuple[Record, tuple[model.Finding, ...]]:
        """The latest vintage, and a finding for a row that no vintage tells from it."""
        ordered = sorted(rows, key=lambda r: str(r.as_of or ""))
        latest = ordered[-1]
        same = [r for r in rows if r.as_of == latest.as_of]
        if len(same) == 1:
            return latest, ()
        first, second = same[0].row, same[1].row
        where = place(self.table, second, self.table_spec.period)
        message = (
            f"table {self.table.name}: two rows for {shown(name)}, {same[0].observation.period}: "
            f"lines {first.number} and {second.number}"
        )
        hint = (
            "delete one, tell them apart with `where:` or `by:` on the series, or, if one revises "
            "the other, name the column that dates them with `as_of:`"
        )
        return same[0], (model.Finding("B213", where, message, hint),)

    def _mixed(self, record: Record, unit: model.Unit) -> model.Finding:
        where = place(self.table, record.row, self.table_spec.unit_column)
        message = f"table {self.table.name}: {record.unit} stands in one series with {unit}"
        hint = (
            "one series has one unit (only its scale may differ): cut the rows apart with `where:`"
        )
        return model.Finding("B211", where, message, hint)


def _converted(record: Record, unit: model.Unit) -> model.Observation:
    observation = record.observation
    if record.unit == unit or observation.value is None or observation.resolution is None:
        return observation
    return structs.replace(
        observation,
        value=record.unit.convert(observation.value, unit),
        resolution=record.unit.convert(observation.resolution, unit),
    )


def _broken(records: Sequence[Record], column: str) -> Sequence[Record]:
    """The rows with a break where the file goes on under another number: a territory that was
    joined or split (UN Comtrade's 736 and 729 are Sudan with and without South Sudan)."""
    if len({record.row.cells[column].strip() for record in records}) < 2:
        return records
    made: list[Record] = []
    ordered = sorted(records, key=lambda record: record.observation.period)
    for record in ordered:
        before = made[-1].row.cells[column].strip() if made else ""
        if made and record.row.cells[column].strip().zfill(3) != before.zfill(3):
            observation = record.observation
            if observation.value is not None:
                status = model.together(observation.status, model.Status.BREAK)
                record = structs.replace(
                    record, observation=structs.replace(observation, status=status)
                )
        made.append(record)
    return made


def _bare(key: str) -> str:
    """A key without what a slip of the pen changes: case, spaces, dashes, apostrophes, form."""
    return _UNLIKE.sub("", normalize("NFKC", key).casefold())
