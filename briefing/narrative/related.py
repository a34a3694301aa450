"""Charts whose figures a table of the document prints too: each leads to the other."""

from collections import defaultdict
from collections.abc import Iterable

from msgspec.structs import replace

from briefing.model import Block, Grid, Placed, every_block, rebuilt
from briefing.narrative.numbering import Numbered

_Related = dict[str, list[tuple[str, str]]]


def related(sections: tuple[Numbered, ...]) -> tuple[Numbered, ...]:
    """The sections with each such chart and table leading to each other."""
    found = _pairs(
        block
        for entry in sections
        for block in every_block(entry.section.blocks)
        if isinstance(block, Placed)
    )

    def joined(block: Block) -> tuple[Block, ...]:
        if isinstance(block, Placed) and block.anchor in found:
            return (replace(block, related=tuple(found[block.anchor])),)
        return (block,)

    return tuple(
        replace(e, section=replace(e.section, blocks=rebuilt(e.section.blocks, joined)))
        for e in sections
    )


def _pairs(exhibits: Iterable[Placed]) -> _Related:
    """By anchor, the labels and anchors of what each leads to; of several tables the first."""
    placed = tuple(exhibits)
    tables = [(table, _keys([table.exhibit.content])) for table in placed if _is_table(table)]
    found: _Related = defaultdict(list)
    for chart in placed:
        wanted = _keys(chart.exhibit.data)
        table = next((table for table, printed in tables if wanted and wanted <= printed), None)
        if table is not None:
            found[chart.anchor].append((table.label, table.anchor))
            found[table.anchor].append((chart.label, chart.anchor))
    return found


def _is_table(placed: Placed) -> bool:
    return isinstance(placed.exhibit.content, Grid) and bool(placed.label)


def _keys(grids: Iterable[object]) -> frozenset[tuple[str, ...]]:
    """What the cells of grids print, by the keys of facts; a text without a fact is by itself."""
    return frozenset(
        cell.fact.key if cell.fact is not None else (cell.text,)
        for grid in grids
        if isinstance(grid, Grid)
        for row in grid.rows
        for cell in row.cells
        if cell.text
    )
