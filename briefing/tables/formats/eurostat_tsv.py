"""Eurostat's TSV: keys in the first column, a column a period, flags behind the values."""

from briefing.model import Row
from briefing.tables.decode import decode
from briefing.tables.formats.content import MOST_CELLS, Content, Given, unfit


def read(given: Given) -> Content:
    """A cell that has a value or a flag a row: its number the line, its column the period."""
    lines = decode(given.spec, given.file, given.data).splitlines()
    head = lines[0].split("\t") if lines else [""]
    keys, mark, last = head[0].partition("\\")
    if not mark or len(head) < 2:
        message = f"{given.file} is no TSV of Eurostat: its first line has no keys\\TIME_PERIOD"
        raise unfit(given, message, "declare what it is by `format:`")
    names = [name.strip() for name in keys.split(",")]
    if len(lines) * len(head) > MOST_CELLS:
        raise unfit(given, f"more than {MOST_CELLS:,} cells", "ask Eurostat for less", "B205")
    rows = []
    for number, line in enumerate(lines[1:], 2):
        key, *cells = line.split("\t")
        codes = [code.strip() for code in key.split(",")]
        if len(codes) != len(names) or len(cells) != len(head) - 1:
            message = f"this row has {len(codes)} keys and {len(cells)} cells"
            raise unfit(given, message, "fetch the file again", "B204", number)
        for period, cell in zip(head[1:], cells, strict=True):
            value, _, flag = cell.strip().partition(" ")
            if value in (":", "") and not flag.strip():
                continue
            row = {
                **dict(zip(names, codes, strict=True)),
                last.strip(): period.strip(),
                "value": "" if value == ":" else value,
                "flag": flag.strip(),
            }
            rows.append(Row(number, row, at=period.strip()))
    return Content(given.file, (*names, last.strip(), "value", "flag"), tuple(rows))
