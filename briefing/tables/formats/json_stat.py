"""JSON-stat 1 and 2: one value a combination of categories, numbered as its array is."""

import math
from collections.abc import Iterator, Mapping, Sequence
from itertools import product
from typing import Any

from briefing.tables.formats.content import MOST_CELLS, Content, Given, gathered, unfit
from briefing.tables.formats.jsons import parsed, text


def read(given: Given) -> Content:
    """A cell a row, its number the place of the value from 1; with `NAME label` beside each code.

    A cell that a sparse file leaves out is no row.
    """
    whole = parsed(given)
    if isinstance(whole, dict) and "value" not in whole:
        whole = next((v for v in whole.values() if isinstance(v, dict) and "value" in v), whole)
    if not isinstance(whole, dict) or "value" not in whole or "dimension" not in whole:
        raise unfit(
            given, f"{given.file} is no JSON-stat data set{_said(whole)}", "look at what was sent"
        )
    dimension = whole["dimension"]
    names, sizes = whole.get("id") or dimension["id"], whole.get("size") or dimension["size"]
    categories = [_categories(dimension[name]) for name in names]
    total = math.prod(int(size) for size in sizes)
    if total > MOST_CELLS:
        raise unfit(given, f"{total:,} cells; at most {MOST_CELLS:,}", "ask for less", "B205")
    for name, size, category in zip(names, sizes, categories, strict=True):
        if len(category) != int(size):
            message = f"dimension {name} has {len(category)} categories but says {size}"
            raise unfit(given, message, "fetch it again, or tell the office that publishes it")
    if isinstance(whole["value"], list) and len(whole["value"]) != total:
        message = f"{len(whole['value']):,} values where its dimensions make {total:,}"
        raise unfit(given, message, "fetch it again: values would go to wrong places")
    return gathered(given, "value", _cells(whole, names, categories))


def _said(whole: Any) -> str:
    """What a service says in place of data (Eurostat: `warning`, `error`)."""
    said = [] if not isinstance(whole, dict) else whole.get("error") or whole.get("warning") or []
    said = said if isinstance(said, list) else [said]
    return "".join(f"; it says: {text(s.get('label'))[:200]}" for s in said if isinstance(s, dict))


def _categories(dimension: Mapping[str, Any]) -> list[tuple[str, str]]:
    """Codes with their labels, in their order."""
    category = dimension["category"]
    index, labels = category.get("index"), category.get("label") or {}
    codes = list(labels) if index is None else list(index)
    if isinstance(index, dict):
        codes.sort(key=lambda code: int(index[code]))
    return [(code, text(labels.get(code, ""))) for code in codes]


def _cells(
    whole: Mapping[str, Any], names: Sequence[str], categories: Sequence[list[tuple[str, str]]]
) -> Iterator[tuple[int, dict[str, str]]]:
    values, status = whole["value"], whole.get("status") or {}
    for index, combination in enumerate(product(*categories)):
        value, mark = _at(values, index), _at(status, index)
        if value is None and mark is None and isinstance(values, dict):
            continue
        cells = {name: code for name, (code, _) in zip(names, combination, strict=True)}
        cells |= {f"{n} label": label for n, (_, label) in zip(names, combination, strict=True)}
        yield index + 1, {**cells, "value": text(value), "status": text(mark)}


def _at(values: Any, index: int) -> Any:
    """A value of an array, of a map by index, or the one that holds for all."""
    if isinstance(values, str):
        return values
    if isinstance(values, dict):
        return values.get(str(index))
    return values[index] if index < len(values) else None
