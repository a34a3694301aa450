"""Tables: every cell has one place, every row as many columns, every value its heads."""

from collections.abc import Iterator

from briefing.pdf.reading.file import Fault, File, Requirement
from briefing.pdf.reading.nodes import Node

_EQUAL = "Give each row as many cells, spans included."
_LONGER = Requirement("PDF/UA-1 7.2-42", "PDF/UA-2 8.2.5.26-3", _EQUAL)
_SHORTER = Requirement("PDF/UA-1 7.2-43", "PDF/UA-2 8.2.5.26-4", _EQUAL)
_CROSSED = Requirement("PDF/UA-1 7.2-15", "PDF/UA-2 8.2.5.26-1", "Let no two cells overlap.")
_SCOPE = Requirement(
    "PDF/UA-1 7.5-1", "PDF/UA-2 8.2.5.26-5", "Set the Scope of each head: Row, Column or Both."
)
# A span beyond this is a mistake of the file, not a table.
_WIDEST = 5000


def regular(file: File) -> Iterator[Fault]:
    """Rows are of one length and cells don't overlap."""
    for table in file.elements("Table"):
        lengths: list[int] = []
        # The columns of the row, and of rows to come, that a cell of an earlier row takes.
        reaching: list[set[int]] = []
        for row in rows(table):
            taken = reaching.pop(0) if reaching else set()
            column = 0
            for cell in row.children:
                while column in taken:
                    column += 1
                own = set(range(column, column + _span(cell, "/ColSpan")))
                if taken & own:
                    yield file.fault(_CROSSED, "two cells of a table overlap", cell.page())
                taken |= own
                for below in range(_span(cell, "/RowSpan") - 1):
                    if below == len(reaching):
                        reaching.append(set())
                    reaching[below] |= own
                column += len(own)
            lengths.append(len(taken))
        other = next((length for length in lengths if length != lengths[0]), None)
        if other is not None:
            requirement = _LONGER if other > lengths[0] else _SHORTER
            message = f"a table has rows of {lengths[0]} and of {other} cells"
            yield file.fault(requirement, message, table.page())


def scoped(file: File) -> Iterator[Fault]:
    """Heads say what they are the head of, unless cells name their heads."""
    for table in file.elements("Table"):
        cells = [cell for row in rows(table) for cell in row.children]
        if any(cell.attribute("/Table", "/Headers") is not None for cell in cells):
            continue
        for cell in cells:
            if cell.role == "TH" and cell.attribute("/Table", "/Scope") is None:
                yield file.fault(_SCOPE, "a head of a table has no scope", cell.page())


def rows(table: Node) -> Iterator[Node]:
    """The rows of a table, those of its groups too, in order."""
    for kid in table.children:
        if kid.role == "TR":
            yield kid
        elif kid.role in ("THead", "TBody", "TFoot"):
            yield from (row for row in kid.children if row.role == "TR")


def _span(cell: Node, key: str) -> int:
    value = cell.attribute("/Table", key)
    return min(max(int(value), 1), _WIDEST) if isinstance(value, int) else 1
