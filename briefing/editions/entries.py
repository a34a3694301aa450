"""A record's entries of facts, in words for a reader."""

import math
from collections.abc import Iterable, Mapping
from decimal import Context, Decimal, InvalidOperation
from typing import Any

from briefing import language

Record = Mapping[str, Any]
Entry = Mapping[str, Any]
_SHORT = Context(prec=8)
# The messages of the command line are English.
_SPOKEN = "en"


def entries(record: Record) -> tuple[Entry, ...]:
    """The facts of a record, each with its `label`: what the edition calls it, in the first of its
    languages; of a fact that has none the name."""
    named: Mapping[str, str] = next(iter(record.get("labels", {}).values()), {})
    facts: Iterable[Entry] = record.get("facts", ())
    return tuple({"label": named.get(f["name"], _plain(f["name"])), **f} for f in facts)


def in_order(facts: Iterable[Entry], code: str = "") -> list[Entry]:
    """In the order of the register of figures, which is that of the pages, in a language or the
    first; what the register doesn't hold comes last."""

    def place(fact: Entry) -> float:
        rows = fact.get("rows", {})
        row = str(rows.get(code) if code else next(iter(rows.values()), ""))
        return int(row[1:]) if row[1:].isdecimal() else math.inf

    return sorted(facts, key=place)


def number(entry: Entry) -> Decimal | None:
    """A fact's value, where it is a number; a year that is a date is none."""
    if entry["unit"] == "date":
        return None
    try:
        found = Decimal(str(entry["value"]))
    except InvalidOperation:
        return None
    return found if found.is_finite() else None


def shown(entry: Entry) -> str:
    """The value to eight digits with its unit; a rank as “3rd of 14”; what is no number, such as a
    date, alone."""
    if entry["value"] is None:
        return "no value"
    found = number(entry)
    if found is None:
        return str(entry["value"])
    if "of" in entry:
        speech = language.grammar(_SPOKEN)
        return speech.among(int(found), entry.get("tied", False), entry["of"], largest=False)
    unit = "places" if entry["unit"] == "rank" else entry["unit"]
    return f"{_SHORT.plus(found).normalize():,f} {unit}"


def called(entry: Entry) -> str:
    """`Exports to Russia 2024`."""
    return f"{entry.get('label') or _plain(entry['name'])} {entry['period'] or ''}".strip()


def _plain(name: str) -> str:
    return name.replace("_", " ")
