"""What was sent to whom: a line of JSON for each mail, kept beside the editions."""

import json
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, BinaryIO

from briefing.model import BriefingError, ExitCode
from briefing.workspace.locks import hold


class Journal:
    """An open journal: what it holds, and a place for more."""

    def __init__(self, path: str, handle: BinaryIO) -> None:
        self._path = path
        self._handle = handle
        self.entries: list[Mapping[str, Any]] = []
        handle.seek(0)
        content = handle.read()
        self._torn = bool(content) and not content.endswith(b"\n")
        for line in content.splitlines():
            try:
                entry = json.loads(line)
            except ValueError:
                continue
            if isinstance(entry, dict):
                self.entries.append(entry)

    def add(self, entry: Mapping[str, Any]) -> None:
        """Write a line; it stands on the disk when this returns. Raises BriefingError (exit 1)."""
        line = json.dumps(entry, ensure_ascii=False).encode() + b"\n"
        try:
            self._handle.write(b"\n" + line if self._torn else line)
            self._handle.flush()
            os.fsync(self._handle.fileno())
        except OSError as error:
            raise _unwritten(self._path, error) from error
        self._torn = False
        self.entries.append(entry)


@contextmanager
def journal(path: str) -> Iterator[Journal]:
    """The journal of that path, held for this run alone; a line that a killed run left unfinished
    is passed over. Raises BriefingError (exit 1) where another run holds it or it can't be written.
    """
    with _held(path) as handle:
        yield Journal(path, handle)


def _held(path: str) -> BinaryIO:
    place = Path(path)
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        handle = place.open("a+b")
    except OSError as error:
        raise _unwritten(path, error) from error
    if not hold(handle):
        handle.close()
        raise BriefingError(
            f"another run is sending: it holds {path}",
            "Wait until it has finished, then send again.",
            ExitCode.FAILED,
        )
    return handle


def keep(path: str, data: bytes) -> None:
    """Write a file, its folder too. Raises BriefingError (exit 1) where the disk refuses."""
    place = Path(path)
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(data)
    except OSError as error:
        raise _unwritten(path, error) from error


def _unwritten(path: str, error: OSError) -> BriefingError:
    return BriefingError(
        f"{path} can't be written: {error.strerror or error}",
        "Free space, or choose another folder of editions with --output.",
        ExitCode.FAILED,
    )
