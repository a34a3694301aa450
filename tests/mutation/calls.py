"""A pytest plugin: which tests run which blocks of a room (`ROOM`), and how long each takes,
written to `CALLS`.

The room's modules are compiled with a note at the beginning of each block inside a function; so
it costs an addition to a set where a tracer costs several times the tests.
"""

import ast
import json
import os
import sys
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec, PathFinder, SourceFileLoader
from pathlib import Path
from types import CodeType, ModuleType

import pytest

from tests.mutation.mutants import blocks

_ROOM = f"briefing.{os.environ.get('ROOM', '')}"
_SEEN: set[str] = set()
_CALLED: dict[str, set[str]] = defaultdict(set)
_SECONDS: dict[str, float] = {}
_NOTE = "__block_runs__"


class _Noting(SourceFileLoader):
    """Compiles a module with the notes, whatever is kept of it compiled."""

    def get_code(self, fullname: str) -> CodeType:
        path = self.get_filename(fullname)
        tree = noted(ast.parse(self.get_data(path)), path.rpartition("/briefing/")[2])
        code: CodeType = compile(tree, path, "exec", dont_inherit=True)
        return code

    def exec_module(self, module: ModuleType) -> None:
        vars(module)[_NOTE] = _SEEN.add
        super().exec_module(module)


class _Finder(MetaPathFinder):
    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        if not f"{fullname}.".startswith(f"{_ROOM}."):
            return None
        spec = PathFinder.find_spec(fullname, path, target)
        if spec is not None and isinstance(spec.loader, SourceFileLoader):
            spec.loader = _Noting(spec.loader.name, str(spec.loader.path))
        return spec


def noted(tree: ast.Module, file: str) -> ast.Module:
    """A module whose blocks inside functions say that they run."""
    for within, body in list(blocks(tree)):
        if not within:
            continue
        call = ast.Expr(
            ast.Call(ast.Name(_NOTE, ast.Load()), [ast.Constant(f"{file}:{within[-1]}")], [])
        )
        body.insert(int(_is_docstring(body[0])), ast.copy_location(call, body[0]))
    return ast.fix_missing_locations(tree)


def _is_docstring(statement: ast.stmt) -> bool:
    return isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant)


@pytest.hookimpl(hookwrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Iterator[None]:
    """Notes each block of the room that runs while the test does, its fixtures too."""
    _SEEN.clear()
    began = time.process_time()
    yield
    _SECONDS[item.nodeid] = time.process_time() - began
    for place in _SEEN:
        _CALLED[place].add(item.nodeid)


def pytest_sessionfinish() -> None:
    """Writes them as JSON."""
    blocks = {place: sorted(tests) for place, tests in _CALLED.items()}
    written = json.dumps({"blocks": blocks, "seconds": _SECONDS})
    Path(os.environ["CALLS"]).write_text(written, encoding="utf-8")


if _ROOM != "briefing.":
    sys.meta_path.insert(0, _Finder())
