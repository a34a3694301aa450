"""`briefing trace`."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import click

from briefing.cli import options, terminal
from briefing.model.finding import BriefingError

# As many cells of one fact as a person looks at; a rank among all partners has hundreds.
_CELLS = 12


@click.command(
    short_help="Say from which cells a figure of a PDF was made.",
    epilog="""\b
Examples:
  briefing trace out/mongolia-russia/2025/mongolia-russia.en.pdf turnover
  briefing trace report.pdf "1.6 billion" --json""",
)
@click.argument("file", type=click.Path(exists=True, dir_okay=False))
@click.argument("wanted", metavar="FIGURE")
@options.json_option
def command(file: str, wanted: str, as_json: bool) -> int:
    """Say which facts FIGURE is in the PDF FILE (or a record.json): its value in full, how it was
    derived, from which file, row and column, and on which pages it is printed.

    FIGURE is a name or label (turnover, or "Trade turnover 2014"), a number of the register (F12),
    or a text as printed ("1.6 billion"). The file alone answers. Exit code 0, 1 where nothing is so
    called or printed, 2 where FILE has no record.
    """
    from briefing.editions import near, read, trace

    record = read(Path(file).read_bytes())
    found = trace(record, wanted)
    if as_json:
        content = {"file": file, "figure": wanted, "facts": found, "near": near(record, wanted)}
        click.echo(json.dumps(content, ensure_ascii=False, indent=2))
        return int(not found)
    if not found:
        others = ", ".join(f"“{terminal.safe(name)}”" for name in near(record, wanted))
        raise BriefingError(
            f"nothing in {file} is called or printed “{terminal.safe(wanted)}”",
            f"Near it: {others}." if others else "Ask for a name, a number such as F12, or a text.",
            exit_code=1,
        )
    terminal.tell("\n\n".join("\n".join(_shown(entry)) for entry in found))
    return 0


def _shown(entry: Mapping[str, Any]) -> Iterator[str]:
    """A fact in lines; what the file says is never trusted on a terminal."""
    name = " ".join(filter(None, (entry["name"], entry["period"])))
    rows = dict.fromkeys(entry.get("rows", {}).values())
    number = f" ({', '.join(rows)})" if rows else ""
    yield terminal.safe(f"{name}{number}")
    if entry["label"] != entry["name"]:
        yield terminal.safe(f"  called   {entry['label']}")
    value = "no value" if entry["value"] is None else f"{entry['value']} {entry['unit']}"
    status = "" if entry["status"] == "final" else f", {entry['status']}"
    yield terminal.safe(f"  value    {value}{status}")
    if entry["is"]:
        yield terminal.safe(f"  is       {entry['is']}")
    if entry["source"]:
        yield terminal.safe(f"  source   {', '.join(entry['source'])}")
    for index, cell in enumerate(entry["cells"][:_CELLS]):
        where = f"{cell['file']}, row {cell['row']}, column {cell['column']}"
        yield terminal.safe(f"  {'' if index else 'from':<8} {where}")
    if len(entry["cells"]) > _CELLS:
        yield f"           and {len(entry['cells']) - _CELLS} more"
    for language, places in entry["printed"].items():
        for index, (text, pages) in enumerate(_by_text(places).items()):
            where = f"page{'s' if len(pages) > 1 else ''} {', '.join(map(str, pages))}"
            head = "" if index else "printed"
            told = f" ({language})" if len(entry["printed"]) > 1 else ""
            yield terminal.safe(f"  {head:<8} “{text}”, {where}{told}")


def _by_text(places: list[Mapping[str, Any]]) -> dict[str, list[int]]:
    """The pages of each text."""
    found: dict[str, list[int]] = {}
    for place in places:
        found.setdefault(" ".join(place["text"].split()), []).append(place["page"])
    return found
