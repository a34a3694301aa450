"""The files of one project: read safely, remembered, hashed."""

import codecs
import errno
import os
import re
import stat
from datetime import UTC, date, datetime
from hashlib import sha256
from pathlib import Path
from typing import BinaryIO, TypeAlias

from briefing.model import UNSEEN, Input, Place, Refusal, did_you_mean, shown
from briefing.workspace.encodings import likely
from briefing.workspace.large import Stored

READING = os.O_RDONLY
for _name in ("O_NONBLOCK", "O_NOFOLLOW", "O_CLOEXEC", "O_BINARY", "O_NOINHERIT"):
    READING |= getattr(os, _name, 0)


def is_own(owner: int) -> bool:
    """Whether a file's owner is this user; where the system numbers no users, it is."""
    return not hasattr(os, "geteuid") or owner == os.geteuid()


_MIB = 1024 * 1024
# Bytes that a file of data, and one of text, may have at most.
LARGEST_FILE, LARGEST_TEXT = 64 * _MIB, 4 * _MIB
_MISSING = "B050"
_LISTED = 2000
_BREAK = re.compile(r"\r\n|\r|\n")
# A file's identity, size and times, and what was found when it was read through.
Counted: TypeAlias = tuple[tuple[int, ...], Stored]
_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*://")


class Unreadable(Refusal):  # reads as a state of the file
    """A file of the project that may not or can't be read: why, what to do, and the code of that
    finding (workspace/codes.py); `at` is where in it, where that is known."""

    def __init__(
        self, message: str, hint: str, code: str = "B050", at: Place | None = None
    ) -> None:
        super().__init__(message, hint, code, at)

    @property
    def is_missing(self) -> bool:
        """Whether there is no such file; else it is there and may not or can't be read."""
        return self.code == _MISSING


class Workspace:
    """The one door to a project's files; whatever is read through it is an input of the edition."""

    def __init__(self, root: str, counted: dict[str, Counted] | None = None) -> None:
        """`counted` are large files that were read through for briefings before this one."""
        self._root = Path(os.path.realpath(root))
        self._counted = {} if counted is None else counted
        self._read: dict[str, bytes] = {}
        self._stored: dict[str, Stored] = {}
        self._lines: dict[str, list[str]] = {}

    @property
    def name(self) -> str:
        """The project's name: that of its folder."""
        return self._root.name

    @property
    def inputs(self) -> tuple[Input, ...]:
        """All that was read, in order of path."""
        digests = {path: sha256(data).hexdigest() for path, data in self._read.items()}
        digests |= {path: stored.sha256 for path, stored in self._stored.items()}
        return tuple(Input(path, digest) for path, digest in sorted(digests.items()))

    def read(self, path: str, limit: int = LARGEST_FILE) -> bytes:
        """The bytes of a regular file inside the project, the same ones however often it is asked.

        `path` is relative to the project, with `/`. Raises Unreadable.
        """
        name = os.path.normpath(path) if path else path
        if name not in self._read:
            self._read[name] = self._bytes(path, self._resolved(path), limit)
        if len(self._read[name]) > limit:
            raise _too_large(path, limit)
        return self._read[name]

    def head(self, path: str, size: int) -> bytes:
        """The first bytes of a file, which is no input by that. Raises Unreadable."""
        with os.fdopen(self._opened(path, self._resolved(path)), "rb") as file:
            return file.read(size)

    def saved(self, path: str) -> date:
        """The day, in UTC, on which a file was last written. Raises Unreadable."""
        with os.fdopen(self._opened(path, self._resolved(path)), "rb") as file:
            return datetime.fromtimestamp(os.fstat(file.fileno()).st_mtime, UTC).date()

    def size(self, path: str) -> int:
        """How many bytes a file has. Raises Unreadable."""
        with os.fdopen(self._opened(path, self._resolved(path)), "rb") as file:
            return os.fstat(file.fileno()).st_size

    def stored(self, path: str) -> Stored:
        """A file that is queried where it is: too large to be held. It is an input like others.
        Raises Unreadable."""
        name = os.path.normpath(path) if path else path
        if name not in self._stored:
            resolved = self._resolved(path)
            with os.fdopen(self._opened(path, resolved), "rb") as file:
                stamp = _stamp(file)
                known = self._counted.get(str(resolved))
                if known is None or known[0] != stamp:
                    known = self._counted[str(resolved)] = stamp, _counted(file, str(resolved))
            self._stored[name] = known[1]
        return self._stored[name]

    def text(self, path: str, limit: int = LARGEST_TEXT) -> str:
        """A UTF-8 file's text, without a byte order mark. Raises Unreadable, naming the encoding
        that the file seems to have."""
        data = self.read(path, limit).removeprefix(codecs.BOM_UTF8)
        try:
            return data.decode("utf-8")
        except UnicodeDecodeError as problem:
            lines = _BREAK.split(data[: problem.start].decode("utf-8"))
            raise Unreadable(
                f"{shown(path)} is not UTF-8; it looks like {likely(data)}",
                "save the file as UTF-8",
                "B054",
                Place(path, len(lines), len(lines[-1]) + 1),
            ) from None

    def check(self, path: str) -> None:
        """Whether `read` may open the file, without reading it. Raises Unreadable if not."""
        os.close(self._opened(path, self._resolved(path)))

    def holds(self, path: str) -> bool:
        """Whether something stands at that path of the project; a broken link counts."""
        return os.path.lexists(self._root / path)

    def listing(self, folder: str, ending: str = "") -> tuple[str, ...]:
        """The names of a folder's files that end so, in order; none where there is no folder."""
        try:
            entries = sorted(entry.name for entry in os.scandir(self._root / folder))
        except OSError:
            return ()
        return tuple(name for name in entries if name.endswith(ending))

    def line(self, file: str, number: int) -> str:
        """The text of a line (from 1) of a file that was read; empty if not known."""
        if file in self._read and file not in self._lines:
            data = self._read[file].removeprefix(codecs.BOM_UTF8)
            if b"\0" in data:
                return ""
            self._lines[file] = _BREAK.split(data.decode("utf-8", "replace"))
        lines = self._lines.get(file, [])
        return lines[number - 1] if 1 <= number <= len(lines) else ""

    def _resolved(self, path: str) -> Path:
        """Where the path leads after all links. Raises Unreadable if that is not in the project."""
        if not path or UNSEEN.search(path):
            raise Unreadable(
                f"“{shown(path)}” is no file name", "write a path like trade.csv", "B051"
            )
        if _ADDRESS.match(path):
            raise Unreadable(
                f"“{shown(path)}” is an address; a project reads its own files only",
                "save the file in the project's folder and write its name",
                "B051",
            )
        outside = Unreadable(
            f"“{shown(path)}” leads out of the project",
            "put the file into the project's folder and write its path from there",
            "B051",
        )
        if path.startswith("/") or "\\" in path or re.match(r"[A-Za-z]:", path):
            raise outside
        try:
            resolved = Path(os.path.realpath(self._root / path))
        except OSError:
            raise self._missing(path) from None
        if not resolved.is_relative_to(self._root):
            raise outside
        return resolved

    def _opened(self, path: str, resolved: Path) -> int:
        """A descriptor of the regular file; never waits for a pipe, never follows a late link."""
        try:
            if not stat.S_ISREG(os.lstat(resolved).st_mode):
                raise _irregular(path)
            descriptor = os.open(resolved, READING)
        except OSError as problem:
            if problem.errno in (errno.ENOENT, errno.ENOTDIR, errno.ENAMETOOLONG):
                raise self._missing(path) from None
            raise Unreadable(
                f"{shown(path)} can't be read: {problem.strerror}",
                "make the file readable for yourself",
                "B052",
            ) from None
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            os.close(descriptor)
            raise _irregular(path)
        return descriptor

    def _bytes(self, path: str, resolved: Path, limit: int) -> bytes:
        with os.fdopen(self._opened(path, resolved), "rb") as file:
            data = file.read(limit + 1)
        if len(data) > limit:
            raise _too_large(path, limit)
        return data

    def _missing(self, path: str) -> Unreadable:
        guess = did_you_mean(path, self._files())
        hint = "names are exact, capitals too; paths start at the project's folder"
        if re.search(r"[*?\[]", path):
            hint = "name each file: * and ? stand for nothing here"
        return Unreadable(f"no file {shown(path)}{guess}", hint, _MISSING)

    def _files(self) -> list[str]:
        """The project's first 2,000 files by path, hidden ones left out."""
        found: list[str] = []
        for folder, folders, names in os.walk(self._root):
            folders[:] = sorted(f for f in folders if not f.startswith("."))
            within = os.path.relpath(folder, self._root)
            found += [
                os.path.normpath(f"{within}/{n}") for n in sorted(names) if not n.startswith(".")
            ]
            if len(found) >= _LISTED:
                break
        return found[:_LISTED]


def _stamp(file: BinaryIO) -> tuple[int, ...]:
    """What changes when a file is replaced or written to."""
    found = os.fstat(file.fileno())
    return found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns, found.st_ctime_ns


def _counted(file: BinaryIO, path: str) -> Stored:
    """The digest of a file and its lines, read once; the last line may lack its end."""
    digest, lines, last = sha256(), 0, b"\n"
    while block := file.read(_MIB):
        digest.update(block)
        lines += block.count(b"\n")
        last = block[-1:]
    return Stored(path, digest.hexdigest(), lines + (last != b"\n"))


def _irregular(path: str) -> Unreadable:
    return Unreadable(
        f"{shown(path)} is no regular file",
        "a folder, pipe or device can't be read: name a plain file",
        "B052",
    )


def _too_large(path: str, limit: int) -> Unreadable:
    size = f"{limit // _MIB} MiB" if limit >= _MIB else f"{limit:,} bytes"
    return Unreadable(
        f"{shown(path)} is larger than {size}", f"make it smaller: the limit is {size}", "B053"
    )
