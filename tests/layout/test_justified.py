"""Justified text: lines end together, spaces give and take within limits, nothing else moves."""

import dataclasses
from dataclasses import dataclass

import pypdfium2
import pytest
from msgspec.structs import replace

from briefing.layout.pen import Pen
from briefing.layout.text.paragraph import Paragraph
from briefing.layout.text.setting import Setting
from briefing.model.inline import Break, Inline
from briefing.model.printed import Printed
from briefing.pdf import TaggedCanvas, Tree
from tests.layout.documents import LOREM, number, words
from tests.pdf.sample import RECORD

WIDTH = 313.7
# From the Universal Declaration of Human Rights in Russian, shortened.
LONG_WORDS = (
    "подтвердили в Уставе свою веру в основные права человека, в достоинство и ценность "
    "человеческой личности и в равноправие мужчин и женщин и решили содействовать социальному "
    "прогрессу и улучшению условий жизни при большей свободе; и принимая во внимание, что "
    "государства-члены обязались содействовать, в сотрудничестве с Организацией Объединенных "
    "Наций, всеобщему уважению и соблюдению прав человека и основных свобод; и принимая во "
    "внимание, что всеобщее понимание характера этих прав и свобод имеет огромное значение для "
    "полного выполнения этого обязательства, Генеральная Ассамблея, провозглашает настоящую "
    "Всеобщую декларацию прав человека в качестве задачи, к выполнению которой должны стремиться "
    "все народы и государства с тем, чтобы каждый человек и каждый орган общества, постоянно имея "
    "в виду настоящую Декларацию, стремились к просвещению. Каждый "
    "человек должен обладать всеми правами и всеми свободами, провозглашенными настоящей "
    "Декларацией, без какого бы то ни было различия, как-то в отношении расы, цвета кожи, пола, "
    "языка, религии, политических или иных убеждений, национального или социального "
    "происхождения, имущественного, сословного или иного положения."
)
# How far a letter's ink may stay from its advance.
INK = 1.5


@dataclass(frozen=True)
class Drawn:
    """Letters with left and right edges, a list a line, and the figures printed."""

    lines: tuple[list[tuple[str, float, float]], ...]
    printed: tuple[Printed, ...]

    @property
    def edges(self) -> list[float]:
        """How far the ink of each line goes."""
        return [max(right for _, _, right in line) for line in self.lines]


def justified(setting: Setting, *inlines: Inline, language: str = "en") -> Paragraph:
    style = setting.look.style
    body = replace(style.text.body, align="justified")
    look = replace(setting.look, style=replace(style, text=replace(style.text, body=body)))
    return Setting(look, language).paragraph(inlines, look.style.text.body, Tree().root.child("P"))


def drawn(paragraph: Paragraph, width: float) -> Drawn:
    """The paragraph on a page of its own, its upper left corner at nought."""
    style = paragraph.look.style
    high = paragraph.measure(width)
    style = replace(style, page=replace(style.page, height=high))
    look = replace(paragraph.look, style=style)
    canvas = TaggedCanvas(look.faces, (width + 40, high), "en", "x")
    pen = Pen(canvas, look, 1, {})
    held = dataclasses.replace(paragraph, look=look, element=canvas.tree.root.child("P"))
    held.draw(pen, 0, 0, width)
    lines: list[list[tuple[str, float, float]]] = [[] for _ in paragraph.lines(width)]
    with pypdfium2.PdfDocument(canvas.finish(RECORD)) as document:
        page = document[0].get_textpage()
        for index in range(page.count_chars()):
            left, bottom, right, top = page.get_charbox(index)
            letter = page.get_text_range(index, 1)
            if letter.strip():
                line = int((high - (bottom + top) / 2) // paragraph.setting.leading)
                lines[line].append((letter, left, right))
    return Drawn(tuple(lines), tuple(pen.printed))


def test_justified_lines_end_together_but_for_the_last(setting: Setting) -> None:
    *full, last = drawn(justified(setting, words(LOREM * 2)), WIDTH).edges
    assert len(full) > 5
    assert all(abs(edge - WIDTH) < INK for edge in full)
    assert last < WIDTH - 20


def test_lines_of_long_words_end_together(setting: Setting) -> None:
    made = justified(setting, words(LONG_WORDS), language="ru")
    # As wide in ems as the column was for which the words were chosen.
    wide = WIDTH * setting.text.body.size / 9.5
    edges = drawn(made, wide).edges[:-1]
    assert edges == pytest.approx([wide] * len(edges), abs=INK)


def test_the_last_line_of_a_part_that_goes_on_is_full(setting: Setting) -> None:
    parts = justified(setting, words(LOREM * 2)).split(WIDTH, 50)
    assert parts is not None
    first, rest = parts
    assert isinstance(first, Paragraph)
    assert isinstance(rest, Paragraph)
    assert all(abs(edge - WIDTH) < INK for edge in drawn(first, WIDTH).edges)
    assert drawn(rest, WIDTH).edges[-1] < WIDTH - 20


def test_a_line_before_a_break_of_the_author_is_ragged(setting: Setting) -> None:
    made = justified(setting, words("A short line"), Break(), words(LOREM))
    assert drawn(made, WIDTH).edges[0] < 100


def test_a_line_that_cannot_be_filled_is_not_torn_apart(setting: Setting) -> None:
    made = justified(setting, words(f"A word {'w' * 30} and more"))
    assert drawn(made, 250).edges[0] < 60


def test_a_figure_stands_where_the_stretched_line_has_it(setting: Setting) -> None:
    made = justified(setting, words(LOREM[:150]), number("9999"), words(" " + LOREM))
    found = drawn(made, WIDTH)
    ((printed,),) = (found.printed,)
    ((left, _, right, _),) = printed.areas
    nines = [at for line in found.lines for at in line if at[0] == "9"]
    assert abs(nines[0][1] - left) < INK
    assert abs(nines[-1][2] - right) < INK


def test_headings_are_balanced_whatever_their_kind_says(setting: Setting) -> None:
    style = setting.look.style
    head = replace(style.text.h2, align="justified")
    look = replace(setting.look, style=replace(style, text=replace(style.text, h2=head)))
    made = Setting(look, "en").paragraph((words(LOREM),), look.style.text.h2, None, balanced=True)
    assert made.align == "left"
