"""Abbreviations say what they stand for where they are used first."""

import pytest
from msgspec.structs import replace

from briefing.layout.text.abbreviations import Abbreviations
from briefing.layout.text.segments import Piece
from briefing.layout.theme import Look
from briefing.model.inline import Mark
from tests.layout.conftest import Press
from tests.layout.documents import chapter, document, paragraph, words
from tests.pdf.structure import tag_tree

KNOWN = {"GDP": "gross domestic product", "f.o.b.": "free on board", "UN": "United Nations"}


def run(look: Look, text: str) -> list[tuple[str, str]]:
    piece = Piece(text, look.style.text.body)
    made = Abbreviations(KNOWN).expanded((piece,))
    return [(part.text, part.expansion) for part in made if part is not None]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("GDP rose", [("GDP", "gross domestic product"), (" rose", "")]),
        (
            "The GDP and GDP",
            [("The ", ""), ("GDP", "gross domestic product"), (" and GDP", "")],
        ),
        ("valued f.o.b.; GDPR", [("valued ", ""), ("f.o.b.", "free on board"), ("; GDPR", "")]),
        ("UNCTAD, ASUN", [("UNCTAD, ASUN", "")]),
        ("", [("", "")]),
    ],
)
def test_it_is_cut_where_it_is_first(look: Look, text: str, parts: list[tuple[str, str]]) -> None:
    assert run(look, text) == parts
    assert "".join(part for part, _ in run(look, text)) == text


def test_once_a_document_in_reading_order(press: Press) -> None:
    made = document(
        chapter("1", paragraph("GDP grew."), paragraph("GDP fell."), paragraph("f.o.b. here"))
    )
    pages, _ = press.print(replace(made, abbreviations=tuple(KNOWN.items())))
    assert pages is not None
    tree = tag_tree(pages.data)
    assert tree.count("expansion='gross domestic product'") == 1
    assert tree.index("gross domestic product") < tree.index("free on board")


def test_marked_text_keeps_its_words(press: Press) -> None:
    text = paragraph(words("Bold", Mark.STRONG), words(" and "), words("slanted", Mark.EMPHASIS))
    pages, _ = press.print(document(chapter("1", text)))
    assert pages is not None
    # PDF 1.7 has no Strong: there marked text is part of its paragraph.
    assert "Strong" not in tag_tree(pages.data)
