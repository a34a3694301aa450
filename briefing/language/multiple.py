"""How many times one value is another, as a sentence tells it: doubled, nearly tenfold, halved."""

from decimal import Decimal
from enum import StrEnum

from msgspec import Struct

# Below that a multiple says less than a percentage.
_LEAST = Decimal("1.8")
_EXACT = Decimal("0.025")
_NEARLY = Decimal("0.7")


class Near(StrEnum):
    """How a multiple stands to the whole number that names it: short of it, it, beyond it."""

    NEARLY = "nearly"
    JUST = "just"
    OVER = "over"


class Multiple(Struct, frozen=True):
    """A rise to so many times, or a fall to so many parts: of a fall to 0.4, over two."""

    rise: bool
    times: int
    near: Near = Near.JUST


def multiple(ratio: Decimal) -> Multiple | None:
    """The multiple that a ratio above zero is; None where it is too near to one."""
    size = ratio if ratio >= 1 else 1 / ratio
    if size < _LEAST:
        return None
    whole, nearest = int(size), int(size + Decimal("0.5"))
    if abs(size / nearest - 1) <= _EXACT:
        return Multiple(ratio >= 1, nearest)
    if size - whole >= _NEARLY:
        return Multiple(ratio >= 1, whole + 1, Near.NEARLY)
    return Multiple(ratio >= 1, whole, Near.OVER)
