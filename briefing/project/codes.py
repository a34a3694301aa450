"""The finding codes of this room, documented."""

from briefing.model import Code

_SILENT = "Ignored, it would leave the author believing that it works."

CODES = {
    "B002": Code(
        "Not YAML",
        "The file breaks YAML's syntax: an open quote or bracket, indentation, a stray “:”.",
        "Nothing after that place can be read.",
        "title: Mongolia: a briefing   # needs quotes",
    ),
    "B003": Code(
        "Duplicate key",
        "A key stands twice in one map.",
        "YAML would keep the last without a word.",
        "period: 2024\nperiod: 2025",
    ),
    "B004": Code(
        "Anchor, alias or tag",
        "The file uses YAML's &, * or ! signs.",
        "A few aliases of aliases fill any memory, and tags make more than text of a value.",
        "a: &x [1]\nb: *x",
    ),
    "B005": Code(
        "Nested too deep",
        "Lists and maps stand more than 50 deep in each other.",
        "No manifest needs it; a file that does it is broken or hostile.",
        "title: [[[[[[…]]]]]]",
    ),
    "B006": Code(
        "Unseen character",
        "A control character or a direction override stands in the file, as such or as an escape.",
        "A reader sees another text than the one that is there.",
        'title: "Mongolia\\u202e"',
    ),
    "B007": Code(
        "Wrong shape",
        "There is a list where text belongs, text where a map belongs, or nothing at all.",
        "It can't be what was meant.",
        "sources: nso   # must be a map",
    ),
    "B008": Code(
        "Unknown key",
        "A key that the format doesn't have, often a slip of the pen.",
        _SILENT,
        "titel: {en: Mongolia}",
    ),
    "B009": Code(
        "Missing key",
        "An entry lacks a key that it can't do without.",
        "Guessing a unit or a kind would make figures that are wrong by a thousand.",
        "trade: {file: trade.csv, period: year, value: value}   # no unit, no kind",
    ),
    "B010": Code(
        "Printer's quotes around a text",
        "A text stands in the curly quotes that word processors write.",
        "YAML knows straight quotes only: others are part of the text and come out on the page.",
        "title: “Mongolia and Russia”",
    ),
    "B011": Code(
        "Bad name",
        "A name has characters that a path, a file's name or an expression can't hold.",
        "Names become files, and “a-b” in an expression is a difference.",
        "series: {net-fdi: yearly(fdi)}",
    ),
    "B012": Code(
        "Name given twice",
        "Two tables, values, series, facts or parameters share a name, or a list repeats one.",
        "A text that speaks of it could mean either.",
        "tables: {stock: …}\nseries: {stock: …}",
    ),
    "B013": Code(
        "Unknown source",
        "A table or fact names a source that the manifest lacks.",
        "The figure would be printed without where it comes from.",
        "source: nsо   # with a Cyrillic о",
    ),
    "B014": Code(
        "Unknown table",
        "A series is cut from a table that the manifest lacks.",
        "It would have no observations.",
        "exports: {table: trad, where: {flow: export}}",
    ),
    "B015": Code(
        "Unknown word",
        "A key takes one of a few words, or one character, and has something else.",
        _SILENT,
        "kind: flows",
    ),
    "B016": Code(
        "Exhibit of nothing",
        "An exhibit shows a name that the manifest lacks, or an expression.",
        "The exhibit would be empty; an expression without a name has no label and no source line.",
        "show: [exports, import]",
    ),
    "B017": Code(
        "Bad unit",
        "The unit is no currency and scale, rate of exchange (EUR per USD), measure, count, "
        "percent, ratio, rank, date or days.",
        "Units decide how figures add up and how they are written.",
        "unit: USD mln",
    ),
    "B018": Code(
        "Bad period",
        "The text is no year, quarter, month, day or range of one of them.",
        "It could not be compared with the data.",
        "period: 2025Q3   # 2025-Q3",
    ),
    "B019": Code(
        "Bad date",
        "The text is no day of the calendar, written 2026-11-24.",
        "24.11.26 and 11/24/26 are read differently by different readers.",
        "released: 24.11.2026",
    ),
    "B020": Code(
        "Unknown country",
        "The reporter or partner is no ISO 3166 alpha-3 code, and “names:” doesn't have it.",
        "It has no name to print and matches no row.",
        "parameters: {partner: RU}",
    ),
    "B021": Code(
        "Unknown parameter",
        "A “$name” or a -p option names a parameter that the manifest lacks.",
        "It has no value.",
        "where: {partner: $partnr}",
    ),
    "B022": Code(
        "Text lacks a language",
        "A text has no version in a language of this edition.",
        "The document of that language would have a gap, or a sentence in another one.",
        "languages: [en, mn]\ntitle: {en: Mongolia}",
    ),
    "B023": Code(
        "Unknown language",
        "A language that the product doesn't write, the project doesn't have, or nobody knows.",
        "Numbers, dates and fixed words could not be written in it.",
        "languages: [eng]",
    ),
    "B024": Code(
        "Section without text",
        "A section has no file in a language of this edition.",
        "The languages of a briefing would not say the same.",
        "sections: [trade]   # but no sections/en/trade.md",
    ),
    "B025": Code(
        "A data package that can't be used",
        "The file that `from:` names is no Data Package, lacks the resource, or describes another "
        "file than the one that stands there.",
        "Columns would be read by a description that isn't theirs.",
        "table trade: figures.csv is not the file that the package describes",
    ),
    "B028": Code(
        "Option that doesn't fit",
        "An exhibit has an option, or shows something, that its kind can't show.",
        _SILENT,
        "history: {kind: timeline, show: events, top: 5}",
    ),
    "B029": Code(
        "Keys that exclude each other",
        "Two keys say two things of one entry.",
        "Only one can hold.",
        "exports: {table: trade, is: a + b}",
    ),
    "B030": Code(
        "Edition without a date",
        "There is neither “released” nor SOURCE_DATE_EPOCH.",
        "The clock is never read: the same material must give the same PDF on any day.",
        "a manifest without “released”",
    ),
    "B031": Code(
        "Dates out of order",
        "A source was retrieved or a fact checked after the edition's date, or the next release is "
        "not after it.",
        "One of the two days is wrong.",
        "released: 2026-11-24 with retrieved: 2026-12-01",
    ),
    "B032": Code(
        "Not a whole number",
        "A key that takes a count has something else.",
        "Half a row can't be shown.",
        "top: ten",
    ),
    "B033": Code(
        "Bad address",
        "A source's address is no http or https one.",
        "The PDF links to it.",
        "url: www.1212.mn",
    ),
    "B034": Code(
        "Check of nothing",
        "`checks:` names something that is no series, fact or member of a family.",
        "The check would never fail.",
        "checks: {same: [[exports, goods_slod]]}",
    ),
    "B035": Code(
        "Bad moment",
        "An embargo's end is no moment of calendar and clock with its offset from UTC.",
        "Without the offset it is another moment in each time zone: some would publish too early.",
        "embargo: 2026-12-01T09:30   # where?",
    ),
    "B036": Code(
        "Bad address of mail",
        "A sender or recipient is no address, or holds characters that none has.",
        "The edition would not arrive, or the mail would say other things than you wrote.",
        "to: [desk@mfa]   # but also: desk at mfa.example",
    ),
    "B040": Code(
        "Unknown style",
        "There is no style of that name.",
        "The look of a briefing comes from its style alone.",
        "style: minstry",
    ),
    "B041": Code(
        "Bad style file",
        "A style has a length or colour that is none, or names a face or colour it lacks.",
        "The page would be set with something else.",
        "size: 9.5 points",
    ),
    "B042": Code(
        "Colours that can’t be read or told apart",
        "Text has a contrast under 4.5 with its ground, a mark under 3, or two marks of one chart "
        "look alike to some eyes or in grey.",
        "One reader in twelve men sees red and green as one, and many print without colour.",
        'chart.second: "#0F6C4B" beside chart.main: "#0F4C6B"',
        "make one lighter or darker",
    ),
    "B043": Code(
        "Part of a brand that is not taken",
        "A `_brand.yml` names a font or logo that would have to be fetched, or what a print has no "
        "use for.",
        "Nothing is ever fetched, and a look that is not the brand's should be known.",
        "fonts: [{family: Open Sans, source: google}]",
        "put the file into the project and name it, or say it in the style",
    ),
}
