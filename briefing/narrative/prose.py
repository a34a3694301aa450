"""What a document says and what its figures are called, for its record."""

from collections.abc import Iterable, Iterator, Mapping

from briefing import model
from briefing.narrative.formula import Formulas
from briefing.narrative.numbering import Numbered
from briefing.narrative.plain import plain


def prose(sections: Iterable[Numbered], untitled: model.Placed | None) -> tuple[model.Passage, ...]:
    """Each section's words: of paragraphs, headings, items, notes, code and cells, and the titles
    of exhibits, but for the one `untitled` that the first page shows without. A figure of data
    stands in braces: another value is another edition's, no other text."""
    return tuple(
        model.Passage(
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


def _facts(entry: Numbered) -> Iterator[model.Fact]:
    yield from model.facts_of(entry.section.title)
    for block in model.every_block(entry.section.blocks):
        yield from model.facts_in(block)


def _paragraphs(blocks: Iterable[model.Block], untitled: model.Placed | None) -> Iterator[str]:
    for block in model.every_block(blocks):
        if isinstance(block, model.CodeBlock):
            yield block.text
        elif isinstance(block, model.MarkdownTable):
            yield from map(_text, model.texts(block))
        elif isinstance(block, model.Placed):
            yield "" if block is untitled else _text(block.title)
        else:
            yield _text(model.inlines_of(block))


def _text(inlines: Iterable[model.Inline]) -> str:
    parts = []
    for inline in inlines:
        if isinstance(inline, model.Number):
            parts.append(f"{{{inline.text}}}")
        elif isinstance(inline, model.Words):
            parts.append(inline.text)
        elif isinstance(inline, model.Break):
            parts.append(" ")
        else:
            assert isinstance(inline, model.NoteMark)
    return " ".join("".join(parts).split())


def _capital(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}"
