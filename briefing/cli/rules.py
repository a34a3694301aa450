"""`briefing rules`."""

import json
from collections.abc import Mapping
from itertools import groupby
from textwrap import fill, indent
from typing import Any

import click

from briefing.cli import printed, typed
from briefing.cli.options import json_option
from briefing.model.exits import BriefingError, ExitCode

_WIDTH = 92


@click.command(
    short_help="Explain what briefing finds, by code.",
    epilog="""\b
Examples:
  briefing rules
  briefing rules B102""",
)
@click.argument("code", default="", shell_complete=typed.codes)
@json_option
def command(code: str, as_json: bool) -> None:
    """Explain CODE: what it is, why it matters, an example, what to do. Without CODE: list all.

    Exit code 0, or 2 for a code that is none.
    """
    code, known = code.upper(), printed.codes()
    if as_json:
        chosen = [_known(code, known)] if code else [known[name] for name in sorted(known)]
        told = [{key: v for key, v in each.items() if key != "room"} for each in chosen]
        click.echo(json.dumps({"rules": told}, ensure_ascii=False, indent=2))
    elif code:
        rule = _known(code, known)
        click.echo(_explained(code, rule))
        for name, lists in rule["words"].items():
            click.echo(f"\nWords that it knows ({name}):")
            for entry, listing in lists.items():
                listed = f"{entry.replace('_', ' ')}: {', '.join(listing)}"
                click.echo(indent(fill(listed, _WIDTH - 2, subsequent_indent="  "), "  "))
    else:
        for room, rules in groupby(known.values(), key=lambda each: each["room"]):
            click.echo(f"{room}\n")
            lines = sorted(f"  {rule['code']}  {rule['title']}\n" for rule in rules)
            click.echo("".join(lines))


def _known(code: str, known: Mapping[str, Mapping[str, Any]]) -> Mapping[str, Any]:
    if code not in known:
        raise BriefingError(
            f"no finding has the code {code}",
            "`briefing rules` lists all codes.",
            ExitCode.USAGE,
        )
    return known[code]


def _explained(name: str, code: Mapping[str, Any]) -> str:
    parts = [
        f"{name}  {code['title']} ({' or '.join(code['severity'])})",
        fill(code["what"], _WIDTH),
        fill(f"Why: {code['why']}", _WIDTH),
        f"Example:\n{indent(_lines(code['example']), '  ')}",
    ]
    if code["hint"]:
        parts.append(fill(f"What to do: {code['hint']}", _WIDTH))
    return "\n\n".join(parts)


def _lines(example: str) -> str:
    """An example with its own line breaks; prose of one line is broken."""
    return example if "\n" in example else fill(example, _WIDTH - 2)
