"""A folder's files as they are now: their names, their digests, or their size and time."""

import os
from collections.abc import Iterable, Mapping
from hashlib import sha256
from pathlib import Path

_CHUNK = 1024 * 1024


def names(folder: str, without: str) -> tuple[str, ...]:
    """The paths of all files below a folder, in order; what begins with a dot, and what stands in
    the folder `without`, is none of them."""
    left_out = os.path.realpath(without)
    found = []
    for above, folders, files in os.walk(os.path.realpath(folder)):
        folders[:] = [n for n in folders if n[0] != "." and f"{above}/{n}" != left_out]
        found += [f"{above}/{name}" for name in files if name[0] != "."]
    return tuple(sorted(found))


def digests(folder: str, paths: Iterable[str]) -> Mapping[str, str]:
    """The SHA-256 of each file of a folder; empty for one that can't be read."""
    return {path: _digest(Path(folder, path)) for path in paths}


def stamps(paths: Iterable[str]) -> Mapping[str, tuple[int, int]]:
    """Size and time (ns) of each file; (-1, 0) where there is none."""
    return {path: _stamp(path) for path in paths}


def here() -> str:
    """The folder that relative paths are taken from."""
    return os.path.realpath(".")


def real(path: str) -> str:
    """Where a path leads, links followed."""
    return os.path.realpath(path)


def _digest(path: Path) -> str:
    digest = sha256()
    try:
        with path.open("rb") as file:
            while chunk := file.read(_CHUNK):
                digest.update(chunk)
    except OSError:
        return ""
    return digest.hexdigest()


def _stamp(path: str) -> tuple[int, int]:
    try:
        found = Path(path).stat()
    except OSError:
        return -1, 0
    return found.st_size, found.st_mtime_ns
