"""What an editor says of each key of a table, and of labels and units wherever they stand."""

from collections.abc import Mapping

LABEL = (
    "What charts, grids and tiles call it, in each language; may hold {{ partner.name }}, "
    "{{ partner.short }} and {{ period }}."
)
UNIT = (
    "A currency and a scale (USD million), a rate of exchange (EUR per USD), "
    "so much per one (USD per person), a measure (km, tonne, "
    "percent), a count (persons)"
)

TABLES_DESCRIBED: Mapping[str, Mapping[str, str]] = {
    "TableEntry": {
        "label": "What the table's figures are called where the first page says how current they "
        "are, in each language; tables of one label are one row.",
        "": "A data file and what its columns mean. It holds one column of figures (value), "
        "several (values) or events (text).",
        "file": "The file's path in the project: trade.csv. Several tables may read one file.",
        "period": "The column of periods: 2014, 2014-Q3, 2014-09, 2014-09-03, 2000..2013.",
        "source": "The source of all rows, by its name under `sources`.",
        "sources": "The column that names each row's source.",
        "value": "The column of figures.",
        "values": "Several columns of figures, each a series by its name here.",
        "unit": f"{UNIT}, or {{column: NAME}} where rows differ.",
        "kind": "How figures behave over time: a flow is summed over periods, of a stock the last "
        "stands; also cumulative flow and ratio.",
        "status": "The column of statuses: p provisional, r revised, e estimated, b break, "
        "c confidential, z not applicable, x missing.",
        "missing": 'What a cell without a value holds: [""], "…". Never guessed; NA is Namibia.',
        "totals": "Keys that are sums of others, by column: {partner: [WLD]}. They enter no rank, "
        "share or top list.",
        "complete": "Whether the members of the table add up to its totals.",
        "codes": "How keys are written in the file, where they are not ISO alpha-3: alpha2, "
        "eurostat (EL, UK), m49, comtrade, names (countries by name), none.",
        "month": "The column of months (1, Jan, Q1), where the period column holds the year.",
        "frequency": "quarter, where each quarter is named by one of its months: 2022-10.",
        "year_starts": "The month in which fiscal or academic years begin, 4 for April: cells "
        "2011-12, 2011/12 and FY2011-12 are then years.",
        "year_named": "By which of its two calendar years a fiscal year written with one (FY2012) "
        "is named: start or end.",
        "text": "The column of an event's text, in each language: {en: event_en}.",
        "detail": "The column of an event's second text, in each language.",
        "as_of": "The column that says when each row became known; of several vintages the latest "
        "known counts.",
        "encoding": "The file's encoding, where it is not UTF-8.",
        "delimiter": "The character between cells.",
        "quote": "The character around cells that hold a delimiter.",
        "decimal": "The decimal sign.",
        "thousands": "The sign between thousands.",
        "skip": "How many lines stand above the header.",
        "format": "What the file is: delimited (text with a delimiter), a workbook (xlsx, xls, "
        "ods; extra excel), parquet or large-delimited (read by the rows that series ask for; "
        "extra large), sdmx-csv, sdmx-ml, sdmx-json, json-stat, px, eurostat-tsv, world-bank or "
        "comtrade. gzip and zip around it are opened.",
        "sheet": "The workbook's sheet, where it has several, or a hidden one.",
        "member": "The file inside a zip that holds several.",
        "header": "The lines of a header of several rows, [5, 6]: joined column by column.",
        "start": "The line of the first row of data, where others stand between it and the header.",
        "end": "Where the table ends: blank (at the first empty row), or the text with which the "
        "row after it begins.",
        "columns": "Which columns of a wide file are periods or members.",
        "members": "New columns of keys, made of a column of labels: "
        "{partner: {of: Country label, are: {China: CHN}}}.",
        "marks": "Marks beside figures (12.3p, 4.5 1)): strip leaves them out, status reads "
        "letters among them as statuses.",
        "negative": "brackets: (1.2) is -1.2.",
        "statuses": "What other flags mean here, {u: e, d: b}; an empty one is no status.",
        "provisional": "The period from which figures are provisional, where the file doesn't mark "
        "them: 2025.",
        "resource": "Which table of a datapackage.json that `from` names.",
        "from": "Where `briefing fetch` gets the file; nothing else ever opens a connection. Or a "
        "datapackage.json of the project, which says what the other keys would; `resource` names "
        "one of its tables where it has several.",
        "scaled": "true: `unit` says already what the file's UNIT_MULT or SCALE states.",
    },
    "FromEntry": {
        "": "Where the table's file is fetched from: one service.",
        "world_bank": "An indicator of the World Bank; format: world-bank.",
        "comtrade": "Trade by UN Comtrade; format: comtrade.",
        "sdmx": "A data flow of an SDMX service; format: sdmx-csv.",
        "pxweb": "A table of a statistics office that runs PxWeb; format: json-stat.",
        "url": "A file at an https address, of the table's format.",
    },
    "WorldBankEntry": {
        "": "An indicator of the World Bank.",
        "indicator": "Its code: NY.GDP.MKTP.CD.",
        "country": "Countries, ISO alpha-3: [MNG, $partner].",
        "start": "The first year.",
        "end": "The last year.",
    },
    "ComtradeEntry": {
        "": "Trade by UN Comtrade, totals only. Without a key at most 500 rows come.",
        "reporter": "Reporters, ISO alpha-3 ($partner) or Comtrade's numbers: MNG or 496.",
        "period": "Up to 12 years 2014, or months 201409.",
        "partner": "Partners likewise; WLD or 0 is the world. All of them unless given.",
        "flow": "X exports, M imports; both unless given.",
        "commodity": "Codes of the Harmonised System; TOTAL unless given.",
        "frequency": "A yearly (default), M monthly.",
    },
    "SdmxEntry": {
        "": "A data flow of an SDMX service.",
        "service": "imf, oecd, eurostat or ecb.",
        "flow": "The data flow as it stands in addresses: EXR, IMF.STA/IMTS/+.",
        "key": "The key, a part a dimension: M.USD.EUR.SP00.A.",
        "start": "The first period.",
        "end": "The last period.",
    },
    "PxwebEntry": {
        "": "A table of a statistics office that runs PxWeb (API v1).",
        "service": "nso-mongolia, statistics-finland, or the beginning of another's addresses.",
        "table": "The table's path there.",
        "select": "By variable the members wanted, each by its text.",
    },
    "ColumnsEntry": {
        "": "Which columns of a wide file become rows.",
        "period": "The name of the new column of periods: headers that are periods go there.",
        "member": "The name of the new column of members: their headers go there; beside period, "
        "what else stands in a header (2014 exports).",
        "of": "The headers meant, where it is not every period or every column left.",
    },
    "MembersEntry": {
        "": "A new column of keys.",
        "of": "The file's column of labels.",
        "are": "The key of each label; one that isn't listed stays as it is.",
    },
    "ValueEntry": {
        "": "One column of figures of a table.",
        "column": "The column's name in the file.",
        "source": "Its source, where it is not the table's.",
        "unit": f"{UNIT}; where it is not the table's.",
        "kind": "Flow, stock, cumulative flow or ratio; where it is not the table's.",
        "label": LABEL,
    },
}
