"""What may stand in a table of a manifest, and in what it is fetched from."""

from typing import ClassVar

from pydantic import Field

from briefing.project.keys import entry


class ValueEntry(entry.Entry):
    """One of a table's `values:`."""

    column: entry.Word
    source: entry.SourceName = ""
    unit: entry.OptionalUnit = None
    kind: entry.OptionalKind = None
    label: entry.OptionalTexts = None


class ColumnsEntry(entry.Entry):
    """A table's `columns:`, of a wide file."""

    period: entry.Word = ""
    member: entry.Word = ""
    of: entry.Headers = ()


class MembersEntry(entry.Entry):
    """One of a table's `members:`."""

    of: entry.Word
    are: dict[str, entry.Word]


class WorldBankEntry(entry.Entry):
    """A table's `from: world_bank:`."""

    indicator: entry.Word
    country: entry.Cells
    start: entry.Word = ""
    end: entry.Word = ""


class ComtradeEntry(entry.Entry):
    """A table's `from: comtrade:`."""

    reporter: entry.Cells
    period: entry.Cells
    partner: entry.Cells = ()
    flow: entry.Cells = ()
    commodity: entry.Cells = ()
    frequency: entry.Word = "A"


class SdmxEntry(entry.Entry):
    """A table's `from: sdmx:`."""

    service: entry.Word
    flow: entry.Word
    key: entry.Word
    start: entry.Word = ""
    end: entry.Word = ""


class PxwebEntry(entry.Entry):
    """A table's `from: pxweb:`."""

    service: entry.Word
    table: entry.Word
    select: dict[str, entry.Cells] = {}


class FromEntry(entry.Entry):
    """A table's `from:`."""

    within: ClassVar[dict[str, type[entry.Entry]]] = {
        "world_bank": WorldBankEntry,
        "comtrade": ComtradeEntry,
        "sdmx": SdmxEntry,
        "pxweb": PxwebEntry,
    }

    world_bank: WorldBankEntry | None = None
    comtrade: ComtradeEntry | None = None
    sdmx: SdmxEntry | None = None
    pxweb: PxwebEntry | None = None
    url: entry.OptionalAddress = None


class TableEntry(entry.Entry):
    """One of `tables:`."""

    within: ClassVar[dict[str, type[entry.Entry]]] = {
        "values": ValueEntry,
        "columns": ColumnsEntry,
        "members": MembersEntry,
        "from": FromEntry,
    }

    file: entry.Words
    period: entry.Word
    source: entry.SourceName = ""
    sources: entry.Word = ""
    value: entry.Word = ""
    values: dict[str, ValueEntry] = {}
    unit: entry.UnitOrColumn = None
    kind: entry.OptionalKind = None
    status: entry.Word = ""
    missing: entry.Marks = ()
    totals: dict[str, entry.Keys] = {}
    complete: entry.Flag = False
    codes: entry.CodeList = "alpha3"
    month: entry.Word = ""
    frequency: entry.TableFrequency = ""
    year_starts: entry.StartMonth = 1
    year_named: entry.YearNamed = ""
    text: entry.Columns = {}
    detail: entry.Columns = {}
    as_of: entry.Word = ""
    encoding: entry.Encoding = "utf-8"
    delimiter: entry.Character = ","
    quote: entry.Character = '"'
    decimal: entry.Character = "."
    thousands: entry.Character = ""
    skip: entry.Whole = 0
    format: entry.Format = "delimited"
    sheet: entry.Word = ""
    member: entry.Word = ""
    header: entry.HeaderLines = ()
    start: entry.Whole = 0
    end: entry.Word = ""
    columns: ColumnsEntry | None = None
    members: dict[str, MembersEntry] = {}
    marks: entry.Marking = ""
    negative: entry.Negative = ""
    statuses: dict[str, entry.Word] = {}
    provisional: entry.OptionalWhen = None
    scaled: entry.Flag = False
    origin: FromEntry | None = Field(None, alias="from")
    resource: entry.Word = ""
    label: entry.OptionalTexts = None
