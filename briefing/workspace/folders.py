"""Questions about folders on the way to a project."""

import os
from pathlib import Path


def holds(folder: str, name: str) -> bool:
    """Whether the folder has a file of that name."""
    return (Path(folder) / name).is_file()


def with_file(folder: str, name: str) -> tuple[str, ...]:
    """The names of the folder's own folders that hold such a file, in order."""
    place = Path(folder)
    if not place.is_dir():
        return ()
    return tuple(sorted(p.name for p in place.iterdir() if (p / name).is_file()))


def join(*parts: str) -> str:
    """The parts as one path."""
    return str(Path(*parts))


def parted(path: str) -> tuple[str, str]:
    """The folder and the name of a file."""
    place = Path(path)
    return str(place.parent), place.name


def normal(path: str) -> str:
    """The path without steps up that the steps before them undo."""
    return os.path.normpath(path)


def below(path: str, root: str) -> str:
    """The path of a folder from a root above it, with `/`; empty where it is the root."""
    within = Path(path).relative_to(root).as_posix()
    return "" if within == "." else within
