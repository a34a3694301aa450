"""The one way out to disk: an edition's folder, swapped in whole."""

import ctypes
import fcntl
import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from briefing.model.finding import BriefingError

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2


def shelve(folder: str, files: Mapping[str, bytes], replaced: Mapping[str, bool]) -> None:
    """Make `folder` hold `files`, and those of its present files that `replaced` maps to False.

    The new folder is written beside the old one and takes its place in one step; whatever goes
    wrong before leaves the old one as it was. Raises BriefingError (exit 1) when the disk refuses
    or another build holds the folder.
    """
    target = Path(folder)
    fresh = target.with_name(f".{target.name}.building")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with _held(target.with_name(f".{target.name}.lock"), folder):
            _tidy(target, fresh)
            fresh.mkdir()
            for name, kept in replaced.items():
                if not kept:
                    shutil.copy2(target / name, fresh / name)
            for name, data in files.items():
                _write(fresh / name, data)
            _swap(fresh, target)
    except OSError as error:
        shutil.rmtree(fresh, ignore_errors=True)
        raise BriefingError(
            f"{folder} can't be written: {error.strerror or error}",
            "The last edition is intact. Free space or choose another folder with --output.",
            exit_code=1,
        ) from error


def contents(folder: str) -> tuple[str, ...]:
    """The names of the files that stand in an edition's folder; none where there is no folder."""
    place = Path(folder)
    return tuple(sorted(p.name for p in place.iterdir())) if place.is_dir() else ()


def stored(folder: str, name: str) -> bytes | None:
    """The bytes of a file of an edition's folder; None where there is none that can be read."""
    try:
        return (Path(folder) / name).read_bytes()
    except OSError:
        return None


@contextmanager
def _held(lock: Path, folder: str) -> Iterator[None]:
    with lock.open("wb") as handle:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise BriefingError(
                f"another build is writing {folder}",
                "Wait until it has finished, then build again.",
                exit_code=1,
            ) from error
        yield


def _tidy(target: Path, fresh: Path) -> None:
    """Undo what a killed build left: its unfinished folder, an edition on its way out."""
    shutil.rmtree(fresh, ignore_errors=True)
    old = _leaving(target)
    if old.exists() and not target.exists():
        old.rename(target)
    shutil.rmtree(old, ignore_errors=True)


def _leaving(target: Path) -> Path:
    return target.with_name(f".{target.name}.old")


def _write(path: Path, data: bytes) -> None:
    with path.open("wb") as handle:
        handle.write(data)
        handle.flush()
        os.fsync(handle.fileno())


def _swap(fresh: Path, target: Path) -> None:
    if not target.exists():
        fresh.rename(target)
        return
    if not _exchanged(fresh, target):
        old = _leaving(target)
        target.rename(old)
        fresh.rename(target)
        fresh = old
    shutil.rmtree(fresh, ignore_errors=True)


def _exchanged(one: Path, other: Path) -> bool:
    """Exchange two folders in one step, where the system can (Linux, renameat2)."""
    try:
        rename = ctypes.CDLL(None).renameat2
    except (OSError, AttributeError):
        return False
    status: int = rename(
        _AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _RENAME_EXCHANGE
    )
    return status == 0
