"""What a manifest names, gathered before its entries are checked against it."""

from collections.abc import Mapping

from msgspec import Struct

from briefing.model import Phrase
from briefing.project.yaml.tree import Listed, Mapped, Node


class Known(Struct, frozen=True):
    """Names that stand in the manifest, in its order, whether or not their entries are right.

    `reference` is the project's first language and `languages` those of this edition; `series` are
    the names that expressions and exhibits use; `events` the tables that hold events, `named` the
    keys that `names:` has.
    """

    reference: str
    languages: tuple[str, ...]
    parameters: Mapping[str, str]
    sources: tuple[str, ...]
    tables: tuple[str, ...]
    events: tuple[str, ...]
    series: tuple[str, ...]
    named: tuple[str, ...] = ()


def survey(root: Mapped, languages: tuple[str, ...], parameters: Mapping[str, str]) -> Known:
    """The names in a manifest; `languages` and `parameters` are those of this edition."""
    tables = mapping(root.get("tables"))
    events = tuple(name for name, node in tables.items() if "text" in mapping(node))
    valued = {
        value: None for node in tables.values() for value in mapping(mapping(node).get("values"))
    }
    derived = (*mapping(root.get("series")), *mapping(root.get("facts")))
    measured = (name for name in tables if name not in events)
    return Known(
        reference=next(iter(texts(root.get("languages"))), ""),
        languages=languages,
        parameters=parameters,
        sources=tuple(mapping(root.get("sources"))),
        tables=tuple(tables),
        events=events,
        series=tuple(dict.fromkeys((*measured, *valued, *derived))),
        named=tuple(mapping(root.get("names"))),
    )


def words(node: Node | None) -> tuple[Phrase, ...]:
    """The words of a list, or the one word that stands there; what is no word is left out."""
    items = node if isinstance(node, Listed) else [node]
    return tuple(item for item in items if isinstance(item, Phrase))


def texts(node: Node | None) -> tuple[str, ...]:
    """The words of a list, once each."""
    return tuple(dict.fromkeys(word.text for word in words(node)))


def pairs(node: Node | None) -> dict[str, str]:
    """The keys of a map that have a word as value."""
    return {k: v.text for k, v in mapping(node).items() if isinstance(v, Phrase)}


def mapping(node: Node | None) -> Mapping[str, Node]:
    """A map's keys and values; none of what is no map."""
    return node if isinstance(node, Mapped) else {}
