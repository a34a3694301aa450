import pytest

from briefing.editions import record, unchanged
from briefing.model.spec import Choices
from briefing.workspace import Input

INPUTS = [Input("briefing.yaml", "ab"), Input("trade.csv", "cd")]
CHOICES = Choices("2025", (("partner", "CHN"),), ("en",))
RECORD = record("briefing 1.0", INPUTS, {}, [], CHOICES)


def test_the_same_origin_is_unchanged() -> None:
    assert unchanged(RECORD, "briefing 1.0", list(INPUTS), CHOICES)


@pytest.mark.parametrize(
    ("product", "inputs", "choices"),
    [
        ("briefing 1.1", INPUTS, CHOICES),
        ("briefing 1.0", INPUTS[:1], CHOICES),
        ("briefing 1.0", [INPUTS[0], Input("trade.csv", "ce")], CHOICES),
        ("briefing 1.0", [*INPUTS, Input("sections/en/trade.CHN.md", "ef")], CHOICES),
        ("briefing 1.0", INPUTS, Choices("2025", (("partner", "CHN"),))),
        ("briefing 1.0", INPUTS, Choices("2025", (("partner", "RUS"),), ("en",))),
    ],
)
def test_another_version_file_or_choice_is_a_change(
    product: str, inputs: list[Input], choices: Choices
) -> None:
    assert not unchanged(RECORD, product, inputs, choices)


@pytest.mark.parametrize("data", [b"", b"{", b"[]", b"\xff", b'{"record": 1, "inputs": []}'])
def test_a_record_that_says_nothing_is_a_change(data: bytes) -> None:
    assert not unchanged(data, "briefing 1.0", INPUTS, CHOICES)
