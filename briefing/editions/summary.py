"""What an edition says and what is new in it, as Markdown for the page of a job."""

import json
from collections.abc import Iterable, Iterator

from briefing.editions.compare import Difference, compare
from briefing.editions.entries import Entry, Record, called, entries, in_order, shown
from briefing.editions.markdown import of_paths, reworded, safe
from briefing.model.finding import Finding

_LISTED = 20


def new_edition(title: str, files: Iterable[str], record: bytes, last: bytes | None) -> str:
    """The files of a new edition, its headline figures (those of the first page) beside the last
    edition's, and what changed since. `last` is that edition's record, None for a first one."""
    now, before = _read(record), _read(last)
    lines = [f"## {safe(title)}: a new edition", "", *(f"- {safe(file)}" for file in files), ""]
    lines += _headline(now, before)
    if last is None:
        return "\n".join([*lines, "The first edition.", ""])
    difference = compare(before, now)
    changes = [*_origin(difference), *_figures(difference)] or ["- nothing"]
    return "\n".join([*lines, "Changed since the last edition:", "", *changes, ""])


def same_edition(title: str, files: Iterable[str]) -> str:
    """That there was nothing to do."""
    listed = "\n".join(f"- {safe(file)}" for file in files)
    return f"## {safe(title)}: nothing changed since the last edition\n\n{listed}\n"


def no_edition(title: str, findings: Iterable[Finding]) -> str:
    """That an edition was not made, and what was found."""
    head = ["| Severity | Code | Place | Message |", "|---|---|---|---|"]
    rows = [
        f"| {f.severity.value} | {f.code} | {safe(str(f.place))} | {safe(f.message)} |"
        for f in findings
    ]
    return "\n".join([f"## {safe(title)}: not built", "", *head, *rows, ""])


def _headline(now: Record, before: Record) -> list[str]:
    rows = []
    for fact in in_order(entries(now)):
        if _is_headline(fact):
            cells = (fact["label"], fact["period"] or "", shown(fact), _earlier(fact, before))
            rows.append(f"| {' | '.join(safe(cell) for cell in cells)} |")
    if not rows:
        return []
    return ["| Headline figure | Period | Value | Last edition |", "|---|---|---|---|", *rows, ""]


def _is_headline(fact: Entry) -> bool:
    """Whether it is a named figure of the first page; a date is none."""
    places = next(iter(fact["printed"].values()), ())
    first = any(place["page"] == 1 for place in places)
    return first and fact["name"].isidentifier() and fact["unit"] != "date"


def _earlier(fact: Entry, before: Record) -> str:
    """What the last edition had under that name: for that period, else for its latest one."""
    old = [f for f in entries(before) if f["name"] == fact["name"]]
    same = [f for f in old if f["period"] == fact["period"]]
    if same:
        return shown(same[0])
    if not old:
        return ""
    latest = max(old, key=lambda f: f["period"] or "")
    return f"{shown(latest)} ({latest['period']})"


def _origin(difference: Difference) -> Iterator[str]:
    if difference.product:
        old, new = difference.product
        yield f"- made by {new}, after {old or 'another version'}"
    if difference.choices:
        yield "- the choices of the command line"
    yield from (f"- {line}" for line in reworded(difference))
    paths = [*of_paths(difference.data)]
    yield from (f"- {safe(path)}{word}" for path, word in sorted(paths))


def _figures(difference: Difference) -> list[str]:
    """What was revised (what changed its direction first), and how many are new or gone."""
    revised = difference.told
    lines = [
        safe(f"- {called(r.new)}: {shown(r.old)}, now {shown(r.new)}") for r in revised[:_LISTED]
    ]
    if len(revised) > _LISTED:
        lines.append(f"- and {len(revised) - _LISTED} more figures")
    added, gone = len(difference.new), len(difference.gone)
    lines += [f"- figures printed for the first time: {added}"] if added else []
    lines += [f"- figures printed no longer: {gone}"] if gone else []
    return lines


def _read(record: bytes | None) -> Record:
    """The record; of one that can't be read nothing is known."""
    try:
        content = json.loads(record) if record else {}
    except ValueError:
        return {}
    return content if isinstance(content, dict) else {}
