"""An entry of a manifest, and the kinds of value that its keys have."""

from datetime import date, datetime
from typing import Annotated, ClassVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from briefing.model import Kind, Period, Phrase, Recipient, Text, Unit
from briefing.project.keys.exhibits import EXHIBITS
from briefing.project.readers import known_names, mailboxes, moments, texts, values
from briefing.project.readers.reader import Reads, ReadsKnowing
from briefing.project.readers.refusal import phrase
from briefing.project.readers.units import unit, unit_or_column

MODES = ("grouped", "stacked", "percent", "diverging", "table", "flows", "marks")
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
SourceName = Annotated[str, ReadsKnowing(known_names.source_name)]
TableName = Annotated[str, ReadsKnowing(known_names.table_name)]
OptionalMoment = Annotated[datetime | None, Reads(moments.moment)]
Mailbox = Annotated[Recipient, Reads(mailboxes.mailbox)]
OptionalMailbox = Annotated[Recipient | None, Reads(mailboxes.mailbox)]
Flag = Annotated[bool, Reads(values.flag)]
Cell = Annotated[str, ReadsKnowing(known_names.cell_value)]
Cells = Annotated[tuple[Cell, ...], BeforeValidator(values.several)]
Marks = Annotated[tuple[Mark, ...], BeforeValidator(values.several)]
Keys = Annotated[tuple[Word, ...], BeforeValidator(values.several)]
Shown = Annotated[Phrase, ReadsKnowing(known_names.shown_name)]
ShownList = Annotated[tuple[Shown, ...], BeforeValidator(values.several), Field(min_length=1)]
Listed = Annotated[Period, Reads(values.columns_period)]
Periods = Annotated[tuple[Listed, ...], BeforeValidator(values.several)]
Measured = Annotated[str, ReadsKnowing(known_names.measured_name)]
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
Loudness = Annotated[str, Reads(values.one_of("way of figures", ("linked", "quiet")))]
Extent = Annotated[str, Reads(values.one_of("extent", ("full", "short", "none")))]
Paper = Annotated[str, Reads(values.one_of("paper", ("A4", "letter")))]
ExhibitKind = Annotated[str, Reads(values.one_of("kind of exhibit", tuple(EXHIBITS)))]
Format = Annotated[str, Reads(values.one_of("format", FORMATS))]
Marking = Annotated[str, Reads(values.one_of("treatment of marks", MARKS))]
Negative = Annotated[str, Reads(values.one_of("sign of negatives", ("brackets",)))]
HeaderLines = Annotated[tuple[Positive, ...], BeforeValidator(values.several)]
Headers = Annotated[tuple[Word, ...], BeforeValidator(values.several)]
Mode = Annotated[str, Reads(values.one_of("mode", MODES))]
ScaleKind = Annotated[str, Reads(values.one_of("scale", ("shared", "own")))]
OptionalShown = Annotated[tuple[Shown, ...], BeforeValidator(values.several)]
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
