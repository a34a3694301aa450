"""How bad the findings of each code are: said here, and nowhere else."""

from enum import StrEnum

# What only warns; every other code is an error.
_WARNINGS = frozenset(
    (
        *("B010", "B031", "B042", "B043", "B076"),
        *("B110", "B111", "B114", "B117", "B119", "B120", "B121", "B122", "B124", "B125"),
        *("B232", "B241", "B243", "B244", "B245", "B246", "B262"),
        *("B323", "B403", "B405"),
    )
)
# Errors with a lighter case, of which only a warning is told.
_LIGHTER = frozenset(
    ("B074", "B104", "B106", "B113", "B115", "B308", "B313", "B315", "B322"),
)


class Severity(StrEnum):
    """How bad a finding is: an error stops the build, a warning only with `--strict`."""

    ERROR = "error"
    WARNING = "warning"


def severity_of(code: str, *, lighter: bool = False) -> Severity:
    """How bad a finding of that code is, in its lighter case if it has one."""
    warns = code in _WARNINGS or (lighter and code in _LIGHTER)
    return Severity.WARNING if warns else Severity.ERROR


def severities(code: str) -> tuple[Severity, ...]:
    """How bad findings of that code may be, the worst first."""
    return tuple(dict.fromkeys(severity_of(code, lighter=lighter) for lighter in (False, True)))
