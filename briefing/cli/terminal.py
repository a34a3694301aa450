"""Words to the person at the terminal: on stderr, coloured where that is wanted and possible."""

import os
import sys
import traceback

import click

_CLEAR_LINE = "\r\x1b[2K"


def say(text: str) -> None:
    """A message, on stderr."""
    click.echo(text, err=True, color=_coloured())


def bug(error: Exception) -> None:
    """A fault of ours, shown whole."""
    say("".join(traceback.format_exception(error)))
    say("This is a bug in briefing, not a mistake of yours. Please report the lines above.")


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
    """Without control characters and direction overrides, which could rewrite the terminal."""
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in text)


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


def _coloured() -> bool:
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return sys.stderr.isatty() and os.environ.get("TERM") != "dumb"
