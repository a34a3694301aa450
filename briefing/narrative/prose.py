"""What a document says and what its figures are called, for its record."""

from collections.abc import Iterable, Iterator, Mapping

from briefing.model.block import Block, Code, MarkdownTable, Placed
from briefing.model.document import Passage
from briefing.model.fact import Fact
from briefing.model.inline import Break, Inline, NoteMark, Number, Words
from briefing.model.walk import every_block, facts_in, facts_of, inlines_of
from briefing.narrative.formula import Formulas
from briefing.narrative.numbering import Numbered
from briefing.narrative.plain import plain


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
        yield from facts_in(block)


def _paragraphs(blocks: Iterable[Block], untitled: Placed | None) -> Iterator[str]:
    for block in every_block(blocks):
        if isinstance(block, Code):
            yield block.text
        elif isinstance(block, MarkdownTable):
            yield from (_text(cell) for row in (block.head, *block.rows) for cell in row)
        elif isinstance(block, Placed):
            yield "" if block is untitled else _text(block.title)
        else:
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
