"""What the keys of an entry hold, as their annotations say it."""

from collections.abc import Mapping
from functools import cache
from inspect import get_annotations
from types import UnionType
from typing import Annotated, Any, TypeAlias, Union, get_args, get_origin

from msgspec import NODEFAULT, Struct

from briefing.project.readers.reader import Alone, AtLeast, Reads, ReadsKnowing


class Entry(Struct, frozen=True):
    """A map of the manifest with fixed keys."""

    @classmethod
    def known_keys(cls) -> tuple[str, ...]:
        """The keys as authors write them."""
        return cls.__struct_encode_fields__


class Anything(Struct, frozen=True):
    """What is read later, or by who knows more of it."""


class Value(Struct, frozen=True):
    """What a reader gives."""

    reader: Reads | ReadsKnowing


class List(Struct, frozen=True):
    """Items of one shape, so many at least; one may stand `alone` for a list of one."""

    item: "Shape"
    least: int
    alone: bool


class Map(Struct, frozen=True):
    """Values of one shape, by keys of one's own, which may have a reader too."""

    key: Reads | ReadsKnowing | None
    value: "Shape"


class Keys(Struct, frozen=True):
    """A map with the keys of an entry."""

    entry: type[Entry]


Shape: TypeAlias = Anything | Value | List | Map | Keys


class Key(Struct, frozen=True):
    """A key of an entry: its attribute, how authors write it, what it holds, and what it is where
    it isn't given (NODEFAULT: it must be)."""

    name: str
    written: str
    shape: Shape
    default: object

    @property
    def is_required(self) -> bool:
        """Whether an entry must have it."""
        return self.default is NODEFAULT


@cache
def keys_of(model: type[Entry]) -> tuple[Key, ...]:
    """The keys of an entry, in the order in which they are declared."""
    kinds: Mapping[str, Any] = get_annotations(model)
    names, written = model.__struct_fields__, model.__struct_encode_fields__
    given = model.__struct_defaults__
    defaults = (*[NODEFAULT] * (len(names) - len(given)), *given)
    return tuple(
        Key(name, said, _shape(kinds[name]), default)
        for name, said, default in zip(names, written, defaults, strict=True)
    )


def _shape(kind: Any) -> Shape:
    """What an annotation says: a reader, a list, a map, an entry, any of these or nothing."""
    origin, parts = get_origin(kind), get_args(kind)
    if origin is Annotated:
        return _annotated(parts[0], parts[1:])
    if origin in (Union, UnionType):
        return _shape(next(part for part in parts if part is not type(None)))
    if origin is tuple:
        return List(_shape(parts[0]), 0, alone=False)
    if origin is dict:
        key = _shape(parts[0])
        return Map(key.reader if isinstance(key, Value) else None, _shape(parts[1]))
    if isinstance(kind, type) and issubclass(kind, Entry):
        return Keys(kind)
    return Anything()


def _annotated(kind: Any, marks: tuple[object, ...]) -> Shape:
    for mark in marks:
        if isinstance(mark, Reads | ReadsKnowing):
            return Value(mark)
    shape = _shape(kind)
    assert isinstance(shape, List)
    least = max((mark.count for mark in marks if isinstance(mark, AtLeast)), default=0)
    return List(shape.item, least, any(isinstance(mark, Alone) for mark in marks))
