"""A difference of two editions as Markdown."""

from collections.abc import Iterable, Iterator

from briefing.editions.compare import Difference, Paths
from briefing.editions.told import called, of_paths, rewording, shown, told
from briefing.figures import Revision
from briefing.model import Entry, Record

_SIGNS = str.maketrans({"|": "\\|", "<": "&lt;", "\n": " "})


def markdown(old: str, new: str, difference: Difference) -> str:
    """The difference between two editions of these names: what turned first, then what was revised,
    is new or gone, then narrative and data."""
    lines = [f"# From {safe(old)} to {safe(new)}", ""]
    if not difference.some:
        return "\n".join([*lines, "Nothing differs.", ""])
    figures = difference.figures
    for title, revised in (
        ("Changed direction", figures.flips),
        ("Revised at source", [r for r in figures.revised if r.at_source]),
        ("Revised", [r for r in figures.revised if not (r.corrected or r.at_source)]),
        ("Corrected", [r for r in figures.revised if r.corrected]),
        ("Of a later period", figures.followed),
    ):
        lines += _revisions(title, difference, revised)
    lines += _entries("New", difference.new, figures.new)
    lines += _entries("Gone", difference.old, figures.gone)
    prose = [f"- {line}" for line in reworded(difference)]
    lines += ["## Narrative", "", *prose, ""] if prose else []
    lines += _files("Data", difference.data)
    if difference.unrevised:
        lines += ["No figure differs: nothing is revised.", ""]
    made = [*_made(difference)]
    lines += ["## Made otherwise", "", *made, ""] if made else []
    return "\n".join(lines)


def reworded(difference: Difference) -> Iterator[str]:
    """What the narrative says otherwise, a sentence a line, then files that changed without."""
    yield from (safe(f"{r.title}: {rewording(r)}") for r in difference.prose)
    of = dict(of_paths(difference.narrative))
    yield from (f"{safe(path)}{of[path]}" for path in difference.wordless)


def safe(text: str) -> str:
    """Text that means nothing to Markdown."""
    return text.translate(_SIGNS)


def _entries(title: str, record: Record, entries: Iterable[Entry]) -> list[str]:
    lines = [f"- {safe(f'{called(record, e)}: {shown(record, e)}')}" for e in entries]
    return [f"## {title}", "", *lines, ""] if lines else []


def _revisions(title: str, difference: Difference, revisions: Iterable[Revision]) -> list[str]:
    rows = []
    for revision in revisions:
        one = told(difference, revision)
        rows.append(f"| {safe(one.name)} | {safe(one.old)} | {safe(one.new)} | {one.percent} |")
    if not rows:
        return []
    head = ["| Figure | Old | New | Change |", "|---|---|---|---|"]
    return [f"## {title}", "", *head, *rows, ""]


def _files(title: str, paths: Paths) -> list[str]:
    lines = [f"- {safe(path)}{word}" for path, word in of_paths(paths)]
    return [f"## {title}", "", *lines, ""] if lines else []


def _made(difference: Difference) -> Iterator[str]:
    if difference.product:
        old, new = difference.product
        yield f"- by {safe(new)}, after {safe(old)}"
    if difference.choices:
        yield "- with other choices of the command line"
