from itertools import pairwise
from pathlib import Path

import pdfplumber
import pytest

import briefing
from briefing.model.spec import Choices

ROOT = Path(__file__).parents[3]


@pytest.mark.parametrize("style", ["plain", "large", "ministry"])
def test_a_source_stands_beside_its_code(style: str, tmp_path: Path) -> None:
    """S25 is wider than S1, and wider in larger type."""
    sample = str(ROOT / "data" / "mongolia-russia")
    outcome = briefing.build(sample, str(tmp_path), Choices(languages=("en",), style=style))
    codes = {f"S{number}" for number in range(1, 26)}
    apart: dict[str, float] = {}
    with pdfplumber.open(outcome.built[0].path) as document:
        for page in document.pages[-3:]:
            words = page.extract_words(keep_blank_chars=False)
            for word, following in pairwise(words):
                if word["text"] in codes and abs(word["top"] - following["top"]) < 3:
                    apart.setdefault(word["text"], following["x0"] - word["x1"])
            assert not any(w["text"][:3] in codes and len(w["text"]) > 4 for w in words)
    assert len(apart) >= 20
    assert min(apart.values()) > 2
