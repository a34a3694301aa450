"""`briefing fetch`."""

import json
from typing import TYPE_CHECKING

import click

from briefing.cli import options, report, terminal, typed
from briefing.run.find import find

if TYPE_CHECKING:
    from briefing.run.fetch import Haul, Taken

_REMOTE = 4


@click.command(
    short_help="Fetch a project's figures from where they are published.",
    epilog="""\b
Examples:
  briefing fetch
  briefing fetch data/mongolia-russia products --dry-run
  BRIEFING_COMTRADE_KEY=… briefing fetch . mirror --json""",
)
@click.argument("project", default="", shell_complete=typed.projects)
@click.argument("names", nargs=-1, metavar="[TABLE]...")
@click.option(
    "-p",
    "--parameter",
    "parameters",
    multiple=True,
    metavar="NAME=VALUE",
    help="Replace a parameter of the manifest: -p partner=CHN.",
)
@click.option("--dry-run", is_flag=True, help="Ask the services, but write nothing.")
@click.option(
    "--keys-file",
    default="",
    metavar="FILE",
    help="Keys, a line each: comtrade=…; default: BRIEFING_COMTRADE_KEY and so on.",
)
@options.json_option
def command(
    project: str,
    names: tuple[str, ...],
    parameters: tuple[str, ...],
    dry_run: bool,
    keys_file: str,
    as_json: bool,
) -> int:
    """Fetch the tables of PROJECT that have a `from:`, all or those named, and write each reply
    unchanged into the table's file, with an entry in briefing.lock.json.

    Where a reply isn't good, the last file stays; where it says nothing new, not a byte changes.
    No other command opens a connection to a source. Keys come from the environment
    (BRIEFING_COMTRADE_KEY) or a file that only you may read.

    Exit code 0, 1 where the manifest is wrong, 2 for a table without `from:`, or 4 where a service
    failed; the other tables are fetched then. Needs the extra fetch.
    """
    from briefing.run.examine import PRODUCT
    from briefing.run.fetch import fetch
    from briefing.workspace.http import Bounds, door
    from briefing.workspace.secrets import keys

    held = keys(keys_file)
    chosen = options.choices("", parameters, (), "")
    progress = terminal.Progress(wanted=not as_json)
    hauls = []
    folders = find(project)
    with door(Bounds(), PRODUCT.replace(" ", "/")) as ask:
        for folder in folders:
            haul = fetch(folder, names, chosen, ask, held, dry_run=dry_run, progress=progress)
            progress.clear()
            hauls.append(haul)
            if not as_json:
                _show(haul)
    if as_json:
        click.echo(json.dumps(_content(hauls), ensure_ascii=False, indent=2))
    if any(haul.failed for haul in hauls):
        return _REMOTE
    return report.exit_code([haul.outcome for haul in hauls], strict=False)


def _show(haul: "Haul") -> None:
    report.show(haul.outcome)
    if not haul.taken and not haul.outcome.findings:
        terminal.say(f"{haul.outcome.project}: no table has a `from:`")
    for taken in haul.taken:
        terminal.tell(_line(taken))


def _line(taken: "Taken") -> str:
    """`gdp  revised  gdp.json  26 rows, 1 of them new or other than before  published 2026-06`."""
    if taken.result == "failed":
        return f"{taken.table}  failed  {taken.file} is as it was"
    rows = f"{taken.rows:,} rows"
    if taken.result == "revised":
        rows += f", {taken.differing:,} of them new or other than before"
    said = f"  published {terminal.safe(taken.published)}" if taken.published else ""
    return f"{taken.table}  {taken.result}  {taken.file}  {rows}{said}"


def _content(hauls: "list[Haul]") -> dict[str, object]:
    return {
        "findings": report.findings(haul.outcome for haul in hauls),
        "tables": [
            {
                "project": haul.outcome.project,
                "table": taken.table,
                "result": taken.result,
                "file": taken.file,
                "rows": taken.rows,
                "differing": taken.differing,
                "published": taken.published,
            }
            for haul in hauls
            for taken in haul.taken
        ],
    }
