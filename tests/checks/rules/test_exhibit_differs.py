"""B115 on exhibits whose cells or points are not their facts: a fault of ours, never printed."""

from decimal import Decimal
from pathlib import Path

import pytest
from msgspec.structs import replace

from briefing.checks.rule import Material
from briefing.checks.rules import exhibit_differs
from briefing.model.block import Block, Placed
from briefing.model.document import Document
from briefing.model.exhibit import Cell, Chart, Grid
from briefing.model.spec import Choices
from briefing.run.examine import examine
from briefing.workspace import Workspace

CLEAN = Path(__file__).parents[1] / "clean"


@pytest.fixture(scope="module")
def clean() -> Document:
    (document,) = examine(Workspace(str(CLEAN)), Choices()).documents
    return document


def found(document: Document) -> list[str]:
    material = Material(None, None, (), (document,), ())  # type: ignore[arg-type]
    return [f"{f.code} {f.message}" for f in exhibit_differs.RULE.examine(material)]


def changed(document: Document, name: str, old: str, new: str) -> Document:
    """The document with one text in an exhibit replaced by another."""

    def change(block: Block) -> Block:
        if not isinstance(block, Placed) or block.exhibit.name != name:
            return block
        content = block.exhibit.content
        assert isinstance(content, Grid)
        rows = tuple(
            replace(row, cells=tuple(_cell(cell, old, new) for cell in row.cells))
            for row in content.rows
        )
        return replace(block, exhibit=replace(block.exhibit, content=replace(content, rows=rows)))

    chapters = tuple(
        replace(chapter, blocks=tuple(change(block) for block in chapter.blocks))
        for chapter in document.chapters
    )
    return replace(document, chapters=chapters)


def _cell(cell: Cell, old: str, new: str) -> Cell:
    return replace(cell, text=new) if cell.text == old else cell


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("1,955.2", "1,952.5"),
        ("−1,842.4", "−1,842.3"),
        ("2,068.0", "20,680"),
        ("−1,842.4", "1,842.4"),
    ],
)
def test_a_cell_that_is_not_its_fact(clean: Document, old: str, new: str) -> None:
    (message,) = found(changed(clean, "flows", old, new))
    assert message.startswith(f"B115 exhibit flows prints “{new}” for “")


@pytest.mark.parametrize(
    ("old", "new"), [("1,955.2", "1,955"), ("1,955.2", "2.0"), ("−1,842.4", "[low]")]
)
def test_any_rounding_of_the_fact_is_none(clean: Document, old: str, new: str) -> None:
    assert found(changed(clean, "flows", old, new)) == []


def test_a_point_that_is_not_its_fact(clean: Document) -> None:
    placed = next(
        b
        for c in clean.chapters
        for b in c.blocks
        if isinstance(b, Placed) and isinstance(b.exhibit.content, Chart)
    )
    chart = placed.exhibit.content
    assert isinstance(chart, Chart)
    first, *others = chart.lines[0].points
    assert first.value is not None
    wrong = replace(first, value=first.value + Decimal("0.001"))
    lines = (replace(chart.lines[0], points=(wrong, *others)), *chart.lines[1:])
    exhibit = replace(placed.exhibit, content=replace(chart, lines=lines))
    chapter = replace(clean.chapters[0], blocks=(replace(placed, exhibit=exhibit),))
    assert found(clean) == []
    assert len(found(replace(clean, chapters=(chapter,)))) == 1
