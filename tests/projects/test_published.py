"""Published sentences, made again from the published values underneath them.

Each `published-*/` is a whole project: its manifest cites the publication and says how the figures
were checked by hand. Each line of its `published.txt` is a piece of our text and the figure that
the publication has there, parted by a tab; a third part says why the two differ.
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest

from briefing.model.block import Paragraph
from briefing.model.document import Document
from briefing.model.inline import Number, Words
from briefing.model.spec import Choices
from briefing.run.examine import examine
from briefing.workspace import Workspace

HERE = Path(__file__).parent
CASES = sorted(p.parent.name for p in HERE.glob("published-*/published.txt"))
_NUMBER = re.compile(r"[0-9][0-9,]*(?:\.[0-9]+)?")


@pytest.mark.parametrize("case", CASES)
def test_published_figures_are_printed(case: str) -> None:
    examined = examine(Workspace(str(HERE / case)), Choices())
    assert [(str(f.place), f.message) for f in examined.findings] == []
    (document,) = examined.documents
    text = "\n".join(_sentences(document)).replace("\u00a0", " ")
    for line in (HERE / case / "published.txt").read_text(encoding="utf-8").splitlines():
        ours, published, *why = line.split("\t")
        assert ours in text, text
        assert _agree(ours, published) == (not why), line


def test_enough_cases_of_enough_publishers() -> None:
    publishers = set()
    for case in CASES:
        manifest = (HERE / case / "briefing.yaml").read_text(encoding="utf-8")
        publishers.update(re.findall(r"publisher: (.+)", manifest))
    assert len(CASES) >= 10
    assert len(publishers) >= 5


def _agree(ours: str, published: str) -> bool:
    """Whether our first number and the published one can be roundings of one value; words agree
    when they are the same."""
    if not published[0].isdigit():
        return ours == published
    found = _NUMBER.search(ours)
    assert found is not None
    numbers = [Decimal(n.replace(",", "")) for n in (found[0], published)]
    slack = sum(Decimal(1).scaleb(_exponent(n)) / 2 for n in numbers)
    return abs(numbers[0] - numbers[1]) < slack


def _exponent(number: Decimal) -> int:
    exponent = number.as_tuple().exponent
    assert isinstance(exponent, int)
    return exponent


def _sentences(document: Document) -> Iterator[str]:
    """The paragraphs of the document's chapters."""
    for chapter in document.chapters:
        for block in chapter.blocks:
            if isinstance(block, Paragraph):
                inlines = (i for i in block.inlines if isinstance(i, Words | Number))
                yield "".join(inline.text for inline in inlines)
