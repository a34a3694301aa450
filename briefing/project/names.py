"""The names that a manifest gives: their form, and that each is given once."""

from collections.abc import Iterator

from briefing.model import Finding, Place
from briefing.project.readers.known_names import is_key
from briefing.project.readers.values import is_path_name, is_series_name
from briefing.project.structure import GROUPS
from briefing.project.yaml.tree import Mapped
from briefing.workspace import shown

# Words of the text and of expressions that no series can take.
_RESERVED = ("period", "released", "latest")
_SERIES_HINT = "a name is a letter (a–z) and then letters, digits and “_”"
_PATH_HINT = (
    "a name is letters (a–z), digits, “.”, “_” and “-”, begins and ends with no dot, and is no "
    "device of Windows (con, nul, aux)"
)


def examine(root: Mapped) -> tuple[Finding, ...]:
    """Bad names and clashes. Tables, their values, series and facts share one namespace."""
    found: list[Finding] = []
    taken: dict[str, tuple[str, Place]] = {}
    for name, place in _keys(root, "parameters"):
        found += _form("parameter", name, place, series=True)
        taken[name] = ("a parameter", place)
    for what, name, place in _named(root):
        found += _form(what, name, place, series=True)
        found += _clash(what, name, place, taken)
    for group in ("sources", "exhibits", "calendar"):
        for name, place in _keys(root, group):
            found += _form(GROUPS[group], name, place, series=False)
    for name, place in _keys(root, "names"):
        if not is_key(name):
            message = f"“{shown(name)}” is no key of a table"
            hint = "write it as the table's cells have it; it has no brackets and no line break"
            found.append(Finding("B011", place, message, hint))
    return tuple(found)


def _named(root: Mapped) -> Iterator[tuple[str, str, Place]]:
    for group in ("tables", "series", "facts"):
        for name, place in _keys(root, group):
            yield GROUPS[group], name, place
    tables = root.get("tables")
    for table in tables.values() if isinstance(tables, Mapped) else ():
        for name, place in _keys(table, "values"):
            yield "value", name, place


def _keys(holder: object, key: str) -> Iterator[tuple[str, Place]]:
    node = holder.get(key) if isinstance(holder, Mapped) else None
    if isinstance(node, Mapped):
        yield from node.keys_at.items()


def _form(what: str, name: str, place: Place, *, series: bool) -> Iterator[Finding]:
    fits = is_series_name(name) if series else is_path_name(name)
    if not fits:
        hint = _SERIES_HINT if series else _PATH_HINT
        message = f"“{shown(name)}” is no name for a {what}"
        yield Finding("B011", place, message, hint)


def _clash(
    what: str, name: str, place: Place, taken: dict[str, tuple[str, Place]]
) -> Iterator[Finding]:
    owner, first = taken.setdefault(name, (f"a {what}", place))
    if name in _RESERVED:
        message = f"a {what} can't be called “{name}”: the word has its own meaning in texts"
        yield Finding("B012", place, message, "give it another name")
    elif first != place:
        yield Finding(
            "B012",
            place,
            f"“{shown(name)}” is already {owner}, on line {first.line}",
            "tables, values, series, facts and parameters share one set of names: rename one",
        )
