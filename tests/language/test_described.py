"""What is said of filters, figures and names is what REFERENCE.md says."""

from pathlib import Path

import pytest

from briefing.language.described import FIGURES_DESCRIBED, FILTERS_DESCRIBED, NAMES_DESCRIBED
from briefing.model.topic import Explained

REFERENCE = (Path(__file__).parents[2] / ".github" / "REFERENCE.md").read_text(encoding="utf-8")
EVERY = (
    *FIGURES_DESCRIBED,
    *NAMES_DESCRIBED,
    *(e for es in FILTERS_DESCRIBED.values() for e in es),
)


@pytest.mark.parametrize("entry", EVERY, ids=lambda entry: entry.usage)
def test_each_stands_in_the_reference(entry: Explained) -> None:
    assert f"\n- `{entry.usage}` — {entry.text}\n" in REFERENCE
