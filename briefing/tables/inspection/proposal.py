"""The entry of the manifest by which a file is read, tried before it is shown."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct, structs

from briefing import model
from briefing.tables.formats import Content
from briefing.tables.inspection.columns import Roles
from briefing.tables.inspection.figures import Writing, reading
from briefing.tables.inspection.members import Members, sums
from briefing.tables.inspection.units import UNKNOWN, unit
from briefing.tables.load import load
from briefing.tables.query import query
from briefing.workspace.large import Stored

PLACE = model.Place("briefing.yaml", 1, 1)
_FEW = 6
_LONGEST_NAME = 32
_TITLES = re.compile("event|title|text|name|descri", re.I)
_SCALES = ("UNIT_MULT", "SCALE", "MULTIPLICATOR")
_LATEST = model.Period.year(9000)


class Proposal(Struct, frozen=True):
    """A table and its series, and what came of reading the file so; `names` are members beside
    countries that the manifest must name, by key."""

    table: model.TableSpec
    series: tuple[model.SeriesSpec, ...]
    findings: tuple[model.Finding, ...] = ()
    doubled: int = 0
    names: Mapping[str, str] = {}


def slug(text: str, otherwise: str) -> str:
    """A text as a name of the manifest."""
    plain = re.sub(r"[^a-z0-9]+", "_", text.casefold()).strip("_")
    while len(plain) > _LONGEST_NAME and "_" in plain:
        plain = plain.rpartition("_")[0]
    plain = plain[:_LONGEST_NAME]
    return plain if re.match("[a-z]", plain) else f"{otherwise}_{plain}".strip("_")


def proposal(
    base: model.TableSpec,
    content: Content,
    found: Roles,
    says: str,
    source: str,
    data: bytes | Stored,
) -> Proposal:
    """The table and series for these roles, tried on the file itself."""
    table = _table(base, content, found, says, source)
    series = () if table.text else _series(table, content, found)
    key = next((m for m in found.members if m.column == found.by), None)
    named = _named(content, found, key) if key is not None and table.codes != "none" else {}
    return structs.replace(_tried(table, series, source, data, named), names=named)


def _named(content: Content, found: Roles, key: Members) -> Mapping[str, str]:
    """What the file calls the members that are neither countries nor totals: the text that stands
    beside a code, or the key itself."""
    told = dict.fromkeys(key.unnamed, "")
    for row in content.rows:
        code = row.cells[key.column].strip()
        if code in told and not told[code]:
            beside = (row.cells[name].strip() for name in found.texts)
            told[code] = next(filter(None, beside), code)
    return told


def _table(
    base: model.TableSpec, content: Content, found: Roles, says: str, source: str
) -> model.TableSpec:
    measured = model.Unit.parse(says)
    ratio = measured.dimension in (model.Dimension.PERCENT, model.Dimension.EXCHANGE)
    table = structs.replace(base, period=found.period, source=source)
    if not found.values:
        called = [name for name in found.texts if _TITLES.search(name)]
        text = max(called or found.texts, key=lambda n: _length(content, n), default="")
        return structs.replace(table, text={"en": text} if text else {})
    missing = _missing(content, found.values, found.signs)
    key = next((m for m in found.members if m.column == found.by), None)
    table = structs.replace(
        table,
        unit=measured,
        kind=model.Kind.RATIO if ratio else model.Kind.FLOW,
        status=found.status,
        missing=missing,
        codes=key.declared if key and found.by else "alpha3",
        totals={found.by: key.totals} if key and key.totals and found.by else {},
        scaled=any(c in content.columns and _scaled(content, c) for c in _SCALES),
        decimal=found.signs.decimal,
        thousands=found.signs.thousands,
        negative=found.signs.negative,
        marks=found.signs.marks,
    )
    if len(found.values) == 1:
        return structs.replace(table, value=found.values[0])
    return structs.replace(table, values=tuple(_measures(table, found.values)))


def _measures(table: model.TableSpec, columns: Sequence[str]) -> Iterator[model.ValueSpec]:
    """Each column of figures under a name of its own, with the unit that its header says."""
    taken = {table.name}
    for number, column in enumerate(columns, 1):
        name = slug(column, "value")
        name = f"{name}_{number}" if name in taken else name
        taken.add(name)
        said = model.Unit.parse(unit(column.split("\n"))[0])
        own = said if said != table.unit and str(said) != UNKNOWN else None
        ratio = own is not None and own.dimension is model.Dimension.PERCENT
        yield model.ValueSpec(
            name, column, PLACE, unit=own, kind=model.Kind.RATIO if ratio else None
        )


def _length(content: Content, name: str) -> int:
    return sum(len(row.cells[name]) for row in content.rows)


def _scaled(content: Content, column: str) -> bool:
    return bool({row.cells[column] for row in content.rows} - {"", "0"})


def _missing(content: Content, values: Sequence[str], signs: Writing) -> tuple[str, ...]:
    found: Counter[str] = Counter()
    for name in values:
        found += reading((row.cells[name] for row in content.rows), signs).missing
    return tuple(found)


def _series(table: model.TableSpec, content: Content, found: Roles) -> tuple[model.SeriesSpec, ...]:
    """A family for each combination of the other keys, or for the first where there are many.

    A family has no member without a key: where one is empty, and where measures of several units
    are told apart, single series are cut.
    """
    by = found.by
    if not found.keys:
        return ()
    if by and any(not row.cells[by].strip() for row in content.rows):
        by = ""
    others = [key for key in found.keys if key != by]
    groups = Counter(tuple(row.cells[key].strip() for key in others) for row in content.rows)
    whole = [group for group in groups if all(group)]
    values = [value.name for value in table.values] or [""]
    chosen = whole if len(whole) * len(values) <= _FEW else whole[:1]
    made: dict[str, model.SeriesSpec] = {}
    for value in values:
        for group in chosen:
            name = _name(table, value, group if len(chosen) > 1 or not by else (), by, made)
            where = {key: (cell,) for key, cell in zip(others, group, strict=True)}
            made[name] = model.SeriesSpec(
                name, PLACE, table=table.name, where=where, by=by, value=value
            )
    return tuple(made.values())


def _name(
    table: model.TableSpec, value: str, varying: Sequence[str], by: str, taken: Mapping[str, object]
) -> str:
    """A name that says what the series is: its measure, what it is cut by, and its key."""
    first = [value] if value else [] if varying else [table.name]
    name = slug("_".join((*first, *varying)), "series")
    name = f"{name}_by_{slug(by, 'key')}" if by else name
    values = {value.name for value in table.values}
    number = 2
    plain = name
    while name in taken or name == table.name or name in values:
        name, number = f"{plain}_{number}", number + 1
    return name


def _tried(
    table: model.TableSpec,
    series: tuple[model.SeriesSpec, ...],
    source: str,
    data: bytes | Stored,
    named: Mapping[str, str],
) -> Proposal:
    """The proposal mended by what reading the file showed: members that sum others, flags that
    are no statuses."""
    loaded, findings = load(table, data, series)
    if loaded is None:
        return Proposal(table, series, findings)
    stored, asked = query(_spec(table, series, source, named), {table.name: loaded})
    if table.status and any(f.code == "B209" for f in asked):
        return _tried(structs.replace(table, status=""), series, source, data, named)
    more: Mapping[str, tuple[str, ...]] = {}
    for cut in series:
        family = stored.families.get(cut.name)
        added = sums(family) if family else ()
        if added:
            more = {cut.by: (*table.totals.get(cut.by, ()), *added)}
            break
    if more:
        return _tried(structs.replace(table, totals=more), series, source, data, named)
    return Proposal(table, series, (*findings, *asked))


def _spec(
    table: model.TableSpec,
    series: tuple[model.SeriesSpec, ...],
    source: str,
    named: Mapping[str, str],
) -> model.Spec:
    """As much of a manifest as tables need."""
    return model.Spec(
        name="inspected",
        file="briefing.yaml",
        title={},
        parameters={},
        period=_LATEST,
        released=None,
        languages=("en",),
        style="",
        sources={source: model.Source(source, {}, {}, PLACE)},
        tables={table.name: table},
        series={cut.name: cut for cut in series},
        facts={},
        exhibits={},
        sections=(),
        names={key: {"en": model.Phrase(text, PLACE)} for key, text in named.items()},
        edition="",
    )


def base(name: str, file: str, **keys: object) -> model.TableSpec:
    """A table of which only the file is known."""
    return structs.replace(
        model.TableSpec(name, PLACE, model.Phrase(file, PLACE), period=""), **keys
    )
