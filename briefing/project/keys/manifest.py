"""What may stand in a manifest: its keys and the kind of value of each."""

from datetime import date, datetime
from typing import Annotated, ClassVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from briefing.model import Kind, Period, Phrase, Recipient, Text, Unit
from briefing.project.keys.exhibits import EXHIBITS
from briefing.project.readers import mailboxes, moments, texts, values
from briefing.project.readers.reader import Reads, ReadsKnowing
from briefing.project.readers.refusal import phrase
from briefing.project.readers.units import unit, unit_or_column

MODES = ("grouped", "stacked", "diverging")
FORMATS = (
    "delimited",
    "xlsx",
    "xls",
    "ods",
    "parquet",
    "large-delimited",
    "sdmx-csv",
    "sdmx-ml",
    "sdmx-json",
    "json-stat",
    "px",
    "eurostat-tsv",
    "world-bank",
    "comtrade",
)
MARKS = ("strip", "status")
CODES = ("alpha3", "alpha2", "eurostat", "m49", "comtrade", "names", "none")

Word = Annotated[str, Reads(values.word)]
Mark = Annotated[str, Reads(values.mark)]
Character = Annotated[str, Reads(values.character)]
PathName = Annotated[str, Reads(values.path_name)]
Words = Annotated[Phrase, Reads(phrase)]
OptionalWords = Annotated[Phrase | None, Reads(phrase)]
Texts = Annotated[Text, ReadsKnowing(texts.text)]
OptionalTexts = Annotated[Text | None, ReadsKnowing(texts.text)]
Columns = Annotated[dict[str, str], ReadsKnowing(texts.columns)]
When = Annotated[Period, Reads(values.period)]
OptionalWhen = Annotated[Period | None, Reads(values.period)]
OptionalDay = Annotated[date | None, Reads(values.day)]
OptionalUnit = Annotated[Unit | None, Reads(unit)]
OptionalKind = Annotated[Kind | None, Reads(values.kind)]
OptionalAddress = Annotated[Phrase | None, Reads(values.address)]
SourceName = Annotated[str, ReadsKnowing(values.source_name)]
TableName = Annotated[str, ReadsKnowing(values.table_name)]
OptionalMoment = Annotated[datetime | None, Reads(moments.moment)]
Mailbox = Annotated[Recipient, Reads(mailboxes.mailbox)]
OptionalMailbox = Annotated[Recipient | None, Reads(mailboxes.mailbox)]
Flag = Annotated[bool, Reads(values.flag)]
Cell = Annotated[str, ReadsKnowing(values.cell_value)]
Cells = Annotated[tuple[Cell, ...], BeforeValidator(values.several)]
Marks = Annotated[tuple[Mark, ...], BeforeValidator(values.several)]
Keys = Annotated[tuple[Word, ...], BeforeValidator(values.several)]
Shown = Annotated[Phrase, ReadsKnowing(values.shown_name)]
ShownList = Annotated[tuple[Shown, ...], BeforeValidator(values.several), Field(min_length=1)]
Listed = Annotated[Period, Reads(values.columns_period)]
Periods = Annotated[tuple[Listed, ...], BeforeValidator(values.several)]
Measured = Annotated[str, ReadsKnowing(values.measured_name)]
MeasuredList = Annotated[tuple[Measured, ...], BeforeValidator(values.several)]
AtLeastOne = Field(min_length=1)
Needs = Annotated[tuple[Words, ...], BeforeValidator(values.several)]
Several = Field(min_length=2)
Rule = Annotated[str, Reads(values.rule)]
Positive = Annotated[int, Reads(values.positive)]
NameList = Annotated[tuple[PathName, ...], BeforeValidator(values.several), Field(min_length=1)]
LanguageTag = Annotated[str, Reads(values.language_tag)]
Encoding = Annotated[str, Reads(values.encoding)]
Whole = Annotated[int, Reads(values.whole)]
OptionalPositive = Annotated[int | None, Reads(values.positive)]
CodeList = Annotated[str, Reads(values.one_of("code list", CODES))]
TableFrequency = Annotated[str, Reads(values.one_of("frequency", ("quarter",)))]
YearNamed = Annotated[str, Reads(values.one_of("year", ("start", "end")))]
StartMonth = Annotated[int, Reads(values.month)]
Extent = Annotated[str, Reads(values.one_of("extent", ("full", "short", "none")))]
ExhibitKind = Annotated[str, Reads(values.one_of("kind of exhibit", tuple(EXHIBITS)))]
Format = Annotated[str, Reads(values.one_of("format", FORMATS))]
Marking = Annotated[str, Reads(values.one_of("treatment of marks", MARKS))]
Negative = Annotated[str, Reads(values.one_of("sign of negatives", ("brackets",)))]
HeaderLines = Annotated[tuple[Positive, ...], BeforeValidator(values.several)]
Headers = Annotated[tuple[Word, ...], BeforeValidator(values.several)]
Mode = Annotated[str, Reads(values.one_of("mode", MODES))]
Version = Annotated[str, Reads(values.one_of("format version", ("1",)))]
UnitOrColumn = Annotated[Unit | str | None, Reads(unit_or_column)]
StatedUnit = Annotated[Unit, Reads(unit)]


class Entry(BaseModel):
    """A map of the manifest with fixed keys; `within` are keys whose value has fixed keys too."""

    model_config = ConfigDict(
        extra="forbid", frozen=True, arbitrary_types_allowed=True, defer_build=True
    )
    within: ClassVar[dict[str, type["Entry"]]] = {}

    @classmethod
    def known_keys(cls) -> tuple[str, ...]:
        """The keys as authors write them."""
        return tuple(field.alias or name for name, field in cls.model_fields.items())


class SourceEntry(Entry):
    """One of `sources:`."""

    title: Texts
    publisher: Texts
    url: OptionalAddress = None
    retrieved: OptionalDay = None
    published: Word = ""
    licence: OptionalTexts = None
    basis: OptionalTexts = None
    language: LanguageTag = ""


class ValueEntry(Entry):
    """One of a table's `values:`."""

    column: Word
    source: SourceName = ""
    unit: OptionalUnit = None
    kind: OptionalKind = None
    label: OptionalTexts = None


class ColumnsEntry(Entry):
    """A table's `columns:`, of a wide file."""

    period: Word = ""
    member: Word = ""
    of: Headers = ()


class MembersEntry(Entry):
    """One of a table's `members:`."""

    of: Word
    are: dict[str, Word]


class WorldBankEntry(Entry):
    """A table's `from: world_bank:`."""

    indicator: Word
    country: Cells
    start: Word = ""
    end: Word = ""


class ComtradeEntry(Entry):
    """A table's `from: comtrade:`."""

    reporter: Cells
    period: Cells
    partner: Cells = ()
    flow: Cells = ()
    commodity: Cells = ()
    frequency: Word = "A"


class SdmxEntry(Entry):
    """A table's `from: sdmx:`."""

    service: Word
    flow: Word
    key: Word
    start: Word = ""
    end: Word = ""


class PxwebEntry(Entry):
    """A table's `from: pxweb:`."""

    service: Word
    table: Word
    select: dict[str, Cells] = {}


class FromEntry(Entry):
    """A table's `from:`."""

    within: ClassVar[dict[str, type[Entry]]] = {
        "world_bank": WorldBankEntry,
        "comtrade": ComtradeEntry,
        "sdmx": SdmxEntry,
        "pxweb": PxwebEntry,
    }

    world_bank: WorldBankEntry | None = None
    comtrade: ComtradeEntry | None = None
    sdmx: SdmxEntry | None = None
    pxweb: PxwebEntry | None = None
    url: OptionalAddress = None


class TableEntry(Entry):
    """One of `tables:`."""

    within: ClassVar[dict[str, type[Entry]]] = {
        "values": ValueEntry,
        "columns": ColumnsEntry,
        "members": MembersEntry,
        "from": FromEntry,
    }

    file: Words
    period: Word
    source: SourceName = ""
    sources: Word = ""
    value: Word = ""
    values: dict[str, ValueEntry] = {}
    unit: UnitOrColumn = None
    kind: OptionalKind = None
    status: Word = ""
    missing: Marks = ()
    totals: dict[str, Keys] = {}
    complete: Flag = False
    codes: CodeList = "alpha3"
    month: Word = ""
    frequency: TableFrequency = ""
    year_starts: StartMonth = 1
    year_named: YearNamed = ""
    text: Columns = {}
    detail: Columns = {}
    as_of: Word = ""
    encoding: Encoding = "utf-8"
    delimiter: Character = ","
    quote: Character = '"'
    decimal: Character = "."
    thousands: Character = ""
    skip: Whole = 0
    format: Format = "delimited"
    sheet: Word = ""
    member: Word = ""
    header: HeaderLines = ()
    start: Whole = 0
    end: Word = ""
    columns: ColumnsEntry | None = None
    members: dict[str, MembersEntry] = {}
    marks: Marking = ""
    negative: Negative = ""
    statuses: dict[str, Word] = {}
    provisional: OptionalWhen = None
    scaled: Flag = False
    origin: FromEntry | None = Field(None, alias="from")
    resource: Word = ""
    label: OptionalTexts = None


class SeriesEntry(Entry):
    """One of `series:`."""

    table: TableName = ""
    where: dict[str, Cells] = {}
    by: Word = ""
    value: Word = ""
    expression: OptionalWords = Field(None, alias="is")
    label: OptionalTexts = None


class FactEntry(Entry):
    """One of `facts:`."""

    value: Words
    unit: StatedUnit
    source: SourceName = ""
    period: OptionalWhen = None
    kind: OptionalKind = None
    as_of: OptionalDay = None
    checked: OptionalDay = None
    valid: OptionalWhen = None
    equals: OptionalWords = None
    label: OptionalTexts = None
    when: dict[str, Keys] = {}


class FilledEntry(Entry):
    """A timeline's `filled:`."""

    where: dict[str, Cells]
    label: Texts


class ExhibitEntry(Entry):
    """One of `exhibits:`."""

    within: ClassVar[dict[str, type[Entry]]] = {"filled": FilledEntry}

    kind: ExhibitKind
    show: ShownList
    start: OptionalWhen = Field(None, alias="from")
    end: OptionalWhen = Field(None, alias="to")
    periods: Periods = ()
    top: OptionalPositive = None
    unit: OptionalUnit = None
    decimals: Annotated[int | None, Reads(values.whole)] = None
    mode: Mode = "grouped"
    wide: Flag = False
    where: dict[str, Cells] = {}
    filled: FilledEntry | None = None
    subtitle: OptionalTexts = None
    note: OptionalTexts = None
    against: OptionalWords = None
    needs: Needs = ()


class SumEntry(Entry):
    """One of `checks: sums:`."""

    total: Measured
    parts: Annotated[MeasuredList, Several]


class MirrorEntry(Entry):
    """One of `checks: mirror:`."""

    own: Measured
    partner: Measured
    margin: Positive = 10


class AllowEntry(Entry):
    """One of `checks: allow:`."""

    rule: Rule
    at: Word
    because: Texts


class ChecksEntry(Entry):
    """`checks:`."""

    within: ClassVar[dict[str, type[Entry]]] = {
        "sums": SumEntry,
        "mirror": MirrorEntry,
        "allow": AllowEntry,
    }

    sums: tuple[SumEntry, ...] = ()
    same: tuple[Annotated[MeasuredList, Several], ...] = ()
    mirror: tuple[MirrorEntry, ...] = ()
    allow: tuple[AllowEntry, ...] = ()


class RecipientEntry(Entry):
    """One of `send: to:` and `send: pre_release:`."""

    address: Mailbox
    languages: Annotated[tuple[PathName, ...], BeforeValidator(values.several)] = ()


class SendEntry(Entry):
    """`send:`."""

    within: ClassVar[dict[str, type[Entry]]] = {
        "to": RecipientEntry,
        "pre_release": RecipientEntry,
    }

    sender: OptionalMailbox = Field(default=None, alias="from")
    reply_to: OptionalMailbox = None
    to: tuple[RecipientEntry, ...] = ()
    pre_release: tuple[RecipientEntry, ...] = ()


class SectionEntry(Entry):
    """One of `sections:`; a bare name is one too."""

    name: PathName
    needs: Needs = ()


class LocatorEntry(Entry):
    """`locator:`."""

    printed: Flag = True
    picture: OptionalWords = None
    text: OptionalTexts = None


class ManifestEntry(Entry):
    """The manifest's own keys; the entries of its groups are read one by one."""

    within: ClassVar[dict[str, type[Entry]]] = {
        "checks": ChecksEntry,
        "locator": LocatorEntry,
        "send": SendEntry,
        "sections": SectionEntry,
    }

    briefing: Version
    title: Texts
    parameters: dict[str, PathName] = {}
    period: When
    released: OptionalDay = None
    languages: NameList
    style: PathName = "ministry"
    marking: OptionalTexts = None
    publisher: OptionalTexts = None
    contact: Word = ""
    next_release: OptionalWhen = None
    licence: Word = ""
    publication: OptionalTexts = None
    publication_part: OptionalTexts = None
    edition: PathName = ""
    annex: Extent = ""
    lead: Word = ""
    locator: LocatorEntry = LocatorEntry()
    sources: dict[str, object] = {}
    tables: dict[str, object] = {}
    series: dict[str, object] = {}
    facts: dict[str, object] = {}
    exhibits: dict[str, object] = {}
    names: dict[str, Texts] = {}
    checks: ChecksEntry = ChecksEntry()
    embargo: OptionalMoment = None
    send: SendEntry = SendEntry()
    sections: Annotated[tuple[SectionEntry, ...], BeforeValidator(values.several), AtLeastOne]
