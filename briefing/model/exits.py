"""How a command ends: its exit codes, and what stops a run. No more is loaded for it."""

from enum import IntEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefing.model.text import Place


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


class Refusal(Exception):  # noqa: N818 (the one word for all of them)
    """Why something can't be done, and what to do about it, in words for an author.

    `code` is that of the finding that it becomes, empty where it becomes none or where that is told
    by who catches it; `at` is the place, where that is known.
    """

    def __init__(self, message: str, hint: str, code: str = "", at: "Place | None" = None) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.code = code
        self.at = at


class Refusals(Refusal):
    """A refusal for as many reasons as there are; for none where a finding elsewhere says why."""

    def __init__(self, *reasons: Refusal) -> None:
        first = reasons[0] if reasons else Refusal("", "")
        super().__init__(first.message, first.hint, first.code, first.at)
        self.reasons = reasons


class BriefingError(Refusal):
    """A run that cannot go on; never a fault in our code."""

    def __init__(self, message: str, hint: str, exit_code: ExitCode) -> None:
        super().__init__(message, hint)
        self.exit_code = exit_code
