"""The reference says all that the code reads, and REFERENCE.md is of today."""

from pathlib import Path

import pytest

from briefing import tables
from briefing.language.described import FILTERS_DESCRIBED
from briefing.language.exactness import PRECISIONS
from briefing.language.write import FILTERS
from briefing.project.keys.described import DESCRIPTIONS
from briefing.run.reference import markdown, topics
from briefing.tables.described import FORMATS_DESCRIBED

FILE = Path(__file__).parents[2] / ".github" / "REFERENCE.md"
_LONGEST = 700  # characters: an entry is a sentence or a few


def test_every_filter_and_format_is_described_and_no_other() -> None:
    assert set(FILTERS_DESCRIBED) == {*FILTERS, *PRECISIONS}
    assert set(FORMATS_DESCRIBED) == set(tables.FORMATS)


def test_every_key_of_the_manifest_stands_in_it() -> None:
    parts = topics()["manifest"].parts
    told = {(part.intro, entry.usage) for part in parts for entry in part.entries}
    every = {(keys[""], key) for keys in DESCRIPTIONS.values() for key in keys if key}
    assert told == every


def test_each_entry_says_something_and_none_is_a_chapter() -> None:
    for topic in topics().values():
        for part in topic.parts:
            for entry in part.entries:
                assert entry.usage.strip()
                assert 0 < len(entry.text) <= _LONGEST, entry


def test_the_document_is_of_today(request: pytest.FixtureRequest) -> None:
    made = markdown(tuple(topics().values()))
    if request.config.getoption("--update-expected"):
        FILE.write_text(made, encoding="utf-8")
    assert FILE.read_text(encoding="utf-8") == made, (
        "pytest tests/run/test_reference.py --update-expected"
    )
