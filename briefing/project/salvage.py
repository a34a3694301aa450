"""What of a manifest with faults can still be read: its other entries, and names that are broken.

So that faults in the data and in the text are told together with those of the manifest, and none
that only follows from them.
"""

import sys
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise
from typing import TypeAlias, TypeVar

from msgspec import Struct

from briefing.model import Finding, Phrase, Place, SeriesSpec, TableSpec
from briefing.project.known import mapping
from briefing.project.yaml.tree import Mapped

_GROUPS = ("tables", "series", "facts", "exhibits", "calendar")
# Its faults are of files that are missing: the other sections are whole.
_APART = "sections"
Value = TypeVar("Value")
# From a place up to another, which is no longer in it.
_Span: TypeAlias = tuple[Place, Place]


class Remains(Struct, frozen=True):
    """Names of entries with an error, by group, and what can't be known because of them."""

    faulty: Mapping[str, frozenset[str]]
    broken: frozenset[str]

    def of(self, group: str, entries: Mapping[str, Value]) -> dict[str, Value]:
        """The entries of a group that can be relied on."""
        faulty = self.faulty.get(group, frozenset())
        return {name: value for name, value in entries.items() if name not in faulty}


def remains(
    root: Mapped,
    errors: Iterable[Finding],
    tables: Mapping[str, TableSpec],
    series: Mapping[str, SeriesSpec],
) -> Remains | None:
    """What remains beside the entries that errors stand in; None where an error stands elsewhere
    in the manifest, on which all else may depend."""
    spans = {group: list(_spans(root, group)) for group in _GROUPS}
    apart = _whole(root, _APART)
    faulty: dict[str, set[str]] = {group: set() for group in _GROUPS}
    for error in errors:
        held = [(g, name) for g in _GROUPS for name, span in spans[g] if _in(error.place, span)]
        if not (held or _in(error.place, apart)):
            return None
        for group, name in held:
            faulty[group].add(name)
    right = {name: cut for name, cut in series.items() if name not in faulty["series"]}
    faulty["tables"] |= set(_uncut(root, faulty["series"], tables, right))
    broken = {name for names in faulty.values() for name in names}
    for name in faulty["tables"]:
        broken |= mapping(mapping(mapping(root.get("tables")).get(name)).get("values")).keys()
    return Remains({group: frozenset(names) for group, names in faulty.items()}, frozenset(broken))


def _spans(root: Mapped, group: str) -> Iterator[tuple[str, _Span]]:
    """Each entry of a group, from its name to the next."""
    holder = root.get(group)
    if not isinstance(holder, Mapped):
        return
    _, end = _whole(root, group)
    starts = list(holder.keys_at.values())
    yield from zip(holder.keys_at, pairwise([*starts, end]), strict=True)


def _whole(root: Mapped, group: str) -> _Span:
    """From a key of the manifest to the next; nothing where it has no such key."""
    last = Place(root.place.file, sys.maxsize)
    start = root.keys_at.get(group, last)
    return start, min((place for place in root.keys_at.values() if place > start), default=last)


def _in(place: Place, span: _Span) -> bool:
    return span[0] <= place < span[1]


def _uncut(
    root: Mapped,
    faulty: Iterable[str],
    tables: Mapping[str, TableSpec],
    right: Mapping[str, SeriesSpec],
) -> Iterator[str]:
    """Tables that faulty series are, or may be, cut from and no other: none of them is a series by
    its own name."""
    nodes = [mapping(mapping(root.get("series")).get(name)) for name in faulty]
    named = [node.get("table") for node in nodes if "is" not in node]
    meant = {node.text if isinstance(node, Phrase) else "" for node in named}
    cut = {series.table for series in right.values()}
    for name, table in tables.items():
        if table.value and name not in cut and meant & {name, ""}:
            yield name
