"""Text strings read back as they were, whatever is in them."""

import pikepdf
from hypothesis import given
from hypothesis import strategies as st

from briefing.pdf.writer import spoken, string


def read(written: bytes) -> str:
    return str(pikepdf.Object.parse(written))


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_any_text_comes_back(text: str) -> None:
    assert read(string(text)) == text


def test_what_the_document_encoding_has_is_a_byte_a_character() -> None:
    text = "“Imports” – −2.7 % • €5 … naïve Œuvre Ž"
    assert len(string(text)) == len(text) + 2
    assert read(string(text)) == text


def test_letters_like_the_mark_of_an_encoding_are_letters() -> None:
    for text in ("þÿ", "ÿþa", "ï»¿x"):
        assert read(string(text)) == text


def test_other_letters_are_utf_16() -> None:
    assert string("Ж") == b"(\xfe\xff\x04\x16)"
    assert read(string("Монгол (Улс) \\ 𝒳")) == "Монгол (Улс) \\ 𝒳"


def test_a_no_break_space_is_spoken_as_a_space() -> None:
    assert spoken("US$2.8\u00a0billion") == b"(US$2.8 billion)"
    assert read(string("US$2.8\u00a0billion")) == "US$2.8\u00a0billion"
