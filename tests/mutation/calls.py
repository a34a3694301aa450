"""A pytest plugin: which tests call which functions of a room (`ROOM`), written to `CALLS`."""

import json
import os
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from types import FrameType

import pytest

_ROOM = f"/briefing/{os.environ.get('ROOM', '')}/"
_CALLED: dict[str, set[str]] = defaultdict(set)


@pytest.hookimpl(hookwrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Iterator[None]:
    """Notes each function of the room that begins while the test runs, its fixtures too."""

    def note(frame: FrameType, event: str, _: object) -> None:
        code = frame.f_code
        if event == "call" and _ROOM in code.co_filename:
            path = code.co_filename.partition("/briefing/")[2]
            _CALLED[f"{path}:{code.co_firstlineno}"].add(item.nodeid)

    sys.setprofile(note)
    yield
    sys.setprofile(None)


def pytest_sessionfinish() -> None:
    """Writes them as JSON."""
    written = {place: sorted(tests) for place, tests in _CALLED.items()}
    Path(os.environ["CALLS"]).write_text(json.dumps(written), encoding="utf-8")
