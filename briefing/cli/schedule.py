"""`briefing schedule`."""

import json
import re
import shutil
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

import click
from msgspec.structs import replace

from briefing.cli import options, terminal
from briefing.model import BriefingError, ExitCode
from briefing.starter.schedule import LOCAL, REQUIREMENTS, SCHEDULES, Site, schedule

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
@options.weekly_strict_option
@options.json_option
def command(
    kind: str, folder: str, each: str, parts: int, requirement: str, strict: bool, as_json: bool
) -> int:
    """Write what checks and builds the project in DIR (default: here) every week, and by hand: a
    GitHub workflow or a GitLab pipeline, into the root of the git repository that DIR lies in, or
    systemd's units, into DIR.

    It builds only where inputs, version or choices changed since the last edition; an error stops
    it, with --strict a warning too. Nothing is ever overwritten. briefing-requirements.txt says
    what is installed there: what --requirement says, else this very product from where it came; it
    is looked at whether that can be installed. With --each a GitHub workflow is a matrix of parts,
    which its last job puts together.

    Where a table says `from:`, figures are fetched first; those that moved are opened for review
    with what they change, and the briefing is built of those that were reviewed.

    Exit code 0, 1 where it can't be written, 2 where such a file is there or what is to be
    installed can't be, 3 without a project.
    """
    from briefing.run.fetch import fetches
    from briefing.run.find import find
    from briefing.starter.schedule import SHARED
    from briefing.workspace import folders, new_files

    data = folders.join(folder, "data")
    several = [folders.join(data, name) for name in folders.with_file(data, "briefing.yaml")]
    fetched = any(map(fetches, several or find(folder)))
    if several and within(folder) and kind != LOCAL:
        raise BriefingError(
            f"{len(several)} projects are in {data}, below the root of their repository",
            f"Name one: briefing schedule {kind} {several[0]}.",
            ExitCode.USAGE,
        )
    place = replace(site(folder, each, parts), fetches=fetched, strict=strict)
    files = scheduled((kind,), place, requirement)
    written = new_files.write_new(folder, files, kept=outside(SHARED, place))
    if as_json:
        paths = [folders.normal(path) for path in written]
        click.echo(json.dumps({"files": paths}, ensure_ascii=False, indent=2))
        return 0
    for path in written:
        click.echo(folders.normal(folders.join(folder, path)))
    terminal.say(_NEXT[kind])
    if place.fetches:
        terminal.say(_FETCHING[kind])
    return 0


def scheduled(kinds: Sequence[str], place: Site, requirement: str) -> dict[str, bytes]:
    """The files of schedules by their paths from the project's folder. Raises BriefingError (exit
    2) where what is to be installed can't be, or isn't what is installed already."""
    from briefing.workspace import installable, new_files

    apart = [kind for kind in kinds if kind != LOCAL]
    if requirement and not apart:
        raise BriefingError(
            f"--requirement says nothing to {LOCAL}, which runs the briefing of this machine",
            "Leave it out.",
            ExitCode.USAGE,
        )
    files: dict[str, bytes] = {}
    if apart:
        root = installable.repository(place.folder)
        standing = new_files.content(root, REQUIREMENTS)
        if standing is None or requirement:
            asked, more = installable.requirement(requirement, root)
            place = replace(place, requirement=asked, files=more)
        made = {kind: schedule(kind, place) for kind in apart}
        if standing is not None and requirement:
            _same(standing, made[apart[0]][REQUIREMENTS])
        for one in made.values():
            files |= dict(zip(outside(one, place), one.values(), strict=True))
    return files | (schedule(LOCAL, place) if LOCAL in kinds else {})


def _same(standing: bytes, wanted: bytes) -> None:
    """Refuses a requirement that would be ignored."""
    if standing != wanted:
        raise BriefingError(
            f"{REQUIREMENTS} is there and says something else than --requirement; nothing was "
            "written",
            f"Change {REQUIREMENTS}, or leave --requirement out.",
            ExitCode.USAGE,
        )


def outside(paths: Iterable[str], place: Site) -> tuple[str, ...]:
    """Paths from the repository's root as they are from the project's folder."""
    up = "../" * (place.within.count("/") + 1 if place.within else 0)
    return tuple(f"{up}{path}" for path in paths)


def within(folder: str) -> str:
    """The path of a folder in its git repository; empty where it is the root, or in none."""
    from briefing.workspace import folders, installable, new_files

    return folders.below(new_files.place(folder), installable.repository(folder))


def site(folder: str, each: str = "", parts: int = 4) -> Site:
    """Where a schedule runs. Raises BriefingError (exit 2) for a folder that can't be a project."""
    from briefing.workspace import new_files

    place, below = new_files.place(folder), within(folder)
    name = Path(place).name
    if not all(map(_NAME.fullmatch, (name, *below.split("/")) if below else (name,))):
        raise BriefingError(
            f"a project's folder can't be called “{name}”"
            if not _NAME.fullmatch(name)
            else f"a schedule can't name the folder {below}",
            "The PDF is called after it: letters (a–z), digits, “.”, “_” and “-”.",
            ExitCode.USAGE,
        )
    if not place.isprintable():
        raise BriefingError(
            f"a schedule can't name the folder {place}", "Rename it.", ExitCode.USAGE
        )
    if each and not _EACH.fullmatch(each):
        raise BriefingError(
            f"--each {each} can't stand in a schedule",
            "Write partner=all, partner=CHN,JPN, or a file's name of letters, digits and ./_-.",
            ExitCode.USAGE,
        )
    command = shutil.which("briefing") or str(Path(sys.executable).with_name("briefing"))
    return Site(place, name, "", str(Path(command).absolute()), each, parts, within=below)


_FETCHING = {
    "github": "Let it open pull requests: Settings, Actions, General, “Allow GitHub Actions to "
    "create and approve pull requests”. Keys are secrets: BRIEFING_COMTRADE_KEY.",
    "gitlab": "Let it open merge requests by the masked variable BRIEFING_PUSH_TOKEN. Keys are "
    "variables: BRIEFING_COMTRADE_KEY.",
    "systemd": "Figures that moved wait on the branch briefing-figures; out/figures.md says what "
    "they change. Keys: Environment= in a drop-in, systemctl --user edit.",
}
_NEXT = {
    "github": "Next: commit and push; run it once from the repository's page “Actions”.",
    "gitlab": "Next: commit and push; add a pipeline schedule on the page “Build”.",
    "systemd": "Next: the first lines of the .service file say how to install it.",
}
