"""What is wrong or doubtful in the author's material, and what stops a run."""

from collections.abc import Iterable
from difflib import get_close_matches

from msgspec import Struct

from briefing.model.exits import BriefingError, ExitCode, Refusal, Refusals
from briefing.model.severity import Severity, severity_of
from briefing.model.text import Place

__all__ = [
    "BriefingError",
    "Code",
    "ExitCode",
    "Finding",
    "Refusal",
    "Refusals",
    "Severity",
    "did_you_mean",
    "errors",
    "nearest",
    "refused",
]


class Finding(Struct, frozen=True):
    """One problem: its code (documented in the room's `codes.py`), place, words and a hint.

    `about` are the names of the manifest that it concerns: what `checks: allow:` may name. A
    `lighter` one is that case of its code of which only a warning is told.
    """

    code: str
    place: Place
    message: str
    hint: str
    about: tuple[str, ...] = ()
    lighter: bool = False

    @property
    def severity(self) -> Severity:
        """How bad it is, by its code."""
        return severity_of(self.code, lighter=self.lighter)


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
    return Finding(refusal.code or code, at, refusal.message, refusal.hint, about)
