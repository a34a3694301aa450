"""The manifest as values: exhibits, and what it says itself for them."""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum

from msgspec import Struct, field

from briefing.model.period import Period
from briefing.model.text import Phrase, Place, Text
from briefing.model.unit import Unit


class Emphasis(Struct, frozen=True):
    """Which events of a timeline have a filled marker, and what that says."""

    where: Mapping[str, tuple[str, ...]]
    label: Text


class RowSpec(Struct, frozen=True):
    """A row of a panel of countries: by country's code what a source says in words, as of a day, or
    the name of a figure; under an empty code the name of a family that has all."""

    label: Text
    place: Place
    text: Mapping[str, Text] = field(default_factory=dict)
    show: Mapping[str, Phrase] = field(default_factory=dict)
    source: tuple[str, ...] = ()
    as_of: date | None = None


class PersonSpec(Struct, frozen=True):
    """Who holds an office, since when, as a source knew as of a day; `native` is the name in the
    person's own language. A portrait has an alternative text (`alt`) and a credit."""

    name: Text
    office: Text
    place: Place
    country: str = ""
    since: Period | None = None
    native: Mapping[str, str] = field(default_factory=dict)
    source: str = ""
    as_of: date | None = None
    portrait: Phrase | None = None
    alt: Text | None = None
    credit: Text | None = None


class Occasion(StrEnum):
    """What a day of the calendar is."""

    VISIT = "visit"
    RELEASE = "release"
    ANNIVERSARY = "anniversary"


class DateSpec(Struct, frozen=True):
    """An entry of the calendar: when, what and where; `source` says so."""

    name: str
    place: Place
    when: Period
    what: Text
    kind: Occasion
    source: str
    where: Text | None = None


class ExhibitSpec(Struct, frozen=True):
    """What a section can show; keys as in the manifest. It is left out where something that it
    `needs` has no value."""

    name: str
    place: Place
    kind: str
    show: tuple[Phrase, ...]
    start: Period | None = None
    end: Period | None = None
    periods: tuple[Period, ...] = ()
    top: int | None = None
    unit: Unit | None = None
    decimals: int | None = None
    mode: str = "grouped"
    wide: bool = False
    where: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    filled: Emphasis | None = None
    subtitle: Text | None = None
    note: Text | None = None
    against: Phrase | None = None
    needs: tuple[Phrase, ...] = ()
    scale: str = ""
    transpose: bool = False
    highlight: tuple[str, ...] = ()
    compare: tuple[str, ...] = ()
    annotate: Mapping[str, Text] = field(default_factory=dict)
    reference: tuple[Phrase, ...] = ()
    index: Period | None = None
    countries: tuple[str, ...] = ()
    rows: tuple[RowSpec, ...] = ()
    people: tuple[PersonSpec, ...] = ()
    occasions: tuple[Occasion, ...] = ()
