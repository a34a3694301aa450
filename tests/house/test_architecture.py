"""ARCHITECTURE.md is read in ten minutes, and what it names is there."""

import re
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "briefing"
TOLD = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
# At some 230 words a minute.
WORDS = 2300
_FENCE = re.compile(r"```.*?```", re.DOTALL)
_NAME = re.compile(r"`([a-z_]+(?:[./][A-Za-z_]+)+)(?:\.py)?/?`")
# Files of a project, and what is another's.
_OTHERS = {"briefing.yaml", "briefing.lock.json", "_brand.yml", "msgspec.Struct"}


def named() -> list[str]:
    return sorted(set(_NAME.findall(_FENCE.sub("", TOLD))) - _OTHERS)


def found(name: str) -> bool:
    """Whether it is a file or folder, or what a module has."""
    path = name.replace(".", "/")
    if any(
        (place / end).exists() for place in (PACKAGE, ROOT) for end in (name, path, f"{path}.py")
    ):
        return True
    if any(PACKAGE.glob(f"*/{path}.py")) or (ROOT / f"{name}.yaml").exists():
        return True
    parts = name.split(".")
    for cut in range(len(parts) - 1, 0, -1):
        try:
            value = import_module(".".join(("briefing", *parts[:cut])))
        except ModuleNotFoundError:
            continue
        for part in parts[cut:]:
            value = getattr(value, part, None)
        return value is not None
    return False


def rooms() -> Iterator[str]:
    tree = re.search(r"^briefing/\n(.*?)^styles/", TOLD, re.DOTALL | re.MULTILINE)
    assert tree is not None
    return (line.split("/")[0].strip() for line in tree[1].splitlines())


def test_it_is_read_in_ten_minutes() -> None:
    assert len(TOLD.split()) <= WORDS


def test_its_tree_has_every_room_and_no_other() -> None:
    folders = {each.parent.name for each in PACKAGE.glob("*/__init__.py")}
    assert sorted(rooms()) == sorted(folders)


@pytest.mark.parametrize("name", named())
def test_what_it_names_is_there(name: str) -> None:
    assert found(name)


def test_what_is_nowhere_is_found_out() -> None:
    assert len(named()) > 50
    assert not found("layout.links.rows")
    assert not found("editions/verify")
    assert found("tables.formats.READERS")
    assert found("workspace.output.shelve")
