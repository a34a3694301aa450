"""The files inside an edition's PDF as a Data Package (2.0): `datapackage.json` beside them."""

import csv
import json
from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256
from io import StringIO
from typing import Any

from briefing.editions.enclosed import RECORD
from briefing.model import Cited, Record, decode

PACKAGE = "datapackage.json"
_PROFILES = "https://datapackage.org/profiles/2.0"
_YEAR = 4
_INERT = "a text that begins as a formula (=, +, -, @) has an apostrophe before it"
_FIELDS: Mapping[str, tuple[str, str]] = {
    "name": ("string", "Name of the fact"),
    "label": ("string", f"What the exhibit calls it; {_INERT}"),
    "period": ("string", "Period: 2014, 2014-Q3, 2014-09, 2014-09-03 or a range 2000..2013"),
    "value": ("number", "Value in full, unrounded"),
    "unit": ("string", "Unit of the value"),
    "status": ("string", "Status: p, r, e, b, c, x, z, or several; empty where none is stated"),
    "source": ("string", "Publishers, with their codes in the document"),
    "is": ("string", "How a derived value was made"),
    "title": ("string", f"What happened; {_INERT}"),
    "detail": ("string", "More of it"),
}
# By which columns `from: datapackage.json` reads such a table.
_READ = {"period": "period", "value": "value", "status": "status", "unit": {"column": "unit"}}


def package(files: Mapping[str, bytes]) -> bytes | None:
    """The description of the tables among an edition's files; None where they are no edition's.

    Each table has its columns with type and unit, its bytes and SHA-256, and the sources of its
    figures with their licences.
    """
    try:
        record = decode(files[RECORD])
    except (KeyError, ValueError):
        return None
    tables = {name: data for name, data in files.items() if name.endswith(".csv")}
    if not tables:
        return None
    whole = {
        "$schema": f"{_PROFILES}/datapackage.json",
        "name": "edition",
        "id": f"sha256:{record.digest}",
        "sources": [_source(cited) for cited in record.sources.values()],
        "resources": [_resource(name, data, record) for name, data in tables.items()],
    }
    return (json.dumps(whole, ensure_ascii=False, indent=2) + "\n").encode()


def _resource(name: str, data: bytes, record: Record) -> dict[str, Any]:
    head, *rows = csv.reader(StringIO(data.decode("utf-8-sig")))
    named = {row[head.index("name")] for row in rows} if "name" in head else set()
    asked = {source for fact in record.facts if fact.name in named for source in fact.source}
    cited = [record.sources[source] for source in sorted(asked) if source in record.sources]
    resource: dict[str, Any] = {
        "name": name.removesuffix(".csv"),
        "type": "table",
        "path": name,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(data),
        "hash": f"sha256:{sha256(data).hexdigest()}",
        "dialect": {"$schema": f"{_PROFILES}/tabledialect.json"},
        "schema": {
            "$schema": f"{_PROFILES}/tableschema.json",
            "fields": [_field(column, head, rows) for column in head],
            "missingValues": [""],
        },
    }
    licences = dict.fromkeys(one.licence for one in cited if one.licence)
    if cited:
        resource["sources"] = [_source(one) for one in cited]
    if licences:
        resource["licenses"] = [_licence(licence) for licence in licences]
    return resource | ({"briefing": _READ} if "value" in head else {})


def _field(column: str, head: Sequence[str], rows: Iterable[Sequence[str]]) -> dict[str, Any]:
    kind, title = _FIELDS[column]
    cells = [row[head.index(column)] for row in rows]
    if column == "period" and cells and all(len(c) == _YEAR and c.isdecimal() for c in cells):
        kind = "year"
    field = {"name": column, "type": kind, "title": title}
    if column == "value" and "unit" in head:
        units = {row[head.index("unit")] for row in rows}
        field |= {"unit": units.pop()} if len(units) == 1 else {}
    return field


def _source(cited: Cited) -> dict[str, str]:
    """A source in the edition's first language."""
    publisher, title = (next(iter(texts.values()), "") for texts in (cited.publisher, cited.title))
    found = {"title": f"{publisher}: {title}" if publisher and title else title or publisher}
    return found | ({"path": cited.url} if cited.url else {})


def _licence(licence: str) -> dict[str, str]:
    """Data Package wants a name of Open Definition or a path; other terms are a title."""
    is_address = licence.startswith(("http://", "https://"))
    return {"path": licence} if is_address else {"name": "other", "title": licence}
