"""How files are opened for reading: never waiting for a pipe, never through a late link, where the
system can; Windows has neither, and wants to be told that bytes are meant."""

import os

READING = os.O_RDONLY
for _name in ("O_NONBLOCK", "O_NOFOLLOW", "O_CLOEXEC", "O_BINARY", "O_NOINHERIT"):
    READING |= getattr(os, _name, 0)


def is_own(owner: int) -> bool:
    """Whether a file's owner is this user; where the system numbers no users, it is."""
    return not hasattr(os, "geteuid") or owner == os.geteuid()
