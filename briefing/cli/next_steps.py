"""What `briefing` by itself says: what one can do next in this folder."""

from collections.abc import Iterator
from pathlib import Path

_MANIFEST = "briefing.yaml"


def next_steps() -> Iterator[str]:
    """A line a step, by what stands in this folder."""
    here = Path(_MANIFEST).exists()
    projects = sorted(p.parent.name for p in Path().glob(f"*/{_MANIFEST}"))
    data = sorted(p.parent.as_posix() for p in Path("data").glob(f"*/{_MANIFEST}"))
    if here:
        yield "A project is here."
        yield from _steps("")
    elif projects or data:
        first = (projects or data)[0]
        yield f"Projects: {', '.join(projects + data)}."
        yield from _steps(f" {first}")
    else:
        yield "No project is here."
        yield "  briefing init DIR                 begins one that builds at once"
        yield "  briefing init DIR --data FILE     begins one with a data file of yours"
        yield "  briefing build mongolia-russia    builds the sample that comes with briefing"
    yield "  briefing --help                   lists all commands; briefing help what to write"


def _steps(project: str) -> Iterator[str]:
    for command, what in (
        ("check", "says what is wrong or doubtful"),
        ("preview", "shows its pages while you edit"),
        ("build", "makes the PDF, below out/"),
    ):
        yield f"  {f'briefing {command}{project}':<33} {what}"
