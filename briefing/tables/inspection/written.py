"""An inspection in words, as comments of YAML, and the entry that stands below them."""

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from msgspec.structs import fields

from briefing.model import SeriesSpec, TableSpec, ValueSpec
from briefing.tables.inspection.columns import SAME
from briefing.tables.inspection.inspect import Inspection
from briefing.tables.inspection.units import UNKNOWN
from briefing.tables.inspection.wording import labelled, titled, wording
from briefing.workspace import shown

_PLAIN = re.compile(r"[A-Za-z_][\w.-]*( [A-Za-z_][\w.-]*)*")
_WORDS = frozenset(["true", "false", "yes", "no", "on", "off", "null", "y", "n"])
_MOST = 12
# Keys of a table in the order in which people look for them; others follow.
_FIRST = ("file", "format", "source", "period", "value", "values", "text", "unit", "kind")
_LEFT = frozenset({"name", "place", "unit_column", "sources", "origin", "complete"})
_FIELDS = {f.name: f.default for f in fields(TableSpec)}


def comments(inspection: Inspection) -> Iterator[str]:
    """What the file is, a line a thing."""
    kind, table = inspection.kind, inspection.proposal.table
    about = [f"{inspection.file}: {kind.format}"]
    about += [f"inside {kind.around}"] if kind.around else []
    about += [kind.encoding] if kind.text else []
    if table.format in ("delimited", "sdmx-csv", "large-delimited"):
        about.append(f"parted by {json.dumps(table.delimiter)}")
    yield ", ".join(about)
    if len(kind.members) > 1:
        yield f"files inside: {', '.join(kind.members)}; looked at {kind.member}"
    if len(inspection.sheets) > 1:
        names = [s.name + ("" if s.visible else " (hidden)") for s in inspection.sheets]
        yield f"sheets: {', '.join(names)}; looked at {table.sheet}"
    if where := inspection.layout:
        rows = " and ".join(map(str, where.header))
        more = f"; {where.after} rows below look like another table" if where.after else ""
        yield f"header in row {rows}; last row {where.last}{more}"
    part = ", the first of a large file" if inspection.part else ""
    wide = ", periods in the header made rows" if table.columns else ""
    yield f"{inspection.rows:,} rows{wide}{part}"
    same = [c for c in inspection.columns if c.holds == SAME]
    for column in (c for c in inspection.columns if c.holds != SAME):
        examples = ", ".join(json.dumps(e, ensure_ascii=False) for e in column.examples)
        yield f"  {column.name}: {column.holds}, {column.different:,} different: {examples}"
    if same:
        told = (f"{c.name} {json.dumps(c.examples[0], ensure_ascii=False)}" for c in same)
        yield f"  {SAME}: {', '.join(told)}"
    if inspection.periods:
        first, last = inspection.periods[0], inspection.periods[-1]
        yield f"periods: {first} to {last}, {len(inspection.periods)} of them"
    yield from _members(inspection)
    if table.missing:
        marks = ", ".join(json.dumps(mark, ensure_ascii=False) for mark in table.missing)
        yield f"stand for no value: {marks}"
    for finding in inspection.findings[:_MOST]:
        yield f"doubtful: {finding.place}: {finding.message}"
    if len(inspection.findings) > _MOST:
        yield f"doubtful: {len(inspection.findings) - _MOST} more; `briefing check` names them"


def _members(inspection: Inspection) -> Iterator[str]:
    for members in inspection.members:
        if members.codes:
            how = "by their names" if members.codes == "names" else f"by {members.codes} codes"
            text = f"{members.column}: {members.countries} of {members.count} are countries {how}"
            if members.others:
                listed = ", ".join(members.others[:_MOST])
                text += f"; no country: {listed}{' …' if len(members.others) > _MOST else ''}"
            yield text
        totals = inspection.proposal.table.totals.get(members.column, members.totals)
        if totals:
            yield f"{members.column}: sums or groups of others: {', '.join(totals[:_MOST])}"


def entry(inspection: Inspection, retrieved: str, languages: tuple[str, ...] = ("en",)) -> str:
    """`sources:`, `tables:` and `series:` as YAML. `retrieved` is the day of the source; a source
    wants its texts in each language of a project."""
    table, series = inspection.proposal.table, inspection.proposal.series
    lines = ["sources:", f"  {table.source}:"]
    said = {code: wording(code) for code in languages}
    title, publisher, basis = (
        _said({code: titled(inspection.file, table.name, code) for code in languages}),
        _said({code: own.publisher for code, own in said.items()}),
        _said({code: own.basis for code, own in said.items()}),
    )
    lines.append(f"    title: {title}  # the publication's title")
    lines.append(f"    publisher: {publisher}  # who it is")
    lines.append(f"    retrieved: {retrieved}  # when the file was saved; put the day of retrieval")
    lines.append(f"    basis: {basis}  # prices and valuation: current prices, f.o.b.")
    lines += ["tables:", f"  {table.name}:"]
    for key, value in _table(table).items():
        lines.append(f"    {key}: {_flow(value)}{_note(key, inspection)}")
    if series:
        lines.append("series:")
        lines += [f"  {cut.name}: {_flow(_cut(cut, inspection, languages))}" for cut in series]
    if named := inspection.proposal.names:
        lines.append("names:  # members beside countries: what they are called in each language")
        for key, text in named.items():
            lines.append(f"  {_text(key)}: {_said(dict.fromkeys(languages, text))}")
    return "\n".join(lines) + "\n"


def _note(key: str, inspection: Inspection) -> str:
    said = inspection.unit_said
    table = inspection.proposal.table
    if key == "unit" and said:
        return f"  # as “{shown(said[:100])}” says; compare a value with the publisher's page"
    if key == "unit" and str(table.unit) == UNKNOWN:
        return "  # the file doesn't say: USD million, tonne, percent …"
    return {
        "kind": "  # flow, stock, cumulative flow or ratio",
        "scaled": "  # the unit says already what UNIT_MULT or SCALE states: compare a value",
        "marks": "  # what stands beside figures",
    }.get(key, "")


def _table(table: TableSpec) -> Mapping[str, Any]:
    """The keys of a table that aren't as they are without being said."""
    found: dict[str, Any] = {}
    for name in (*_FIRST, *(f for f in _FIELDS if f not in _FIRST)):
        value = getattr(table, name)
        if name in _LEFT or value == _FIELDS[name] or value in ("", (), None, {}):
            continue
        found[name] = value
    found["file"] = table.file.text
    if table.columns is not None:
        found["columns"] = {"period" if table.columns.periods else "member": table.columns.name}
        found["columns"] |= {"member": table.columns.member} if table.columns.member else {}
        found["columns"] |= {"of": table.columns.of} if table.columns.of else {}
    if table.values:
        found["values"] = {v.name: _measure(v) for v in table.values}
    if table.unit is not None:
        found["unit"] = str(table.unit)
    return found


def _measure(value: ValueSpec) -> Mapping[str, Any]:
    keys = {"column": value.column, "unit": value.unit and str(value.unit), "kind": value.kind}
    return {key: written for key, written in keys.items() if written}


def _said(by_language: Mapping[str, str]) -> str:
    """A text of a source: in each language of a project that has several."""
    return _flow(by_language) if len(by_language) > 1 else _text(*by_language.values())


def _cut(cut: SeriesSpec, inspection: Inspection, languages: tuple[str, ...]) -> Mapping[str, Any]:
    """The keys of a series, with a label in each language: its name is no word of a text."""
    where = {column: cells[0] for column, cells in cut.where.items()}
    keys = {"table": cut.table, "value": cut.value, "where": where, "by": cut.by}
    if cut.expression is not None:
        keys = {"is": cut.expression.text}
    written = {code: text.text for code, text in (cut.label or {}).items()}
    label: Any = written or titles(cut, inspection, languages)
    keys["label"] = label if len(languages) > 1 else label[languages[0]]
    return {key: value for key, value in keys.items() if value}


def titles(
    cut: SeriesSpec, inspection: Inspection, languages: tuple[str, ...]
) -> Mapping[str, str]:
    """What a series of a file is called in each language."""
    cuts = [one.by for one in inspection.proposal.series if one.expression is None]
    several = len(set(cuts)) < len(cuts)
    known = bool(inspection.countries(cut.by))
    return {code: labelled(cut, inspection.file, code, known, several) for code in languages}


def _flow(value: Any) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int):
        return str(value)
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{_text(k)}: {_flow(v)}" for k, v in value.items()) + "}"
    if isinstance(value, tuple):
        return "[" + ", ".join(_flow(v) for v in value) + "]"
    return _text(str(value))


def _text(text: str) -> str:
    plain = _PLAIN.fullmatch(text) and text.casefold() not in _WORDS
    return text if plain else json.dumps(text, ensure_ascii=False)
