"""How an expression or a reference says why it has no result."""

from briefing.model import Refusal


class RefusedError(Refusal):
    """It can't be done: becomes a finding; `offset` counts characters into the phrase."""

    def __init__(self, code: str, message: str, hint: str, offset: int = 0) -> None:
        super().__init__(message, hint, code)
        self.offset = offset


class NoValueError(RefusedError):
    """A reference that is in order, but has no value in this edition."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__("B273", message, hint)


class BrokenError(Exception):
    """It builds on a name that another finding keeps from being made."""
