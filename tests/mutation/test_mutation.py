"""Some cells of the sample, each changed by itself; `python -m tests.mutation` takes them all."""

from pathlib import Path

from tests.mutation.cells import cells
from tests.mutation.judge import judged

_EACH = 40


def test_a_cell_changes_what_is_made_from_it_and_nothing_else(tmp_path: Path) -> None:
    assert list(judged(tmp_path, list(cells())[::_EACH])) == []


def test_every_table_of_the_sample_has_cells() -> None:
    files = {cell.file for cell in cells()}
    assert files == {
        "comtrade.json",
        "events.csv",
        "exports.json",
        "fdi.csv",
        "imports.json",
        "mirror.csv",
        "payments.json",
        "products.json",
    }
