from datetime import date

import pytest

from briefing.language import Unwritable, fill
from briefing.model.period import Period
from briefing.model.spec import Spec
from briefing.model.text import Place

SPEC = Spec(
    name="mongolia-usa",
    file="briefing.yaml",
    title={},
    parameters={"reporter": "MNG", "partner": "USA", "good": "HS99"},
    period=Period.year(2025),
    released=date(2026, 11, 24),
    languages=("en",),
    style="ministry",
    sources={},
    tables={},
    series={},
    facts={},
    exhibits={},
    sections=(),
    names={},
    edition="2025",
)
PLACE = Place("briefing.yaml")


@pytest.mark.parametrize(
    ("text", "filled"),
    [
        ("Exports to {{ partner.short }}", "Exports to US"),
        ("Mongolia and {{partner.the}}", "Mongolia and the United States"),
        ("{{ reporter.name }}, {{ partner.name }}", "Mongolia, United States"),
        ("trade-{{ partner.code }}.csv", "trade-USA.csv"),
        ("In {{ period }}, after {{ period.previous }}", "In 2025, after 2024"),
        ("{{ released }}", "24\u00a0November 2026"),
        ("{{ good.code }}", "HS99"),
        ("No reference {here}", "No reference {here}"),
    ],
)
def test_references_in_phrases(text: str, filled: str) -> None:
    assert fill(text, SPEC, "en") == filled


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("{{ partner.nmae }}",
         "“{{ partner.nmae }}” can't stand in this phrase; did you mean “partner.name”?"),
        ("{{ exports }}", "“{{ exports }}” can't stand in this phrase"),
        ("{{ good.name }}", "“HS99” of good.name is no country"),
    ],
)  # fmt: skip
def test_what_can_not_stand_in_a_phrase(text: str, message: str) -> None:
    with pytest.raises(Unwritable) as refused:
        fill(text, SPEC, "en")
    assert refused.value.message.startswith(message)
    assert refused.value.hint
