"""Which sources a document draws on, in order of first use: S1, S2 …"""

from collections.abc import Iterable, Mapping

from msgspec.structs import replace

from briefing import model
from briefing.language import Words


def codes(blocks: Iterable[model.Block], titles: Iterable[model.Inline]) -> dict[str, str]:
    """The code of each source used, by its name, in order of first use."""
    names: dict[str, None] = {}
    for fact in model.facts_of(titles):
        names.update(dict.fromkeys(fact.sources))
    for block in model.every_block(blocks):
        for fact in model.facts_of(model.inlines_of(block)):
            names.update(dict.fromkeys(fact.sources))
        if isinstance(block, model.Placed):
            names.update(dict.fromkeys(block.exhibit.sources))
    return {name: f"S{number}" for number, name in enumerate(names, start=1)}


def cited(content: model.Content, codes: Mapping[str, str]) -> model.Content:
    """The content, in which cells that cite sources hold their codes."""
    if not isinstance(content, model.Grid):
        return content
    return replace(content, rows=tuple(_cited(row, codes) for row in content.rows))


def _cited(row: model.GridRow, codes: Mapping[str, str]) -> model.GridRow:
    cells = (
        replace(cell, text=", ".join(codes[name] for name in cell.cites)) if cell.cites else cell
        for cell in row.cells
    )
    return replace(row, cells=tuple(cells))


def names(sources: Iterable[model.Source], language: str) -> tuple[tuple[str, str], ...]:
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
    sources: Mapping[str, model.Source],
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
