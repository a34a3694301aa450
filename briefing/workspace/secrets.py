"""Secrets, from the environment or a file of one's own; never an option, never shown."""

import os
import re
import stat
from pathlib import Path

from briefing.model import BriefingError, ExitCode
from briefing.workspace.mail import Login

_OTHERS = stat.S_IRWXG | stat.S_IRWXO
_KEY = re.compile(r"BRIEFING_([A-Z0-9_]+)_KEY")


def login(file: str) -> Login | None:
    """Who logs in to the mail server: the first two lines of the file, else BRIEFING_SMTP_USER and
    BRIEFING_SMTP_PASSWORD; None where neither is there. Raises BriefingError (exit 2)."""
    if file:
        lines = read(file).decode("utf-8", "replace").splitlines()
        user, password = (*lines, "", "")[:2]
        where = f"{file} wants the user on its first line and the password on its second"
    else:
        user = os.environ.get("BRIEFING_SMTP_USER", "")
        password = os.environ.get("BRIEFING_SMTP_PASSWORD", "")
        where = "BRIEFING_SMTP_USER and BRIEFING_SMTP_PASSWORD belong together"
    if not user and not password:
        return None
    if not (user and password):
        raise BriefingError("half of the login is missing", f"{where}.", ExitCode.USAGE)
    return Login(user, password)


def passphrase(file: str) -> bytes | None:
    """That of a key: the first line of the file, else BRIEFING_SIGN_PASSPHRASE, else none. Raises
    BriefingError (exit 2)."""
    if file:
        return read(file).partition(b"\n")[0].rstrip(b"\r")
    return os.environb.get(b"BRIEFING_SIGN_PASSPHRASE")


def read(file: str) -> bytes:
    """The bytes of a file that only its owner may read. Raises BriefingError (exit 2)."""
    place = Path(file)
    try:
        if place.stat().st_mode & _OTHERS:
            raise BriefingError(
                f"others may read {file}, which holds a secret",
                f"Close it to them: chmod 600 {file}",
                ExitCode.USAGE,
            )
        return place.read_bytes()
    except OSError as error:
        raise BriefingError(
            f"{file} can't be read: {error.strerror or error}", "Name another file.", ExitCode.USAGE
        ) from error


def keys(file: str) -> dict[str, str]:
    """Users' keys by service: lines `comtrade=…` of the file, else BRIEFING_COMTRADE_KEY and so on.

    Raises BriefingError (exit 2), which never quotes a key.
    """
    if file:
        lines = read(file).decode("utf-8", "replace").splitlines()
        pairs = [line.partition("=") for line in lines if "=" in line]
        found = {name.strip().lower(): value.strip() for name, _, value in pairs}
    else:
        named = ((_KEY.fullmatch(name), value) for name, value in os.environ.items())
        found = {match[1].lower(): value.strip() for match, value in named if match}
    for name, value in found.items():
        if not (value.isascii() and value.isprintable() and " " not in value):
            raise BriefingError(
                f"the key of {name} holds a space or a letter that no key has",
                "Copy it again from the service's own page.",
                ExitCode.USAGE,
            )
    return {name: value for name, value in found.items() if value}
