"""Files that one process holds against others, by what the system has for that."""

import importlib
from typing import IO, Any

_BYTE = 1


def hold(handle: IO[bytes], *, shared: bool = False) -> bool:
    """Hold an open file until it is closed; whether that could be done at once.

    `shared` lets others hold it who share it too; Windows has no such locks that Python knows:
    there nobody else gets it.
    """
    try:
        import fcntl
    except ImportError:
        return _held_on_windows(handle)
    try:
        fcntl.flock(handle, (fcntl.LOCK_SH if shared else fcntl.LOCK_EX) | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _held_on_windows(handle: IO[bytes]) -> bool:
    windows: Any = importlib.import_module("msvcrt")
    at = handle.tell()
    handle.seek(0)
    try:
        windows.locking(handle.fileno(), windows.LK_NBLCK, _BYTE)
    except OSError:
        return False
    finally:
        handle.seek(at)
    return True
