"""`briefing fetch`."""

import json
from typing import TYPE_CHECKING

import click

from briefing.cli import options, report, terminal
from briefing.run.find import find

if TYPE_CHECKING:
    from briefing.run.fetch import Haul

_REMOTE = 4


@click.command(
    short_help="Fetch a project's figures from where they are published.",
    epilog="""\b
Examples:
  briefing fetch
  briefing fetch data/mongolia-russia gdp --dry-run""",
)
@click.argument("project", default="")
@click.argument("names", nargs=-1, metavar="[TABLE]...")
@click.option("--dry-run", is_flag=True, help="Ask the services, but write nothing.")
@click.option(
    "--keys-file",
    default="",
    metavar="FILE",
    help="Keys, a line each: comtrade=…; default: BRIEFING_COMTRADE_KEY.",
)
@options.json_option
def command(
    project: str, names: tuple[str, ...], dry_run: bool, keys_file: str, as_json: bool
) -> int:
    """Fetch the tables of PROJECT that have a `from:`, all or those named, and write each reply
    unchanged into the table's file, with an entry in briefing.lock.json.

    Where a reply isn't good, the last file stays. Nothing else of briefing ever opens a connection.

    Exit code 0, 1 where the manifest is wrong, or 4 where a service failed; the other tables are
    fetched then.
    """
    from briefing.model.spec import Choices
    from briefing.run.examine import PRODUCT
    from briefing.run.fetch import fetch
    from briefing.workspace.http import Bounds, door
    from briefing.workspace.secrets import keys

    held = keys(keys_file)
    ask = door(Bounds(), PRODUCT.replace(" ", "/"))
    progress = terminal.Progress(wanted=not as_json)
    hauls = []
    for folder in find(project):
        hauls.append(fetch(folder, names, Choices(), ask, held, dry_run=dry_run, progress=progress))
        progress.clear()
        if not as_json:
            _show(hauls[-1])
    if as_json:
        click.echo(json.dumps(_content(hauls), ensure_ascii=False, indent=2))
    if any(taken.result == "failed" for haul in hauls for taken in haul.taken):
        return _REMOTE
    return report.exit_code([haul.outcome for haul in hauls], strict=False)


def _show(haul: "Haul") -> None:
    report.show(haul.outcome)
    if not haul.taken and not haul.outcome.findings:
        terminal.say(f"{haul.outcome.project}: no table has a `from:`")
    for taken in haul.taken:
        rows = "" if taken.result == "failed" else f"  {taken.rows:,} rows"
        said = f"  published {taken.published}" if taken.published else ""
        click.echo(f"{taken.table}  {taken.result}  {taken.file}{rows}{said}")


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
                "published": taken.published,
            }
            for haul in hauls
            for taken in haul.taken
        ],
    }
