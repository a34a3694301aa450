"""`briefing inspect`."""

import json
from pathlib import Path

import click

from briefing.cli import options, terminal


@click.command(
    short_help="Say what a data file is, and the entry that reads it.",
    epilog="""\b
Examples:
  briefing inspect exports.xlsx --sheet Data
  briefing inspect download.csv >> briefing.yaml
  briefing inspect my-project/more.csv --into my-project""",
)
@click.argument("file", type=click.Path(exists=True, dir_okay=False))
@click.option("--sheet", default="", metavar="NAME", help="The sheet of a workbook to look at.")
@click.option("--member", default="", metavar="NAME", help="The file inside a zip to look at.")
@click.option(
    "--into", default="", metavar="PROJECT", help="Put the entries into that project's manifest."
)
@options.json_option
def command(file: str, sheet: str, member: str, into: str, as_json: bool) -> int:
    """Say what a data file is (format, encoding, sheets, header, columns, periods, countries, what
    stands for no value, sums among members, doubtful cells) and print the entries of `sources:`,
    `tables:` and `series:` to paste into briefing.yaml; with --into they are put under its keys,
    beside those of other files.

    What it says stands in comments, so that all of it can be pasted. Nothing is guessed when a
    briefing is built: what the entry says is what is read. Exit code 0, 1 where cells are doubtful
    or the file can't be read as data.
    """
    from briefing.model import as_json as finding_as_json
    from briefing.run.inspect import add, inspect
    from briefing.tables.inspection import comments, entry
    from briefing.workspace import folders

    if into:
        if Path(file).resolve().parent != Path(into).resolve():
            raise click.UsageError(f"{file} doesn't lie in {into}: copy it there first")
        *_, last = names = add(file, into)
        manifest = folders.normal(folders.join(into, "briefing.yaml"))
        terminal.say(f"put into {manifest}: {', '.join(names)}")
        terminal.say(f"Next: let an exhibit of {manifest} show {last}")
        return 0
    inspected = inspect(file, sheet, member)
    inspection = inspected.inspection
    text = entry(inspection, inspected.saved.isoformat())
    said = list(comments(inspection))
    if as_json:
        content = {
            "file": inspection.file,
            "format": inspection.kind.format,
            "encoding": inspection.kind.encoding,
            "rows": inspection.rows,
            "columns": [
                {"name": c.name, "holds": c.holds, "different": c.different}
                for c in inspection.columns
            ],
            "periods": list(inspection.periods),
            "said": said,
            "entry": text,
            "findings": [finding_as_json(f) for f in inspection.findings],
        }
        click.echo(json.dumps(content, ensure_ascii=False, indent=2))
    else:
        for line in said:
            click.echo(f"# {line}")
        click.echo(text, nl=False)
        if inspection.findings:
            terminal.say(f"{len(inspection.findings)} doubtful; see the comments")
    return 1 if inspection.findings else 0
