"""How a reader of values (values.py, texts.py, units.py) stands in an entry's annotations."""

from collections.abc import Callable

from msgspec import Struct

from briefing.project.known import Known


class Reads(Struct, frozen=True):
    """`function` takes a node and gives the value, or raises Refusal."""

    function: Callable[[object], object]


class ReadsKnowing(Struct, frozen=True):
    """`function` also takes what the manifest names."""

    function: Callable[[object, Known], object]


class AtLeast(Struct, frozen=True):
    """A list has so many items."""

    count: int


class Alone(Struct, frozen=True):
    """A single value may stand where a list may: it is a list of one."""
