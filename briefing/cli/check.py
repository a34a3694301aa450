"""`briefing check`."""

import click

from briefing.cli import annotations, options, report, terminal
from briefing.run.checked import checked
from briefing.run.find import find
from briefing.run.outcome import only_errors

# Where builds put editions unless told otherwise.
_OUTPUT = "out"


@click.command(
    short_help="Say what is wrong or doubtful in a project.",
    epilog="""\b
Examples:
  briefing check
  briefing check data/mongolia-russia --period 2014 --strict""",
)
@options.project_options
@options.format_option
@click.option("-q", "--quiet", is_flag=True, help="A line a finding, nothing where there is none.")
@click.option("--errors-only", is_flag=True, help="Show no warnings; the exit code stays.")
def command(
    project: str,
    period: str,
    parameters: tuple[str, ...],
    languages: tuple[str, ...],
    style: str,
    strict: bool,
    as_json: bool,
    form: str,
    quiet: bool,
    errors_only: bool,
) -> int:
    """Say what is wrong or doubtful in PROJECT: everything up to the drawing.

    What it found is kept below the user's cache folder (BRIEFING_CACHE_DIR names another) and said
    again while no file of the project has changed; briefing clean empties it.

    Exit code 0, or 1 with a finding of severity error (with --strict: with any).
    """
    choices = options.choices(period, parameters, languages, style)
    folders = find(project)
    found = tuple(checked(folder, _OUTPUT, choices) for folder in folders)
    outcomes = tuple(map(only_errors, found)) if errors_only else found
    if as_json or form == "json":
        report.show_json(outcomes)
    elif form == "github":
        annotations.show(zip(folders, outcomes, strict=True))
    elif quiet:
        for outcome in outcomes:
            report.show_briefly(outcome)
    else:
        for outcome in outcomes:
            report.show(outcome, strict)
            if not outcome.findings:
                terminal.say(f"{outcome.project}: no {'errors' if errors_only else 'findings'}")
    return report.exit_code(found, strict)
