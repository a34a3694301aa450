"""The one way out to disk: an edition's folder, swapped in whole."""

import ctypes
import os
import shutil
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from briefing.model import BriefingError, ExitCode
from briefing.workspace.locks import hold

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2


def shelve(
    folder: str, files: Mapping[str, bytes], replaced: Mapping[str, bool], within: str = ""
) -> None:
    """Make `folder` hold `files`, and those of its present files that `replaced` maps to False.
    Folders that stand in it stay; `within` is the one that it stands in, where others are written
    at the same time.

    The new folder is written beside the old one and takes its place in one step; whatever goes
    wrong before leaves the old one as it was. Raises BriefingError (exit 1) when the disk refuses
    or another build holds the folder.
    """
    target = Path(folder)
    fresh = target.with_name(f".{target.name}.building")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with _beside(within), _held(target.with_name(f".{target.name}.lock"), folder):
            _tidy(target, fresh)
            _fill(fresh, files, [target / name for name, kept in replaced.items() if not kept])
            _swap(fresh, target)
    except OSError as error:
        raise BriefingError(
            f"{folder} can't be written: {error.strerror or error}",
            "The last edition is intact. Free space or choose another folder with --output.",
            ExitCode.FAILED,
        ) from error


def _fill(fresh: Path, files: Mapping[str, bytes], kept: Iterable[Path]) -> None:
    """Write a folder that isn't there; whatever stops that, an interruption too, takes it away."""
    try:
        fresh.mkdir()
        for file in kept:
            shutil.copy2(file, fresh / file.name)
        for name, data in files.items():
            _write(fresh / name, data)
    except BaseException:
        shutil.rmtree(fresh, ignore_errors=True)
        raise


def contents(folder: str) -> tuple[str, ...]:
    """The names of the files that stand in an edition's folder; none where there is no folder."""
    place = Path(folder)
    found = place.iterdir() if place.is_dir() else ()
    return tuple(sorted(p.name for p in found if p.is_file() and not p.name.startswith(".")))


def folders_in(folder: str) -> tuple[str, ...]:
    """The names of the folders that stand in a folder, in order; no hidden ones."""
    place = Path(folder)
    found = place.iterdir() if place.is_dir() else ()
    return tuple(sorted(p.name for p in found if p.is_dir() and not p.name.startswith(".")))


def stored(folder: str, name: str) -> bytes | None:
    """The bytes of a file of an edition's folder; None where there is none that can be read."""
    try:
        return (Path(folder) / name).read_bytes()
    except OSError:
        return None


@contextmanager
def _beside(within: str) -> Iterator[None]:
    """Keeps the folder around from being swapped, and lets others write in it."""
    if not within:
        yield
        return
    around = Path(within)
    with _held(around.with_name(f".{around.name}.lock"), within, shared=True):
        yield


@contextmanager
def _held(lock: Path, folder: str, shared: bool = False) -> Iterator[None]:
    with lock.open("wb") as handle:
        if not hold(handle, shared=shared):
            raise BriefingError(
                f"another build is writing {folder}",
                "Wait until it has finished, then build again.",
                ExitCode.FAILED,
            )
        yield


def _tidy(target: Path, fresh: Path) -> None:
    """Undo what a killed build left: its unfinished folder, an edition on its way out."""
    old = _leaving(target)
    if old.exists() and not target.exists():
        old.rename(target)
    for left in (old, fresh):
        _carry(left, target)
        shutil.rmtree(left, ignore_errors=True)


def _leaving(target: Path) -> Path:
    return target.with_name(f".{target.name}.old")


def _carry(old: Path, target: Path) -> None:
    """Take folders along that have editions of their own."""
    for place in old.iterdir() if old.is_dir() and target.is_dir() else ():
        if place.is_dir() and not place.name.startswith(".") and not (target / place.name).exists():
            place.rename(target / place.name)


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
    _carry(fresh, target)
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
