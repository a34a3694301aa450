"""The door of the values gives what its rooms define, and nothing that these only ask of others."""

import ast
from importlib import import_module
from pathlib import Path

import briefing.model

ROOM = Path(briefing.model.__file__).parent


def defined(module: str) -> set[str]:
    found: set[str] = set()
    for node in ast.parse((ROOM / f"{module}.py").read_text(encoding="utf-8")).body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            found.add(node.name)
        elif isinstance(node, ast.Assign | ast.AnnAssign):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            found |= {target.id for target in targets if isinstance(target, ast.Name)}
    return {name for name in found if not name.startswith("_")}


def test_the_door_gives_what_its_rooms_define() -> None:
    for room in briefing.model._BEHIND:
        behind = import_module(f"briefing.model.{room}")
        for name in defined(room):
            assert getattr(briefing.model, name) is getattr(behind, name), (room, name)


def test_no_two_rooms_behind_the_door_define_one_name() -> None:
    names = [name for room in briefing.model._BEHIND for name in defined(room)]
    assert len(names) == len(set(names))
