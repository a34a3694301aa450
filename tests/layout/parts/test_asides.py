"""What stands in an aside is made as in the main column, in the side column's text."""

from collections.abc import Iterator

import pytest

from briefing.layout.box import Box, Stack
from briefing.layout.boxes.framed import Exhibits
from briefing.layout.parts.narrative import Narrative
from briefing.layout.text.paragraph import Paragraph
from briefing.layout.text.setting import Setting
from briefing.model.block import Block, CodeBlock, Listing, Quote, Rule
from briefing.pdf import Tree
from tests.layout.conftest import Press
from tests.layout.documents import (
    HERE,
    LOREM,
    aside,
    chapter,
    document,
    heading,
    listing,
    markdown_table,
    number,
    paragraph,
    words,
)
from tests.pdf.structure import structure_text


def paragraphs(box: Box) -> Iterator[Paragraph]:
    if isinstance(box, Paragraph):
        yield box
    for inner in box.boxes if isinstance(box, Stack) else ():
        yield from paragraphs(inner)


def shapes(setting: Setting, *blocks: Block) -> list[tuple[object, ...]]:
    """Of each paragraph: its label, how far in it is, its bars, its lines of code."""
    exhibits = Exhibits(setting, {}, {}, "continued")
    items = Narrative(setting, exhibits).items(blocks, Tree().root)
    return [
        (
            made.label and made.label.text,
            made.indent,
            [(b.x, b.weight, b.colour) for b in made.bars],
        )
        for item in items
        for made in paragraphs(item.box)
    ]


NESTED = Listing(
    ((paragraph("outer"), listing("inner", "inner too")), (paragraph("second"),)), None, True, HERE
)
LONG = listing(*(f"item {n}" for n in range(12)), start=1)
LOOSE = Listing(((paragraph("one"), paragraph("more of one")), ()), 3, False, HERE)


@pytest.mark.parametrize(
    "block",
    [
        CodeBlock("if x:\n    y\n\nz", HERE),
        NESTED,
        LONG,
        LOOSE,
        Quote((paragraph("said"), Quote((paragraph("deeper"),), HERE)), HERE),
        Quote((listing("said", "too"),), HERE),
        Listing(((Quote((paragraph("said"),), HERE), CodeBlock("x", HERE)),), None, False, HERE),
    ],
)
def test_blocks_in_an_aside_have_the_shape_of_the_main_columns(
    setting: Setting, block: Block
) -> None:
    before = paragraph("Before.")
    assert shapes(setting, aside(before, block)) == [
        tuple(
            # Text is smaller at the side, so two digits and a stop need less room.
            pytest.approx(value, abs=6) if isinstance(value, float) else value
            for value in shape
        )
        for shape in shapes(setting, before, block)
    ]


def test_code_in_an_aside_keeps_its_lines_and_its_bar(setting: Setting) -> None:
    code = CodeBlock("first:\n  second\n\nthird", HERE)
    exhibits = Exhibits(setting, {}, {}, "continued")
    (item,) = Narrative(setting, exhibits).items((aside(code),), Tree().root)
    (made,) = paragraphs(item.box)
    width = setting.look.style.column.side
    assert made.measure(width) == 4 * setting.text.code.leading
    assert [bar.weight for bar in made.bars] == [setting.look.style.code.bar]


def test_depth_in_an_aside_leaves_half_of_it(setting: Setting) -> None:
    deep: Block = paragraph("x")
    for _ in range(20):
        deep = Listing(((deep,),), None, True, HERE)
    indents = [float(str(shape[1])) for shape in shapes(setting, aside(deep))]
    assert max(indents) <= setting.look.style.column.side / 2


def test_an_aside_of_everything_is_whole(press: Press) -> None:
    held = (
        heading("To note", 3),
        paragraph(number("1921")),
        paragraph("Year of the first agreement."),
        NESTED,
        LONG,
        Rule(HERE),
        Quote((paragraph(words("Trade is old.")),), HERE),
        CodeBlock("x = 1", HERE),
        markdown_table(2, 2),
    )
    pages, findings = press.print(document(chapter("1", paragraph(LOREM * 6), aside(*held))))
    assert findings == ()
    text = structure_text(pages.data)
    for expected in ("To note", "1921", "inner too", "12.", "Trade is old.", "x = 1"):
        assert expected in text
