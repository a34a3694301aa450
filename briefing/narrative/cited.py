"""Which sources a document draws on, in order of first use: S1, S2 …"""

from collections.abc import Iterable, Mapping

from msgspec.structs import replace

from briefing.language import Words
from briefing.model.block import Block, Placed
from briefing.model.exhibit import Content, Grid, GridRow
from briefing.model.inline import Inline
from briefing.model.table import Source
from briefing.model.walk import every_block, facts_of, inlines_of


def codes(blocks: Iterable[Block], titles: Iterable[Inline]) -> dict[str, str]:
    """The code of each source used, by its name, in order of first use."""
    names: dict[str, None] = {}
    for fact in facts_of(titles):
        names.update(dict.fromkeys(fact.sources))
    for block in every_block(blocks):
        for fact in facts_of(inlines_of(block)):
            names.update(dict.fromkeys(fact.sources))
        if isinstance(block, Placed):
            names.update(dict.fromkeys(block.exhibit.sources))
    return {name: f"S{number}" for number, name in enumerate(names, start=1)}


def cited(content: Content, codes: Mapping[str, str]) -> Content:
    """The content, in which cells that cite sources hold their codes."""
    if not isinstance(content, Grid):
        return content
    return replace(content, rows=tuple(_cited(row, codes) for row in content.rows))


def _cited(row: GridRow, codes: Mapping[str, str]) -> GridRow:
    cells = (
        replace(cell, text=", ".join(codes[name] for name in cell.cites)) if cell.cites else cell
        for cell in row.cells
    )
    return replace(row, cells=tuple(cells))


def names(sources: Iterable[Source], language: str) -> tuple[tuple[str, str], ...]:
    """The titles and publishers that a document in `language` prints in another one."""
    return tuple(
        (text[language].text, source.language)
        for source in sources
        if source.language and source.language != language
        for text in (source.title, source.publisher)
        if language in text
    )


def source_line(
    names: tuple[str, ...],
    codes: Mapping[str, str],
    sources: Mapping[str, Source],
    language: str,
    words: Words,
) -> str:
    """“Source: National Statistics Office of Mongolia [S3].”; a publisher's sources together."""
    publishers: dict[str, list[str]] = {}
    for name in names:
        if name in sources and language in sources[name].publisher:
            publisher = sources[name].publisher[language].text
            publishers.setdefault(publisher, []).append(f"[{codes[name]}]")
    if not publishers:
        return ""
    label = words.source if len(names) == 1 else words.sources
    parts = (f"{publisher} {', '.join(marks)}" for publisher, marks in publishers.items())
    return f"{words.said.format(label=label, text=words.apart.join(parts))}."
