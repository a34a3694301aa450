"""Named values that the text may print."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from msgspec import Struct

from briefing.model.expression import Node
from briefing.model.period import Period
from briefing.model.series import Family, Kind, Series, Status
from briefing.model.table import CellRef, Source
from briefing.model.text import Text
from briefing.model.unit import Unit


class Fact(Struct, frozen=True):
    """One value: a series at a period, a derived figure, or what a source states.

    `name` is as the author calls it (`exports`, `exports_to[CHN]`, `students`); with `period` it is
    unique in an edition. A date's value is a Period. `bound` is `<` or `>` for a stated bound.
    `stale` is set where a stated fact's validity ended before the edition's date: the day as of
    which it holds, printed beside it. `as_of` is the day since which a stated fact is known.
    """

    name: str
    value: Decimal | Period | None
    unit: Unit
    period: Period | None
    kind: Kind | None = None
    status: Status = Status.FINAL
    reason: str = ""
    sources: tuple[str, ...] = ()
    derivation: Node | None = None
    cells: tuple[CellRef, ...] = ()
    resolution: Decimal | None = None
    of: int | None = None
    tied: bool = False
    bound: str = ""
    label: Text | None = None
    stale: date | None = None
    as_of: date | None = None

    @property
    def key(self) -> tuple[str, str, str]:
        """What tells it from every other fact of an edition: name, period, unit."""
        return self.name, str(self.period or ""), str(self.unit)


class Comparison(Struct, frozen=True):
    """A fact beside an earlier one of the same name.

    `difference` is in the fact's unit (POINTS for a percentage); `growth` is in PERCENT, or None
    where it is undefined, with the reason in `why`. For `average`, growth is the CAGR. `broken` is
    the latest period between the two at which the series breaks.
    """

    earlier: Fact
    difference: Fact
    growth: Fact | None
    why: str = ""
    broken: Period | None = None


class Standing(Struct, frozen=True):
    """That a fact is the highest (or lowest) of its series since the period that was as high; None:
    of all before it."""

    high: bool
    since: Period | None


class Reading(Struct, frozen=True):
    """What a reference of the text reads: a fact and, where a filter compares, the comparison, or
    where it stands among those before it."""

    fact: Fact
    comparison: Comparison | None = None
    standing: Standing | None = None


class Event(Struct, frozen=True):
    """One dated row of an events table."""

    period: Period
    title: Mapping[str, str]
    detail: Mapping[str, str]
    cells: Mapping[str, str]
    sources: tuple[str, ...]
    origin: CellRef


class Facts(Struct, frozen=True):
    """Everything an edition may print, by name; one namespace.

    `stated` also holds derived figures that are one value (a CAGR), with their derivation, and
    facts that the edition doesn't know yet: their value is None and the reason says why.
    `broken` are names that a finding keeps from being made, `unheld` parameters whose value no
    table holds: what asks for them keeps silent.
    `expressions` are those by which the derived names are made.
    """

    period: Period
    released: date | None
    parameters: Mapping[str, str]
    sources: Mapping[str, Source]
    series: Mapping[str, Series]
    families: Mapping[str, Family]
    stated: Mapping[str, Fact]
    events: Mapping[str, tuple[Event, ...]]
    broken: frozenset[str] = frozenset()
    unheld: frozenset[str] = frozenset()
    expressions: Mapping[str, Node] = {}


class Stored(Struct, frozen=True):
    """What the tables hold as of an edition: series, families and events by name.

    `broken` are names that a finding keeps from being made.
    """

    series: Mapping[str, Series]
    families: Mapping[str, Family]
    events: Mapping[str, tuple[Event, ...]]
    broken: frozenset[str] = frozenset()
