"""A replay server, and the door of the product through it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from briefing.workspace.http import Ask, Bounds, door
from tests.services.replay import Replay, replaying

QUICK = Bounds(patience=6.0, attempts=4, timeout=1.0, pause=0.02, apart=0.0)


@pytest.fixture
def replay(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Replay]:
    folder = tmp_path / "replay"
    folder.mkdir()
    with replaying(folder, distrusted=("bad.example.org",)) as server:
        for name, value in server.environment.items():
            monkeypatch.setenv(name, value)
        yield server


@pytest.fixture
def ask(replay: Replay) -> Iterator[Ask]:
    with door(QUICK, "briefing/test") as opened:
        yield opened
