"""The figures of the first page, as a short annex prints them."""

import re
from pathlib import Path

from briefing.checks import RULES
from briefing.model.spec import Choices
from briefing.run.examine import examine
from briefing.workspace import Workspace

SAMPLE = Path(__file__).parents[2] / "data" / "mongolia-russia"


def test_each_figure_has_its_source_and_what_changed() -> None:
    (document,) = examine(Workspace(str(SAMPLE)), Choices(languages=("en",))).documents
    assert document.headline is not None
    rows = {
        row.head.replace("\u00a0", " "): [cell.text.replace("\u00a0", " ") for cell in row.cells]
        for row in document.headline.rows
    }
    assert rows["Trade turnover, 2025"] == [
        "US$2.8 billion; 2,846 US$ million; down 2.7% on 2024",
        "S1",
    ]
    assert rows["Imports from Russia, 2025"][1] == "S1"
    assert all(cells[1] for cells in rows.values())
    # How they are made is said by the methods, in sentences, and not by formulas of labels.
    assert not any(sign in cell for cells in rows.values() for cell in cells for sign in "+=÷")
    # Files, lines and unrounded values stand in the record.
    assert not any(".csv" in cell for cells in rows.values() for cell in cells)


def test_the_statement_says_in_sentences_what_was_looked_at() -> None:
    (document,) = examine(Workspace(str(SAMPLE)), Choices(languages=("en",))).documents
    assert document.quality is not None
    first, ran, found, *_ = document.quality.sentences
    assert document.register is not None
    assert first.startswith(f"All {len(document.register.facts)} figures") or first.startswith(
        str(len(document.register.facts))
    )
    assert f" of {len(RULES)} checks ran." in f" {ran}"
    assert re.fullmatch(
        r"They found nothing amiss in \d+ sentences with figures, \d+ charts and tables, "
        r"\d+ series and facts\.",
        found,
    )
