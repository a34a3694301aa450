"""`briefing trace`."""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path

import click
import msgspec

from briefing.cli import options, terminal
from briefing.model import BriefingError, Entry, ExitCode, Printing, Record

# As many cells of one fact as a person looks at; a rank among all partners has hundreds.
_CELLS = 12

# What states no status; earlier versions wrote a word.
_UNSAID = ("", "final")


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
        facts = [{"label": record.label(e), **msgspec.to_builtins(e)} for e in found]
        content = {"file": file, "figure": wanted, "facts": facts, "near": near(record, wanted)}
        click.echo(json.dumps(content, ensure_ascii=False, indent=2))
        return int(not found)
    if not found:
        others = ", ".join(f"“{terminal.safe(name)}”" for name in near(record, wanted))
        raise BriefingError(
            f"nothing in {file} is called or printed “{terminal.safe(wanted)}”",
            f"Near it: {others}." if others else "Ask for a name, a number such as F12, or a text.",
            ExitCode.FAILED,
        )
    terminal.tell("\n\n".join("\n".join(_shown(record, entry)) for entry in found))
    return 0


def _shown(record: Record, entry: Entry) -> Iterator[str]:
    """A fact in lines; what the file says is never trusted on a terminal."""
    name = " ".join(filter(None, (entry.name, entry.period)))
    rows = dict.fromkeys(entry.rows.values())
    number = f" ({', '.join(rows)})" if rows else ""
    yield terminal.safe(f"{name}{number}")
    if record.label(entry) != entry.name:
        yield terminal.safe(f"  called   {record.label(entry)}")
    yield terminal.safe(f"  value    {_value(record, entry)}")
    if entry.made:
        yield terminal.safe(f"  is       {entry.made}")
    if entry.as_of:
        yield terminal.safe(f"  known    since {entry.as_of.isoformat()}")
    yield from _headed("source", [_source(record, name) for name in entry.source])
    cells = [f"{c.file}, row {c.row}, column {c.column}" for c in entry.cells[:_CELLS]]
    more = len(entry.cells) - _CELLS
    yield from _headed("from", [*cells, *([f"and {more} more"] if more > 0 else [])])
    printed = []
    for language, places in entry.printed.items():
        told = f" ({language})" if len(entry.printed) > 1 else ""
        for (text, alt), pages in _by_text(places).items():
            where = f"page{'s' if len(pages) > 1 else ''} {', '.join(map(str, pages))}"
            said = ", in an alternative text" if alt else ""
            printed.append(f"“{text}”, {where}{said}{told}")
    yield from _headed("printed", printed)


def _headed(head: str, lines: Sequence[str]) -> Iterator[str]:
    for index, line in enumerate(lines):
        yield terminal.safe(f"  {'' if index else head:<8} {line}")


def _value(record: Record, entry: Entry) -> str:
    """The value as the register of figures has it, its status, and the day as of which it holds."""
    from briefing.language import full, spoken

    if entry.value is None:
        return f"no value, {entry.status}"
    status = f", {entry.status}" if entry.status not in _UNSAID else ""
    stale = f", as of {entry.stale.isoformat()}" if entry.stale else ""
    value = " ".join(full(entry.fact, spoken(record), marked=False).split())
    return f"{value}{status}{stale}"


def _source(record: Record, name: str) -> str:
    """“National Statistics Office, Foreign trade (nso)”."""
    from briefing.language import spoken

    cited, code = record.sources.get(name), spoken(record)
    told = [of.get(code, "") for of in (cited.publisher, cited.title)] if cited else []
    words = ", ".join(filter(None, told))
    return f"{words} ({name})" if words else name


def _by_text(places: Sequence[Printing]) -> dict[tuple[str, bool], list[int]]:
    """The pages of each text, apart those on which it stands in an alternative text."""
    found: dict[tuple[str, bool], list[int]] = {}
    for place in places:
        pages = found.setdefault((" ".join(place.text.split()), place.alt), [])
        if place.page not in pages:
            pages.append(place.page)
    return found
