"""What is too long is known before it is made, in seconds."""

import time
from pathlib import Path

import pytest

import briefing
from briefing.layout import length
from briefing.layout.length import too_long
from briefing.layout.theme import Look
from briefing.model.block import Block, CodeBlock, Container, MarkdownTable, Role
from tests.cli.test_surroundings import made
from tests.layout.conftest import Press
from tests.layout.documents import HERE, LOREM, paragraph, words
from tests.layout.test_extremes import one


def pages(press: Press, *blocks: Block) -> int:
    """On how many pages the blocks really end."""
    printed, _ = press.print(one(*blocks))
    assert printed is not None
    return printed.count


TABLE = MarkdownTable(("left",), ((words("x"),),), (((words("x"),),),) * 400, HERE)


@pytest.mark.parametrize(
    "blocks",
    [(paragraph(LOREM * 3),) * 60, (CodeBlock("x\n" * 900, HERE),), (TABLE,)],
    ids=["paragraphs", "code", "a table"],
)
def test_the_measure_is_never_more_than_the_pages_and_not_much_less(
    press: Press, look: Look, monkeypatch: pytest.MonkeyPatch, blocks: tuple[Block, ...]
) -> None:
    really = pages(press, *blocks)
    assert really > 5
    monkeypatch.setattr(length, "MOST_PAGES", really)
    assert not too_long(one(*blocks), look)
    monkeypatch.setattr(length, "MOST_PAGES", really // 3)
    assert too_long(one(*blocks), look)


def test_what_stands_beside_the_main_column_is_not_measured(look: Look) -> None:
    aside = Container(Role.ASIDE, (paragraph(LOREM * 100_000),), HERE)
    assert not too_long(one(aside), look)


def test_ten_sections_of_600_pages_are_refused_at_once(tmp_path: Path) -> None:
    folder = made(tmp_path / "project")
    manifest = (folder / "briefing.yaml").read_text()
    names = [f"s{n}" for n in range(10)]
    listed = f"sections: [one, {', '.join(names)}]"
    (folder / "briefing.yaml").write_text(manifest.replace("sections: [one]", listed))
    for name in names:
        text = f"# {name}\n\n" + f"{LOREM}\n\n" * 6_500
        (folder / "sections/en" / f"{name}.md").write_text(text)
    begun = time.process_time()
    (finding,) = briefing.build(str(folder), str(tmp_path / "out")).findings
    assert time.process_time() - begun < 2
    assert finding.code == "B406"
    assert "the sections in en have more than 5,000,000 letters" in finding.message
