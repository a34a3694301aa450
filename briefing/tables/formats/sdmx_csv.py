"""SDMX-CSV 1 and 2: delimited text whose cells may hold code and name (`MN: Mongolia`)."""

import re

from msgspec.structs import replace

from briefing.model import Row
from briefing.tables.formats import delimited
from briefing.tables.formats.content import Content, Given, doubled, unfit

_BOTH = re.compile(r"([A-Za-z0-9_@$-]+): ")
_SEPARATOR = re.compile(r"\[.?\]$")


def read(given: Given) -> Content:
    """The rows under the identifiers of their columns, coded cells by their codes alone."""
    content = delimited.read(given)
    columns = tuple(_identifier(name) for name in content.columns)
    if len(columns) == 1 and (mark := next((m for m in ";\t" if m in columns[0]), "")):
        written = mark.replace("\t", r"\t")
        message = f"its columns are parted by “{written}”"
        raise unfit(given, message, f'add `delimiter: "{written}"`', "B206")
    if not any(name in ("OBS_VALUE", "STRUCTURE", "DATAFLOW") for name in columns):
        message = f"{given.file} is no SDMX-CSV: its first row names no OBS_VALUE or DATAFLOW"
        raise unfit(given, message, "declare what it is by `format:`, or ask for it again")
    doubled(given, columns, content.header)
    both = tuple(a != b for a, b in zip(columns, content.columns, strict=True))
    rows = tuple(
        Row(
            row.number,
            {
                name: _code(cell) if labelled else cell
                for name, labelled, cell in zip(columns, both, row.cells.values(), strict=True)
            },
        )
        for row in content.rows
    )
    return replace(content, columns=columns, rows=rows, plain=False)


def _identifier(header: str) -> str:
    """`REF_AREA` of `REF_AREA: Reference area`; `STRUCTURE` of `STRUCTURE[;]`."""
    return _SEPARATOR.sub("", header.partition(": ")[0].strip())


def _code(cell: str) -> str:
    match = _BOTH.match(cell)
    return match[1] if match else cell
