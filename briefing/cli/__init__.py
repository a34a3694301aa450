"""The command line: one file a command; `app` is where an error meets the user."""

import os
import signal
from types import FrameType

_INTERRUPTED = 130


def main() -> None:
    """Run the command line; interrupted while it loads, it ends without a word."""
    signal.signal(signal.SIGINT, _leave)
    from briefing.cli.app import main as run

    signal.signal(signal.SIGINT, signal.default_int_handler)
    run()


def _leave(_signal: int, _frame: FrameType | None) -> None:
    os._exit(_INTERRUPTED)
