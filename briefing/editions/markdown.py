"""A difference of two editions as Markdown."""

from collections.abc import Iterable, Iterator

from briefing.editions.compare import Difference, Paths, Revision
from briefing.editions.entries import called, shown
from briefing.editions.prose import Rewording, excerpt

_SIGNS = str.maketrans({"|": "\\|", "<": "&lt;", "\n": " "})


def markdown(old: str, new: str, difference: Difference) -> str:
    """The difference between two editions of these names: what turned first, then what was revised,
    is new or gone, then narrative and data."""
    lines = [f"# From {safe(old)} to {safe(new)}", ""]
    if not difference.some:
        return "\n".join([*lines, "Nothing differs.", ""])
    lines += _revisions("Changed direction", difference.flips)
    lines += _revisions("Revised", [r for r in difference.revised if not r.corrected])
    lines += _revisions("Corrected", [r for r in difference.revised if r.corrected])
    for title, entries in (("New", difference.new), ("Gone", difference.gone)):
        if entries:
            lines += [f"## {title}", "", *(f"- {_told(called(e), shown(e))}" for e in entries), ""]
    prose = [f"- {line}" for line in reworded(difference)]
    lines += ["## Narrative", "", *prose, ""] if prose else []
    lines += _files("Data", difference.data)
    made = [*_made(difference)]
    lines += ["## Made otherwise", "", *made, ""] if made else []
    return "\n".join(lines)


def signed(revision: Revision) -> str:
    """“+1.3%”; empty where a percentage means nothing."""
    return "" if revision.percent is None else f"{revision.percent:+}%"


def periods(revision: Revision) -> str:
    """The fact's name with its period, or with both where they are two."""
    old, new = revision.old, revision.new
    return called(new) if old["period"] == new["period"] else f"{called(old)} → {called(new)}"


def reworded(difference: Difference) -> Iterator[str]:
    """What the narrative says otherwise, a sentence a line, then files that changed without."""
    yield from (safe(f"{r.title}: {rewording(r)}") for r in difference.prose)
    of = dict(of_paths(difference.narrative))
    yield from (f"{safe(path)}{of[path]}" for path in difference.wordless)


def rewording(r: Rewording) -> str:
    """“… sold fuel …” → “… sold copper …”; “new: …” or “gone: …” for a sentence with no other."""
    if r.old and r.new:
        return f"“{excerpt(r.old, r.new)}” → “{excerpt(r.new, r.old)}”"
    return f"new: “{excerpt(r.new, '')}”" if r.new else f"gone: “{excerpt(r.old, '')}”"


def safe(text: str) -> str:
    """Text that means nothing to Markdown."""
    return text.translate(_SIGNS)


def _told(name: str, value: str) -> str:
    return safe(f"{name}: {value}")


def _revisions(title: str, revisions: Iterable[Revision]) -> list[str]:
    rows = [
        f"| {safe(periods(r))} | {safe(shown(r.old))} | {safe(shown(r.new))} | {signed(r)} |"
        for r in revisions
    ]
    if not rows:
        return []
    head = ["| Figure | Old | New | Change |", "|---|---|---|---|"]
    return [f"## {title}", "", *head, *rows, ""]


def _files(title: str, paths: Paths) -> list[str]:
    lines = [f"- {safe(path)}{word}" for path, word in of_paths(paths)]
    return [f"## {title}", "", *lines, ""] if lines else []


def of_paths(paths: Paths) -> Iterator[tuple[str, str]]:
    """Each path and what became of it, in order of path; nothing is said of a changed one."""
    words = {
        **dict.fromkeys(paths.changed, ""),
        **dict.fromkeys(paths.new, " is new"),
        **dict.fromkeys(paths.gone, " is gone"),
    }
    yield from sorted(words.items())


def _made(difference: Difference) -> Iterator[str]:
    if difference.product:
        old, new = difference.product
        yield f"- by {safe(new)}, after {safe(old)}"
    if difference.choices:
        yield "- with other choices of the command line"
