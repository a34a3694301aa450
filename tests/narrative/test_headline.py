"""The figures of the first page, as a short annex prints them."""

import re
from pathlib import Path

from briefing.checks import RULES
from briefing.model.spec import Choices
from briefing.run.examine import examine
from briefing.workspace import Workspace

SAMPLE = Path(__file__).parents[2] / "data" / "mongolia-russia"


def test_each_figure_has_its_period_its_source_and_when_that_was_read() -> None:
    (document,) = examine(Workspace(str(SAMPLE)), Choices(languages=("en",))).documents
    assert document.headline is not None
    rows = {
        row.head.replace("\u00a0", " "): [cell.text.replace("\u00a0", " ") for cell in row.cells]
        for row in document.headline.table.rows
    }
    heads = [column.head for column in document.headline.table.columns]
    assert heads == ["Figure", "Value", "Period", "Source", "Retrieved"]
    # A tile's figure as it stands there, whatever the text makes of it.
    assert rows["Trade turnover, US$ million"] == ["2,846", "2025", "S1", "15 Apr 2026"]
    assert rows["Goods balance, US$ million"][0] == "−2,725"
    assert rows["Imports’ part of turnover"] == ["97.9%", "2025", "S1", "15 Apr 2026"]
    # What the text tells only the years of, or in words, has its value.
    assert rows["Russian investment, cumulative flow"][:2] == ["US$297 million", "1990–2014"]
    assert rows["Russia’s rank as a supplier"][0] == "2nd of 9 listed"
    assert document.headline.lines[0].replace("\u00a0", " ") == (
        "Trade turnover, US$ million: 2,846 (2025, S1)."
    )
    assert rows["First strategic partnership"] == ["2009", "", "S3", "24 Nov 2026"]
    assert all(cells[0] and cells[2] for cells in rows.values())
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


def test_where_words_are_inflected_each_value_stands_by_itself() -> None:
    choices = Choices(languages=("mn", "ru"))
    mongolian, russian = examine(Workspace(str(SAMPLE)), choices).documents
    for document, told in ((mongolian, {"1921", "97.9 хувь"}), (russian, {"1921", "97,9 %"})):
        assert document.headline is not None
        values = {row.cells[0].text.replace("\u00a0", " ") for row in document.headline.table.rows}
        assert told <= values
        assert not any(
            value.endswith(("онд", "хувийг", "года")) and value[:2] in ("19", "97")
            for value in values
        )
