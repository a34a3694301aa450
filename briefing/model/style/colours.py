"""Colours by what they are for, each `#RRGGBB`."""

from typing import Literal, TypeAlias

from msgspec import Struct

Role: TypeAlias = Literal[
    "main",
    "second",
    "second_text",
    "earlier",
    "other",
    "other_text",
    "third",
    "zero",
    "grid",
    "paper",
]


class ChartColours(Struct, frozen=True):
    """What colours say in charts; `second_text` and `other_text` are for words about such bars."""

    main: str
    second: str
    second_text: str
    earlier: str
    other: str
    other_text: str
    third: str
    zero: str
    grid: str
    paper: str

    def of(self, role: Role) -> str:
        """The colour of a role."""
        colour: str = getattr(self, role)
        return colour


class Colours(Struct, frozen=True):
    """Text from `ink` to `faint`, what is accented, rules from dark to light, what lies beneath."""

    ink: str
    muted: str
    faint: str
    accent: str
    rule: str
    line: str
    paper: str
    tint: str
    chart: ChartColours
