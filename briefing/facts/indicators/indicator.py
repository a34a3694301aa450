"""What an indicator is."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto

from briefing.facts.arithmetic import Quantity


class Takes(Enum):
    """What an indicator wants in a place: a value, a key of a family, a period in quotes."""

    VALUE = auto()
    KEY = auto()
    PERIOD = auto()


@dataclass(frozen=True, slots=True)
class Indicator:
    """A function of expressions: how it is written, what it takes, what it does.

    `compute` gets a Quantity, a str or a Period, as `takes` says; it may raise RefusedError.
    """

    usage: str
    takes: tuple[Takes, ...]
    compute: Callable[..., Quantity]
