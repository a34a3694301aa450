"""The documents are made to be read: a short way in, tables of short cells, a line a change."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
TABLED = ("README.md", "CHANGELOG.md", ".github/GUIDE.md", ".github/REFERENCE.md")
# A cell is a line or two of a table, a change a sentence or two.
CELL, CHANGE = 260, 400


def test_the_way_in_has_nine_hundred_words_at_most() -> None:
    assert len((ROOT / "README.md").read_text(encoding="utf-8").split()) <= 900


@pytest.mark.parametrize("file", TABLED)
def test_no_cell_holds_a_paragraph(file: str) -> None:
    lines = (ROOT / file).read_text(encoding="utf-8").splitlines()
    rows = (line for line in lines if line.startswith("|"))
    cells = (cell for row in rows for cell in re.split(r"(?<!\\)\|", row))
    assert [cell for cell in cells if len(cell) > CELL] == []


def test_a_version_has_a_date_and_a_change_a_line() -> None:
    lines = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8").splitlines()
    versions = [line for line in lines if line.startswith("## ")]
    assert versions
    assert all(re.fullmatch(r"## \d+\.\d+\.\d+ \(\d{1,2} \w+ \d{4}.*\)", v) for v in versions)
    assert [line for line in lines if len(line) > CHANGE] == []
    changes = [line for line in lines if line.startswith("- ")]
    assert len(changes) > 100
    assert all(
        line.startswith(("- ", "## ", "# ")) or not line or line[0].isupper() for line in lines
    )


def test_what_works_is_documented() -> None:
    """Things that were found to work and stood nowhere."""
    told = "".join((ROOT / file).read_text(encoding="utf-8") for file in TABLED)
    for words in (
        "average: since 2005",
        "period.previous",
        "partner.code",
        "Several tables may read one file",
        "Small multiples",
    ):
        assert words in told, words
