"""What was made before, kept below the user's cache folder: files by the digest of what they are
made from, each with a digest of its own."""

import os
import stat
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from functools import cache as once
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import NamedTuple

import platformdirs

from briefing.workspace import assets
from briefing.workspace.files import READING, is_own

_MIB = 1024 * 1024
# What is kept at most, and how much of it stays where older files make room.
LIMIT = 256 * _MIB
_KEPT = 0.8
# After how much of it that a process has written it looks at what others have.
_LOOKED = 1 / 16
# Files larger than this are no entries.
_LARGEST = 16 * _MIB
_HEAD = b"briefing cache 1\n"
_DIGEST = 64
# An entry that was used is marked as used once a day.
_DAY = 86_400
_MADE_WITH = ("country-briefing", "matplotlib", "numpy", "uharfbuzz", "msgspec")


class Entry(NamedTuple):
    """A file of the cache: when it was used last, its size, where it stands."""

    used: float
    size: int
    path: Path


class Cache:
    """Entries of bytes by key. What can't be read, isn't one's own or isn't what was written is no
    entry; where nothing can be written, nothing is kept."""

    def __init__(self, folder: str, limit: int = LIMIT, *, reads: bool = True) -> None:
        self._folder = Path(folder)
        self._limit = limit
        self._reads = reads
        self._size: int | None = None
        self._written = 0

    @property
    def folder(self) -> str:
        """Where it is."""
        return str(self._folder)

    def get(self, key: str) -> bytes | None:
        """The bytes kept under a key, a SHA-256 in hexadecimal; None where there are none."""
        if not self._reads:
            return None
        try:
            data, used = _own(self._path(key))
        except OSError:
            return None
        head = len(_HEAD) + 2 * _DIGEST
        content = data[head:]
        if data[:head] != _sealed(key, content):
            return None
        if time.time() - used > _DAY:
            with suppress(OSError):
                os.utime(self._path(key))
        return content

    def put(self, key: str, content: bytes) -> None:
        """Keep bytes under a key; older entries make room for them."""
        path = self._path(key)
        try:
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            with NamedTemporaryFile(dir=path.parent, prefix=".", delete=False) as file:
                file.write(_sealed(key, content) + content)
            Path(file.name).replace(path)
        except OSError:
            return
        size = len(content) + len(_HEAD) + 2 * _DIGEST
        self._written += size
        if self._size is None or self._written > _LOOKED * self._limit:
            # Other processes write too: what is there is counted, this entry with it.
            self._size, self._written = sum(entry.size for entry in self.entries()), 0
        else:
            self._size += size
        if self._size > self._limit:
            self._make_room()

    def entries(self) -> Iterator[Entry]:
        """Its files; whatever else stands in the folder is not its own."""
        for shelf in _names(self._folder, 2):
            for name in _names(self._folder / shelf, _DIGEST):
                path = self._folder / shelf / name
                with suppress(OSError):
                    found = path.lstat()
                    if name.startswith(shelf) and stat.S_ISREG(found.st_mode):
                        yield Entry(found.st_mtime, found.st_size, path)

    def clean(self) -> tuple[int, int]:
        """Take all entries away; how many there were, and their bytes."""
        found = list(self.entries())
        for entry in found:
            entry.path.unlink(missing_ok=True)
            with suppress(OSError):
                entry.path.parent.rmdir()
        return len(found), sum(entry.size for entry in found)

    def _make_room(self) -> None:
        found = sorted(self.entries())
        self._size = sum(entry.size for entry in found)
        for entry in found:
            if self._size <= _KEPT * self._limit:
                break
            with suppress(OSError):
                entry.path.unlink()
            self._size -= entry.size

    def _path(self, key: str) -> Path:
        return self._folder / key[:2] / key


def cache(*, reads: bool = True) -> Cache:
    """That of BRIEFING_CACHE_DIR, else below the user's cache folder. Unless it `reads`, all is
    made anew, and kept."""
    named = os.environ.get("BRIEFING_CACHE_DIR", "")
    return Cache(named or platformdirs.user_cache_dir("briefing", appauthor=False), reads=reads)


@once
def maker() -> str:
    """What tells this product, as it is installed, from every other: its modules and styles by size
    and time, and the versions of what draws with it."""
    package = Path(__file__).resolve().parents[1]
    seen = []
    for folder, _, names in (*os.walk(package), *os.walk(assets.styles())):
        for name in names:
            if name.endswith((".py", ".yaml")):
                found = Path(folder, name).stat()
                seen.append(f"{folder}/{name} {found.st_size} {found.st_mtime_ns}")
    versions = [f"{name} {version(name)}" for name in _MADE_WITH]
    return sha256("\n".join([*sorted(seen), *versions, sys.version]).encode()).hexdigest()


def _sealed(key: str, content: bytes) -> bytes:
    return _HEAD + key.encode() + sha256(content).hexdigest().encode()


def _own(path: Path) -> tuple[bytes, float]:
    """The bytes of a regular file of this user's that no other may write, and when it was used.
    Raises OSError."""
    with os.fdopen(os.open(path, READING), "rb") as file:
        found = os.fstat(file.fileno())
        foreign = not is_own(found.st_uid) or found.st_mode & (stat.S_IWGRP | stat.S_IWOTH)
        if foreign or not stat.S_ISREG(found.st_mode) or found.st_size > _LARGEST:
            raise PermissionError(path)
        return file.read(), found.st_mtime


def _names(folder: Path, length: int) -> list[str]:
    """The entries of a folder called by so many hexadecimal digits, in order."""
    try:
        names = sorted(os.listdir(folder))  # noqa: PTH208 (a folder of thousands)
    except OSError:
        return []
    return [n for n in names if len(n) == length and not set(n) - set("0123456789abcdef")]
