"""What a run gives back."""

from collections.abc import Mapping

from msgspec import Struct, structs

from briefing.model import Finding, Place, Severity, Waived


class Built(Struct, frozen=True):
    """One PDF of an edition: where it stands, its pages, its size in bytes."""

    path: str
    language: str
    pages: int
    size: int


class Omitted(Struct, frozen=True):
    """A section or an exhibit left out, and the names without a value that it needs."""

    name: str
    is_section: bool
    lacks: tuple[str, ...]

    def __str__(self) -> str:
        kind = "section" if self.is_section else "exhibit"
        return f"{kind} {self.name} left out: it needs {', '.join(self.lacks)}"


class Outcome(Struct, frozen=True):
    """The findings of a run in order of place, the source line of each, and the PDFs made.

    `standing` are the PDFs that were not made because they would come out as they are; `waived`
    the findings that the manifest allows, each with its reason; `record` is what the edition's
    record holds, `last` that of the edition before it, None where there is none; `omitted` what is
    left out because it needs what the data lack; `parameters` what the command line chose.
    """

    project: str
    findings: tuple[Finding, ...]
    lines: Mapping[Place, str]
    built: tuple[Built, ...] = ()
    standing: tuple[str, ...] = ()
    waived: tuple[Waived, ...] = ()
    record: bytes = b""
    last: bytes | None = None
    omitted: tuple[Omitted, ...] = ()
    parameters: tuple[tuple[str, str], ...] = ()

    @property
    def failed(self) -> bool:
        """Whether a finding stops the build."""
        return any(f.severity is Severity.ERROR for f in self.findings)


def only_errors(outcome: Outcome) -> Outcome:
    """The outcome without its warnings."""
    kept = tuple(f for f in outcome.findings if f.severity is Severity.ERROR)
    return structs.replace(outcome, findings=kept)
