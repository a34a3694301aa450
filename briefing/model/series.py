"""Measures over time."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import lru_cache

from msgspec import Struct, structs

from briefing.model.expression import Node
from briefing.model.period import Period
from briefing.model.table import CellRef
from briefing.model.text import Text
from briefing.model.unit import Unit


class Status(StrEnum):
    """How good an observation is; the value is its marks, SDMX OBS_STATUS stands in NUMBERS.md.

    Of what has a value several may hold at once: estimated, and a break in the series.
    """

    FINAL = ""
    REVISED = "r"
    BREAK = "b"
    PROVISIONAL = "p"
    ESTIMATED = "e"
    PROVISIONAL_AND_ESTIMATED = "pe"
    PROVISIONAL_AND_REVISED = "pr"
    PROVISIONAL_AND_BREAK = "pb"
    ESTIMATED_AND_REVISED = "er"
    ESTIMATED_AND_BREAK = "eb"
    REVISED_AND_BREAK = "rb"
    PROVISIONAL_ESTIMATED_AND_REVISED = "per"
    PROVISIONAL_ESTIMATED_AND_BREAK = "peb"
    PROVISIONAL_REVISED_AND_BREAK = "prb"
    ESTIMATED_REVISED_AND_BREAK = "erb"
    PROVISIONAL_ESTIMATED_REVISED_AND_BREAK = "perb"
    NOT_APPLICABLE = "z"
    CONFIDENTIAL = "c"
    MISSING = "x"

    @property
    def parts(self) -> tuple["Status", ...]:
        """The single statuses in it, none in what is final."""
        return tuple(map(Status, self.value))

    @property
    def marks(self) -> str:
        """“[e] [b]”, as it stands beside the value; empty for what is final."""
        return _HELD.join(f"[{letter}]" for letter in self.value)


_HELD = "\N{NO-BREAK SPACE}"
_TOGETHER = "perb"
_WITHOUT_VALUE = (Status.MISSING, Status.CONFIDENTIAL, Status.NOT_APPLICABLE)


@lru_cache(maxsize=256)
def together(*statuses: Status) -> Status:
    """The status that a value made of these has: why there is none, else all that holds of any."""
    lacking = next((status for status in _WITHOUT_VALUE if status in statuses), None)
    if lacking is not None:
        return lacking
    held = set("".join(statuses))
    return Status("".join(letter for letter in _TOGETHER if letter in held))


class Kind(StrEnum):
    """How a measure behaves over time."""

    FLOW = "flow"
    STOCK = "stock"
    CUMULATIVE_FLOW = "cumulative flow"
    RATIO = "ratio"


class Observation(Struct, frozen=True):
    """One value at one period.

    `value` is in the series' unit, unrounded; None says missing, with the status and a reason.
    `resolution` is the worth of the source's last digit in the series' unit (None: not limited).
    A rank also has `of` (how many were ranked) and `tied`. `as_of` is the day since which its row
    is known, where that says so: its vintage.
    """

    period: Period
    value: Decimal | None
    status: Status = Status.FINAL
    reason: str = ""
    cells: tuple[CellRef, ...] = ()
    sources: tuple[str, ...] = ()
    resolution: Decimal | None = None
    of: int | None = None
    tied: bool = False
    as_of: date | None = None


class Series(Struct, frozen=True):
    """One measure over time; `derivation` is the expression it was made by, None when stored.

    Observations are in order of period, one a period.
    """

    name: str
    unit: Unit
    kind: Kind
    observations: tuple[Observation, ...]
    derivation: Node | None = None
    label: Text | None = None

    def at(self, period: Period) -> Observation | None:
        """The observation of just that period."""
        return next((o for o in self.observations if o.period == period), None)

    @property
    def known(self) -> tuple[Observation, ...]:
        """The observations that have a value."""
        return tuple(o for o in self.observations if o.value is not None)


class Family(Struct, frozen=True):
    """Series by key (a partner's code); `totals` are keys that sum others.

    `blank` is a member without observations, for a family cut for a parameter whose value has no
    rows: that is no mistake, and what builds on the family has no value.
    """

    name: str
    members: Mapping[str, Series]
    totals: frozenset[str] = frozenset()
    label: Text | None = None
    countries: bool = True
    blank: Series | None = None

    @property
    def listed(self) -> Mapping[str, Series]:
        """The members that are no totals."""
        return {key: series for key, series in self.members.items() if key not in self.totals}


def scaled(series: Series, unit: Unit) -> Series:
    """The series in a unit that differs at most in scale. Raises ValueError for any other."""
    if series.unit == unit:
        return series

    def convert(o: Observation) -> Observation:
        value, resolution = (
            None if number is None else series.unit.convert(number, unit)
            for number in (o.value, o.resolution)
        )
        return structs.replace(o, value=value, resolution=resolution)

    return structs.replace(series, unit=unit, observations=tuple(map(convert, series.observations)))
