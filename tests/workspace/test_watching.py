"""Waiting for files to be saved."""

from collections.abc import Iterator
from pathlib import Path
from threading import Thread
from time import monotonic

import pytest

from briefing.workspace.watching import Watch

UNREAD = [".git/index", "out/a/2025/a.en.pdf", "trade.csv~", ".trade.csv.swp", "__pycache__/a.pyc"]
READ = ["briefing.yaml", "sections/en/new.md", "outlook.csv", "data/out.csv"]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Below folders of names that don't count inside a project."""
    own = tmp_path / "out" / ".hidden" / "project"
    for file in (*UNREAD, *READ):
        (own / file).parent.mkdir(parents=True, exist_ok=True)
    return own


@pytest.fixture
def watch(folder: Path) -> Iterator[Watch]:
    watching = Watch(str(folder))
    # The watch begins in a thread: what is saved once it has begun is noticed.
    noticed = Thread(target=watching.wait, daemon=True)
    noticed.start()
    end = monotonic() + 20
    while noticed.is_alive() and monotonic() < end:
        (folder / "begin.txt").write_text(str(monotonic()), encoding="utf-8")
        noticed.join(0.1)
    assert not noticed.is_alive()
    noticed = Thread(target=watching.wait, daemon=True)
    noticed.start()
    noticed.join(0.5)
    yield watching
    watching.close()


def notices(watch: Watch, seconds: float) -> bool:
    waiting = Thread(target=watch.wait, daemon=True)
    waiting.start()
    waiting.join(seconds)
    return not waiting.is_alive()


@pytest.mark.parametrize("file", READ)
def test_what_a_project_reads_is_noticed(folder: Path, watch: Watch, file: str) -> None:
    (folder / file).write_text("new", encoding="utf-8")
    assert notices(watch, 20)


def test_what_no_project_reads_is_not(folder: Path, watch: Watch) -> None:
    for file in UNREAD:
        (folder / file).write_text("new", encoding="utf-8")
    assert not notices(watch, 0.7)
