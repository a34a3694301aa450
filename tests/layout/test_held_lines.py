"""Where no line ends: behind an abbreviation's hyphen, a numeral, an arrow."""

from itertools import pairwise

import pytest

from briefing.language import grammar
from briefing.layout.text.segments import _BREAKABLE


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("ОХУ-д", ["ОХУ-д"]),
        ("ОХУ-аас", ["ОХУ-аас"]),
        ("85-летия", ["85-летия"]),
        ("COVID-19", ["COVID-19"]),
        ("non-EU", ["non-EU"]),
        ("Улан-Баторе", ["Улан-", "Баторе"]),
        ("year-on-year", ["year-on-", "year"]),
        ("Франция—Италия", ["Франция—", "Италия"]),
        ("Radio/Television", ["Radio/", "Television"]),
        ("2005–2025", ["2005–2025"]),
    ],
)
def test_where_a_word_may_be_cut(word: str, parts: list[str]) -> None:
    cuts = [match.end() for match in _BREAKABLE.finditer(word)]
    ends = [0, *cuts, len(word)]
    assert [word[a:b] for a, b in pairwise(ends)] == parts


@pytest.mark.parametrize(
    ("code", "text", "held"),
    [
        ("en", "→ Trade in goods", "→_Trade in goods"),
        ("en", "It rose in 2025 to a record", "It rose in 2025 to a record"),
        ("ru", "в России и с Китаем", "в_России и_с_Китаем"),
        ("ru", "Отношения с 1921 года — долгие", "Отношения с_1921_года_— долгие"),
        ("ru", "это не известно", "это не_известно"),
        ("ru", "показаны 6 крупнейших", "показаны 6_крупнейших"),
        ("ru", "В 2009 Россия", "В_2009 Россия"),
        ("mn", "2025 онд 5 сая", "2025_онд 5_сая"),
        ("mn", "ОХУ 2025 онд", "ОХУ 2025_онд"),
        ("fr", "Source : l’Insee ; « oui » !", "Source_: l’Insee_; «_oui_»_!"),
        ("fr", "de 5 % en 2025", "de 5_% en 2025"),
    ],
)
def test_spaces_at_which_no_line_ends(code: str, text: str, held: str) -> None:
    assert grammar(code).held.sub("_", text) == held
