"""`briefing merge`."""

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import click

from briefing.cli import options, terminal
from briefing.cli.batch import table, told
from briefing.model import BriefingError, ExitCode

_KEYS = {"of": str, "count": int, "shard": str, "briefings": list}
_BRIEFING = {
    "name": str, "project": str, "state": str, "exit_code": int,
    "editions": list, "findings": list, "omitted": list,
}  # fmt: skip


@click.command(
    short_help="Put together what the parts of a batch came to.",
    epilog="""\b
Examples:
  briefing merge 1.json 2.json 3.json 4.json
  briefing merge parts/*.json --json > whole.json""",
)
@click.argument("files", nargs=-1, required=True, type=click.Path(exists=True, dir_okay=False))
@options.json_option
def command(files: tuple[str, ...], as_json: bool) -> int:
    """Put together the results of `briefing build --each … --shard I/N --json`, a FILE each.

    Exit code 0, 1 where a part is lacking or a briefing failed, 2 where a FILE is no such result or
    they are of different batches.
    """
    parts = [(file, _read(file)) for file in dict.fromkeys(files)]
    problems = tuple(_lacking(parts))
    briefings = sorted((e for _, part in parts for e in part["briefings"]), key=_name)
    content: dict[str, Any] = {key: parts[0][1][key] for key in ("of", "count")}
    content |= {"shard": "", "briefings": briefings, "lacking": list(problems)}
    if as_json:
        click.echo(json.dumps(content, ensure_ascii=False, indent=2))
    else:
        click.echo("\n".join((*table(content), told(content))))
    for problem in problems:
        terminal.say(f"{terminal.red('error')}: {problem}")
    return int(bool(problems) or any(entry["exit_code"] for entry in briefings))


def _name(entry: Mapping[str, Any]) -> tuple[str, str]:
    return str(entry["project"]), str(entry["name"])


def _read(file: str) -> Mapping[str, Any]:
    content: Any
    try:
        content = json.loads(Path(file).read_bytes())
    except (ValueError, RecursionError):
        content = None
    if (
        not isinstance(content, dict)
        or not _has(content, _KEYS)
        or not all(_is_briefing(entry) for entry in content["briefings"])
    ):
        raise BriefingError(
            f"{file} is not the result of a part of a batch",
            "Write it with: briefing build --each … --shard I/N --json > FILE.",
            ExitCode.USAGE,
        )
    return content


def _is_briefing(entry: object) -> bool:
    """Whether it is what became of a briefing, as the table and the counts read it."""
    if not isinstance(entry, dict) or not _has(entry, _BRIEFING):
        return False
    editions = all(_has(e, {"pages": int, "size": int}) for e in entry["editions"])
    return editions and all(_has(o, {"name": str, "is_section": bool}) for o in entry["omitted"])


def _has(content: object, keys: Mapping[str, type]) -> bool:
    return isinstance(content, dict) and all(
        isinstance(content.get(key), kind) for key, kind in keys.items()
    )


def _lacking(parts: Sequence[tuple[str, Mapping[str, Any]]]) -> Iterator[str]:
    """What keeps the parts from being the whole. Raises BriefingError (exit 2) where they are of
    different batches."""
    first, whole = parts[0]
    for file, part in parts[1:]:
        if part["of"] != whole["of"]:
            raise BriefingError(
                f"{first} and {file} are of different batches",
                "Build all parts of one project with the same --each and options.",
                ExitCode.USAGE,
            )
    seen: dict[tuple[str, str], str] = {}
    for file, part in parts:
        for entry in part["briefings"]:
            other = seen.setdefault(_name(entry), file)
            if other != file:
                yield f"{entry['name']} stands in {other} and in {file}"
    if len(seen) < whole["count"]:
        there = ", ".join(part["shard"] or "the whole" for _, part in parts)
        lacking = f"{whole['count'] - len(seen)} of {whole['count']} briefings are lacking"
        yield f"{lacking}: there are the parts {there}"
