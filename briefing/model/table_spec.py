"""The manifest as values: how files are read, and whence they are fetched."""

from collections.abc import Mapping

from msgspec import Struct, field

from briefing.model.period import Period
from briefing.model.series import Kind
from briefing.model.text import Phrase, Place, Text
from briefing.model.unit import Unit


class ValueSpec(Struct, frozen=True):
    """One column of values of a table, with what differs from the table's own keys."""

    name: str
    column: str
    place: Place
    source: str = ""
    unit: Unit | None = None
    kind: Kind | None = None
    label: Text | None = None


class Origin(Struct, frozen=True):
    """Whence a table's file is fetched: a service and what it is asked, each key's values."""

    service: str
    asked: Mapping[str, tuple[str, ...]]
    place: Place


class Wide(Struct, frozen=True):
    """Headers that are periods or members, and what the column of them is called.

    `of` are the headers meant; none means every period, or every column not named otherwise. Where
    headers are both (`2014 exports`), `member` is what the column of the other part is called.
    """

    name: str
    periods: bool
    of: tuple[str, ...] = ()
    member: str = ""


class Members(Struct, frozen=True):
    """A new column, made of the labels in another: the key of each."""

    column: str
    of: str
    are: Mapping[str, str]


class TableSpec(Struct, frozen=True):
    """How a file is read and what its columns mean; keys as in the manifest.

    A table with `text` holds events, one with `value` one measure, one with `values` several
    (each a series by its own name).
    """

    name: str
    place: Place
    file: Phrase
    period: str
    source: str = ""
    sources: str = ""
    value: str = ""
    values: tuple[ValueSpec, ...] = ()
    unit: Unit | None = None
    unit_column: str = ""
    kind: Kind | None = None
    status: str = ""
    missing: tuple[str, ...] = ()
    totals: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    complete: bool = False
    codes: str = "alpha3"
    month: str = ""
    frequency: str = ""
    year_starts: int = 1
    year_named: str = ""
    text: Mapping[str, str] = field(default_factory=dict)
    detail: Mapping[str, str] = field(default_factory=dict)
    as_of: str = ""
    encoding: str = "utf-8"
    delimiter: str = ","
    quote: str = '"'
    decimal: str = "."
    thousands: str = ""
    skip: int = 0
    format: str = "delimited"
    sheet: str = ""
    member: str = ""
    header: tuple[int, ...] = ()
    start: int = 0
    end: str = ""
    columns: Wide | None = None
    members: tuple[Members, ...] = ()
    marks: str = ""
    negative: str = ""
    statuses: Mapping[str, str] = field(default_factory=dict)
    provisional: Period | None = None
    scaled: bool = False
    origin: Origin | None = None
    label: Text | None = None
