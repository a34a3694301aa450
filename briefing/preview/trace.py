"""From a figure on a page to its fact, source and cells, as the browser gets it."""

from typing import Any

from briefing.language import Unwritable, fill, full
from briefing.model import Area, CellRef, Fact, Source, Text, status
from briefing.preview.snapshot import Paper

# As many cells of one fact as a person looks at; a sum over all partners has hundreds.
CELLS = 24


def spots(paper: Paper, page: int) -> list[dict[str, Any]]:
    """Where on a page (from 1) stands what the author wrote, with its lines; lengths in points from
    the page's top left corner."""
    return [
        {
            "left": spot.left,
            "top": spot.top,
            "width": spot.width,
            "height": spot.height,
            "file": spot.place.file,
            "line": spot.place.line,
            "lines": [{"number": n, "text": text} for n, text in paper.written[spot.place]],
        }
        for spot in paper.pages.spots
        if spot.page == page
    ]


def figures(paper: Paper, page: int) -> list[dict[str, Any]]:
    """What is printed on a page (from 1) and where, each text with the facts that it prints; areas
    are left, bottom, right, top in points from the page's bottom left corner."""
    found: dict[tuple[Area, ...], dict[str, Any]] = {}
    known: dict[tuple[Area, ...], set[tuple[str, ...]]] = {}
    for printed in paper.pages.printed:
        if printed.page != page or not printed.areas:
            continue
        areas = [[round(length, 2) for length in area] for area in printed.areas]
        entry = {"text": printed.text, "areas": areas, "facts": []}
        figure = found.setdefault(printed.areas, entry)
        keys = known.setdefault(printed.areas, set())
        if _key(printed.fact) not in keys:
            keys.add(_key(printed.fact))
            figure["facts"].append(_fact(printed.fact, paper))
    return list(found.values())


# What the numbers of rows count in formats whose rows are no lines.
_COUNTED = {
    **dict.fromkeys(("xlsx", "xls", "ods", "parquet", "large-delimited"), "row"),
    **dict.fromkeys(("comtrade", "world-bank"), "record"),
    **dict.fromkeys(("json-stat", "px"), "value"),
    "sdmx-json": "observation",
}


def _key(fact: Fact) -> tuple[str, ...]:
    return fact.name, str(fact.period or ""), str(fact.unit), str(fact.derivation or "")


def _fact(fact: Fact, paper: Paper) -> dict[str, Any]:
    return {
        "name": fact.name,
        "label": _words(fact.label, paper),
        "value": _value(fact, paper),
        "period": str(fact.period) if fact.period else "",
        "status": status(fact),
        "reason": fact.reason,
        "is": str(fact.derivation or ""),
        "sources": [
            _source(paper.spec.sources[name], paper)
            for name in fact.sources
            if name in paper.spec.sources
        ],
        "cells": [_cell(cell, paper) for cell in fact.cells[:CELLS]],
        "more": max(0, len(fact.cells) - CELLS),
    }


def _value(fact: Fact, paper: Paper) -> str:
    """As the register of figures has it; nothing where there is none."""
    if fact.value is None:
        return ""
    return full(fact, paper.language)


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
        "place": _place(cell, paper),
        "line": paper.rows.get(cell, ""),
    }


def _place(cell: CellRef, paper: Paper) -> str:
    """Where a person finds it: by line, row of a sheet, or number in a reply."""
    file, _, part = cell.file.partition("#")
    tables = paper.spec.tables.values()
    format = next((t.format for t in tables if t.file.text in (file, cell.file)), "delimited")
    counted = _COUNTED.get(format, "line")
    number = f"{counted} {cell.row:,}"
    if part and counted in ("row", "line"):
        file = f"{file}, {'sheet' if counted == 'row' else 'file'} {part}"
    return ", ".join((file, number, *((cell.column,) if cell.column != counted else ())))


def _words(text: Text | None, paper: Paper) -> str:
    """A text of the manifest in the paper's language, else in its first."""
    if not text:
        return ""
    phrase = text[paper.language] if paper.language in text else next(iter(text.values()))
    try:
        return fill(phrase.text, paper.spec, paper.language)
    except Unwritable:
        return phrase.text
