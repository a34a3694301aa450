"""What an edition says and what is new in it, as Markdown for the page of a job."""

import json
from collections.abc import Iterable, Iterator, Mapping
from decimal import Context, Decimal, InvalidOperation
from typing import Any

from briefing.model.finding import Finding

_LISTED = 20
_SHORT = Context(prec=8)
_SIGNS = str.maketrans({"|": "\\|", "<": "&lt;", "\n": " "})
_Record = Mapping[str, Any]
_Fact = Mapping[str, Any]


def new_edition(title: str, files: Iterable[str], record: bytes, last: bytes | None) -> str:
    """The files of a new edition, its headline figures (those of the first page) beside the last
    edition's, and what changed since. `last` is that edition's record, None for a first one."""
    now, before = _read(record), _read(last)
    lines = [f"## {_safe(title)}: a new edition", "", *(f"- {_safe(file)}" for file in files), ""]
    lines += _headline(now, before)
    if last is None:
        return "\n".join([*lines, "The first edition.", ""])
    changes = [*_origin(now, before), *_figures(now, before)]
    return "\n".join([*lines, "Changed since the last edition:", "", *changes, ""])


def same_edition(title: str, files: Iterable[str]) -> str:
    """That there was nothing to do."""
    listed = "\n".join(f"- {_safe(file)}" for file in files)
    return f"## {_safe(title)}: nothing changed since the last edition\n\n{listed}\n"


def no_edition(title: str, findings: Iterable[Finding]) -> str:
    """That an edition was not made, and what was found."""
    head = ["| Severity | Code | Place | Message |", "|---|---|---|---|"]
    rows = [
        f"| {f.severity.value} | {f.code} | {_safe(str(f.place))} | {_safe(f.message)} |"
        for f in findings
    ]
    return "\n".join([f"## {_safe(title)}: not built", "", *head, *rows, ""])


def _headline(now: _Record, before: _Record) -> list[str]:
    rows = []
    for fact in _facts(now):
        if _on_first_page(fact) and fact["name"].isidentifier() and fact["unit"]:
            cells = (fact["name"], fact["period"] or "", _value(fact), _earlier(fact, before))
            rows.append(f"| {' | '.join(_safe(cell) for cell in cells)} |")
    if not rows:
        return []
    return ["| Headline figure | Period | Value | Last edition |", "|---|---|---|---|", *rows, ""]


def _on_first_page(fact: _Fact) -> bool:
    places = next(iter(fact["printed"].values()), ())
    return any(place["page"] == 1 for place in places)


def _earlier(fact: _Fact, before: _Record) -> str:
    """What the last edition had under that name: for that period, else for its latest one."""
    old = [f for f in _facts(before) if f["name"] == fact["name"]]
    same = [f for f in old if f["period"] == fact["period"]]
    if same:
        return _value(same[0])
    if not old:
        return ""
    latest = max(old, key=lambda f: f["period"] or "")
    return f"{_value(latest)} ({latest['period']})"


def _origin(now: _Record, before: _Record) -> Iterator[str]:
    if now["product"] != before.get("product"):
        yield f"- made by {now['product']}, after {before.get('product', 'another version')}"
    if now["choices"] != before.get("choices", {}):
        yield "- the choices of the command line"
    new, old = _digests(now), _digests(before)
    for path in sorted(new.keys() | old.keys()):
        if path not in old:
            yield f"- {_safe(path)} is new"
        elif path not in new:
            yield f"- {_safe(path)} is gone"
        elif new[path] != old[path]:
            yield f"- {_safe(path)}"


def _digests(record: _Record) -> dict[str, str]:
    return {entry["path"]: entry["sha256"] for entry in record.get("inputs", ())}


def _figures(now: _Record, before: _Record) -> list[str]:
    new, old = _by_key(now), _by_key(before)
    revised = [key for key in new if key in old and new[key]["value"] != old[key]["value"]]
    lines = [f"- {_revision(old[key], new[key])}" for key in revised[:_LISTED]]
    if len(revised) > _LISTED:
        lines.append(f"- and {len(revised) - _LISTED} more figures")
    added, gone = len(new.keys() - old.keys()), len(old.keys() - new.keys())
    lines += [f"- figures printed for the first time: {added}"] if added else []
    lines += [f"- figures printed no longer: {gone}"] if gone else []
    return lines


def _revision(old: _Fact, new: _Fact) -> str:
    """`exports 2024: 60.7 USD million, now 61.2 USD million`."""
    name = f"{new['name']} {new['period'] or ''}".strip()
    return _safe(f"{name}: {_value(old)}, now {_value(new)}")


def _value(fact: _Fact) -> str:
    """The value to eight digits with its unit; what is no number, as it is."""
    if fact["value"] is None:
        return "no value"
    try:
        number = _SHORT.plus(Decimal(fact["value"])).normalize()
    except InvalidOperation:
        return str(fact["value"])
    return f"{number:,f} {fact['unit']}"


def _by_key(record: _Record) -> dict[tuple[str, str, str], _Fact]:
    return {(f["name"], f["period"] or "", f["unit"]): f for f in _facts(record)}


def _facts(record: _Record) -> Iterable[_Fact]:
    facts: Iterable[_Fact] = record.get("facts", ())
    return facts


def _read(record: bytes | None) -> _Record:
    """The record; of one that can't be read nothing is known."""
    try:
        content = json.loads(record) if record else {}
    except ValueError:
        return {}
    return content if isinstance(content, dict) else {}


def _safe(text: str) -> str:
    return text.translate(_SIGNS)
