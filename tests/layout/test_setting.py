import pytest

from briefing.layout.setting import Setting
from briefing.model.finding import Severity
from tests.layout.documents import HERE, words


@pytest.mark.parametrize(
    ("text", "code", "said"),
    [
        ("snow \U0001f9e8", "B401", "U+1F9E8"),
        ("سلام", "B402", "Arabic"),
        ("日本", "B402", "Cjk"),
        ("नमस्ते", "B402", "Devanagari"),
    ],
)
def test_what_no_face_can_set_is_a_finding(
    setting: Setting, text: str, code: str, said: str
) -> None:
    setting.paragraph((words(text),), "body", None)
    found = setting.findings[0]
    assert found.code == code
    assert found.severity is Severity.ERROR
    assert said in found.message
    assert found.place == HERE


def test_a_character_is_reported_once(setting: Setting) -> None:
    setting.paragraph((words("\U0001f9e8"), words("\U0001f9e8")), "body", None)
    assert len(setting.findings) == 1


@pytest.mark.parametrize(
    "text", ["Ө ө Ү ү Ё № ₽ ₮ – — − → × ÷ ≈ “ ” « » ’", "a\u00a0b\u202fc\u2009d"]
)
def test_what_the_languages_need_is_set(setting: Setting, text: str) -> None:
    for kind in ("body", "title", "grid.cell", "grid.strong", "keypoint"):
        setting.paragraph((words(text),), kind, None)
    assert setting.findings == []
