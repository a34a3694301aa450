"""`briefing styles`."""

import json
from pathlib import Path

import click

from briefing.cli.options import json_option
from briefing.model import Place, did_you_mean
from briefing.model.exits import BriefingError, ExitCode
from briefing.model.style import Style
from briefing.project.known_styles import FOLDER, styles_of
from briefing.project.style.read import read_style
from briefing.workspace import Workspace, assets

_MILLIMETRE = 72 / 25.4
_LIMIT = 1024 * 1024


@click.command(
    short_help="List the styles, or show what one says.",
    epilog="""\b
Examples:
  briefing styles
  briefing styles plain""",
)
@click.argument("name", default="")
@json_option
def command(name: str, as_json: bool) -> None:
    """List the styles that `--style` takes here: the product's and the project's own. With NAME:
    what that style says over the one that it extends; such a file, styles/NAME.yaml in a project,
    is a style of its own: 20 lines of colours, text, measures, faces, a logo, the sections that it
    prints, or a brand: _brand.yml.

    Exit code 0, or 2 for a style that is none.
    """
    workspace = Workspace(str(Path.cwd()))
    names = styles_of(workspace)
    if name and name not in names:
        raise BriefingError(
            f"there is no style “{name}”{did_you_mean(name, names)}",
            f"styles: {', '.join(names)}",
            ExitCode.USAGE,
        )
    if name and not as_json:
        click.echo(_text(workspace, name), nl=False)
        return
    told = [_told(workspace, one) for one in ((name,) if name else names)]
    if as_json:
        click.echo(json.dumps({"styles": told}, ensure_ascii=False, indent=2))
        return
    for one in told:
        click.echo(f"{one['name']:<12}{one['says']}")
        click.echo(f"{'':<12}{one['page']}, {one['columns']}, body {one['body']}")
        for what in ("logo", "sections"):
            if one.get(what):
                click.echo(f"{'':<12}{what} {one[what]}")


def _text(workspace: Workspace, name: str) -> str:
    file = f"{FOLDER}/{name}.yaml"
    if workspace.holds(file):
        return workspace.text(file, _LIMIT)
    return Workspace(assets.styles()).text(f"{name}.yaml", _LIMIT)


def _told(workspace: Workspace, name: str) -> dict[str, str]:
    """What one wants to know of a style before choosing it."""
    first = _text(workspace, name).partition("\n")[0]
    style, _ = read_style(name, Place(f"{FOLDER}/{name}.yaml"), workspace)
    said = {"name": name, "says": first.removeprefix("#").strip() if first[:1] == "#" else ""}
    return said | (_measured(style) if style else {"page": "–", "columns": "–", "body": "–"})


def _measured(style: Style) -> dict[str, str]:
    body, page = style.text.body, style.page
    brought = {
        "logo": style.own_logo.picture.text if style.own_logo else "",
        "sections": ", ".join(section.text for section in style.sections),
    }
    return {key: text for key, text in brought.items() if text} | {
        "page": f"{page.width / _MILLIMETRE:.0f} × {page.height / _MILLIMETRE:.0f} mm",
        "columns": "one column" if style.column.single else "text and side column",
        "body": f"{body.face} {body.size:g}/{body.leading:g}",
    }
