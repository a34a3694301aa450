"""`briefing doctor`."""

import json
from collections.abc import Callable

import click

from briefing.cli import options, terminal


@click.command(
    short_help="Say what is installed and what is missing.",
    epilog="""\b
Examples:
  briefing doctor
  briefing doctor -o /srv/editions --json""",
)
@click.option(
    "-o", "--output", default="out", metavar="FOLDER", help="Where editions go; default out."
)
@options.json_option
def command(output: str, as_json: bool) -> int:
    """Look at Python, packages and extras, fonts, Java and veraPDF, folders and environment; with a
    hint for each that is missing.

    Exit code 0, or 1 where something is broken that builds need. What only some commands use may be
    absent.
    """
    from briefing.run.doctor import State, doctor

    seen = doctor(output)
    if as_json:
        things = [
            {"what": s.what, "state": s.state.value, "seen": s.words, "hint": s.hint} for s in seen
        ]
        click.echo(json.dumps({"things": things}, ensure_ascii=False, indent=2))
    else:
        paint: dict[State, Callable[[str], str]] = {
            State.GOOD: str,
            State.ABSENT: terminal.yellow,
            State.BROKEN: terminal.red,
        }
        width = max(len(s.what) for s in seen)
        for s in seen:
            mark = paint[s.state](f"{s.state.value:<6}")
            terminal.tell(f"{mark}  {s.what:<{width}}  {s.words}")
            if s.hint:
                terminal.tell(f"{'':<{width + 8}}  hint: {s.hint}")
    return int(any(s.state is State.BROKEN for s in seen))
