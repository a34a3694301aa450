"""What builds came to, as Markdown for the page of a job."""

from collections.abc import Iterable
from pathlib import Path

from briefing.model import BriefingError, ExitCode
from briefing.run.outcome import Built, Outcome


def summarize(path: str, outcomes: Iterable[Outcome]) -> None:
    """Add to the file what each build came to. Raises BriefingError where it can't be written."""
    try:
        with Path(path).open("a", encoding="utf-8") as file:
            file.writelines(f"{_of(outcome)}\n" for outcome in outcomes)
    except OSError as error:
        raise BriefingError(
            f"{path} can't be written: {error.strerror or error}",
            "The edition stands as it was made; choose another file with --summary.",
            ExitCode.FAILED,
        ) from error


def sized(built: Built) -> str:
    """`out/a/2025/a.en.pdf  3 pages  38 kB`."""
    pages = "1 page" if built.pages == 1 else f"{built.pages} pages"
    return f"{built.path}  {pages}  {built.size / 1000:.0f} kB"


def _of(outcome: Outcome) -> str:
    from briefing import editions

    project = outcome.project
    if outcome.built:
        files = map(sized, outcome.built)
        return editions.new_edition(project, files, outcome.record, outcome.last)
    if outcome.standing:
        return editions.same_edition(project, outcome.standing)
    return editions.no_edition(project, outcome.findings)
