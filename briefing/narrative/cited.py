"""Which sources a document draws on, in order of first use: S1, S2 …"""

from collections.abc import Iterable, Iterator, Mapping

from msgspec.structs import replace

from briefing.language import Words
from briefing.model.block import Block, Inline, Number, Placed
from briefing.model.exhibit import Content, Exhibit, Grid, GridRow, Tiles
from briefing.model.fact import Fact
from briefing.model.table import Source
from briefing.narrative.walk import every_block, inlines_of


def facts_of(inlines: Iterable[Inline]) -> Iterator[Fact]:
    """The facts that inlines print."""
    return (fact for i in inlines if isinstance(i, Number) for fact in i.stated)


def facts_shown(exhibit: Exhibit) -> Iterator[Fact]:
    """The facts that an exhibit shows, in reading order."""
    content = exhibit.content
    if isinstance(content, Tiles):
        for tile in content.tiles:
            yield tile.fact
            yield from tile.changed
        return
    for part in getattr(content, "lines", ()):
        yield from (point.fact for point in part.points)
    for row in getattr(content, "rows", ()):
        yield from (cell.fact for cell in row.cells if cell.fact is not None)
    for moment in getattr(content, "moments", ()):
        yield moment.fact


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
    return f"{label}: {'; '.join(parts)}."
