"""Words to the person at the terminal: on stderr, coloured where that is wanted and possible."""

import errno
import io
import os
import sys
import traceback
import unicodedata
from typing import TextIO

import click

_CLEAR_LINE = "\r\x1b[2K"


def say(text: str) -> None:
    """A message, on stderr."""
    click.echo(text, err=True, color=_coloured(sys.stderr))


def tell(text: str) -> None:
    """A result, on stdout."""
    click.echo(text, color=_coloured(sys.stdout))


def prepare() -> None:
    """Let what stdout can't encode come out as escapes, as it does on stderr."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")


def colour(when: str) -> None:
    """Colour `always`, `never`, or (`auto`) where somebody watches and the environment lets it."""
    if when == "auto":
        return
    os.environ.pop("NO_COLOR" if when == "always" else "FORCE_COLOR", None)
    os.environ["FORCE_COLOR" if when == "always" else "NO_COLOR"] = "1"


def bug(error: Exception) -> None:
    """A fault of ours, shown whole."""
    say("".join(traceback.format_exception(error)))
    say("This is a bug in briefing, not a mistake of yours. Please report the lines above.")


def unwritable(error: OSError) -> None:
    """That something could not be written; who closed the pipe wants no words."""
    if error.errno != errno.EPIPE:
        where = f"{error.filename}: " if error.filename else "what was to be said: "
        say(f"{red('error')}: {where}{error.strerror}\n  hint: make room, then run it again")
    # What waits to be written would fail once more when Python ends, and change the exit code.
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def red(text: str) -> str:
    """For an error."""
    return click.style(text, fg="red", bold=True)


def yellow(text: str) -> str:
    """For a warning."""
    return click.style(text, fg="yellow", bold=True)


def dim(text: str) -> str:
    """For what stands beside the matter."""
    return click.style(text, dim=True)


def safe(text: str) -> str:
    """Without control characters and direction overrides, which could rewrite the terminal; a space
    of any width is a space."""
    return "".join(_safe(c) for c in text)


def _safe(character: str) -> str:
    if character.isprintable():
        return character
    is_space = unicodedata.category(character) == "Zs"
    return " " if is_space else character.encode("unicode_escape").decode()


class Progress:
    """A line that says what is being done; only where somebody watches."""

    def __init__(self, wanted: bool) -> None:
        self._shown = wanted and sys.stderr.isatty() and os.environ.get("TERM") != "dumb"

    def __call__(self, step: str) -> None:
        """Show the step in the place of the one before."""
        if self._shown:
            sys.stderr.write(f"{_CLEAR_LINE}{step} …")
            sys.stderr.flush()

    def clear(self) -> None:
        """Take the line away."""
        if self._shown:
            sys.stderr.write(_CLEAR_LINE)
            sys.stderr.flush()


def _coloured(stream: TextIO) -> bool:
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return stream.isatty() and os.environ.get("TERM") != "dumb"
