"""`briefing schedule`."""

import json
import re
import shutil
import sys
from pathlib import Path

import click
from msgspec.structs import replace

from briefing.cli import options, terminal
from briefing.model import BriefingError, ExitCode
from briefing.starter.schedule import SCHEDULES, Site

KINDS = tuple(SCHEDULES)
# What no shell and no unit file reads as anything else.
_EACH = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_=,./-]*")
_NAME = re.compile(r"[A-Za-z0-9_-][A-Za-z0-9._-]*")


@click.command(
    short_help="Write what builds a project every week.",
    epilog="""\b
Examples:
  briefing schedule github
  briefing schedule systemd mongolia-japan
  briefing schedule gitlab --requirement ./wheels/country_briefing-0.1.0-py3-none-any.whl""",
)
@click.argument("kind", type=click.Choice(KINDS))
@click.argument("folder", default=".", metavar="[DIR]")
@options.each_option
@click.option(
    "--parts",
    default=4,
    show_default=True,
    type=click.IntRange(1, 256),
    metavar="N",
    help="With github and --each: on so many machines at once, a part each.",
)
@options.requirement_option
@options.json_option
def command(kind: str, folder: str, each: str, parts: int, requirement: str, as_json: bool) -> int:
    """Write into DIR (default: here) what checks and builds the project there every week, and by
    hand: a GitHub workflow, a GitLab pipeline or systemd's units.

    It builds only where inputs, version or choices changed since the last edition. Nothing is ever
    overwritten; a briefing-requirements.txt that is there stays. That file says what is installed
    there: what --requirement says, else this version, from where this one came. With --each a
    GitHub workflow is a matrix of parts, which its last job puts together.

    Where a table says `from:`, figures are fetched first; those that moved are opened for review
    with what they change, and the briefing is built of those that were reviewed.

    Exit code 0, 1 where it can't be written, 2 where such a file is there, 3 without a project.
    """
    from briefing.run.fetch import fetches
    from briefing.run.find import find
    from briefing.starter.schedule import SHARED, schedule
    from briefing.workspace import folders, new_files

    data = folders.join(folder, "data")
    several = [folders.join(data, name) for name in folders.with_file(data, "briefing.yaml")]
    place = replace(
        site(folder, requirement, each, parts), fetches=any(map(fetches, several or find(folder)))
    )
    written = new_files.write_new(folder, schedule(kind, place), kept=SHARED)
    if as_json:
        click.echo(json.dumps({"files": list(written)}, ensure_ascii=False, indent=2))
        return 0
    for path in written:
        click.echo(folders.join(folder, path))
    terminal.say(_NEXT[kind])
    if place.fetches:
        terminal.say(_FETCHING[kind])
    return 0


def site(folder: str, requirement: str = "", each: str = "", parts: int = 4) -> Site:
    """Where a schedule runs. Raises BriefingError (exit 2) for a folder that can't be a project."""
    from briefing.workspace import installed, new_files

    place = new_files.place(folder)
    name = Path(place).name
    if not _NAME.fullmatch(name) or not place.isprintable():
        raise BriefingError(
            f"a project's folder can't be called “{name}”",
            "The PDF is called after it: letters (a–z), digits, “.”, “_” and “-”.",
            ExitCode.USAGE,
        )
    if each and not _EACH.fullmatch(each):
        raise BriefingError(
            f"--each {each} can't stand in a schedule",
            "Write partner=all, partner=CHN,JPN, or a file's name of letters, digits and ./_-.",
            ExitCode.USAGE,
        )
    command = shutil.which("briefing") or str(Path(sys.executable).with_name("briefing"))
    origin = requirement or installed.origin()
    return Site(place, name, origin, str(Path(command).absolute()), each, parts)


_FETCHING = {
    "github": "Let it open pull requests: Settings, Actions, General, “Allow GitHub Actions to "
    "create and approve pull requests”. Keys are secrets: BRIEFING_COMTRADE_KEY.",
    "gitlab": "Let it open merge requests by the masked variable BRIEFING_PUSH_TOKEN. Keys are "
    "variables: BRIEFING_COMTRADE_KEY.",
    "systemd": "Figures that moved wait on the branch briefing-figures; out/figures.md says what "
    "they change. Keys: Environment= in a drop-in, systemctl --user edit.",
}
_INSTALLED = "Next: see that briefing-requirements.txt names what can be installed there;"
_NEXT = {
    "github": f"{_INSTALLED} commit and push; run it once from the repository's page “Actions”.",
    "gitlab": f"{_INSTALLED} commit and push; add a pipeline schedule on the page “Build”.",
    "systemd": "Next: the first lines of the .service file say how to install it.",
}
