"""Checks a map of the tree against its entry and turns what is wrong into findings."""

from collections.abc import Sequence
from typing import TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from briefing.model import Finding, Place, did_you_mean, nearest
from briefing.project.keys.entry import Entry
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
    "dict_type": ("a map", "write keys and values: key: value"),
    "model_type": ("a map", "write keys and values: key: value"),
    "tuple_type": ("a list", "write a list: [first, second]"),
}

_UNKNOWN, _MISSING = "extra_forbidden", "missing"

Path = tuple[str | int, ...]
AnyEntry = TypeVar("AnyEntry", bound=Entry)


def entry(
    model: type[AnyEntry], root: Mapped, path: Path, known: Known
) -> tuple[AnyEntry | None, tuple[Finding, ...]]:
    """The entry that stands at `path` below the manifest's root, or all that is wrong with it."""
    node = find(root, path)
    try:
        return model.model_validate(node, context=known), ()
    except ValidationError as problem:
        errors = problem.errors(include_url=False)
    meant = {_meant(model, error) for error in errors if error["type"] == _UNKNOWN}
    told = (e for e in errors if e["type"] != _MISSING or e["loc"] not in meant)
    return None, tuple(_finding(model, root, path, error) for error in told)


def _meant(model: type[Entry], error: ErrorDetails) -> Path:
    """The key that an unknown one seems to be a slip of: that it is missing is the same fault."""
    *within, key = error["loc"]
    return (*within, nearest(str(key), _model_at(model, error["loc"]).known_keys()))


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


def _finding(model: type[Entry], root: Mapped, path: Path, error: ErrorDetails) -> Finding:
    whole = path + error["loc"]
    context = error.get("ctx", {})
    kind = error["type"]
    if kind == _UNKNOWN:
        choices = _model_at(model, error["loc"]).known_keys()
        key = str(whole[-1])
        message = f"unknown key “{shown(key)}”{did_you_mean(key, choices)}"
        return _error("B008", root, whole, whole[:-1], message, _known_keys(choices))
    if kind == _MISSING:
        message, hint = f"key “{whole[-1]}” is missing", f"add “{whole[-1]}: …”"
        place = key_place(root, whole[:-1])
        return Finding("B009", place, subject(whole[:-1]) + message, hint)
    if kind == "too_short":
        wanted = context["min_length"]
        message = f"needs {wanted} or more" if context["actual_length"] else "is empty"
        hint = "write one or more" if wanted == 1 else f"write {wanted} or more"
        return _error("B007", root, whole, whole, message, hint)
    if kind in _SHAPES:
        wanted, hint = _SHAPES[kind]
        given = error["input"]
        message = f"must be {wanted}, not {kind_of(given)}"
        if isinstance(given, Nothing):
            message, hint = "has no value", "write a value, or delete the key"
        place = given.place if isinstance(given, Node) else key_place(root, whole)
        return Finding("B007", place, subject(whole) + message, hint)
    place = context.get("place") or key_place(root, whole)
    message = subject(whole) + str(context["message"])
    return Finding(kind, place, message, str(context["hint"]))


def _error(code: str, root: Mapped, at: Path, about: Path, message: str, hint: str) -> Finding:
    return Finding(code, key_place(root, at), subject(about) + message, hint)


def _known_keys(choices: Sequence[str]) -> str:
    return f"keys here: {', '.join(choices)}"


def _model_at(model: type[Entry], path: Path) -> type[Entry]:
    for part in path[:-1]:
        model = model.within.get(str(part), model)
    return model
