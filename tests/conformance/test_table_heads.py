"""A reader that goes through a table cell by cell is told the heads that a sighted one sees."""

from pathlib import Path

import pytest

import briefing
from briefing.workspace import assets
from tests.conformance.test_projects import FOLDERS
from tests.conformance.test_projects import named as called
from tests.pdf.heads import told
from tests.pdf.structure import Node, read
from tests.projects.test_projects import HERE

# Every project of the tests that makes a PDF, and the samples.
OTHERS = [file.parent for file in sorted(HERE.glob("*/briefing.yaml"))]
CHARTS = [file.parent for file in sorted(HERE.glob("charts/*/briefing.yaml"))]
EVERY = [*FOLDERS, *OTHERS, *CHARTS, HERE.parent / "checks" / "clean"]


def _tables(pdf: str) -> list[Node]:
    return read(Path(pdf).read_bytes()).find("Table")


@pytest.mark.parametrize("project", EVERY, ids=called)
def test_each_cell_has_its_columns_head(project: Path, tmp_path: Path) -> None:
    for built in briefing.build(str(project), str(tmp_path)).built:
        for table in _tables(built.path):
            heads = table.find("THead")
            if not heads:
                # How current the figures are: a head a row, and no columns to name.
                assert all(found for _, found in told(table))
                continue
            columns = [cell.text.strip() for cell in heads[0].find("TH")]
            body = [row for row in table.find("TBody")[0].find("TR") if row.find("TD")]
            wanted = [column for row in body for column in columns[len(row.find("TH")) :]]
            named = told(table)
            assert len(named) == len(wanted)
            for (cell, found), column in zip(named, wanted, strict=True):
                assert column in found, (cell, found)


def test_cells_of_every_group_have_column_group_and_row(tmp_path: Path) -> None:
    project = f"{assets.samples()}/mongolia-russia"
    pdf = next(b.path for b in briefing.build(project, str(tmp_path)).built if b.language == "en")
    groups = [t for t in _tables(pdf) if "Imports from Russia" in t.text and "Gap" in t.text]
    assert ("417.9", ["Mongolia", "Imports from Russia", "2005"]) in told(groups[0])
    assert ("27.2", ["Mongolia", "Exports to Russia", "2005"]) in told(groups[0])


def test_without_named_heads_the_second_group_loses_its_columns() -> None:
    def row(*cells: Node) -> Node:
        return Node("TR", kids=list(cells))

    def cell(role: str, text: str, **attributes: str) -> Node:
        return Node(role, attributes, [text])

    table = Node(
        "Table",
        kids=[
            row(cell("TH", "Year", Scope="Column"), cell("TH", "Own", Scope="Column")),
            row(cell("TH", "Exports", Scope="Column", ColSpan="2")),
            row(cell("TH", "2005", Scope="Row"), cell("TD", "1")),
            row(cell("TH", "Imports", Scope="Column", ColSpan="2")),
            row(cell("TH", "2005", Scope="Row"), cell("TD", "2")),
        ],
    )
    assert told(table) == [("1", ["Own", "Exports", "2005"]), ("2", ["Imports", "2005"])]
