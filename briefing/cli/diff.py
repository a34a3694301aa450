"""`briefing diff`."""

import json
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import click
import msgspec
from msgspec.structs import asdict

from briefing.cli import terminal
from briefing.editions import Difference, Paths
from briefing.figures import Revision
from briefing.model import BriefingError, Choices, Entry, ExitCode, Record

_MANIFEST = "briefing.yaml"


@click.command(
    short_help="Say what differs between two editions.",
    epilog="""\b
Examples:
  briefing diff last/report.en.pdf out/report/2025/report.en.pdf
  briefing diff record-old.json . --format markdown""",
)
@click.argument("old", type=click.Path(exists=True))
@click.argument("new", type=click.Path(exists=True))
@click.option("--json", "as_json", is_flag=True, help="The difference as JSON on stdout.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "markdown"]),
    default="text",
    show_default=True,
    help="For people, as JSON (as --json), or as Markdown.",
)
def command(old: str, new: str, as_json: bool, form: str) -> int:
    """Say what differs from OLD to NEW, each a PDF, a record.json or a project: figures that
    changed direction, were revised (new data; at source: what was fetched changed there) or
    corrected (made or typed otherwise), are new or gone; narrative and data that changed.

    A PDF is compared by the record inside it, and its words by its tags; a project is built for
    it, nothing is kept. Exit code 0, 1 where a project has errors, 2 where a file has no record.
    """
    from briefing.editions import compare, markdown

    difference = compare(_record(old), _record(new))
    if as_json or form == "json":
        content = {"old": old, "new": new} | _as_json(difference)
        click.echo(json.dumps(content, ensure_ascii=False, indent=2))
    elif form == "markdown":
        before, after = (Path(path).resolve().name for path in (old, new))
        click.echo(markdown(before, after, difference).rstrip())
    elif difference.some:
        terminal.tell("\n".join(_told(difference)))
    else:
        terminal.tell("nothing differs")
    return 0


def _record(path: str) -> Record:
    """The record of a file, or that of an edition of a project, built and thrown away."""
    from briefing.editions import read, worded

    named = Path(path)
    if named.is_dir() or named.name == _MANIFEST:
        from briefing.run.build import build
        from briefing.run.find import find

        with TemporaryDirectory() as away:
            outcome = build(find(path)[0], away, Choices())
        if not outcome.record:
            hint = f"`briefing check {path}` says what is wrong."
            raise BriefingError(f"the project {path} has errors", hint, ExitCode.FAILED)
        return read(outcome.record)
    data = named.read_bytes()
    return worded(read(data), data)


def _as_json(difference: Difference) -> dict[str, Any]:
    figures = difference.figures
    return {
        "flips": [_revision(difference, r) for r in figures.flips],
        "revised": [_revision(difference, r) for r in figures.revised if not r.corrected],
        "corrected": [_revision(difference, r) for r in figures.revised if r.corrected],
        "followed": [_revision(difference, r) for r in figures.followed],
        "new": [_entry(difference.new, entry) for entry in figures.new],
        "gone": [_entry(difference.old, entry) for entry in figures.gone],
        "narrative": asdict(difference.narrative),
        "prose": [asdict(r) for r in difference.prose],
        "data": asdict(difference.data),
        "product": difference.product,
        "choices": difference.choices,
    }


def _entry(record: Record, entry: Entry) -> dict[str, Any]:
    return {"label": record.label(entry), **msgspec.to_builtins(entry)}


def _revision(difference: Difference, revision: Revision) -> dict[str, Any]:
    from briefing.editions import told

    old, new, change = revision.old, revision.new, revision.difference
    one = told(difference, revision)
    return {
        "name": new.name,
        "label": difference.new.label(new),
        "unit": new.unit,
        "period": {"old": old.period, "new": new.period},
        "old": old.value,
        "new": new.value,
        "printed": {"old": one.old, "new": one.new},
        "difference": None if change is None else f"{change:f}",
        "percent": None if revision.percent is None else str(revision.percent),
        "at_source": revision.at_source,
    }


def _told(difference: Difference) -> Iterator[str]:
    """The difference in lines, under heads."""
    from briefing.editions import called, rewording, shown

    figures = difference.figures
    corrected = [r for r in figures.revised if r.corrected]
    at_source = [r for r in figures.revised if r.at_source]
    revised = [r for r in figures.revised if not (r.corrected or r.at_source)]
    yield from _revisions(terminal.red("changed direction"), difference, figures.flips)
    yield from _revisions("revised at source", difference, at_source)
    yield from _revisions("revised", difference, revised)
    yield from _revisions("corrected", difference, corrected)
    yield from _revisions("of a later period", difference, figures.followed)
    for head, record, entries in (
        ("new", difference.new, figures.new),
        ("gone", difference.old, figures.gone),
    ):
        yield from _headed(head, [f"{called(record, e)}: {shown(record, e)}" for e in entries])
    prose = [f"{r.title}: {rewording(r)}" for r in difference.prose]
    yield from _headed("narrative", prose + _files(difference.narrative, difference.wordless))
    yield from _headed("data", _files(difference.data))
    if difference.unrevised:
        yield "no figure differs: nothing is revised"
    if difference.product:
        yield terminal.safe("made by {1}, after {0}".format(*difference.product))
    if difference.choices:
        yield "made with other choices of the command line"


def _headed(head: str, lines: Sequence[str]) -> Iterator[str]:
    yield from (head, *(terminal.safe(f"  {line}") for line in lines)) if lines else ()


def _files(paths: Paths, wanted: Sequence[str] | None = None) -> list[str]:
    """Files and what became of each; of all, or of those wanted."""
    words = (("changed", paths.changed), ("new", paths.new), ("gone", paths.gone))
    found = [(path, word) for word, some in words for path in some]
    return [f"{path} {word}" for path, word in found if wanted is None or path in wanted]


def _revisions(head: str, difference: Difference, revisions: Iterable[Revision]) -> Iterator[str]:
    from briefing.editions import told

    found = [told(difference, r) for r in revisions]
    yield from _headed(head, [f"{r.name}: {r.old} → {r.new}  {r.percent}".rstrip() for r in found])
