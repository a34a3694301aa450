"""From a figure on a page to its fact, source and cells, as the browser gets it."""

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from briefing.language import Unwritable, fill
from briefing.layout import Printed
from briefing.model.fact import Fact
from briefing.model.table import CellRef, Source
from briefing.model.text import Text
from briefing.preview.snapshot import Paper

# As many cells of one fact as a person looks at; a sum over all partners has hundreds.
CELLS = 24


def traces(paper: Paper) -> dict[str, Any]:
    """`figures`: what is printed where, a list a page, boxes from the top left corner in points;
    `facts`: what they print, by the figures' numbers."""
    numbers: dict[tuple[str, ...], int] = {}
    facts: list[dict[str, Any]] = []
    figures: list[list[dict[str, Any]]] = [[] for _ in range(paper.pages.count)]
    for printed in _once(paper.pages.printed):
        key = _key(printed.fact)
        if key not in numbers:
            numbers[key] = len(facts)
            facts.append(_fact(printed.fact, paper))
        entry = {
            "text": printed.text,
            "fact": numbers[key],
            "areas": [[round(length, 2) for length in area] for area in printed.areas],
        }
        figures[printed.page - 1].append(entry)
    return {"figures": figures, "facts": facts}


def _once(printed: Iterable[Printed]) -> Iterable[Printed]:
    """Each with a place on its page, and a place that several facts share once for each fact."""
    seen = set()
    for one in printed:
        key = (one.page, one.areas, _key(one.fact))
        if one.areas and key not in seen:
            seen.add(key)
            yield one


def _key(fact: Fact) -> tuple[str, ...]:
    return fact.name, str(fact.period or ""), str(fact.unit), fact.derivation


def _fact(fact: Fact, paper: Paper) -> dict[str, Any]:
    return {
        "name": fact.name,
        "label": _words(fact.label, paper),
        "value": _value(fact),
        "period": str(fact.period) if fact.period else "",
        "status": fact.status.name.lower().replace("_", " "),
        "reason": fact.reason,
        "is": fact.derivation,
        "sources": [
            _source(paper.spec.sources[name], paper)
            for name in fact.sources
            if name in paper.spec.sources
        ],
        "cells": [_cell(cell, paper) for cell in fact.cells[:CELLS]],
        "more": max(0, len(fact.cells) - CELLS),
    }


def _value(fact: Fact) -> str:
    """Unrounded, with its unit and what bounds it; a date is its own unit."""
    if fact.value is None:
        return ""
    if not isinstance(fact.value, Decimal):
        return str(fact.value)
    return f"{fact.bound} {fact.value:f} {fact.unit}".strip()


def _source(source: Source, paper: Paper) -> dict[str, str]:
    return {
        "name": source.name,
        "title": _words(source.title, paper),
        "publisher": _words(source.publisher, paper),
        "url": source.url.text if source.url else "",
        "retrieved": source.retrieved.isoformat() if source.retrieved else "",
    }


def _cell(cell: CellRef, paper: Paper) -> dict[str, Any]:
    return {
        "file": cell.file,
        "row": cell.row,
        "column": cell.column,
        "line": paper.rows.get(cell, ""),
    }


def _words(text: Text | None, paper: Paper) -> str:
    """A text of the manifest in the paper's language, else in its first."""
    if not text:
        return ""
    phrase = text[paper.language] if paper.language in text else next(iter(text.values()))
    try:
        return fill(phrase.text, paper.spec, paper.language)
    except Unwritable:
        return phrase.text
