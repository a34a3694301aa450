"""Small faults planted in code: one comparison, sign, number, condition or text is another."""

import ast
from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path
from typing import NamedTuple

_COMPARED: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
}
_COUNTED: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.FloorDiv,
    ast.Div: ast.Mult,
    ast.FloorDiv: ast.Mult,
}
_BODIES = ("body", "orelse", "finalbody")
# What documents and names, and does nothing.
_SPEAKS_ONLY = frozenset({"Code", "NamedTuple", "TypeVar", "field"})


class Mutant(NamedTuple):
    """A file below the package, the line, what is changed, the whole text after it, the first
    lines of the blocks inside functions round it, the innermost last, and whether a function
    round it remembers what it gave."""

    file: str
    line: int
    what: str
    text: str
    within: tuple[int, ...]
    is_kept: bool


class _Site(NamedTuple):
    node: ast.AST
    within: tuple[int, ...] = ()
    is_kept: bool = False


def mutants(package: Path, room: str) -> Iterator[tuple[Path, int]]:
    """Where the faults may be: each file of a room with the number of each of its faults."""
    for path in sorted((package / room).rglob("*.py")):
        for number, _ in enumerate(_sites(_Site(ast.parse(path.read_text(encoding="utf-8"))))):
            yield path, number


def planted(package: Path, path: Path, number: int) -> Mutant:
    """The fault of that number in a file."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    node, within, is_kept = list(_sites(_Site(tree)))[number]
    before = ast.unparse(node)
    line = getattr(node, "lineno", 0)
    _change(node)
    what = f"{before[:60]!r} is {ast.unparse(node)[:60]!r}"
    file = path.relative_to(package).as_posix()
    return Mutant(file, line, what, ast.unparse(ast.fix_missing_locations(tree)), within, is_kept)


def blocks(
    tree: ast.AST, within: tuple[int, ...] = ()
) -> Iterator[tuple[tuple[int, ...], list[ast.stmt]]]:
    """Each list of statements with the blocks round it, itself last; outside of functions none."""
    is_function = isinstance(tree, ast.FunctionDef)
    for name, value in ast.iter_fields(tree):
        inner = within
        if name in _BODIES and isinstance(value, list) and value:
            if within or is_function:
                inner = (*within, value[0].lineno)
            yield inner, value
        for child in value if isinstance(value, list) else [value]:
            if isinstance(child, ast.AST):
                yield from blocks(child, inner)


def _sites(at: _Site) -> Iterator[_Site]:
    """The places below, in the order of the text. What a function remembers (`@cache`) is run by
    the first test that asks alone, whoever looks at it."""
    node = at.node
    is_function = isinstance(node, ast.FunctionDef)
    is_kept = at.is_kept or (
        is_function and any("cache" in ast.unparse(d) for d in node.decorator_list)
    )
    for body, child in _read(node):
        within = at.within
        if body and (within or is_function):
            within = (*within, body[0].lineno)
        inner = _Site(child, within, is_kept)
        if _can_change(child):
            yield inner
        yield from _sites(inner)


def _read(node: ast.AST) -> Iterator[tuple[list[ast.stmt], ast.AST]]:
    """The parts of a node that do something (no documentation, annotation or import), each with
    the list of statements in which it is one."""
    if isinstance(node, ast.Import | ast.ImportFrom):
        return
    if isinstance(node, ast.Call) and getattr(node.func, "id", "") in _SPEAKS_ONLY:
        return
    for name, value in ast.iter_fields(node):
        if name in ("annotation", "returns", "args", "type_params") and not isinstance(
            node, ast.Call
        ):
            continue
        body = value if name in _BODIES and isinstance(value, list) else []
        for child in value if isinstance(value, list) else [value]:
            if isinstance(child, ast.Expr) and isinstance(child.value, ast.Constant):
                continue
            if isinstance(child, ast.AST) and not _names_only(child):
                yield body, child


def _names_only(node: ast.AST) -> bool:
    """Whether it is `__all__ = […]`, a TypeAlias or a class variable's bare name."""
    if isinstance(node, ast.Assign):
        return getattr(node.targets[0], "id", "") == "__all__"
    return isinstance(node, ast.AnnAssign) and "TypeAlias" in ast.unparse(node.annotation)


def _can_change(node: ast.AST) -> bool:
    if isinstance(node, ast.Constant):
        return isinstance(node.value, bool | int) or (
            isinstance(node.value, str) and any(map(str.isalnum, node.value))
        )
    if isinstance(node, ast.BinOp):
        return type(node.op) in _COUNTED
    return isinstance(node, ast.Compare | ast.BoolOp | ast.If | ast.IfExp) or (
        isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not)
    )


def _change(node: ast.AST) -> None:
    if isinstance(node, ast.Constant):
        if isinstance(node.value, bool):
            node.value = not node.value
        else:
            node.value = f"{node.value}x" if isinstance(node.value, str) else int(node.value) + 1
    elif isinstance(node, ast.BinOp):
        node.op = _COUNTED[type(node.op)]()
    elif isinstance(node, ast.Compare):
        node.ops = [_COMPARED[type(node.ops[0])](), *node.ops[1:]]
    elif isinstance(node, ast.BoolOp):
        node.op = ast.Or() if isinstance(node.op, ast.And) else ast.And()
    elif isinstance(node, ast.If | ast.IfExp):
        node.test = ast.UnaryOp(ast.Not(), deepcopy(node.test))
    elif isinstance(node, ast.UnaryOp):
        node.op, node.operand = ast.Not(), ast.UnaryOp(ast.Not(), node.operand)
