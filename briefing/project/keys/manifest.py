"""What may stand in a manifest: its keys and the kind of value of each."""

from typing import Annotated, ClassVar

from pydantic import BeforeValidator, Field

from briefing.project.keys import entry, panels
from briefing.project.readers import values
from briefing.project.readers.reader import Reads


class SourceEntry(entry.Entry):
    """One of `sources:`."""

    title: entry.Texts
    publisher: entry.Texts
    url: entry.OptionalAddress = None
    retrieved: entry.OptionalDay = None
    published: entry.Word = ""
    licence: entry.OptionalTexts = None
    basis: entry.OptionalTexts = None
    language: entry.LanguageTag = ""


class SeriesEntry(entry.Entry):
    """One of `series:`."""

    table: entry.TableName = ""
    where: dict[str, entry.Cells] = {}
    by: entry.Word = ""
    value: entry.Word = ""
    expression: entry.OptionalWords = Field(None, alias="is")
    label: entry.OptionalTexts = None


class FactEntry(entry.Entry):
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


class FilledEntry(entry.Entry):
    """A timeline's `filled:`."""

    where: dict[str, entry.Cells]
    label: entry.Texts


class ExhibitEntry(entry.Entry):
    """One of `exhibits:`."""

    within: ClassVar[dict[str, type[entry.Entry]]] = {
        "filled": FilledEntry,
        "rows": panels.RowEntry,
        "people": panels.PersonEntry,
    }

    kind: entry.ExhibitKind
    show: entry.ShownList = ()
    start: entry.OptionalWhen = Field(None, alias="from")
    end: entry.OptionalWhen = Field(None, alias="to")
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


class SumEntry(entry.Entry):
    """One of `checks: sums:`."""

    total: entry.Measured
    parts: Annotated[entry.MeasuredList, entry.Several]


class MirrorEntry(entry.Entry):
    """One of `checks: mirror:`."""

    own: entry.Measured
    partner: entry.Measured
    margin: entry.Positive = 10


class AllowEntry(entry.Entry):
    """One of `checks: allow:`."""

    rule: entry.Rule
    at: entry.Word
    because: entry.Texts


class ChecksEntry(entry.Entry):
    """`checks:`."""

    within: ClassVar[dict[str, type[entry.Entry]]] = {
        "sums": SumEntry,
        "mirror": MirrorEntry,
        "allow": AllowEntry,
    }

    sums: tuple[SumEntry, ...] = ()
    same: tuple[Annotated[entry.MeasuredList, entry.Several], ...] = ()
    mirror: tuple[MirrorEntry, ...] = ()
    allow: tuple[AllowEntry, ...] = ()


class RecipientEntry(entry.Entry):
    """One of `send: to:` and `send: pre_release:`."""

    address: entry.Mailbox
    languages: Annotated[tuple[entry.PathName, ...], BeforeValidator(values.several)] = ()


class SendEntry(entry.Entry):
    """`send:`."""

    within: ClassVar[dict[str, type[entry.Entry]]] = {
        "to": RecipientEntry,
        "pre_release": RecipientEntry,
    }

    sender: entry.OptionalMailbox = Field(default=None, alias="from")
    reply_to: entry.OptionalMailbox = None
    to: tuple[RecipientEntry, ...] = ()
    pre_release: tuple[RecipientEntry, ...] = ()


class SectionEntry(entry.Entry):
    """One of `sections:`; a bare name is one too."""

    name: entry.PathName
    needs: entry.Needs = ()


class LocatorEntry(entry.Entry):
    """`locator:`."""

    printed: entry.Flag = True
    picture: entry.OptionalWords = None
    text: entry.OptionalTexts = None


class LogoEntry(entry.Entry):
    """`logo:`."""

    picture: entry.Words
    text: entry.Texts


class ManifestEntry(entry.Entry):
    """The manifest's own keys; the entries of its groups are read one by one."""

    within: ClassVar[dict[str, type[entry.Entry]]] = {
        "checks": ChecksEntry,
        "locator": LocatorEntry,
        "logo": LogoEntry,
        "send": SendEntry,
        "sections": SectionEntry,
    }

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
    sections: Annotated[tuple[SectionEntry, ...], BeforeValidator(values.several), entry.AtLeastOne]
