"""Drawings that are kept: the same bytes, no matplotlib, and never one of another chart."""

import os
import subprocess
import sys
from collections.abc import Callable
from itertools import cycle
from pathlib import Path

import pytest

from briefing import charts
from briefing.model.spec import Choices
from briefing.run.build import build
from briefing.run.kept import Kept
from briefing.workspace.cache import Cache
from tests.run.template import write

SHAPES = Path(__file__).parents[1] / "projects"
CHILD = """
import sys
from briefing.cli.app import main
sys.argv = ["briefing", "build", *sys.argv[1:]]
try:
    main()
finally:
    print("matplotlib" in sys.modules, "numpy" in sys.modules, file=sys.stderr)
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return write(tmp_path / "tpl")


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The charts that are really drawn, by kind."""
    found: list[str] = []
    original = charts.draw

    def draw(*arguments):
        found.append(arguments[0].kind)
        return original(*arguments)

    monkeypatch.setattr(charts, "draw", draw)
    return found


def made(project: Path, out: str, kept: Kept) -> dict[str, bytes]:
    outcome = build(str(project), str(project.parent / out), Choices(), kept=kept)
    assert outcome.built
    files = (project.parent / out).rglob("*.*")
    return {f.name: f.read_bytes() for f in files if f.is_file() and ".lock" not in f.name}


def change(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def test_with_a_cache_and_without_it_the_bytes_are_the_same(project, drawn, tmp_path):
    cache = str(tmp_path / "cache")
    without = made(project, "a", Kept())
    once = len(drawn)
    first = made(project, "b", Kept(Cache(cache)))
    again = made(project, "c", Kept(Cache(cache)))
    assert without == first == again
    assert len(drawn) == 2 * once


@pytest.mark.parametrize(
    "name", ["all-markdown", "two-currencies", "second-edition", "french", "writing"]
)
def test_projects_with_charts_come_out_the_same(name, tmp_path, drawn):
    folder = SHAPES / name / "project"
    cache = str(tmp_path / "cache")
    build(str(folder), str(tmp_path / "a"), Choices(), kept=Kept(Cache(cache)))
    count = len(drawn)
    build(str(folder), str(tmp_path / "b"), Choices(), kept=Kept(Cache(cache)))
    assert len(drawn) == count
    one, two = (sorted((tmp_path / out).rglob("*.pdf")) for out in "ab")
    assert [f.read_bytes() for f in one] == [f.read_bytes() for f in two]


CHANGES: dict[str, Callable[[Path], None]] = {
    "a value": lambda p: change(p / "trade.csv", "1111.1", "1117.4"),
    "a label": lambda p: change(p / "briefing.yaml", "Exports to {{", "Sales to {{"),
    "the unit": lambda p: change(
        p / "briefing.yaml",
        "value: value, unit: USD million, kind: flow",
        "value: value, unit: EUR million, kind: flow",
    ),
}


@pytest.mark.parametrize("what", list(CHANGES))
def test_a_chart_of_other_things_is_drawn_anew(project, drawn, tmp_path, what):
    cache = str(tmp_path / "cache")
    made(project, "a", Kept(Cache(cache)))
    once = len(drawn)
    CHANGES[what](project)
    fresh = made(project, "b", Kept(Cache(cache)))
    assert len(drawn) == 2 * once
    assert fresh == made(project, "c", Kept())


def test_prose_is_none_of_a_chart(project, drawn, tmp_path):
    cache = str(tmp_path / "cache")
    made(project, "a", Kept(Cache(cache)))
    once = len(drawn)
    change(project / "sections/en/trade.md", "Exports came to", "That year exports came to")
    made(project, "b", Kept(Cache(cache)))
    assert len(drawn) == once


def test_forced_all_is_drawn(project, drawn, tmp_path):
    cache = str(tmp_path / "cache")
    made(project, "a", Kept(Cache(cache)))
    once = len(drawn)
    made(project, "b", Kept(Cache(cache, reads=False)))
    assert len(drawn) == 2 * once


def test_an_entry_that_says_something_else_is_none(project, drawn, tmp_path):
    cache = Cache(str(tmp_path / "cache"))
    whole = made(project, "a", Kept(cache))
    once = len(drawn)
    wrong = (b"[]", b'[1,2,[],[[99,"x",[0,0,0,0]]]]')
    for entry, data in zip(list(cache.entries()), cycle(wrong), strict=False):
        cache.put(entry.path.name, data)
    assert made(project, "b", Kept(cache)) == whole
    assert len(drawn) == 2 * once


def test_a_rebuild_after_a_change_of_prose_loads_no_matplotlib(project):
    def loaded(*more: str) -> str:
        done = subprocess.run(
            [sys.executable, "-c", CHILD, str(project), "-o", str(project.parent / "out"), *more],
            capture_output=True,
            text=True,
            check=True,
            # Of its own: other tests draw the same charts at the same time.
            env={**os.environ, "BRIEFING_CACHE_DIR": str(project.parent / "cache")},
        )
        return done.stderr.strip()

    assert loaded() == "True True"
    change(project / "sections/en/trade.md", "Exports came to", "That year exports came to")
    assert loaded() == "False False"
    assert loaded("--force") == "True True"
