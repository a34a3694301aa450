"""SDMX-JSON 1 and 2: series or flat observations, numbered in their order."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import count, zip_longest
from typing import Any

from briefing.tables.formats.content import Content, Given, gathered, unfit
from briefing.tables.formats.jsons import Written, parsed, text


def read(given: Given) -> Content:
    """An observation a row, numbered from 1 through all data sets of the message."""
    message = parsed(given)
    body = message.get("data", message)
    structures = body.get("structures") or [body.get("structure")]
    if not body.get("dataSets") or not structures[0]:
        said = next((e.get("message", "") for e in message.get("errors") or ()), "")
        what = f"the service says: {said}" if said else "it has no data sets with their structure"
        raise unfit(given, what, "ask the service for data with its structure (detail=full)")
    numbers = count(1)
    records = (
        (next(numbers), record)
        for data_set in body["dataSets"]
        for record in _records(data_set, structures[int(data_set.get("structure", 0))])
    )
    return gathered(given, "observations", records)


def _records(data_set: Mapping[str, Any], structure: Mapping[str, Any]) -> Iterator[dict[str, str]]:
    dimensions, attributes = structure["dimensions"], structure.get("attributes") or {}
    base = _fixed(dimensions.get("dataSet")) | _fixed(attributes.get("dataSet"))
    base |= _coded(attributes.get("dataSet"), data_set.get("attributes"))
    across = dimensions.get("observation") or []
    measures = (structure.get("measures") or {}).get("observation") or [{"id": "OBS_VALUE"}]
    own = attributes.get("observation") or []

    def observations(
        group: Mapping[str, Any], above: Mapping[str, str]
    ) -> Iterator[dict[str, str]]:
        for key, written in group.items():
            cells = written if isinstance(written, list) else [written]
            values = {m["id"]: text(v) for m, v in zip_longest(measures, cells[: len(measures)])}
            yield {
                **above,
                **_coded(across, key.split(":")),
                **values,
                **_coded(own, cells[len(measures) :]),
            }

    for key, series in (data_set.get("series") or {}).items():
        above = base | _coded(dimensions.get("series"), key.split(":"))
        above |= _coded(attributes.get("series"), series.get("attributes"))
        yield from observations(series.get("observations") or {}, above)
    yield from observations(data_set.get("observations") or {}, base)


def _fixed(components: Sequence[Mapping[str, Any]] | None) -> dict[str, str]:
    """What holds for the whole data set: components of just one value."""
    return {
        c["id"]: _value(c["values"][0]) for c in components or () if len(c.get("values") or ()) == 1
    }


def _coded(
    components: Sequence[Mapping[str, Any]] | None, indices: Sequence[Any] | None
) -> dict[str, str]:
    """Each component's value that its index leads to; a value that is given itself stands."""
    found: dict[str, str] = {}
    for component, index in zip(components or (), indices or (), strict=False):
        if index is None:
            continue
        values: Sequence[Any] = component.get("values") or ()
        coded = values and isinstance(index, str) and index.isdecimal()
        if coded and (isinstance(index, Written) or int(index) < len(values)):
            found[component["id"]] = _value(values[int(index)])
        else:
            found[component["id"]] = text(index)
    return found


def _value(value: Mapping[str, Any] | None) -> str:
    if value is None:
        return ""
    named = value.get("id") or value.get("value") or value.get("name")
    return named if isinstance(named, str) else text(named)
