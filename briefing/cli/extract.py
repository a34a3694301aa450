"""`briefing extract`."""

import json
from pathlib import Path

import click

from briefing.cli import terminal


@click.command(
    short_help="Write the files inside a PDF to a folder.",
    epilog="""\b
Examples:
  briefing extract out/mongolia-russia/2025/mongolia-russia.en.pdf
  briefing extract report.pdf -o data --json""",
)
@click.argument("file", type=click.Path(exists=True, dir_okay=False))
@click.option(
    "-o", "--output", default="", metavar="FOLDER", help="Where to; default: FILE without .pdf."
)
@click.option("--json", "as_json", is_flag=True, help="The files as JSON on stdout.")
def command(file: str, output: str, as_json: bool) -> int:
    """Write the files inside the PDF FILE to a folder: the data of its exhibits as CSV and the
    record of the edition.

    What stands in the folder is never replaced. Exit code 0, 1 where a file can't be written, 2
    where FILE is no PDF.
    """
    from briefing.pdf.reading.attached import attachments
    from briefing.workspace.extract import unpack

    files = attachments(Path(file).read_bytes())
    folder = output or Path(file).stem
    if folder == Path(file).name:
        folder += ".files"
    paths = unpack(folder, files) if files else {}
    if as_json:
        content = [
            {"name": name, "path": path, "size": len(files[name])} for name, path in paths.items()
        ]
        click.echo(json.dumps({"file": file, "files": content}, ensure_ascii=False, indent=2))
        return 0
    for name, path in paths.items():
        click.echo(f"{path}  {len(files[name])} bytes")
    if not paths:
        terminal.say(f"{file}: no files inside")
    return 0
