"""Footnotes at the foot of pages: where they stand, how they go on, what leads where."""

import pytest

from briefing import verify
from briefing.layout.arrangement import Arrangement, arrange
from briefing.layout.boxes.footnotes import FootBox
from briefing.layout.text.setting import Setting
from briefing.layout.theme import Look
from briefing.model.block import Block, Container, Footnote, Paragraph, Role
from briefing.model.document import Document
from briefing.model.inline import NoteMark, Words
from briefing.pdf.tree import Tree
from tests.layout.conftest import Press
from tests.layout.documents import HERE, chapter, document
from tests.projects.round_trip import document_words, pdf_words

SENTENCE = "The figures are those of the customs declarations, corrected later. "


def calling(number: int, sentences: int = 3) -> Paragraph:
    text = Words(SENTENCE * sentences + "A note.", HERE)
    return Paragraph((text, NoteMark(str(number), number, HERE, number)), HERE)


def note(number: int, sentences: int = 1) -> Footnote:
    text = Words(f"note{number} " + SENTENCE * sentences, HERE)
    return Footnote(str(number), (Paragraph((text,), HERE),), HERE, number, number)


def plain(sentences: int) -> Paragraph:
    return Paragraph((Words(SENTENCE * sentences, HERE),), HERE)


def arranged(press: Press, made: Document) -> Arrangement:
    setting = Setting(Look(press.style, press.faces), "en")
    found = arrange(setting, made, {}, Tree().root)
    assert found.crowded == ()
    return found


def feet(found: Arrangement) -> dict[int, tuple[int, ...]]:
    """The numbers of the notes that begin at the foot of each page."""
    return {
        p.page: tuple(int(a.rpartition("-")[2]) for a in p.item.box.anchors)
        for p in found.placed
        if isinstance(p.item.box, FootBox)
    }


def many(count: int, sentences: int) -> list[Block]:
    return [b for n in range(1, count + 1) for b in (calling(n), note(n, sentences))]


def test_notes_stand_at_the_foot_of_the_page_that_calls_them(press: Press) -> None:
    found = arranged(press, document(chapter("1", *many(30, 2), name="c1")))
    called: dict[int, list[int]] = {}
    for placement in found.placed:
        for part in getattr(placement.item.box, "segments", ()):
            links = [piece.link.target for piece in part.pieces if piece.link]
            called.setdefault(placement.page, []).extend(target.number for target in links)
    assert len(feet(found)) > 2
    assert feet(found) == {page: tuple(numbers) for page, numbers in called.items() if numbers}


def test_text_ends_above_the_notes(press: Press) -> None:
    found = arranged(press, document(chapter("1", *many(30, 2), name="c1")))
    for foot in (p for p in found.placed if isinstance(p.item.box, FootBox)):
        bottom = foot.top + foot.item.box.measure(foot.width)
        assert bottom == pytest.approx(press.style.page.bottom)
        for above in found.placed:
            if above.page == foot.page and above is not foot and above.x == foot.x:
                assert above.top + above.item.box.measure(above.width) <= foot.top


@pytest.mark.parametrize("sentences", [90, 400])
def test_a_long_note_goes_on_and_text_stands_above_it(press: Press, sentences: int) -> None:
    blocks = (plain(40), calling(1), note(1, sentences), plain(60), calling(2), note(2))
    found = arranged(press, document(chapter("1", *blocks, name="c1")))
    standing = feet(found)
    assert [n for numbers in standing.values() for n in numbers] == [1, 2]
    assert len(standing) > 1
    assert sorted(standing) == list(range(min(standing), max(standing) + 1))


def test_a_note_called_in_an_aside_stands_at_the_same_foot(press: Press) -> None:
    aside = Container(Role.ASIDE, (calling(1, 1), note(1)), HERE)
    found = arranged(press, document(chapter("1", aside, calling(2), note(2), name="c1")))
    assert list(feet(found).values()) == [(1, 2)]


def test_more_notes_than_a_page_holds_are_all_set(press: Press) -> None:
    marks = tuple(NoteMark(str(n), n, HERE, n) for n in range(1, 121))
    blocks = (Paragraph((Words("Crowded", HERE), *marks), HERE), *(note(n) for n in range(1, 121)))
    found = arranged(press, document(chapter("1", *blocks, name="c1")))
    assert [int(n) for numbers in feet(found).values() for n in numbers] == list(range(1, 121))


@pytest.mark.parametrize("sentences", [1, 300])
def test_notes_come_back_in_reading_order_and_lead_both_ways(press: Press, sentences: int) -> None:
    made = document(chapter("1", calling(1), note(1, sentences), plain(3), calling(1), name="c1"))
    pages, findings = press.print(made)
    assert pages is not None
    assert findings == ()
    assert pdf_words(pages.data) == document_words(made)
    file = verify.open_file(pages.data)
    assert verify.check(file) == ()
    assert verify.lint(file) == ()
    (found,) = file.elements("Note")
    assert str(found.get("/ID")) == "note-1"
    calls = [node for node in file.elements("Reference") if node.around("TOCI") is None]
    backs = [node for node in found.walk() if node.role == "Lbl"]
    assert [[kid.role for kid in node.children] for node in (*calls, *backs)] == [["Link"]] * 3
