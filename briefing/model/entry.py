"""A fact in the record of an edition: with all that writing it as its pages do takes."""

import re
import typing
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Annotated, TypeVar

from msgspec import Meta, Struct, field

from briefing.model.fact import Fact
from briefing.model.period import Period
from briefing.model.series import Kind, Status
from briefing.model.table import CellRef, are_stated
from briefing.model.unit import POINTS, RANK, RATIO, Dimension, Unit

# The noun of what is counted, where it has several words: overnight stays.
_NOUN = re.compile(r"[^\W\d_]+(?:[ -][^\W\d_]+){1,5}")
# Units whose names no author writes.
_DERIVED = {str(unit): unit for unit in (POINTS, RANK, RATIO)}
# Records of earlier versions call `final` what states none.
_STATUSES = {status.name.lower().replace("_", " "): status for status in Status}
_STATUSES[""] = Status.FINAL
# No figure of a briefing is as large or as long.
_MOST_DIGITS, _MOST_EXPONENT = 200, 200

_Written = TypeVar("_Written")
_Made = TypeVar("_Made")
Page = Annotated[int, Meta(ge=0, le=1_000_000)]


class Printing(Struct, frozen=True, omit_defaults=True):
    """A fact as a page prints it; `alt` where the text is part of what is said of a picture of the
    page, for who doesn't see it."""

    text: str
    page: Page
    alt: bool = False


class Entry(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A fact: `value` in full, unrounded; `is` how it was derived; where it is printed, by
    language; `rows` are its numbers in the registers. `as_of` is the vintage of what it was read
    from, `data` a digest of the values there. The rest is what writing it takes: see Fact.
    """

    name: str
    made: str = field(name="is")
    unit: str
    source: tuple[str, ...]
    status: str
    cells: tuple[CellRef, ...]
    period: str | None
    value: str | None
    printed: Mapping[str, tuple[Printing, ...]]
    rows: Mapping[str, str] = {}
    of: int | None = None
    tied: bool = False
    bound: typing.Literal["", "<", ">"] = ""
    stale: date | None = None
    kind: Kind | None = None
    resolution: str | None = None
    nouns: Mapping[str, str] = {}
    as_of: date | None = None
    data: Annotated[str, Meta(pattern="^([0-9a-f]{8})?$")] = ""

    def __post_init__(self) -> None:
        """Refuse, with a ValueError that names the field, what no page could print."""
        own = _checked("unit", unit, self.unit)
        _checked("value", lambda text: _value(text, own), self.value)
        _checked("period", lambda text: text and Period.parse(text), self.period)
        _checked("status", _status, self.status)
        _checked("resolution", lambda text: text and _number(text), self.resolution)

    @property
    def key(self) -> tuple[str, str, str]:
        """What tells it from every other figure, at whatever scale its unit stands."""
        return self.name, self.period or "", str(unit(self.unit).scaled(0))

    @property
    def number(self) -> Decimal | None:
        """Its value, where that is a number."""
        value = self.fact.value
        return value if isinstance(value, Decimal) else None

    @property
    def is_stated(self) -> bool:
        """Whether it was made of what the author typed alone."""
        return are_stated([cell.column for cell in self.cells])

    @property
    def fact(self) -> Fact:
        """The fact again, as far as a page prints it."""
        own = unit(self.unit)
        return Fact(
            name=self.name,
            value=_value(self.value, own),
            unit=Unit(own.dimension, own.code, own.exponent, tuple(self.nouns.items())),
            period=Period.parse(self.period) if self.period else None,
            kind=self.kind,
            status=_status(self.status),
            sources=self.source,
            cells=self.cells,
            resolution=_number(self.resolution) if self.resolution else None,
            of=self.of,
            tied=self.tied,
            bound=self.bound,
            stale=self.stale,
        )


def entry(
    fact: Fact,
    printed: Mapping[str, tuple[Printing, ...]],
    rows: Mapping[str, str],
    as_of: date | None = None,
    data: str = "",
) -> Entry:
    """A fact as a record has it."""
    return Entry(
        name=fact.name,
        made=str(fact.derivation or ""),
        unit=str(fact.unit),
        source=fact.sources,
        status=status(fact),
        cells=fact.cells,
        period=str(fact.period) if fact.period else None,
        value=written(fact.value),
        printed=printed,
        rows=rows,
        of=fact.of,
        tied=fact.tied,
        bound="<" if fact.bound == "<" else ">" if fact.bound == ">" else "",
        stale=fact.stale,
        kind=fact.kind,
        resolution=written(fact.resolution),
        nouns=dict(fact.unit.noun),
        as_of=as_of,
        data=data,
    )


def status(fact: Fact) -> str:
    """How good a fact is, in a word: `provisional`, `not applicable` …; nothing where no status is
    stated."""
    return fact.status.name.lower().replace("_", " ") if fact.status.value else ""


def written(value: Decimal | Period | None) -> str | None:
    """A value in full, unrounded; a date as its period is written."""
    if isinstance(value, Decimal):
        return f"{value:f}"
    return None if value is None else str(value)


def unit(text: str) -> Unit:
    """A unit as a record names it. Raises ValueError for what is none."""
    if text in _DERIVED:
        return _DERIVED[text]
    try:
        return Unit.parse(text)
    except ValueError:
        if not _NOUN.fullmatch(text):
            raise
        return Unit(Dimension.COUNT, text)


def _checked(name: str, make: Callable[[_Written], _Made], text: _Written) -> _Made:
    """What is made of a field's text. Raises ValueError, which begins with the field's name."""
    try:
        return make(text)
    except ValueError as error:
        raise ValueError(f"{name} {error}") from None


def _status(text: str) -> Status:
    if text not in _STATUSES:
        raise ValueError(f"“{text[:40]}” is no status")
    return _STATUSES[text]


def _value(text: str | None, own: Unit) -> Decimal | Period | None:
    if text is None:
        return None
    if own.dimension is Dimension.DATE:
        return Period.parse(text)
    value = _number(text)
    if own.dimension is Dimension.RANK and value != value.to_integral_value():
        raise ValueError(f"“{text[:40]}” is no rank")
    return value


def _number(text: str) -> Decimal:
    try:
        value = Decimal(text)
    except InvalidOperation:
        raise ValueError(f"“{text[:40]}” is no number") from None
    long = len(text) > _MOST_DIGITS or (
        value.is_finite() and abs(value.adjusted()) > _MOST_EXPONENT
    )
    if long or not value.is_finite():
        raise ValueError(f"“{text[:40]}” is no number that a page prints")
    return value
