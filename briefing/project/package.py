"""Tables that a Data Package describes: `from: datapackage.json` as the keys that it stands for."""

import json
from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256
from posixpath import dirname, join, normpath
from typing import Any

from briefing.model import Finding, Phrase, Place, Refusal, did_you_mean
from briefing.project.known import mapping
from briefing.project.yaml.tree import Listed, Mapped, Node
from briefing.workspace import Unreadable, Workspace, shown

_FORMATS = {"csv": "delimited", "tsv": "delimited", "xlsx": "xlsx", "xls": "xls", "ods": "ods"}
_SIGNS = {"delimiter": "delimiter", "quoteChar": "quote", "sheetName": "sheet"}
_PERIODS = ("year", "yearmonth", "date")
_NUMBERS = ("number", "integer")
_HINT = "a Data Package is JSON with `resources`, each with a `path`; see datapackage.org"


class _UnfitError(Refusal):
    """The package, or what the table asks of it, can't be used: why, and what to do."""

    def __init__(self, message: str, hint: str = _HINT) -> None:
        super().__init__(message, hint)


def unfold(workspace: Workspace, root: Mapped) -> tuple[Finding, ...]:
    """Give each table that is `from` a package the keys that the package says of it: file, dialect,
    markers for no value, columns, unit and source. What the manifest says itself stays.
    """
    found: list[Finding] = []
    for name, table in mapping(root.get("tables")).items():
        origin = table.get("from") if isinstance(table, Mapped) else None
        if not isinstance(origin, Phrase) or not isinstance(table, Mapped):
            continue
        try:
            found += _unfolded(workspace, root, name, table, origin)
        except _UnfitError as problem:
            found.append(_finding(name, origin.place, str(problem), problem.hint))
        except Unreadable as problem:
            message = f"table {shown(name)}, from: {problem.message}"
            found.append(Finding(problem.code, origin.place, message, problem.hint))
        del table["from"]
        table.pop("resource", None)
    return tuple(found)


def _unfolded(
    workspace: Workspace, root: Mapped, name: str, table: Mapped, origin: Phrase
) -> Iterator[Finding]:
    package = _package(workspace, origin.text)
    wanted = table.get("resource")
    resource = _resource(package, wanted.text if isinstance(wanted, Phrase) else "")
    file = normpath(join(dirname(origin.text), str(resource["path"])))
    keys = {"file": file, **_dialect(resource), **_columns(resource)}
    chosen = {"value", "values", "text"} & set(table)
    for key, value in keys.items():
        if key not in table and not (key == "value" and chosen):
            _put(table, key, value, origin.place)
    sources = resource.get("sources") or package.get("sources")
    if isinstance(sources, list) and sources and not {"source", "sources"} & set(table):
        _source(root, name, package, sources, origin.place)
        _put(table, "source", f"{name}_package", origin.place)
    told = str(resource.get("hash", ""))
    if told.startswith("sha256:"):
        digest = sha256(workspace.read(file)).hexdigest()
        if digest != told.removeprefix("sha256:"):
            message = f"{file} is not the file that the package describes: its SHA-256 is another"
            yield _finding(name, origin.place, message, "get both again from where they come")


def _package(workspace: Workspace, path: str) -> Mapping[str, Any]:
    try:
        package = json.loads(workspace.text(path))
    except (ValueError, RecursionError):
        raise _UnfitError(f"{path} is no JSON") from None
    if not isinstance(package, dict) or not isinstance(package.get("resources"), list):
        raise _UnfitError(f"{path} is no Data Package")
    return package


def _resource(package: Mapping[str, Any], wanted: str) -> Mapping[str, Any]:
    """The resource of that name, or the only one. Raises _UnfitError."""
    found = {
        str(one.get("name", "")): one
        for one in package["resources"]
        if isinstance(one, dict) and isinstance(one.get("path"), str)
    }
    if wanted in found:
        return found[wanted]
    listed = ", ".join(found)
    if wanted:
        message = f"no resource “{shown(wanted)}”{did_you_mean(wanted, found)}"
        raise _UnfitError(message, f"its resources are: {listed}")
    if len(found) != 1:
        raise _UnfitError(f"it has {len(found)} resources", f"name one by `resource:`: {listed}")
    return next(iter(found.values()))


def _dialect(resource: Mapping[str, Any]) -> dict[str, Any]:
    """How the file is written, by Table Dialect, and its missing values, by Table Schema."""
    dialect, schema = _map(resource.get("dialect")), _map(resource.get("schema"))
    kind = str(resource.get("format") or str(resource["path"]).rpartition(".")[2]).lower()
    keys: dict[str, Any] = {"format": _FORMATS.get(kind, kind)}
    keys["encoding"] = str(resource.get("encoding", "utf-8")).lower()
    if kind == "tsv":
        keys["delimiter"] = "\t"
    for theirs, ours in (
        ("delimiter", "delimiter"),
        ("quoteChar", "quote"),
        ("sheetName", "sheet"),
    ):
        if isinstance(dialect.get(theirs), str):
            keys[ours] = dialect[theirs]
    rows = dialect.get("headerRows")
    if isinstance(rows, list) and rows and rows != [1]:
        keys["header"] = [str(row) for row in rows]
    missing = schema.get("missingValues", [""])
    keys["missing"] = [m if isinstance(m, str) else str(_map(m).get("value", "")) for m in missing]
    return keys


def _columns(resource: Mapping[str, Any]) -> dict[str, Any]:
    """Which columns are which: as a package of ours says, else by types that only one field has."""
    fields = [f for f in _map(resource.get("schema")).get("fields") or () if isinstance(f, dict)]
    told = {k: v for k, v in _map(resource.get("briefing")).items() if isinstance(v, str | dict)}
    periods = [f for f in fields if f.get("type") in _PERIODS]
    numbers = [f for f in fields if f.get("type") in _NUMBERS]
    keys: dict[str, Any] = {}
    if len(periods) == 1:
        keys["period"] = str(periods[0].get("name"))
    if len(numbers) == 1:
        keys["value"] = str(numbers[0].get("name"))
        for theirs, ours in (("decimalChar", "decimal"), ("groupChar", "thousands")):
            if isinstance(numbers[0].get(theirs), str):
                keys[ours] = numbers[0][theirs]
        if isinstance(numbers[0].get("unit"), str):
            keys["unit"] = numbers[0]["unit"]
    return {**keys, **told}


def _source(
    root: Mapped, name: str, package: Mapping[str, Any], sources: Sequence[Any], place: Place
) -> None:
    """The package's source as one of the manifest's, `NAME_package`; what the manifest says of it
    itself, such as the day of retrieval, stays."""
    first = _map(sources[0])
    title = str(first.get("title") or package.get("title") or package.get("name") or name)
    people = [_map(one) for one in package.get("contributors") or ()]
    publisher = next((p for p in people if "publisher" in str(p.get("roles", p.get("role")))), {})
    said, _, rest = title.partition(": ")
    keys = {"title": rest or title, "publisher": str(publisher.get("title") or said)}
    if isinstance(first.get("path"), str) and first["path"].startswith(("http://", "https://")):
        keys["url"] = first["path"]
    if isinstance(package.get("created"), str):
        keys["published"] = package["created"][:10]
    if "sources" not in root:
        root["sources"] = Mapped(place)
        root.keys_at["sources"] = place
    holder = root["sources"]
    if not isinstance(holder, Mapped):
        return
    own = holder.setdefault(f"{name}_package", Mapped(place))
    holder.keys_at.setdefault(f"{name}_package", place)
    for key, value in keys.items():
        if isinstance(own, Mapped) and key not in own:
            _put(own, key, value, place)


def _put(holder: Mapped, key: str, value: Any, place: Place) -> None:
    holder[key] = _node(value, place)
    holder.keys_at[key] = place


def _node(value: Any, place: Place) -> Node:
    if isinstance(value, Mapping):
        made = Mapped(place)
        for key, part in value.items():
            _put(made, str(key), part, place)
        return made
    if isinstance(value, list):
        items = Listed(place)
        items.extend(_node(item, place) for item in value)
        return items
    return Phrase(str(value), place)


def _map(value: Any) -> Mapping[str, Any]:
    return value if isinstance(value, dict) else {}


def _finding(name: str, place: Place, message: str, hint: str) -> Finding:
    return Finding("B025", place, f"table {shown(name)}: {message}", hint)
