"""Where in a sheet or a delimited text the table stands: its header and its end."""

import csv
from collections import Counter
from collections.abc import Sequence
from io import StringIO

from msgspec import Struct

from briefing.tables.formats.content import header_period
from briefing.tables.inspection.figures import is_figure, is_period

Line = tuple[int, Sequence[str]]
_MARKS = (",", ";", "\t", "|")
_LOOKED_AT = 400
_LONGEST_END = 40


class Layout(Struct, frozen=True):
    """The rows of the header, the last row of data, `start:` and `end:` as the manifest says them,
    and how many rows after it look like data of another table."""

    header: tuple[int, ...]
    last: int
    start: int = 0
    end: str = ""
    after: int = 0


def delimiter(text: str) -> str:
    """The mark by which most cells stand in rows of one length."""
    return max(_MARKS, key=lambda mark: _fit(text, mark))


def _fit(text: str, mark: str) -> int:
    widths = Counter(
        len(cells) for _, cells in lines(text, mark, _LOOKED_AT) if any(c.strip() for c in cells)
    )
    return max(((width - 1) * times for width, times in widths.items()), default=0)


def lines(text: str, mark: str, most: int = 0) -> list[Line]:
    """The rows of a delimited text with the line on which each begins."""
    reader = csv.reader(StringIO(text, newline=""), delimiter=mark)
    found: list[Line] = []
    number = 1
    try:
        for cells in reader:
            found.append((number, cells))
            number = reader.line_num + 1
            if most and len(found) >= most:
                break
    except csv.Error:
        pass
    return found


def layout(grid: Sequence[Line]) -> Layout | None:
    """The table in a grid; None where no row looks like data."""
    data = [index for index, (_, cells) in enumerate(grid) if _is_data(cells)]
    if not data:
        return None
    first = data[0]
    header = _header(grid, first)
    if not header:
        return None
    stop = next((i for i in range(first, len(grid)) if not _goes_on(grid[i][1])), len(grid))
    numbers = [number for number, _ in grid]
    after = sum(index >= stop for index in data)
    end = _end(grid, first, stop) if stop < len(grid) else ""
    between = any(_filled(grid[i][1]) for i in range(header[-1] + 1, first))
    start = numbers[first] if between else 0
    return Layout(tuple(numbers[i] for i in header), numbers[stop - 1], start, end, after)


def _filled(cells: Sequence[str]) -> int:
    return sum(bool(cell.strip()) for cell in cells)


def _is_data(cells: Sequence[str]) -> bool:
    """Whether a row has figures that aren't the periods of a header."""
    filled = [cell.strip() for cell in cells if cell.strip()]
    if len(filled) < 2:
        return False
    if is_period(filled[0]):
        return not all(map(is_period, filled))
    return any(is_figure(cell) and not header_period(cell) for cell in filled)


def _goes_on(cells: Sequence[str]) -> bool:
    """Whether a table goes on in a row: a short row of one text in many columns ends it."""
    filled = [cell for cell in cells if cell.strip()]
    return len(filled) > 1 or (len(filled) == 1 and (len(cells) == 1 or is_period(filled[0])))


def _header(grid: Sequence[Line], first: int) -> list[int]:
    """The rows above the first data that name columns: the last ones that stand together."""
    names = [i for i in range(first) if _filled(grid[i][1]) > 1]
    if not names:
        return []
    last = names[-1]
    width = _filled(grid[first][1])
    above = last - 1
    periods = [cell for cell in grid[last][1] if header_period(cell)]
    whole = len(periods) > 1 and len(set(periods)) == len(periods)
    joined = (
        not whole
        and above in names
        and grid[last][0] - grid[above][0] == 1
        and (_filled(grid[last][1]) < width or len(set(grid[last][1])) < len(grid[last][1]))
    )
    return [above, last] if joined else [last]


def _end(grid: Sequence[Line], first: int, stop: int) -> str:
    cells = grid[stop][1]
    said = next((cell.strip() for cell in cells if cell.strip()), "")
    if not said:
        return "blank"
    begins = [next((c.strip() for c in row if c.strip()), "") for _, row in grid[first:stop]]
    short = said[:_LONGEST_END].rstrip()
    return short if not any(begin.startswith(short) for begin in begins) else said
