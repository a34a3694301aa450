"""What the machine lets a build do."""

import os
import platform
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path


def python() -> str:
    """`Python 3.13.1 on Linux`."""
    return f"Python {platform.python_version()} on {platform.system()}"


def java() -> str:
    """Java's version, as it says it; empty where there is none."""
    program = shutil.which("java")
    if program is None:
        return ""
    said = subprocess.run([program, "-version"], capture_output=True, text=True, check=False)
    return next(iter(said.stderr.splitlines()), "")


def encoding() -> str:
    """How text is written to stdout."""
    return (sys.stdout.encoding or "").lower()


def temporary() -> str:
    """The folder for files that don't last."""
    return tempfile.gettempdir()


def unwritable(folder: str) -> str:
    """Why nothing can be written to a folder, or where it would be made; empty where it can."""
    place = Path(os.path.realpath(folder))
    while not os.path.lexists(place) and place != place.parent:
        place = place.parent
    try:
        with tempfile.TemporaryFile(dir=place):
            return ""
    except OSError as error:
        return f"{place}: {error.strerror or error}"
