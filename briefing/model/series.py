"""Measures over time."""

from collections.abc import Mapping
from decimal import Decimal
from enum import StrEnum

from msgspec import Struct

from briefing.model.expression import Node
from briefing.model.period import Period
from briefing.model.table import CellRef
from briefing.model.text import Text
from briefing.model.unit import Unit


class Status(StrEnum):
    """How good an observation is; the value is its mark, SDMX OBS_STATUS stands in NUMBERS.md."""

    FINAL = ""
    REVISED = "r"
    BREAK = "b"
    PROVISIONAL = "p"
    ESTIMATED = "e"
    NOT_APPLICABLE = "z"
    CONFIDENTIAL = "c"
    MISSING = "x"


_BADNESS = {status: rank for rank, status in enumerate(Status)}


def worst(*statuses: Status) -> Status:
    """The status that a value derived from these has."""
    return max(statuses, key=_BADNESS.__getitem__, default=Status.FINAL)


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
    A rank also has `of` (how many were ranked) and `tied`.
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
    """Series by key (a partner's code); `totals` are keys that sum others."""

    name: str
    members: Mapping[str, Series]
    totals: frozenset[str] = frozenset()
    label: Text | None = None
    countries: bool = True

    @property
    def listed(self) -> Mapping[str, Series]:
        """The members that are no totals."""
        return {key: series for key, series in self.members.items() if key not in self.totals}
