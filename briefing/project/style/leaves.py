"""The names by which style files call the parts of a style: `page.width`, `exhibit.title.side`.

They are the attributes of the type `Style`, joined with dots; nothing else knows them.
"""

from collections.abc import Mapping
from functools import cache
from inspect import get_annotations
from typing import Any, TypeAlias

from msgspec import Struct

from briefing.model.style import ChartMeasures, Colours, GridMeasures, Measures, Texts, TextStyle

Leaf: TypeAlias = type[float] | type[int] | type[bool] | type[str] | type[TextStyle]

_NARROW = ".narrow"


@cache
def _fields(model: type[Struct]) -> tuple[tuple[str, Any], ...]:
    """The fields of a type by the names that files use. Its annotations are types, which
    `structs.fields` would look up as if they were texts, at ten times the cost."""
    kinds = {name: k for base in reversed(model.__mro__) for name, k in _annotated(base).items()}
    names = zip(model.__struct_encode_fields__, model.__struct_fields__, strict=True)
    return tuple((encoded, kinds[name]) for encoded, name in names)


def _annotated(base: type) -> Mapping[str, Any]:
    return get_annotations(base) if issubclass(base, Struct) else {}


@cache
def leaves(model: type[Struct]) -> Mapping[str, Leaf]:
    """What a part of a style holds, by dotted name."""
    found: dict[str, Leaf] = {}
    for encoded, kind in _fields(model):
        name = encoded.replace("_", ".")
        if issubclass(kind, Struct) and kind is not TextStyle:
            found |= {f"{name}.{below}": leaf for below, leaf in leaves(kind).items()}
        else:
            found[name] = kind
    return found


@cache
def measures() -> Mapping[str, Leaf]:
    """The measures of a style by dotted name: those of narrow charts end in `.narrow`."""
    found: dict[str, Leaf] = {}
    for name, leaf in leaves(Measures).items():
        if name.startswith("narrow."):
            found["chart" + name.removeprefix("narrow") + _NARROW] = leaf
        else:
            found[name] = leaf
    # The width below which a chart is narrow is the same for both.
    del found["chart.narrow.narrow"]
    return found


@cache
def beneath() -> Mapping[str, str]:
    """The measure that one stands for which a style doesn't say, by its name."""
    narrow = {f"chart.{name}{_NARROW}": f"chart.{name}" for name in leaves(ChartMeasures)}
    del narrow["chart.narrow.narrow"]
    return narrow | {f"data.grid.{name}": f"grid.{name}" for name in leaves(GridMeasures)}


def tree(model: type[Struct], named: Mapping[str, object]) -> dict[str, Any]:
    """Values by dotted names as the tree that makes the type."""
    made: dict[str, Any] = {}
    for encoded, kind in _fields(model):
        name = encoded.replace("_", ".")
        if name in named:
            made[encoded] = named[name]
        else:
            below = {
                key.removeprefix(f"{name}."): value
                for key, value in named.items()
                if key.startswith(f"{name}.")
            }
            made[encoded] = tree(kind, below)
    return made


def measured(given: Mapping[str, float]) -> dict[str, Any]:
    """The tree of measures, those that aren't given taken from the ones beneath."""
    whole = {key: given.get(key, given[below]) for key, below in beneath().items()} | dict(given)
    narrow = {
        "narrow." + key.removeprefix("chart.").removesuffix(_NARROW): value
        for key, value in whole.items()
        if key.startswith("chart.") and key.endswith(_NARROW) and key != "chart.narrow"
    }
    narrow["narrow.narrow"] = whole["chart.narrow"]
    plain = {k: v for k, v in whole.items() if not k.endswith(_NARROW) or k == "chart.narrow"}
    return tree(Measures, plain | narrow)


TEXTS: Mapping[str, Leaf] = leaves(Texts)
COLOURS: Mapping[str, Leaf] = leaves(Colours)
MEASURES: Mapping[str, Leaf] = measures()
