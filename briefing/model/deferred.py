"""A room's front door that opens what is behind it only when it is asked for.

Half of a short run is the loading of what it doesn't use: matplotlib, ReportLab, Babel.
"""

from collections.abc import Callable, Mapping
from importlib import import_module


def deferred(room: str, where: Mapping[str, str]) -> Callable[[str], object]:
    """The `__getattr__` of a package: each name from the module of the room that has it. Not for a
    room where a name is also that of a module: Python gives the module once it was loaded."""

    def find(name: str) -> object:
        if name not in where:
            raise AttributeError(f"module {room!r} has no attribute {name!r}")
        return getattr(import_module(f"{room}.{where[name]}"), name)

    return find
