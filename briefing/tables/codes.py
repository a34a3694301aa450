"""Findings of this room, documented."""

from briefing.model import Code

CODES: dict[str, Code] = {
    "B201": Code(
        "Not in the declared encoding",
        "The file's bytes can't be read in the encoding that the table declares (UTF-8 unless it "
        "says otherwise).",
        "Read in a wrong encoding, names turn to nonsense and cells go astray without a sign.",
        "table trade: trade.csv is not written in utf-8 (hint: declare `encoding: cp1251`)",
    ),
    "B202": Code(
        "Quotation marks that don't fit",
        "A quotation mark is never closed, or text follows a closing one.",
        "Everything up to the next mark would be one cell, and rows would vanish.",
        'RUS,"2014,61607.3',
    ),
    "B203": Code(
        "A header that names no columns, or one twice",
        "The first row after `skip:` names the columns, each once.",
        "Which of two columns a number comes from must not be a matter of luck.",
        "partner,value,value",
    ),
    "B204": Code(
        "A row that doesn't fit the header",
        "The row has fewer or more cells than the header.",
        "One delimiter too many shifts every number after it into a wrong column.",
        "RUS,2014,61,607.3   (a thousands sign that is also the delimiter)",
    ),
    "B205": Code(
        "Over a limit",
        "A delimited file has at most 1,000 columns and 32 kB in a cell.",
        "Beyond that a file is nearly always misread: a wrong delimiter, an open quotation mark.",
        "a cell of 140 kB",
    ),
    "B206": Code(
        "No such column",
        "The manifest names a column that the file's header lacks.",
        "Nothing can be read from it.",
        "table trade: no column “vlaue”; did you mean “value”?",
    ),
    "B207": Code(
        "Not a number",
        "A value cell is no number by the table's dialect and no declared missing marker.",
        "A marker or a separator that is guessed wrong becomes a wrong figure on the page.",
        '1,234.5 without `thousands: ","`; n.a. without `missing: [n.a.]`; NaN',
    ),
    "B208": Code(
        "Not a period",
        "A cell of the period or `as_of` column is no period.",
        "A value without a period can't be placed, compared or called stale.",
        "2014/09, 2014-13, 2014-02-30",
    ),
    "B209": Code(
        "Not a status, or one that contradicts the value",
        "Statuses are p, r, e, b, c, x, z, or letters of SDMX's OBS_STATUS; a missing or "
        "confidential observation has no value.",
        "A confidential figure would be printed, a provisional one pass for final.",
        "RUS,2014,61607.3,c",
    ),
    "B210": Code(
        "No such source",
        "A cell of the `sources` column names a source that the manifest lacks.",
        "Every figure carries its source.",
        "table mirror: no source “cwo”; did you mean “cow”?",
    ),
    "B211": Code(
        "A unit that doesn't fit",
        "A cell of the unit column is no unit, or is another unit than the series' other rows.",
        "Tonnes and dollars in one series add up to nothing.",
        "EUR million among rows of USD thousand",
    ),
    "B212": Code(
        "A key that is no country",
        "A cell of the column `by` is no country code of the declared list, no total and has no "
        "name under `names:`.",
        "A region among countries spoils ranks and shares; a mistyped code hides a partner.",
        "RSU; 643 without `codes: m49`",
    ),
    "B213": Code(
        "Two rows for one period",
        "Two rows have the same key and period, and no `as_of` tells which is the later.",
        "Which of the two the page shows must not be a matter of order.",
        "table trade: two rows for exports_to[RUS], 2014: lines 5 and 9",
    ),
    "B214": Code(
        "A condition that no row meets",
        "`where:` asks for a cell that its column holds nowhere.",
        "The series would be silently empty.",
        "where: {flow: exprot}",
    ),
    "B215": Code(
        "Unit, kind or source not declared",
        "A measure needs a unit, a kind (flow, stock …) and a source.",
        "Without them nothing can be added, summed over time or cited.",
        "trade: {file: trade.csv, period: year, value: value}",
    ),
    "B216": Code(
        "An event without text",
        "The event's cell is empty in a language of the briefing.",
        "The timeline would show a date and nothing.",
        "1921-11-05,treaty,,",
    ),
    "B241": Code(
        "Thousands read as decimals",
        "In a column of amounts or counts every value with a decimal sign has just three digits "
        "behind it, and others have none.",
        "1.345 is one thousand three hundred and forty-five where a point parts thousands, and was "
        "read as one.",
        "850; 1.034; 1.104",
        'declare `thousands: "."` and another `decimal:` on the table, or write the zeros',
    ),
    "B242": Code(
        "Fiscal years read as months",
        "Each cell of the period column is a year and the year after it, as fiscal years are "
        "written: 2010-11, 2011-12.",
        "Read as months, 2011-12 is December 2011.",
        "2009-10, 2010-11, 2011-12",
        "say in which month the years begin: `year_starts: 4`",
    ),
    "B243": Code(
        "Quarters named by a month",
        "The months of a series stand three months apart, each time.",
        "Three months' figure passes for that of one, and each month between counts as missing.",
        "2022-01, 2022-04, 2022-07, 2022-10",
        "say that each stands for its quarter: `frequency: quarter`",
    ),
    "B244": Code(
        "A period far from all others",
        "A row's period lies much further from the others than these lie from each other.",
        "A mistyped year stretches every axis and makes a change since it meaningless.",
        "0205-01-05 among days of 2025",
        "correct the year",
    ),
    "B245": Code(
        "One partner written in two ways",
        "Two keys of a column differ only by case, spaces, dashes, apostrophes or Unicode form.",
        "Each stands for a part of the partner: ranks, shares and series are cut in two.",
        "Germany and GERMANY; Côte d'Ivoire and Côte d’Ivoire",
        "write the partner in one way in the whole file",
    ),
    "B246": Code(
        "Two families of the same rows",
        "Two series are cut from a table by the same conditions, or one whose name says imports is "
        "cut from rows of exports.",
        "Exports are printed under the name of imports.",
        "imports_from: {table: trade, where: {flow: export}, by: partner}",
        "correct `where:` of one of them",
    ),
    "B217": Code(
        "A series cut from a table that has no such value",
        "`table:` names an events table, or one of several `values:` without saying which.",
        "There is no one column to cut.",
        "visits: {table: events}",
    ),
    "B230": Code(
        "Not of the declared format",
        "The file is not what `format:` says, is damaged, or holds what a service says in place of "
        "data.",
        "A reader that guesses reads a note, a web page or half a file as figures.",
        "table gdp: the World Bank says: Invalid value: The provided parameter value is not valid",
        "Fetch it again, or declare what it is; `briefing inspect FILE` says that.",
    ),
    "B231": Code(
        "A cell without a value of its own",
        "A cell of a workbook holds an error, or a formula whose value nobody computed.",
        "It would be read as empty, and a sum or a series would lack it without a sign.",
        "table trade: cell F4 (“2014”) holds the error #N/A",
    ),
    "B232": Code(
        "A scale that may or may not be in the values",
        "UNIT_MULT or SCALE of SDMX is other than 0, and `scaled:` doesn't say what that means.",
        "Some services write 343570 with UNIT_MULT 6 for millions, others write dollars in full "
        "beside SCALE 6: a factor of a million lies between.",
        "table reserves: column “UNIT_MULT” says 6",
    ),
}
