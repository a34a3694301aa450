"""What filters refuse, and in which words: `expected/refused.txt` is a list that a person can
review, one line a filter and a kind of figure that it doesn't fit.

`--update-expected` writes the list anew; read the difference.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest

from briefing.language import Unwritable
from briefing.language.described import FILTERS_DESCRIBED
from briefing.model import Fact, Period
from briefing.model.unit import DATE, RANK
from tests.language.saying import fact, said

EXPECTED = Path(__file__).parent / "expected" / "refused.txt"
FIGURES = {
    "money": fact("1234.5"),
    "a rate of exchange": fact("3.4", "EUR per USD"),
    "an amount per person": fact("1200", "USD per person"),
    "a measure": fact("1234.5", "tonne"),
    "a count": fact("12", "persons"),
    "a percentage": fact("3.9", "percent"),
    "a ratio": fact("2", "ratio"),
    "a rank": fact("3", RANK),
    "no rank": fact("2.5", RANK),
    "a date": Fact("x", Period.parse("2019-09-03"), DATE, None),
    "days": fact("30", "days"),
}
ASKED = (
    *(name for name in FILTERS_DESCRIBED if name not in ("rounded", "decimals", "unit", "as")),
    *(f"{name}: x" for name in FILTERS_DESCRIBED),
    *("as", "as: by, to", "unit: USD thousand", "unit: tonne", "nothing", "chnage"),
)


def told(figure: Fact, asked: str) -> str:
    try:
        said(figure, asked, "en")
    except Unwritable as refused:
        return f"{refused.message} — {refused.hint}"
    return ""


def refused() -> Iterator[str]:
    for asked in ASKED:
        figures: dict[str, list[str]] = {}
        for name, figure in FIGURES.items():
            figures.setdefault(told(figure, asked), []).append(name)
        for why, names in figures.items():
            if why:
                yield f"{asked}, of {', '.join(names)}\n    {why}\n"


def test_as_reviewed(request: pytest.FixtureRequest) -> None:
    text = "".join(refused())
    if request.config.getoption("--update-expected"):
        EXPECTED.write_text(text, encoding="utf-8")
    assert text == EXPECTED.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("asked", "message", "hint"),
    [
        (
            "rounded: 2, exact: ",
            "“x” can't be both exact and rounded",
            "keep one of “exact” and “rounded”",
        ),
        (
            "decimals: 1, exact: ",
            "“x” can't be both exact and rounded",
            "keep one of “exact” and “rounded”",
        ),
        (
            "rounded: 2, decimals: 0",
            "“x” can't have both significant digits and decimals",
            "keep one of “rounded” and “decimals”",
        ),
        (
            "rounded: 16",
            "“rounded” wants the number of significant digits",
            "write rounded: 2, from 1 to 15",
        ),
        (
            "rounded: 0",
            "“rounded” wants the number of significant digits",
            "write rounded: 2, from 1 to 15",
        ),
        (
            "rounded: 2, 3",
            "“rounded” wants the number of significant digits",
            "write rounded: 2, from 1 to 15",
        ),
        (
            "decimals: 16",
            "“decimals” wants the number of decimals",
            "write decimals: 2, from 0 to 15",
        ),
        (
            "decimals: ²",
            "“decimals” wants the number of decimals",
            "write decimals: 2, from 0 to 15",
        ),
        (
            "unit: tonne",
            "“x” is in USD million, which doesn't convert to tonne",
            "only the scale of a unit can change: USD thousand to USD million",
        ),
    ],
)
def test_how_exactly(asked: str, message: str, hint: str) -> None:
    assert told(fact("1234.5"), asked) == f"{message} — {hint}"


@pytest.mark.parametrize(
    ("asked", "text"),
    [
        ("rounded: 1", "US$1 billion"),
        ("rounded: 15", "US$1.23456000000000 billion"),
        ("decimals: 0", "US$1 billion"),
        ("decimals: 15", "US$1.234560000000000 billion"),
    ],
)
def test_the_least_and_the_most(asked: str, text: str) -> None:
    assert said(fact("1234.56"), asked, "en") == text


@pytest.mark.parametrize("name", FILTERS_DESCRIBED)
def test_each_use_of_a_filter_has_its_name(name: str) -> None:
    for use in FILTERS_DESCRIBED[name]:
        asked = use.usage.strip("{} ").rpartition("|")[2].strip()
        assert asked.partition(":")[0] == name
