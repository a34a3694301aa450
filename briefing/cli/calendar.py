"""`briefing calendar`."""

import json
import sys
from typing import TYPE_CHECKING

import click

from briefing.cli import options, report, terminal

if TYPE_CHECKING:
    from briefing.run.calendar import Coming


@click.command(
    short_help="Say what lies ahead, or write it for calendars.",
    epilog="""\b
Examples:
  briefing calendar
  briefing calendar --ics --lang ru > visits.ics""",
)
@options.project_options
@click.option("--ics", is_flag=True, help="As iCalendar (RFC 5545) on stdout.")
def command(
    project: str,
    period: str,
    parameters: tuple[str, ...],
    languages: tuple[str, ...],
    style: str,
    strict: bool,
    as_json: bool,
    ics: bool,
) -> int:
    """Say which visits, releases and anniversaries of PROJECT’s `calendar:` lie ahead of the
    edition’s date, in its first language; with --ics as a file that calendars read, the same for
    the same inputs: an event that is moved replaces what it was.

    Exit code 0, or 1 where the manifest has errors.
    """
    from msgspec import to_builtins

    from briefing.run.calendar import coming
    from briefing.run.find import find

    choices = options.choices(period, parameters, languages, style)
    found = [coming(folder, choices) for folder in find(project)]
    if ics and len(found) > 1:
        raise click.UsageError("--ics is of one project: name it")
    for one in found:
        if one.outcome.findings:
            report.show(one.outcome, strict)
    if as_json:
        days = {one.outcome.project: to_builtins(one.days) for one in found}
        click.echo(json.dumps(days, ensure_ascii=False, indent=2))
    elif ics:
        sys.stdout.buffer.write(found[0].ics.encode())
    else:
        for one in found:
            terminal.tell("\n".join(_lines(one)))
    return report.exit_code(tuple(one.outcome for one in found), strict)


def _lines(found: "Coming") -> list[str]:
    if not found.days:
        return [f"{found.outcome.project}: nothing lies ahead"]
    return [
        "  ".join(
            (
                day.first if day.first == day.last else f"{day.first}..{day.last}",
                day.kind,
                f"{day.what}, {day.where}" if day.where else day.what,
            )
        )
        for day in found.days
    ]
