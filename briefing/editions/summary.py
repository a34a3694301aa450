"""What an edition says and what is new in it, as Markdown for the page of a job."""

from collections.abc import Iterable, Iterator, Sequence

from briefing.editions.compare import Difference, compare
from briefing.editions.markdown import reworded, safe
from briefing.editions.told import of_paths, shown, told, when
from briefing.figures import Revision
from briefing.language import spoken
from briefing.model import Dimension, Entry, Finding, Record, decode

_LISTED = 20


def new_edition(title: str, files: Iterable[str], record: bytes, last: bytes | None) -> str:
    """The files of a new edition, its headline figures (those of the first page) beside the last
    edition's, and what changed since. `last` is that edition's record, None for a first one."""
    now, before = decode(record), _read(last)
    lines = [f"## {safe(title)}: a new edition", "", *(f"- {safe(file)}" for file in files), ""]
    lines += _headline(now, before)
    if last is None:
        return "\n".join([*lines, "The first edition.", ""])
    if before is None:
        return "\n".join([*lines, "The record of the last edition can’t be read.", ""])
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


def _headline(now: Record, before: Record | None) -> list[str]:
    code, rows = spoken(now), []
    for fact in now.in_order(now.facts):
        if _is_headline(fact):
            earlier = _earlier(fact, before) if before else ""
            cells = (now.label(fact), when(fact, code), shown(now, fact), earlier)
            rows.append(f"| {' | '.join(safe(cell) for cell in cells)} |")
    if not rows:
        return []
    return ["| Headline figure | Period | Value | Last edition |", "|---|---|---|---|", *rows, ""]


def _is_headline(entry: Entry) -> bool:
    """Whether it is a named figure of the first page; a date is none."""
    places = next(iter(entry.printed.values()), ())
    first = any(place.page == 1 for place in places)
    return first and entry.name.isidentifier() and entry.fact.unit.dimension is not Dimension.DATE


def _earlier(entry: Entry, before: Record) -> str:
    """What the last edition had under that name: for that period, else for its latest one."""
    old = [f for f in before.facts if f.name == entry.name]
    same = [f for f in old if f.period == entry.period]
    if same:
        return shown(before, same[0])
    if not old:
        return ""
    latest = max(old, key=lambda f: f.period or "")
    return f"{shown(before, latest)} ({when(latest, spoken(before))})"


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
    """What was revised (what changed its direction first), what is of a later period, and how many
    are new or gone."""
    figures = difference.figures
    lines = _listed(difference, figures.told) + _listed(difference, figures.told_later)
    added, gone = len(figures.new), len(figures.gone)
    lines += [f"- figures printed for the first time: {added}"] if added else []
    lines += [f"- figures printed no longer: {gone}"] if gone else []
    return lines


def _listed(difference: Difference, revised: Sequence[Revision]) -> list[str]:
    told_of = [told(difference, r) for r in revised[:_LISTED]]
    corrected = [" (corrected)" if r.corrected else "" for r in revised]
    lines = [
        safe(f"- {one.name}: {one.old}, now {one.new}{mark}")
        for one, mark in zip(told_of, corrected, strict=False)
    ]
    if len(revised) > _LISTED:
        lines.append(f"- and {len(revised) - _LISTED} more figures")
    return lines


def _read(record: bytes | None) -> Record | None:
    """The record; None of one that can't be read, or is not there."""
    try:
        return decode(record) if record else None
    except ValueError:
        return None
