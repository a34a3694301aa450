"""What may stand in a manifest: its keys and the kind of value of each."""

from typing import Annotated

from msgspec import field

from briefing.project.keys import entry, panels
from briefing.project.keys.shapes import Entry
from briefing.project.readers import values
from briefing.project.readers.reader import Alone, Reads


class SourceEntry(Entry, frozen=True):
    """One of `sources:`."""

    title: entry.Texts
    publisher: entry.Texts
    url: entry.OptionalAddress = None
    retrieved: entry.OptionalDay = None
    published: entry.Word = ""
    licence: entry.OptionalTexts = None
    basis: entry.OptionalTexts = None
    language: entry.LanguageTag = ""


class SeriesEntry(Entry, frozen=True):
    """One of `series:`."""

    table: entry.TableName = ""
    where: dict[str, entry.Cells] = {}
    by: entry.Word = ""
    value: entry.Word = ""
    expression: entry.OptionalWords = field(default=None, name="is")
    label: entry.OptionalTexts = None


class FactEntry(Entry, frozen=True):
    """One of `facts:`."""

    value: entry.Words
    unit: entry.StatedUnit
    source: entry.SourceName = ""
    period: entry.OptionalWhen = None
    kind: entry.OptionalKind = None
    as_of: entry.OptionalDay = None
    checked: entry.OptionalDay = None
    valid: entry.OptionalWhen = None
    equals: entry.OptionalWords = None
    label: entry.OptionalTexts = None
    when: dict[str, entry.Keys] = {}


class FilledEntry(Entry, frozen=True):
    """A timeline's `filled:`."""

    where: dict[str, entry.Cells]
    label: entry.Texts


class ExhibitEntry(Entry, frozen=True):
    """One of `exhibits:`."""

    kind: entry.ExhibitKind
    show: entry.ShownList = ()
    start: entry.OptionalWhen = field(default=None, name="from")
    end: entry.OptionalWhen = field(default=None, name="to")
    periods: entry.Periods = ()
    top: entry.OptionalPositive = None
    unit: entry.OptionalUnit = None
    decimals: Annotated[int | None, Reads(values.whole)] = None
    mode: entry.Mode = "grouped"
    wide: entry.Flag = False
    where: dict[str, entry.Cells] = {}
    filled: FilledEntry | None = None
    subtitle: entry.OptionalTexts = None
    note: entry.OptionalTexts = None
    against: entry.OptionalWords = None
    needs: entry.Needs = ()
    scale: entry.ScaleKind = ""
    transpose: entry.Flag = False
    highlight: entry.Cells = ()
    compare: entry.Cells = ()
    annotate: dict[str, entry.Texts] = {}
    reference: entry.OptionalShown = ()
    index: entry.OptionalWhen = None
    countries: panels.Countries = ()
    rows: tuple[panels.RowEntry, ...] = ()
    people: tuple[panels.PersonEntry, ...] = ()
    occasions: panels.Occasions = ()


class SumEntry(Entry, frozen=True):
    """One of `checks: sums:`."""

    total: entry.Measured
    parts: Annotated[entry.MeasuredList, entry.Several]


class MirrorEntry(Entry, frozen=True):
    """One of `checks: mirror:`."""

    own: entry.Measured
    partner: entry.Measured
    margin: entry.Positive = 10


class AllowEntry(Entry, frozen=True):
    """One of `checks: allow:`."""

    rule: entry.Rule
    at: entry.Word
    because: entry.Texts


class ChecksEntry(Entry, frozen=True):
    """`checks:`."""

    sums: tuple[SumEntry, ...] = ()
    same: tuple[Annotated[entry.MeasuredList, entry.Several], ...] = ()
    mirror: tuple[MirrorEntry, ...] = ()
    allow: tuple[AllowEntry, ...] = ()


class RecipientEntry(Entry, frozen=True):
    """One of `send: to:` and `send: pre_release:`."""

    address: entry.Mailbox
    languages: Annotated[tuple[entry.PathName, ...], Alone()] = ()


class SendEntry(Entry, frozen=True):
    """`send:`."""

    sender: entry.OptionalMailbox = field(default=None, name="from")
    reply_to: entry.OptionalMailbox = None
    to: tuple[RecipientEntry, ...] = ()
    pre_release: tuple[RecipientEntry, ...] = ()


class SectionEntry(Entry, frozen=True):
    """One of `sections:`; a bare name is one too."""

    name: entry.PathName
    needs: entry.Needs = ()


class LocatorEntry(Entry, frozen=True):
    """`locator:`."""

    printed: entry.Flag = True
    picture: entry.OptionalWords = None
    text: entry.OptionalTexts = None


class LogoEntry(Entry, frozen=True):
    """`logo:`."""

    picture: entry.Words
    text: entry.Texts


class ManifestEntry(Entry, frozen=True, kw_only=True):
    """The manifest's own keys; the entries of its groups are read one by one."""

    briefing: entry.Version
    title: entry.Texts
    parameters: dict[str, entry.PathName] = {}
    period: entry.When
    released: entry.OptionalDay = None
    languages: entry.NameList
    style: entry.PathName = "ministry"
    marking: entry.OptionalTexts = None
    publisher: entry.OptionalTexts = None
    contact: entry.Word = ""
    next_release: entry.OptionalWhen = None
    calendar: dict[str, object] = {}
    against: entry.OptionalWords = None
    licence: entry.Word = ""
    publication: entry.OptionalTexts = None
    publication_part: entry.OptionalTexts = None
    edition: entry.PathName = ""
    annex: entry.Extent = ""
    figures: entry.Loudness = ""
    abbreviations: dict[str, entry.Texts] = {}
    lead: entry.Word = ""
    card: entry.Flag = False
    locator: LocatorEntry = LocatorEntry()
    logo: LogoEntry | None = None
    paper: entry.Paper = ""
    sources: dict[str, object] = {}
    tables: dict[str, object] = {}
    series: dict[str, object] = {}
    facts: dict[str, object] = {}
    exhibits: dict[str, object] = {}
    names: dict[str, entry.Texts] = {}
    checks: ChecksEntry = ChecksEntry()
    embargo: entry.OptionalMoment = None
    send: SendEntry = SendEntry()
    sections: Annotated[tuple[SectionEntry, ...], Alone(), entry.AtLeastOne]
