"""Words of another language: tagged so, in one Span however many lines they take."""

import pytest

from briefing.layout.text.languages import spoken
from briefing.layout.text.segments import Piece
from briefing.layout.text.setting import Setting
from briefing.model.inline import Words
from tests.layout.conftest import Press
from tests.layout.documents import (
    HERE,
    LOREM,
    chapter,
    document,
    number,
    opening,
    paragraph,
)
from tests.pdf.structure import read

MONGOLIAN = "хүн бүр төрж мэндлэхэд эрх чөлөөтэй, адилхан нэр төртэй, ижил эрхтэй байдаг " * 4


def parts(setting: Setting, text: str, language: str = "en", **names: str) -> list[tuple[str, str]]:
    piece = Piece(text, setting.look.style.text.body)
    found = spoken((piece,), language, {name.replace("_", " "): own for name, own in names.items()})
    return [(part.text, part.language) for part in found if part is not None]


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Only English", "en", [("Only English", "")]),
        ("The Дума, here", "en", [("The ", ""), ("Дума", "und-Cyrl"), (", here", "")]),
        ("«Дружба, и мир» it", "en", [("«", ""), ("Дружба, и мир", "und-Cyrl"), ("» it", "")]),
        ("A Συνθήκη", "ru", [("A ", ""), ("Συνθήκη", "und-Grek")]),
        ("OECD и Дума", "ru", [("OECD и Дума", "")]),
        ("OECD ба Хурал", "mn", [("OECD ба Хурал", "")]),
        ("signs π and Δ, µ", "en", [("signs π and Δ, µ", "")]),
    ],
)
def test_another_script_is_no_word_of_the_document(
    setting: Setting, text: str, language: str, expected: list[tuple[str, str]]
) -> None:
    assert parts(setting, text, language) == expected


def test_declared_names_have_their_language(setting: Setting) -> None:
    found = parts(setting, "By Росстат, Monde diplomatique", Росстат="ru", Monde_diplomatique="fr")
    assert found == [("By ", ""), ("Росстат", "ru"), (", ", ""), ("Monde diplomatique", "fr")]


def test_words_that_say_their_language_are_left_alone(setting: Setting) -> None:
    piece = Piece("Монгол", setting.look.style.text.body, language="mn")
    assert spoken((piece, None), "en", {}) == (piece, None)


def test_one_span_over_many_lines(press: Press) -> None:
    block = paragraph(LOREM, Words(MONGOLIAN, HERE, language="mn"), number("1921"), " " + LOREM)
    pages, findings = press.print(document(chapter("1", block), opening=opening()))
    assert findings == ()
    assert pages is not None
    (span,) = read(pages.data).find("Span")
    assert span.attributes == {"lang": "mn"}
    assert span.text.replace("\u00ad", "").split() == MONGOLIAN.split()


def test_they_are_hyphenated_in_their_language(setting: Setting) -> None:
    word = "сотрудничество"
    russian = setting.paragraph((Words(word, HERE, language="ru"),), setting.text.body, None)
    unknown = setting.paragraph((Words(word, HERE),), setting.text.body, None)
    assert len(russian.segments) > 1
    assert len(unknown.segments) == 1
