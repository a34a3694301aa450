"""New files for an author: written where nothing stands, never over anything."""

import os
from collections.abc import Collection, Iterable, Mapping
from pathlib import Path

from briefing.model import BriefingError, ExitCode
from briefing.workspace.devices import is_bearable


def place(folder: str) -> str:
    """The folder's absolute path, links resolved; it need not be there."""
    return os.path.realpath(folder)


def copied(folder: str, unread: Collection[str] = ()) -> dict[str, bytes]:
    """The files of a folder by their paths in it, hidden ones and those of `unread` folders left
    out."""
    root = Path(folder)
    paths = (file.relative_to(root) for file in sorted(root.rglob("*")) if file.is_file())
    return {
        path.as_posix(): (root / path).read_bytes()
        for path in paths
        if not any(part.startswith(".") for part in path.parts) and path.parts[0] not in unread
    }


def content(folder: str, path: str) -> bytes | None:
    """The bytes of a file in a folder; None where there is none."""
    try:
        return (Path(folder) / path).read_bytes()
    except OSError:
        return None


def write_new(folder: str, files: Mapping[str, bytes], kept: Iterable[str] = ()) -> tuple[str, ...]:
    """Write the files below the folder, which is made where it isn't there; the paths written.

    Of `kept` those that are there already are left as they are. Raises BriefingError (exit 2)
    before anything is written where another one is there, (exit 1) where the disk refuses.
    """
    root = Path(folder)
    if not root.exists() and not is_bearable(root.name):
        raise BriefingError(
            f"“{root.name}” can be no folder on Windows; nothing was written",
            "Choose another name: who works there could not open the project.",
            ExitCode.USAGE,
        )
    kept = tuple(kept)
    there = [path for path in files if os.path.lexists(os.path.normpath(root / path))]
    taken = [path for path in there if path not in kept]
    if taken:
        raise BriefingError(
            f"{folder} already holds {', '.join(taken)}; nothing was written",
            "Choose another folder, or move those files away: nothing is ever overwritten.",
            ExitCode.USAGE,
        )
    new = tuple(path for path in files if path not in there)
    try:
        for path in new:
            place = Path(os.path.normpath(root / path))
            place.parent.mkdir(parents=True, exist_ok=True)
            with place.open("xb") as file:
                file.write(files[path])
    except OSError as error:
        raise BriefingError(
            f"{folder} can't be written: {error.strerror or error}",
            "Free space, or choose a folder that you may write to.",
            ExitCode.FAILED,
        ) from error
    return new


def replace(folder: str, path: str, data: bytes) -> None:
    """Put a file of a project in the place of what stands there, in one step. Raises BriefingError
    (exit 1) where that can't be done, or the path leads out of the project."""
    root = Path(folder).resolve()
    target = root / path
    fresh = target.with_name(f".{target.name}.{os.getpid()}.fetching")
    try:
        if not target.resolve().is_relative_to(root):
            raise BriefingError(
                f"{path} leads out of the project",
                "Name a file inside the project.",
                ExitCode.FAILED,
            )
        target.parent.mkdir(parents=True, exist_ok=True)
        with fresh.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        fresh.replace(target)
    except OSError as error:
        fresh.unlink(missing_ok=True)
        raise BriefingError(
            f"{path} can't be written: {error.strerror or error}",
            "The last file is intact. Make room, or the folder writable.",
            ExitCode.FAILED,
        ) from error
