"""`briefing check`."""

import click

from briefing.cli import options, report, terminal
from briefing.run.examine import check
from briefing.run.find import find


@click.command(
    short_help="Say what is wrong or doubtful in a project.",
    epilog="""\b
Examples:
  briefing check
  briefing check data/mongolia-russia --period 2014 --strict""",
)
@options.project_options
def command(
    project: str,
    period: str,
    parameters: tuple[str, ...],
    languages: tuple[str, ...],
    style: str,
    strict: bool,
    as_json: bool,
) -> int:
    """Say what is wrong or doubtful in PROJECT: everything up to the drawing.

    Exit code 0, or 1 with a finding of severity error (with --strict: with any).
    """
    choices = options.choices(period, parameters, languages, style)
    outcomes = tuple(check(folder, choices) for folder in find(project))
    if as_json:
        report.show_json(outcomes)
    else:
        for outcome in outcomes:
            report.show(outcome)
            if not outcome.findings:
                terminal.say(f"{outcome.project}: no findings")
    return report.exit_code(outcomes, strict)
