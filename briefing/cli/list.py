"""`briefing list`."""

import json
from typing import TYPE_CHECKING

import click

from briefing.cli import options, terminal

if TYPE_CHECKING:
    from briefing.run.listing import Listed


@click.command(
    short_help="Say which projects and editions are here.",
    epilog="""\b
Examples:
  briefing list
  briefing list --json""",
)
@click.option(
    "-o", "--output", default="out", metavar="FOLDER", help="Where editions are; default out."
)
@options.json_option
def command(output: str, as_json: bool) -> int:
    """List the projects of this folder (it, its folders, those of data/) with languages, style
    and editions in FOLDER; the samples that come with briefing; the styles and languages.

    Exit code 0.
    """
    from msgspec import to_builtins

    from briefing.run.listing import listing

    listed = listing(output)
    if as_json:
        click.echo(json.dumps(to_builtins(listed), ensure_ascii=False, indent=2))
    else:
        terminal.tell("\n".join(_lines(listed)))
    return 0


def _lines(listed: "Listed") -> list[str]:
    lines = []
    for project in listed.projects:
        said = (
            f"{', '.join(project.languages)}; {project.style}"
            if project.languages
            else ("its manifest can't be read: briefing check says why")
        )
        lines.append(f"{project.folder}  {said}")
        lines += [f"  {edition}" for edition in project.editions]
    return [
        *(lines or ["no project here"]),
        f"samples    {', '.join(listed.samples)}",
        f"styles     {', '.join(listed.styles)}",
        f"languages  {', '.join(listed.languages)}",
    ]
