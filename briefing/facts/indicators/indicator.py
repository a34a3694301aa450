"""What an indicator is."""

from collections.abc import Callable
from enum import Enum, auto

from msgspec import Struct

from briefing.figures.arithmetic import Quantity


class Takes(Enum):
    """What an indicator wants in a place: a value, a key of a family, a period in quotes."""

    VALUE = auto()
    KEY = auto()
    PERIOD = auto()


class Indicator(Struct, frozen=True):
    """A function of expressions: how it is written, what it takes, what it does.

    `compute` gets a Quantity, a str or a Period, as `takes` says; it may raise RefusedError.
    """

    usage: str
    takes: tuple[Takes, ...]
    compute: Callable[..., Quantity]
