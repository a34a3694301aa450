import re
from pathlib import Path

import pytest

import briefing
from briefing.model.spec import Choices
from briefing.workspace import assets
from tests.pdf.structure import structure_text


@pytest.mark.parametrize("period", ["2014", "2025"])
def test_every_mark_that_is_printed_is_among_the_symbols(tmp_path: Path, period: str) -> None:
    sample = f"{assets.samples()}/mongolia-russia"
    (built,) = briefing.build(
        sample, str(tmp_path), Choices(period=period, languages=("en",))
    ).built
    text = structure_text(Path(built.path).read_bytes())
    symbols = text.partition("\nSymbols: ")[2].partition("\n")[0]
    printed = set(re.findall(r"\[[a-z]\]", text))
    assert "[x]" in printed
    assert printed == set(re.findall(r"\[[a-z]\]", symbols))
