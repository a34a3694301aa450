from hypothesis import given
from hypothesis import strategies as st

from briefing.model.text import Place
from briefing.narrative.masks import Masked, is_masked, mask, pieces, unmask

TEXTS = st.text(st.sampled_from("ab{}|\\ \n[]é"), max_size=60)


@given(TEXTS)
def test_masking_keeps_lengths_and_comes_back(text: str) -> None:
    masked, spans = mask("a.md", text)
    assert len(masked) == len(text)
    assert unmask(masked, spans) == text


@given(TEXTS)
def test_each_mask_knows_its_place(text: str) -> None:
    _, spans = mask("a.md", text)
    lines = text.split("\n")
    for span in spans:
        assert lines[span.place.line - 1][span.place.column - 1 :].startswith(span.text)


def test_pieces_are_literal_text_and_references() -> None:
    masked, spans = mask("a.md", "a {{ b }}{{c}} d")
    assert [piece for _, piece in pieces(masked, spans)] == [
        "a ",
        Masked("{{ b }}", Place("a.md", 1, 3)),
        Masked("{{c}}", Place("a.md", 1, 10)),
        " d",
    ]


def test_an_escaped_brace_is_no_reference() -> None:
    assert not is_masked(mask("a.md", r"\{{ a }}")[0])
    assert is_masked(mask("a.md", r"\\{{ a }}")[0])


def test_many_references_stay_apart() -> None:
    text = " ".join(f"{{{{ n{number} }}}}" for number in range(2000))
    masked, spans = mask("a.md", text)
    assert len({masked[span.place.column - 1 :][:4] for span in spans}) == 2000
    assert unmask(masked, spans) == text
