"""`briefing preview`."""

import json
import webbrowser

import click

from briefing.cli import options, terminal
from briefing.model import BriefingError, ExitCode
from briefing.run.find import find


@click.command(
    short_help="Show a project's pages in the browser, as last saved.",
    epilog="""\b
Examples:
  briefing preview
  briefing preview my-project --open --period 2014""",
)
@options.project_options
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=8620,
    show_default=True,
    help="The port on 127.0.0.1; 0 takes one that is free.",
)
@click.option("--open", "opened", is_flag=True, help="Open it in the browser.")
def command(
    project: str,
    period: str,
    parameters: tuple[str, ...],
    languages: tuple[str, ...],
    style: str,
    strict: bool,
    as_json: bool,
    port: int,
    opened: bool,
) -> None:
    """Show PROJECT's pages in a browser on this machine, with findings and traces beside them.

    The pages follow each saved file; with a finding of severity error (with --strict: with any)
    the last good ones stay. A click on a figure shows its fact, source and cells. Ends with Ctrl-C.

    Exit code 0, 2 where the page can't be served, 3 without a project.
    """
    from briefing.preview import serve

    choices = options.choices(period, parameters, languages, style)
    folders = find(project)
    if len(folders) > 1:
        raise BriefingError(
            f"{len(folders)} projects are here; the preview shows one",
            f"Name it: briefing preview {folders[0]}.",
            ExitCode.USAGE,
        )

    def ready(url: str) -> None:
        click.echo(json.dumps({"url": url}) if as_json else url)
        if not as_json:
            terminal.say("Ctrl-C ends the preview.")
        if opened:
            webbrowser.open(url)

    serve(folders[0], choices, port=port, strict=strict, ready=ready, bug=terminal.bug)
