"""What is wrong with a map of the manifest, as findings at its keys."""

from collections.abc import Sequence

from briefing.model import Finding, Place, Severity, did_you_mean, nearest
from briefing.project.keys.reading import (
    AnyEntry,
    Fault,
    Misshapen,
    Missing,
    Path,
    Refused,
    Short,
    Unknown,
    read,
)
from briefing.project.known import Known
from briefing.project.readers.refusal import kind_of
from briefing.project.yaml.tree import Listed, Mapped, Node, Nothing
from briefing.workspace import shown

GROUPS = {
    "sources": "source",
    "tables": "table",
    "series": "series",
    "facts": "fact",
    "exhibits": "exhibit",
    "calendar": "date",
}
_SHAPES = {
    Mapped: ("a map", "write keys and values: key: value"),
    Listed: ("a list", "write a list: [first, second]"),
}
_EMPTY = ("has no value", "write a value, or delete the key")


def entry(
    model: type[AnyEntry], root: Mapped, path: Path, known: Known
) -> tuple[AnyEntry | None, tuple[Finding, ...]]:
    """The entry that stands at `path` below the manifest's root, or all that is wrong with it."""
    made, faults = read(model, find(root, path), known)
    meant = {_meant(fault) for fault in faults if isinstance(fault, Unknown)}
    told = (f for f in faults if not isinstance(f, Missing) or f.path not in meant)
    return made, tuple(_finding(root, path, fault) for fault in told)


def _meant(unknown: Unknown) -> Path:
    """The key that an unknown one seems to be a slip of: that it is missing is the same fault."""
    *within, key = unknown.path
    return (*within, nearest(str(key), unknown.keys))


def find(root: Node, path: Path) -> Node:
    """The node at a path; the last one on the way where the path goes on into nothing."""
    for part in path:
        root = _step(root, part)
    return root


def _step(node: Node, part: str | int) -> Node:
    if isinstance(node, Mapped) and isinstance(part, str):
        return node.get(part, node)
    if isinstance(node, Listed) and isinstance(part, int) and part < len(node):
        return node[part]
    return node


def key_place(root: Mapped, path: Path) -> Place:
    """Where the last key of a path stands, or the item where it ends in a number."""
    if not path:
        return root.place
    holder, last = find(root, path[:-1]), path[-1]
    if isinstance(holder, Mapped) and isinstance(last, str) and last in holder.keys_at:
        return holder.keys_at[last]
    return find(root, path).place


def subject(path: Path) -> str:
    """`table trade, unit: ` — what a message is about."""
    parts = [part for part in path if isinstance(part, str)]
    if len(parts) > 1 and parts[0] in GROUPS:
        parts = [f"{GROUPS[parts[0]]} {shown(parts[1])}", *parts[2:]]
    return ", ".join(shown(part) for part in parts) + ": " if parts else ""


def _finding(root: Mapped, path: Path, fault: Fault) -> Finding:
    whole = path + fault.path
    match fault:
        case Unknown(_, keys):
            key = str(whole[-1])
            message = f"unknown key “{shown(key)}”{did_you_mean(key, keys)}"
            return _error("B008", root, whole, whole[:-1], message, _known_keys(keys))
        case Missing():
            message, hint = f"key “{whole[-1]}” is missing", f"add “{whole[-1]}: …”"
            place = key_place(root, whole[:-1])
            return Finding("B009", Severity.ERROR, place, subject(whole[:-1]) + message, hint)
        case Short(_, least, given):
            message = f"needs {least} or more" if given else "is empty"
            hint = "write one or more" if least == 1 else f"write {least} or more"
            return _error("B007", root, whole, whole, message, hint)
        case Misshapen(_, wanted, node):
            return _misshapen(root, whole, wanted, node)
        case Refused(_, why):
            place = why.at or key_place(root, whole)
            return Finding(why.code, Severity.ERROR, place, subject(whole) + why.message, why.hint)


def _misshapen(
    root: Mapped, whole: Path, wanted: type[Listed] | type[Mapped], given: object
) -> Finding:
    shape, hint = _SHAPES[wanted]
    message = f"must be {shape}, not {kind_of(given)}"
    if isinstance(given, Nothing):
        message, hint = _EMPTY
    place = given.place if isinstance(given, Node) else key_place(root, whole)
    return Finding("B007", Severity.ERROR, place, subject(whole) + message, hint)


def _error(code: str, root: Mapped, at: Path, about: Path, message: str, hint: str) -> Finding:
    return Finding(code, Severity.ERROR, key_place(root, at), subject(about) + message, hint)


def _known_keys(choices: Sequence[str]) -> str:
    return f"keys here: {', '.join(choices)}"
