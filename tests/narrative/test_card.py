"""The speaking card: figures as one says them, in each language, with what not to say of them."""

from decimal import Decimal
from pathlib import Path

import pytest

import briefing
from briefing import language, verify
from briefing.language.aloud import aloud
from briefing.model import Choices, Fact, Unit
from briefing.run.examine import examine
from briefing.workspace import Workspace
from tests.projects.round_trip import pdf_words

SAMPLE = Path(__file__).parents[2] / "data" / "mongolia-russia"
SAID = {
    ("2846", "USD million"): [
        "nearly three billion dollars", "почти три миллиарда долларов",
        "près de trois milliards de dollars", "бараг гурван тэрбум ам.доллар",
    ],
    ("60.7", "USD million"): [
        "just over 60 million dollars", "чуть больше 60 миллионов долларов",
        "un peu plus de 60 millions de dollars", "60 сая ам.доллар гаруй",
    ],
    ("-2725", "USD million"): [
        "a deficit of about 2.7 billion dollars", "дефицит — примерно 2,7 миллиарда долларов",
        "un déficit : environ 2,7 milliards de dollars",
        "алдагдал нь ойролцоогоор 2.7 тэрбум ам.доллар",
    ],
    ("1500", "USD million"): [
        "about 1.5 billion dollars", "примерно 1,5 миллиарда долларов",
        "environ 1,5 milliard de dollars", "ойролцоогоор 1.5 тэрбум ам.доллар",
    ],
    ("2070", "USD million"): [
        "just over two billion dollars", "чуть больше двух миллиардов долларов",
        "un peu plus de deux milliards de dollars", "хоёр тэрбум ам.доллар гаруй",
    ],
    ("1000", "USD million"): [
        "one billion dollars", "один миллиард долларов", "un milliard de dollars",
        "нэг тэрбум ам.доллар",
    ],
    ("0.64", "percent"): [
        "about 0.6 percent", "примерно 0,6 процента", "environ 0,6 pour cent",
        "ойролцоогоор 0.6 хувь",
    ],
    ("21", "percent"): ["21 percent", "21 процент", "21 pour cent", "21 хувь"],
}  # fmt: skip


@pytest.mark.parametrize(("size", "unit"), SAID)
def test_a_figure_is_said_as_one_says_it(size: str, unit: str) -> None:
    fact = Fact("x", Decimal(size), Unit.parse(unit), None)
    said = [aloud(language.grammar(code), fact) for code in ("en", "ru", "fr", "mn")]
    assert [text.replace("\u00a0", " ") for text in said] == SAID[size, unit]


@pytest.mark.parametrize(("size", "unit"), [("12", "persons"), ("0.01", "percent"), ("3", "RUB")])
def test_what_nobody_says_so_is_left_out(size: str, unit: str) -> None:
    fact = Fact("x", Decimal(size), Unit.parse(unit), None)
    assert aloud(language.grammar("en"), fact) == ""


def test_without_the_key_there_is_no_card() -> None:
    (document,) = examine(Workspace(str(SAMPLE)), Choices(languages=("en",))).documents
    assert document.card == ()


def test_the_samples_card_is_one_page_that_conforms(tmp_path: Path) -> None:
    outcome = briefing.build(str(SAMPLE), str(tmp_path), Choices(card=True))
    assert not outcome.failed
    cards = sorted(tmp_path.rglob("*.card.pdf"))
    assert [card.name.split(".")[1] for card in cards] == ["en", "mn", "ru"]
    for card in cards:
        file = verify.open_file(card.read_bytes())
        assert verify.check(file) == ()
        assert verify.lint(file) == ()
    text = " ".join(pdf_words(cards[0].read_bytes())).replace("\u00a0", " ")
    assert "nearly three billion dollars, almost all of it imports from Russia." in text
    assert "Don’t say: that it is final (it is provisional)" in text
    assert "National Statistics Office of Mongolia." in text
