from operator import attrgetter

from briefing.layout.text.paragraph import Paragraph
from briefing.layout.text.setting import Setting
from briefing.layout.theme import Look
from tests.layout.documents import LOREM, words


def made(setting: Setting, text: str, kind: str = "body") -> Paragraph:
    return setting.paragraph((words(text),), attrgetter(kind)(setting.text), None)


def text(paragraph: Paragraph) -> str:
    return "".join(
        "".join(p.text for p in part.pieces) + (" " if part.space else "")
        for part in paragraph.segments
    )


def test_its_height_is_its_lines(setting: Setting) -> None:
    paragraph = made(setting, LOREM)
    assert paragraph.measure(313.7) == len(paragraph.lines(313.7)) * paragraph.setting.leading


def test_its_lines_fit(setting: Setting, look: Look) -> None:
    for width in (60.0, 145.5, 313.7, 481.9):
        for line in made(setting, LOREM).lines(width):
            used = sum(part.measured.width + part.measured.inside for part in line[:-1])
            assert used + line[-1].measured.width + line[-1].measured.end <= width + 1e-6


def test_two_lines_at_least_stand_on_either_side_of_a_page_break(setting: Setting) -> None:
    paragraph = made(setting, LOREM * 2)
    count, leading = len(paragraph.lines(313.7)), paragraph.setting.leading
    for height in range(0, int(leading * count), 7):
        parts = paragraph.split(313.7, height)
        if parts is None:
            assert height < 2 * leading
            continue
        first, rest = parts
        assert first.measure(313.7) <= height
        assert first.measure(313.7) >= 2 * leading
        assert rest.measure(313.7) >= 2 * leading
        assert first.measure(313.7) + rest.measure(313.7) == count * leading


def test_a_part_breaks_as_the_whole_did(setting: Setting) -> None:
    paragraph = made(setting, LOREM * 2)
    parts = paragraph.split(313.7, 50)
    assert parts is not None
    first, rest = parts
    assert isinstance(first, Paragraph)
    assert isinstance(rest, Paragraph)
    assert first.lines(313.7) + rest.lines(313.7) == paragraph.lines(313.7)
    assert text(first) + text(rest) == text(paragraph)


def test_a_short_paragraph_is_not_split(setting: Setting) -> None:
    assert made(setting, "One line. " * 15).split(313.7, 28) is None


def test_the_least_width_for_a_number_of_lines(setting: Setting) -> None:
    paragraph = setting.plain(
        "Russia’s share of exports, %", setting.text.grid.head, None, words("").place
    )
    width = paragraph.width_for(2)
    assert len(paragraph.lines(width)) == 2
    assert len(paragraph.lines(width - 2)) > 2
