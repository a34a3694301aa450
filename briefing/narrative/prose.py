"""What a document says and what its figures are called, for its record."""

from collections.abc import Iterable, Iterator, Mapping

from briefing.model.block import (
    Block,
    Break,
    Code,
    Inline,
    MarkdownTable,
    NoteMark,
    Number,
    Placed,
    Words,
)
from briefing.model.document import Passage
from briefing.model.fact import Fact
from briefing.narrative.cited import facts_of, facts_shown
from briefing.narrative.formula import Formulas
from briefing.narrative.numbering import Numbered
from briefing.narrative.plain import plain
from briefing.narrative.walk import every_block, inlines_of


def prose(sections: Iterable[Numbered], untitled: Placed | None) -> tuple[Passage, ...]:
    """Each section's words: of paragraphs, headings, items, notes, code and cells, and the titles
    of exhibits, but for the one `untitled` that the first page shows without. A figure of data
    stands in braces: another value is another edition's, no other text."""
    return tuple(
        Passage(
            entry.section.name,
            plain(entry.section.title),
            tuple(text for text in _paragraphs(entry.section.blocks, untitled) if text),
        )
        for entry in sections
    )


def labels(sections: Iterable[Numbered], formulas: Formulas) -> Mapping[str, str]:
    """What each fact that the sections print or show is called, by its name."""
    found = sorted({fact.name for entry in sections for fact in _facts(entry)})
    return {name: _capital(formulas.written(name)) for name in found}


def _facts(entry: Numbered) -> Iterator[Fact]:
    yield from facts_of(entry.section.title)
    for block in every_block(entry.section.blocks):
        yield from facts_of(inlines_of(block))
        if isinstance(block, Placed):
            yield from facts_shown(block.exhibit)


def _paragraphs(blocks: Iterable[Block], untitled: Placed | None) -> Iterator[str]:
    for block in every_block(blocks):
        if isinstance(block, Code):
            yield block.text
        elif isinstance(block, MarkdownTable):
            yield from (_text(cell) for row in (block.head, *block.rows) for cell in row)
        elif block is not untitled:
            yield _text(inlines_of(block))


def _text(inlines: Iterable[Inline]) -> str:
    parts = []
    for inline in inlines:
        if isinstance(inline, Number):
            parts.append(f"{{{inline.text}}}")
        elif isinstance(inline, Words):
            parts.append(inline.text)
        elif isinstance(inline, Break):
            parts.append(" ")
        else:
            assert isinstance(inline, NoteMark)
    return " ".join("".join(parts).split())


def _capital(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}"
