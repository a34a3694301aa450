"""A map of the tree read as an entry: each key by its reader, and all that is wrong with it."""

from typing import TypeAlias, TypeVar

from msgspec import Struct

from briefing.model import Phrase, Refusal
from briefing.project.keys.shapes import Anything, Entry, Keys, List, Map, Shape, Value, keys_of
from briefing.project.known import Known
from briefing.project.readers.reader import Reads, ReadsKnowing
from briefing.project.yaml.tree import Listed, Mapped

Path: TypeAlias = tuple[str | int, ...]
AnyEntry = TypeVar("AnyEntry", bound=Entry)


class Unknown(Struct, frozen=True):
    """A key that its entry, which has `keys`, doesn't know."""

    path: Path
    keys: tuple[str, ...]


class Missing(Struct, frozen=True):
    """A key that must be given."""

    path: Path


class Short(Struct, frozen=True):
    """A list with fewer items than it needs."""

    path: Path
    least: int
    given: int


class Misshapen(Struct, frozen=True):
    """A value that should be a list or a map."""

    path: Path
    wanted: type[Listed] | type[Mapped]
    given: object


class Refused(Struct, frozen=True):
    """A value that its reader doesn't take."""

    path: Path
    why: Refusal


Fault: TypeAlias = Unknown | Missing | Short | Misshapen | Refused


def read(
    model: type[AnyEntry], node: object, known: Known
) -> tuple[AnyEntry | None, tuple[Fault, ...]]:
    """The entry that a node says, or all that is wrong with it, by paths below the node."""
    reading = _Reading(known)
    made = reading.entry(model, node, ())
    return made, tuple(reading.faults)


class _Reading:
    """One entry with all below it; a value that can't be read is None, and a fault."""

    def __init__(self, known: Known) -> None:
        self._known = known
        self.faults: list[Fault] = []

    def entry(self, model: type[AnyEntry], node: object, path: Path) -> AnyEntry | None:
        """The entry; None where there is a fault in it."""
        if not isinstance(node, Mapped):
            self.faults.append(Misshapen(path, Mapped, node))
            return None
        before, values, keys = len(self.faults), {}, keys_of(model)
        for key in keys:
            at = (*path, key.written)
            if key.written in node:
                values[key.name] = self._value(key.shape, node[key.written], at)
            elif key.is_required:
                self.faults.append(Missing(at))
        written = model.known_keys()
        self.faults += [Unknown((*path, key), written) for key in node if key not in written]
        return None if len(self.faults) > before else model(**values)

    def _value(self, shape: Shape, node: object, path: Path) -> object:
        match shape:
            case Value(reader):
                return self._read(reader, node, path)
            case Keys(model):
                return self.entry(model, node, path)
            case List():
                return self._list(shape, node, path)
            case Map():
                return self._map(shape, node, path)
            case Anything():
                return node

    def _read(self, reader: Reads | ReadsKnowing, node: object, path: Path) -> object:
        try:
            if isinstance(reader, Reads):
                return reader.function(node)
            return reader.function(node, self._known)
        except Refusal as why:
            self.faults.append(Refused(path, why))
            return None

    def _list(self, shape: List, node: object, path: Path) -> tuple[object, ...]:
        items = [node] if shape.alone and isinstance(node, Phrase) else node
        if not isinstance(items, list):
            self.faults.append(Misshapen(path, Listed, node))
            return ()
        if len(items) < shape.least:
            self.faults.append(Short(path, shape.least, len(items)))
        return tuple(self._value(shape.item, item, (*path, n)) for n, item in enumerate(items))

    def _map(self, shape: Map, node: object, path: Path) -> dict[object, object]:
        if not isinstance(node, Mapped):
            self.faults.append(Misshapen(path, Mapped, node))
            return {}
        found: dict[object, object] = {}
        for name, value in node.items():
            at = (*path, name)
            key = self._read(shape.key, name, at) if shape.key else name
            found[key] = self._value(shape.value, value, at)
        return found
