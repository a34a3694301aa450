"""Which heads a reader tells for each data cell of a table, by the algorithm of HTML 4.01, 11.4.3,
which ISO 32000-1, 14.8.5.7 adopts: those that the cell names, else those found by searching to the
left and upwards."""

from collections.abc import Iterator

from tests.pdf.structure import Node

_ROW, _COLUMN = ("Row", "Both"), ("Column", "Both")
Grid = list[list[Node]]


def told(table: Node) -> list[tuple[str, list[str]]]:
    """Each data cell's text with its heads' texts, in reading order."""
    rows = table.find("TR")
    grid = [list(_spread(row)) for row in rows]
    by_id = {cell.attributes["id"]: cell for cell in table.find("TH") if "id" in cell.attributes}
    found = []
    for y, row in enumerate(grid):
        for x, cell in enumerate(row):
            if cell.role != "TD":
                continue
            named = cell.attributes.get("Headers", "").split()
            heads = [by_id[name] for name in named] if named else _searched(grid, x, y)
            found.append((cell.text.strip(), [head.text.strip() for head in heads]))
    return found


def _spread(row: Node) -> Iterator[Node]:
    """The cells of a row, one that spans columns for each of them."""
    for cell in row.kids:
        if isinstance(cell, Node):
            yield from [cell] * int(cell.attributes.get("ColSpan", "1"))


def _searched(grid: Grid, x: int, y: int) -> list[Node]:
    """To the left for heads of the row, then upwards for heads of the column; each search ends at a
    data cell behind a head."""
    left = [grid[y][column] for column in range(x - 1, -1, -1)]
    above = [grid[row][x] for row in range(y - 1, -1, -1) if x < len(grid[row])]
    return [*_heads(above, _COLUMN), *_heads(left, _ROW)]


def _heads(cells: list[Node], scopes: tuple[str, ...]) -> list[Node]:
    found: list[Node] = []
    for cell in cells:
        if cell.role == "TD":
            if found:
                break
        elif cell.attributes.get("Scope") in scopes and cell not in found:
            found.append(cell)
    return found[::-1]
