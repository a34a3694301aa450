"""`briefing verify`."""

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from briefing.cli import terminal

if TYPE_CHECKING:
    from briefing.run.verify import Verdict

_FAILED = 5


@click.command(
    short_help="Judge PDFs by the standards that they claim.",
    epilog="""\b
Examples:
  briefing verify out/mongolia-russia/2025/mongolia-russia.en.pdf
  briefing verify *.pdf --judge briefing --json""",
)
@click.argument(
    "files", nargs=-1, required=True, type=click.Path(exists=True, dir_okay=False, readable=True)
)
@click.option(
    "--judge",
    type=click.Choice(["veraPDF", "briefing"], case_sensitive=False),
    help="Who judges; default: veraPDF where it can run, else briefing.",
)
@click.option("--json", "as_json", is_flag=True, help="Findings and verdicts as JSON on stdout.")
def command(files: tuple[str, ...], judge: str | None, as_json: bool) -> int:
    """Judge each PDF, whoever made it, by the parts of PDF/UA and PDF/A that it claims; one that
    claims none by PDF/UA-1 and PDF/A-3a.

    The judge is veraPDF where Java is installed and VERAPDF_HOME, or the cache folder of briefing,
    holds its jar; else briefing checks the clauses that it knows. The tags are looked at by
    briefing in any case, for what no validator sees. Exit code 0, or 5 when a file fails.
    """
    from briefing.run.verify import verify

    if judge == "veraPDF":
        _require()
    verdicts = []
    for verdict in verify(((file, Path(file).read_bytes()) for file in files), judge or ""):
        verdicts.append(verdict)
        if not as_json:
            _show(verdict)
    if as_json:
        click.echo(json.dumps(_content(verdicts), ensure_ascii=False, indent=2))
    return _FAILED if any(verdict.faults for verdict in verdicts) else 0


def _require() -> None:
    from briefing.workspace import verapdf

    why_not = verapdf.missing()
    if why_not:
        raise click.UsageError(f"veraPDF can't judge: {why_not}")


def _show(verdict: "Verdict") -> None:
    for fault in verdict.faults:
        place = f"{verdict.path}:{fault.page}" if fault.page else verdict.path
        label = f"{terminal.red('error')}[{fault.code}]"
        terminal.say(f"{place}: {label} {terminal.safe(fault.message)}\n    hint: {fault.hint}")
    by = f"{', '.join(verdict.standards)}; judged by {verdict.judge}".removeprefix("; ")
    if verdict.reason:
        by += f" ({verdict.reason})"
    count = len(verdict.faults)
    failed = f"fails, {count} finding{'s' if count > 1 else ''}"
    click.echo(f"{verdict.path}: {failed if count else 'conforms'} ({by})")


def _content(verdicts: list["Verdict"]) -> dict[str, object]:
    return {
        "findings": [
            {
                "code": fault.code,
                "severity": "error",
                "file": verdict.path,
                "page": fault.page or None,
                "message": fault.message,
                "hint": fault.hint,
            }
            for verdict in verdicts
            for fault in verdict.faults
        ],
        "files": [
            {
                "file": verdict.path,
                "conforms": not verdict.faults,
                "judge": verdict.judge,
                "standards": list(verdict.standards),
            }
            for verdict in verdicts
        ],
    }
