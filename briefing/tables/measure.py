"""One column of values of a table, cell by cell."""

import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from msgspec import Struct

from briefing import model
from briefing.tables.formats import header_period
from briefing.tables.marks import marks_beside
from briefing.tables.periods import cell_period
from briefing.workspace import shown

# Our own marks, and the letters of SDMX's code list OBS_STATUS (2.2) that are none of ours: another
# definition, a derogation, a strike and what holds another category break the series; figures of
# low reliability or significance are estimates, experimental and unvalidated ones provisional.
_STATUSES = {s.value: s for s in model.Status} | {
    "a": model.Status.FINAL,
    "d": model.Status.BREAK,
    "g": model.Status.PROVISIONAL,
    "f": model.Status.ESTIMATED,
    "h": model.Status.MISSING,
    "i": model.Status.ESTIMATED,
    "j": model.Status.BREAK,
    "k": model.Status.MISSING,
    "l": model.Status.MISSING,
    "m": model.Status.NOT_APPLICABLE,
    "n": model.Status.ESTIMATED,
    "o": model.Status.MISSING,
    "q": model.Status.CONFIDENTIAL,
    "s": model.Status.BREAK,
    "u": model.Status.ESTIMATED,
    "v": model.Status.PROVISIONAL,
    "w": model.Status.BREAK,
}
# The words of our own data, enclosed in PDFs.
_WORDS = {s.name.lower().replace("_", " "): s.value for s in model.Status}
_BETWEEN = " ,;|"
# Eurostat's flags, where its letters mean otherwise than SDMX's.
_EUROSTAT = {"s": model.Status.ESTIMATED, ":": model.Status.MISSING}
_BRACKETS = re.compile(r"\((.+)\)")
_WITHOUT_VALUE = (model.Status.NOT_APPLICABLE, model.Status.CONFIDENTIAL, model.Status.MISSING)


class Measure(Struct, frozen=True):
    """A column of values and what the manifest says of it; without `unit` each row says its own."""

    column: str
    unit: model.Unit | None
    kind: model.Kind
    source: str
    label: model.Text | None = None


class Record(Struct, frozen=True):
    """One row as the measure has it; the observation is in the row's own unit."""

    row: model.Row
    unit: model.Unit
    observation: model.Observation
    as_of: date | None


def records(
    spec: model.TableSpec, table: model.Table, measure: Measure, sources: Mapping[str, model.Source]
) -> tuple[tuple[Record, ...], tuple[model.Finding, ...]]:
    """All rows of a measure; a row with a cell that can't be read is a finding and left out."""
    made: list[Record] = []
    findings: list[model.Finding] = []
    for row in table.rows:
        reader = RowReader(spec, table, row, sources, measure.source)
        record = reader.record(measure)
        findings += reader.findings
        if record is not None:
            made.append(record)
    return tuple(made), tuple(findings)


class RowReader:
    """Reads the cells of one row; what can't be read is None and joins `findings`."""

    def __init__(
        self,
        spec: model.TableSpec,
        table: model.Table,
        row: model.Row,
        sources: Mapping[str, model.Source],
        source: str,
    ) -> None:
        self.findings: list[model.Finding] = []
        self._spec, self._table, self._row = spec, table, row
        self._sources, self._source = sources, source

    def record(self, measure: Measure) -> Record | None:
        """The row as a record of the measure."""
        if self._is_footer(measure.column):
            return None
        period, as_of = self.period(), self.as_of()
        unit = measure.unit or self._unit()
        status = self._status(period)
        if self._spec.marks == "status":
            status = model.together(status, *self._marked(measure.column))
        value, found = self._value(measure.column, status)
        sources = self.sources()
        if self.findings or period is None or unit is None or found is None:
            return None
        observation = model.Observation(
            period=period,
            value=value,
            status=found,
            reason="" if value is not None else self._reason(measure.column, found),
            cells=(
                model.CellRef(self._table.file, self._row.number, self._row.at or measure.column),
            ),
            sources=sources,
            resolution=None if value is None else model.resolution(value),
            as_of=as_of,
        )
        return Record(self._row, unit, observation, as_of)

    def _is_footer(self, column: str) -> bool:
        """Whether the row holds one text and neither period nor value, as notes below a table do:
        that is one finding."""
        cells = self._row.cells
        if cells[self._spec.period].strip() or cells[column].strip():
            return False
        filled = [cell.strip() for cell in cells.values() if cell.strip()]
        if len(filled) != 1:
            return False
        hint = f'where the table ends there, say so: end: "{filled[0].partition(" ")[0]}"'
        message = f"this row holds no figure, but “{shown(filled[0])}”"
        self._report("B208", self._spec.period, message, hint)
        return True

    def period(self) -> model.Period | None:
        """The period of the row."""
        written = self._row.cells[self._spec.period]
        try:
            month = self._row.cells[self._spec.month] if self._spec.month else ""
            return cell_period(self._spec, written, month)
        except ValueError as error:
            compact = self._spec.format == "comtrade"
            offices = header_period(written, compact) if not self._spec.month else ""
            if offices:
                return model.Period.parse(offices)
            hint = (
                "periods are 2014, 2014-H1, 2014-Q3, 2014-09, 2014-W05, 2014-09-03, "
                "2011-01..2011-09 or 2000..2013; 2011/12 with `year_starts:`"
            )
            if "begins or ends" in str(error):
                hint = "add `year_named: start`, or `end`, to the table"
            self._report("B208", self._spec.period, str(error), hint)
            return None

    def as_of(self) -> date | None:
        """The day from which the row is known; None where the table has no such column."""
        if not self._spec.as_of:
            return None
        try:
            return model.Period.parse(self._row.cells[self._spec.as_of]).end
        except ValueError as error:
            hint = "say since when the row is known: 2026-04-15"
            self._report("B208", self._spec.as_of, str(error), hint)
            return None

    def sources(self) -> tuple[str, ...]:
        """The row's sources, by name: its own (`;` between several), else the table's."""
        own: tuple[str, ...] = ()
        if self._spec.sources:
            written = self._row.cells[self._spec.sources].split(";")
            own = tuple(name.strip() for name in written if name.strip())
        for name in own:
            if name not in self._sources:
                hint = "name the source under `sources:` in the manifest"
                message = f"no source “{shown(name)}”{model.did_you_mean(name, self._sources)}"
                self._report("B210", self._spec.sources, message, hint)
        return own or ((self._source,) if self._source else ())

    def _unit(self) -> model.Unit | None:
        try:
            return model.Unit.parse(self._row.cells[self._spec.unit_column])
        except ValueError as error:
            hint = "write a unit such as USD million, tonne or persons"
            self._report("B211", self._spec.unit_column, str(error), hint)
            return None

    def _status(self, period: model.Period | None) -> model.Status:
        """What the row says, and what the manifest says of its period."""
        since = self._spec.provisional
        late = since is not None and period is not None and period.start >= since.start
        declared = model.Status.PROVISIONAL if late else model.Status.FINAL
        written = self._row.cells[self._spec.status].strip() if self._spec.status else ""
        if not written:
            return declared
        return model.together(declared, *self._statuses(written))

    def _statuses(self, written: str) -> list[model.Status]:
        """Each letter as a status; one that means nothing here is a finding."""
        own = self._spec.statuses
        written = _WORDS.get(written.casefold(), own.get(written, written))
        known = _STATUSES | (_EUROSTAT if self._spec.format == "eurostat-tsv" else {})
        found = []
        for letter in written.lower():
            meant = own.get(letter, letter)
            if meant in known:
                found.append(known[meant])
            elif meant and letter not in _BETWEEN:
                hint = (
                    "statuses are p, r, e, b, c, x, z (several may stand together), or nothing; "
                    f'say what another means: statuses: {{{letter}: e}}, or {letter}: ""'
                )
                message = f"“{shown(written)}” is no status"
                self._report("B209", self._spec.status or self._spec.value, message, hint)
                break
        return found

    def _marked(self, column: str) -> list[model.Status]:
        """The statuses that letters beside the figure say."""
        _, marks = marks_beside(self._row.cells[column])
        return self._statuses("".join(letter for letter in marks if letter.isalpha()))

    def _value(
        self, column: str, status: model.Status
    ) -> tuple[Decimal | None, model.Status | None]:
        """The value (None: missing) and its status; the status is None when unreadable."""
        spec, written = self._spec, self._row.cells[column]
        if written in spec.missing or written.strip() in spec.missing:
            return None, status if status in _WITHOUT_VALUE else model.Status.MISSING
        if spec.marks:
            written, marks = marks_beside(written)
            if marks and not written:
                return None, status if status in _WITHOUT_VALUE else model.Status.MISSING
        if spec.negative and (inside := _BRACKETS.fullmatch(written.strip())):
            written = f"-{inside[1]}"
        try:
            value = model.number(written, spec.decimal, spec.thousands)
        except ValueError as error:
            self._report("B207", column, *self._unreadable(written, str(error)))
            return None, None
        if status in _WITHOUT_VALUE:
            message = f"a value stands where the status says {status.name.lower()}".replace(
                "_", " "
            )
            self._report("B209", column, message, "correct the status, or take the value out")
            return None, None
        return value, status

    def _unreadable(self, written: str, error: str) -> tuple[str, str]:
        name = self._spec.name
        if not written.strip():
            return "the cell is empty", f'if that says missing, declare it: missing: [""] on {name}'
        hint = (
            f"write it as 1234.5, declare `decimal:` and `thousands:` on table {name}, "
            "or, if it says that there is no value, declare it under `missing:`"
        )
        return error, hint

    def _reason(self, column: str, status: model.Status) -> str:
        words = {
            model.Status.CONFIDENTIAL: "is confidential",
            model.Status.NOT_APPLICABLE: "does not apply",
        }.get(status, "is missing")
        where = "row" if "#" in self._table.file else "line"
        return f"“{column}” {words} in {self._table.file}, {where} {self._row.number}"

    def _report(self, code: str, column: str, message: str, hint: str) -> None:
        where = model.place(self._table, self._row, column)
        # One by one, so that nothing of the message is cut but its unseen characters show.
        whole = f"table {self._spec.name}: {''.join(shown(c) for c in message)}"
        self.findings.append(model.Finding(code, where, whole, hint))
