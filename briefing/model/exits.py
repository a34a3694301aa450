"""How a command ends: its exit codes, and what stops a run. No more is loaded for it."""

from enum import IntEnum


class ExitCode(IntEnum):
    """What a command leaves with; `briefing --help` says the same."""

    DONE = 0
    FAILED = 1
    USAGE = 2
    NO_PROJECT = 3
    REMOTE = 4
    NONCONFORMING = 5
    BUG = 70
    INTERRUPTED = 130


class BriefingError(Exception):
    """A run that cannot go on; never a fault in our code."""

    def __init__(self, message: str, hint: str, exit_code: ExitCode) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.exit_code = exit_code
