"""`briefing rules`."""

import json
from textwrap import fill, indent

import click
from msgspec.structs import asdict

from briefing.cli import options, typed
from briefing.model import BriefingError, Code, ExitCode

_WIDTH = 92


@click.command(
    short_help="Explain what briefing finds, by code.",
    epilog="""\b
Examples:
  briefing rules
  briefing rules B102""",
)
@click.argument("code", default="", shell_complete=typed.codes)
@options.json_option
def command(code: str, as_json: bool) -> None:
    """Explain CODE: what it is, why it matters, an example, what to do. Without CODE: list all.

    Exit code 0, or 2 for a code that is none.
    """
    from briefing.run.codes import ROOMS, codes, words

    code = code.upper()
    chosen = {code: _known(code, codes())} if code else codes()
    if as_json:
        content = [
            {"code": name} | asdict(documented) | {"words": words(name)}
            for name, documented in chosen.items()
        ]
        click.echo(json.dumps({"rules": content}, ensure_ascii=False, indent=2))
    elif code:
        click.echo(_explained(code, chosen[code]))
        for name, lists in words(code).items():
            click.echo(f"\nWords that it knows ({name}):")
            for entry, known in lists.items():
                listed = f"{entry.replace('_', ' ')}: {', '.join(known)}"
                click.echo(indent(fill(listed, _WIDTH - 2, subsequent_indent="  "), "  "))
    else:
        for room, documented in ROOMS.items():
            click.echo(f"{room}\n")
            click.echo("".join(f"  {n}  {c.title}\n" for n, c in sorted(documented.items())))


def _known(code: str, known: dict[str, Code]) -> Code:
    if code not in known:
        raise BriefingError(
            f"no finding has the code {code}",
            "`briefing rules` lists all codes.",
            ExitCode.USAGE,
        )
    return known[code]


def _explained(name: str, code: Code) -> str:
    parts = [
        f"{name}  {code.title}",
        fill(code.what, _WIDTH),
        fill(f"Why: {code.why}", _WIDTH),
        f"Example:\n{indent(_lines(code.example), '  ')}",
    ]
    if code.hint:
        parts.append(fill(f"What to do: {code.hint}", _WIDTH))
    return "\n\n".join(parts)


def _lines(example: str) -> str:
    """An example with its own line breaks; prose of one line is broken."""
    return example if "\n" in example else fill(example, _WIDTH - 2)
