"""What is wrong or doubtful in the author's material, and what stops a run."""

from collections.abc import Iterable
from difflib import get_close_matches
from enum import StrEnum

from msgspec import Struct

from briefing.model.exits import BriefingError, ExitCode, Refusal
from briefing.model.text import Place

__all__ = [
    "BriefingError",
    "Code",
    "ExitCode",
    "Finding",
    "Refusal",
    "Severity",
    "did_you_mean",
    "errors",
    "nearest",
    "refused",
]


class Severity(StrEnum):
    """How bad a finding is: an error stops the build, a warning only with `--strict`."""

    ERROR = "error"
    WARNING = "warning"


class Finding(Struct, frozen=True):
    """One problem: its code (documented in the room's `codes.py`), place, words and a hint.

    `about` are the names of the manifest that it concerns: what `checks: allow:` may name.
    """

    code: str
    severity: Severity
    place: Place
    message: str
    hint: str
    about: tuple[str, ...] = ()


class Code(Struct, frozen=True):
    """The documentation of a finding code: what it is, why it matters, an example, what to do."""

    title: str
    what: str
    why: str
    example: str
    hint: str = ""


def errors(findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """The findings that stop a build."""
    return tuple(f for f in findings if f.severity is Severity.ERROR)


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """`; did you mean “value”?` when a known word is near, else nothing."""
    near = nearest(word, known)
    return f"; did you mean “{near}”?" if near else ""


def nearest(word: str, known: Iterable[str]) -> str:
    """The known word that resembles it most; empty where none is near."""
    return next(iter(get_close_matches(word[:80], known, n=1)), "")


def refused(refusal: Refusal, place: Place, code: str = "", about: tuple[str, ...] = ()) -> Finding:
    """The finding, an error, that a refusal becomes: at its own place, else there."""
    at = refusal.at or place
    return Finding(refusal.code or code, Severity.ERROR, at, refusal.message, refusal.hint, about)
